import { diffArrays } from 'diff';
import type { Analysis } from '../../analysis.ts';
import { applyFixes, type Checked } from '../../edits/fix.ts';
import type { TextEdit } from '../../text/edit.ts';

/** All safe fixes at once, exactly as `sentinel-citations fix` makes them; nothing where there is none. */
export function fixAll(analysis: Analysis, analyse: (text: string) => Checked): readonly TextEdit[] {
  if (!analysis.findings.some(({ fixes }) => fixes.some(({ safe }) => safe))) return [];
  const read = (text: string) => (text === analysis.text ? analysis : analyse(text));
  return editsBetween(analysis.text, applyFixes(analysis.text, read).text);
}

const PIECE = /[\p{L}\p{N}]+|\s+|[^\p{L}\p{N}\s]/gu;
const LINE = /[^\n]*\n|[^\n]+$/g;

/** The edits, as small as words, that make `after` of `before`; both have about the same lines. */
export function editsBetween(before: string, after: string): readonly TextEdit[] {
  return changes(before, after, LINE).flatMap(({ start, end, text }) =>
    changes(before.slice(start, end), text, PIECE).map((edit) => ({
      start: start + edit.start,
      end: start + edit.end,
      text: edit.text,
    })),
  );
}

function changes(before: string, after: string, piece: RegExp): TextEdit[] {
  if (before === after) return [];
  const edits: TextEdit[] = [];
  let offset = 0;
  let open: { start: number; end: number; text: string } | null = null;
  for (const { value, added, removed } of diffArrays(before.match(piece) ?? [], after.match(piece) ?? [])) {
    const text = value.join('');
    if (!added && !removed) {
      open = null;
      offset += text.length;
      continue;
    }
    if (!open) {
      open = { start: offset, end: offset, text: '' };
      edits.push(open);
    }
    if (added) open.text += text;
    else open.end = offset += text.length;
  }
  return edits;
}

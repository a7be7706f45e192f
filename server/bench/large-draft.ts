import type { Analysis } from '../src/analysis.ts';
import { labelOf } from '../src/draft/labels.ts';
import { applyEdits, type TextEdit } from '../src/text/edit.ts';
import type { Range } from '../src/text/range.ts';

/**
 * A draft of at least `length` code units, made of copies of one article: one body and one list after the other, in
 * bracket notation, the numbers going on from copy to copy. Each copy names works of its own, so that every reference
 * means in its copy what it means in the article. The notes stay with the first copy.
 */
export function largeDraft({ text, draft, sources }: Analysis, length: number): string {
  const body: Range = { start: 0, end: draft.sections.find(({ kind }) => kind !== 'body')?.start ?? text.length };
  const list = { start: draft.citations[0]?.start ?? text.length, end: draft.citations.at(-1)?.end ?? text.length };
  const notes = text.slice(draft.notes[0]?.start ?? 0, draft.notes.at(-1)?.end ?? 0);
  const bodies: string[] = [];
  const lists: string[] = [];
  for (let copy = 0, size = 0; size < length; copy++) {
    const shift = copy * draft.citations.length;
    const word = `Copy${labelOf('note', copy + 1)}`;
    const markers = draft.markers.map(({ start, end, kind, label, ordinal }): TextEdit => {
      const written = kind === 'citation' ? `[${ordinal + shift}]` : copy === 0 ? `[${label}]` : '';
      return { start, end, text: written };
    });
    const labels = draft.citations.map(({ labelRange, ordinal }) => ({ ...labelRange, text: `[${ordinal + shift}]` }));
    const works = sources.references.flatMap(({ authors, title }): TextEdit[] => [
      ...authors.map(({ end }) => ({ start: end, end, text: word.toLowerCase() })),
      ...(title ? [{ start: title.start, end: title.start, text: `${word} ` }] : []),
    ]);
    bodies.push(edited(text, body, markers));
    lists.push(edited(text, list, [...labels, ...works]));
    size += (bodies.at(-1)?.length ?? 0) + (lists.at(-1)?.length ?? 0);
  }
  const parts = [...bodies, '## Substantive Notes', notes, '## Citations', ...lists];
  return `${parts.map((part) => part.trim()).join('\n\n')}\n`;
}

function edited(text: string, { start, end }: Range, edits: readonly TextEdit[]): string {
  const inside = edits.filter((edit) => edit.start >= start && edit.end <= end);
  const moved = inside.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
  return applyEdits(text.slice(start, end), moved);
}

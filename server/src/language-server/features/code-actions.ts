import type { Analysis } from '../../analysis.ts';
import type { Marker, MarkerKind } from '../../draft/draft.ts';
import { entryEdit } from '../../edits/add-entry.ts';
import { ruleOf } from '../../rules/catalogue.ts';
import { citationsMissing } from '../../rules/entries/citations-missing.ts';
import { noteUnresolved } from '../../rules/entries/note-unresolved.ts';
import { markerUnresolved } from '../../rules/markers/marker-unresolved.ts';
import type { Finding, Rule } from '../../rules/rule.ts';
import type { TextEdit } from '../../text/edit.ts';
import { lineStarts } from '../../text/lines.ts';
import { itemAt, lastStartingBefore, type Range, touches } from '../../text/range.ts';

export interface CodeAction {
  readonly title: string;
  readonly finding: Finding;
  readonly edits: readonly TextEdit[];
  /** The one that an editor applies unasked-for, of those for a finding. */
  readonly preferred: boolean;
  /** Where in the text of the only edit the author goes on writing. */
  readonly cursor?: number;
}

/** What can be done about the findings in or at `range`: the fixes of each, the entries that are missing, ways to ignore it. */
export function codeActions(analysis: Analysis, range: Range): readonly CodeAction[] {
  const findings = analysis.findings.filter((finding) => touches(finding, range));
  const fixes = findings.flatMap((finding) =>
    finding.fixes.map(({ title, edits, safe }) => ({ title, finding, edits, preferred: safe })),
  );
  const ignored = findings.filter(({ rule }) => ruleOf(rule)?.group !== COMMENTS);
  const lines = ignored.length > 0 ? linesOf(analysis.text) : NO_LINES;
  return [
    ...fixes,
    ...missingEntries(analysis, range),
    ...ignored.map((finding) => ignoreAction(analysis, lines, finding)),
  ];
}

/** The rules on comments that ignore: another comment above one would be idle itself. */
const COMMENTS: Rule['group'] = 'ignoring';

/** Adds the entries that the markers at `range` lack, where the rules on them say so; a label is reported once for all. */
function missingEntries(analysis: Analysis, range: Range): CodeAction[] {
  const lacking = new Map<string, Marker>();
  for (const marker of analysis.draft.markers) {
    if (!marker.entry && touches(marker, range)) lacking.set(marker.label, marker);
  }
  if (lacking.size === 0) return [];
  const saying = (kind: MarkerKind) =>
    analysis.findings.find(
      ({ rule, related, ...place }) =>
        SAYING_SO[kind].has(rule) && [place, ...related].some((one) => touches(one, range)),
    );
  const findings = { citation: saying('citation'), note: saying('note') };
  return [...lacking.values()].flatMap((marker): CodeAction[] => {
    const finding = findings[marker.kind];
    const edit = finding ? entryEdit(analysis, marker) : null;
    const title = `Add ${marker.kind} “${marker.label}”`;
    return finding && edit ? [{ title, finding, edits: [edit], preferred: false, cursor: edit.cursor }] : [];
  });
}

/** The rules that say that a marker has no entry. */
const SAYING_SO: Readonly<Record<MarkerKind, ReadonlySet<string>>> = {
  citation: new Set([citationsMissing.id, markerUnresolved.id]),
  note: new Set([noteUnresolved.id]),
};

/**
 * Ignores a finding by a comment on a line of its own above the finding's line, inside the same block quote or list
 * item. Above the first line of a block it covers the whole block, as the title says. It parts no rows of a table, no
 * code, and no entry that goes on over lines; of a paragraph that does, it stands inside the line, before the finding's
 * word.
 */
function ignoreAction({ text, prose, draft }: Analysis, { lines, ending }: Lines, finding: Finding): CodeAction {
  const comment = `<!--sentinel-citations ignore ${finding.rule}-->`;
  const action = (covered: string, at: number, written: string): CodeAction => ({
    title: `Ignore ${finding.rule} for this ${covered}`,
    finding,
    edits: [{ start: at, end: at, text: written }],
    preferred: false,
  });
  const block = itemAt(prose.blocks, finding.start) ?? finding;
  const line = lastStartingBefore(lines, finding.start);
  const { start } = lines[line] ?? block;
  const first = start + indentOf(text, start).length;
  const top = lastStartingBefore(lines, block.start);
  const below = lines[top + 1]?.start ?? block.end;
  const isRow = below < block.end && isDelimiterRow(text.slice(below, lines[top + 2]?.start));
  const entry = itemAt(draft.citations, finding.start) ?? itemAt(draft.notes, finding.start);
  const parts = start > block.start && entry?.start !== first;
  const word = wordStart(text, finding.start);
  const isCode = 'kind' in block && block.kind === 'code';
  if (parts && !isRow && !isCode && !entry && word > first) return action('line', word, comment);
  const above = parts || isRow || isCode ? (lines[top]?.start ?? 0) : start;
  const ends = lines[line + 1]?.start ?? text.length;
  const paragraph = above <= block.start && ends < block.end ? 'paragraph' : 'line';
  const indent = indentOf(text, above);
  return isCode
    ? action('code', above, indent.replace(CODE, '$1') + comment + ending)
    : action(isRow ? 'table' : paragraph, above, indent + comment + ending);
}

/** The lines of a text, each an empty range at its start, and what they end in. */
interface Lines {
  readonly lines: readonly Range[];
  readonly ending: string;
}

const NO_LINES: Lines = { lines: [], ending: '' };

function linesOf(text: string): Lines {
  const lines = lineStarts(text).map((start) => ({ start, end: start }));
  return { lines, ending: text.includes('\r\n') ? '\r\n' : '\n' };
}

function wordStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && !SPACE.test(text.charAt(start - 1))) start--;
  return start;
}

/** What puts a line into block quotes and list items that are open already. */
function indentOf(text: string, start: number): string {
  return INDENT.exec(text.slice(start, start + LONGEST_INDENT))?.[0] ?? '';
}

/** Whether a line is the second one of a table of GFM: `|:--|--:|`. */
function isDelimiterRow(line: string): boolean {
  return DELIMITERS.test(line) && line.includes('|') && line.includes('-');
}

const DELIMITERS = /^[ \t>|:-]+[\r\n]*$/;
const SPACE = /\s/;
/** The blanks that make code of a line. */
const CODE = /(^|> ?)(?: {4,}| *\t[ \t]*)$/;
const INDENT = /^[ \t>]*/;
const LONGEST_INDENT = 100;

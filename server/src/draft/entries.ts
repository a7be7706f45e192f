import { isUpper } from '../text/characters.ts';
import type { Range } from '../text/range.ts';
import type { Entry, MarkerKind } from './draft.ts';
import { type EntryLabel, fromSuperscript, kindOf, type Opening, ordinalOf } from './labels.ts';
import type { Line } from './lines.ts';
import { trimmedEnd, withSlips } from './slips.ts';

const BRACKETED = String.raw`(?:\*\*|__)?(?:\\?\[){1,2}(\d{1,4}|[a-z]{1,2})(?:\\?\]){1,2}\uFFFC*(?:\*\*|__)?:?`;
/** `[1]`, `\[1\]`, `**[1]**`, `[\[1\]](#_ftnref1)` with its target hidden; `^1^`; `<sup>1</sup>`; `¹`. */
const LABEL = new RegExp(
  String.raw`(?:${BRACKETED}|\^(\d{1,4}|[a-z]{1,2})\^|<sup>(\d{1,4}|[a-z]{1,2})<\/sup>|([⁰¹²³⁴-⁹]{1,4}|[ᵃ-ᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ]{1,2}))\s*`,
  'y',
);
const LETTER_ITEM = /([a-z]{1,2})(?:[.)]\s+|\s+(?=[\p{Lu}“"‘]))/uy;
const FLATTENED = /(\d{1,3})(?:\\?\.)?\s+(?=[\p{Lu}“"‘])/uy;
const COMPLETE = /(?:[.!?][”"’)]*|https?:\/\/\S+)$/;

/** The label that `line` starts with; `list` is the kind of the list it stands in, null outside of any. */
export function labelAt(masked: string, line: Line, list: MarkerKind | null): EntryLabel | null {
  const { label } = line.block;
  if (line.first && label && line.block.nesting === 1 && /^(?:\d{1,4}|[a-z]{1,2})$/.test(label.text)) {
    const read = { start: label.start, end: label.end, label: label.text, slip: null };
    if (label.kind === 'footnote') return { ...read, form: 'footnote' };
    if (list === 'citation') return { ...read, form: 'list' };
  }
  const code = masked.charCodeAt(line.start);
  if (code > 127 || '\\[^<*_'.includes(masked.charAt(line.start))) {
    LABEL.lastIndex = line.start;
    const match = LABEL.exec(masked);
    if (match) {
      const text = match[1] ?? match[2] ?? match[3] ?? fromSuperscript(match[4] as string);
      const end = line.start + match[0].trimEnd().length;
      return { start: line.start, end, label: text, form: 'text', slip: null };
    }
  }
  const pattern = list === 'note' ? LETTER_ITEM : list === 'citation' ? FLATTENED : null;
  if (!pattern || isUpper(code)) return null;
  pattern.lastIndex = line.start;
  const match = pattern.exec(masked);
  if (!match) return null;
  const end = line.start + match[0].trimEnd().length;
  return { start: line.start, end, label: match[1] as string, form: 'text', slip: null };
}

/**
 * The entries that the lines from `from` to `to` hold: each from its label to the next one, over lines and paragraphs;
 * the last one to the end of its paragraph, or of its line where entries take a line each. `mixed`: notes may stand
 * among citations, under `Citations and Notes`.
 */
export function readEntries(
  masked: string,
  lines: readonly Line[],
  from: number,
  to: number,
  list: MarkerKind,
  mixed = false,
): Entry[] {
  const found = readOpenings(masked, lines, from, to, list);
  const listed = withSlips(masked, lines, found, from, to, list);
  const letters = mixed ? readLetters(masked, lines, from, to) : [];
  const openings = letters.length > 0 ? [...listed, ...letters].sort((a, b) => a.start - b.start) : listed;
  const wrapped = openings.some(
    (opening, index) =>
      index + 1 < openings.length && goesOnInBlock(lines, opening.line, (openings[index + 1] as Opening).line),
  );
  return openings.map((opening, index) => {
    const following = openings[index + 1];
    if (following?.slip === 'line') return entryOf(masked, opening, trimmedEnd(masked, following.start));
    const last = following ? following.line - 1 : lastLine(masked, lines, opening, to, wrapped);
    return entryOf(masked, opening, (lines[last] as Line).end);
  });
}

/** The labels of notes that stand in a list of citations: `[a]`, `[b]`, …, in that order, each at the start of a line. */
function readLetters(masked: string, lines: readonly Line[], from: number, to: number): Opening[] {
  const letters: Opening[] = [];
  for (let index = from; index < to; index++) {
    const found = labelAt(masked, lines[index] as Line, null);
    if (found?.form !== 'text' || kindOf(found.label) !== 'note') continue;
    if (ordinalOf(found.label) === letters.length + 1) letters.push({ ...found, line: index });
  }
  return letters;
}

/** The labels that stand where an entry's label stands. */
function readOpenings(masked: string, lines: readonly Line[], from: number, to: number, list: MarkerKind): Opening[] {
  const openings: Opening[] = [];
  let bracketed = false;
  for (let index = from; index < to; index++) {
    const found = labelAt(masked, lines[index] as Line, list);
    if (!found || kindOf(found.label) !== list) continue;
    const last = openings.at(-1);
    // A list below entries in brackets is what follows them, as the links below an article on the web; but it does not
    // go on with their numbers.
    if (found.form === 'list' && last?.form === 'text' && ordinalOf(found.label) !== ordinalOf(last.label) + 1) break;
    if (last && isFurniture(masked, lines, index, to, list, openings)) break;
    if (isInside(masked, lines, index, found, last)) continue;
    const flattened = found.form === 'text' && isPlainLabel(masked, found);
    // Where entries have brackets, a line that starts with a number is not one more.
    if (flattened && bracketed) continue;
    bracketed ||= !flattened;
    const slip = found.form === 'list' && last?.form === 'text' ? 'brackets' : null;
    const { start, end, label, form } = found;
    openings.push({ start, end, label, form, slip, line: index });
  }
  return openings;
}

/** Whether a line that begins like an entry is none: a letter alone opens the note that is due, and no other. */
function isInside(
  masked: string,
  lines: readonly Line[],
  index: number,
  label: EntryLabel,
  last: Opening | undefined,
): boolean {
  if (ordinalOf(label.label) === (last ? ordinalOf(last.label) : 0) + 1 || !isPlainLabel(masked, label)) return false;
  if (kindOf(label.label) === 'note') return label.end - label.start === label.label.length;
  return last !== undefined && isWrapped(masked, lines, index, label);
}

/** One, with white space and signs of a quotation around it. */
const LINE_BREAK = /^[^\S\r\n]*(?:\r\n?|\n)[^\r\n]*$/;
const GOES_ON = /[,:;(–-]$/;

/** Whether a line that begins with a number goes on with the one above, as hard wraps leave it: `May 3,⏎2016.`, `para.⏎83.` */
function isWrapped(masked: string, lines: readonly Line[], index: number, label: Range): boolean {
  const above = lines[index - 1];
  if (!above || !LINE_BREAK.test(masked.slice(above.end, label.start))) return false;
  return label.end >= (lines[index] as Line).end || GOES_ON.test(masked.slice(above.start, above.end));
}

/** How near the second of them stands. */
const FURNITURE_LINES = 6;
const REFERENCE = /\d{4}|[“"«„]|\bibid/i;

/** Whether the numbers start again with lines that are no references: `[1] Subscribe`, `[2] Share`, of a web page. */
function isFurniture(
  masked: string,
  lines: readonly Line[],
  index: number,
  to: number,
  list: MarkerKind,
  openings: readonly Opening[],
): boolean {
  const labelOf = (at: number) => {
    const label = labelAt(masked, lines[at] as Line, list);
    return label && kindOf(label.label) === list ? ordinalOf(label.label) : 0;
  };
  const isReference = (at: number) => {
    const line = lines[at] as Line;
    return REFERENCE.test(masked.slice(line.start, Math.min(line.end, line.start + 400)));
  };
  if (openings.length < 2 || labelOf(index) !== 1 || isReference(index)) return false;
  // Where the list itself is of no references, nothing tells them apart.
  if (!isReference((openings[0] as Opening).line)) return false;
  if (!openings.some(({ label }) => ordinalOf(label) === 1)) return false;
  for (let at = index + 1; at < Math.min(to, index + FURNITURE_LINES); at++) {
    if (labelOf(at) > 0) return labelOf(at) === 2 && !isReference(at);
  }
  return false;
}

/** All footnote definitions, wherever they stand. */
export function readFootnotes(masked: string, lines: readonly Line[]): Entry[] {
  const entries: Entry[] = [];
  for (let index = 0; index < lines.length; index++) {
    const found = labelAt(masked, lines[index] as Line, null);
    if (found?.form !== 'footnote') continue;
    const last = lastLine(masked, lines, { ...found, line: index }, lines.length, true);
    entries.push(entryOf(masked, found, (lines[last] as Line).end));
  }
  return entries;
}

/** Lists that are numbered `1.` throughout count up, as Markdown shows them. */
export function countUp(entries: readonly Entry[]): Entry[] {
  const lazy = entries.length > 1 && entries.every((entry) => entry.form === 'list' && entry.ordinal === 1);
  return lazy
    ? entries.map((entry, index) => ({ ...entry, ordinal: index + 1, label: String(index + 1) }))
    : [...entries];
}

function entryOf(masked: string, label: EntryLabel, lastEnd: number): Entry {
  const end = Math.max(lastEnd, label.end);
  let start = label.end;
  while (start < end && /\s/.test(masked.charAt(start))) start++;
  return {
    kind: kindOf(label.label),
    label: label.label,
    ordinal: ordinalOf(label.label),
    start: label.start,
    end,
    labelRange: { start: label.start, end: label.end },
    content: { start, end },
    form: label.form,
    slip: label.slip,
  };
}

function isPlainLabel(masked: string, label: Range): boolean {
  return /^[\da-z]/.test(masked.charAt(label.start));
}

function goesOnInBlock(lines: readonly Line[], line: number, next: number): boolean {
  return line + 1 < next && lines[line + 1]?.block === lines[line]?.block;
}

/** The last line of an entry that no other follows. */
function lastLine(masked: string, lines: readonly Line[], opening: Opening, to: number, wrapped: boolean): number {
  const first = lines[opening.line] as Line;
  let last = opening.line;
  const nested = opening.form !== 'text';
  while (last + 1 < to) {
    const next = lines[last + 1] as Line;
    const sameBlock = next.block === (lines[last] as Line).block;
    const { label } = next.block;
    const goesOn = nested && (!label || (label.kind === 'ordinal' && isWrapped(masked, lines, last + 1, label)));
    if (!sameBlock && !(goesOn && next.block.nesting >= first.block.nesting)) break;
    if (sameBlock && !wrapped && !nested && isComplete(masked, lines[last] as Line)) break;
    last++;
  }
  return last;
}

function isComplete(masked: string, line: Line): boolean {
  // Addresses are hidden, a line that ends in one ends in the filler.
  return (
    COMPLETE.test(masked.slice(Math.max(line.start, line.end - 200), line.end)) ||
    masked.charCodeAt(line.end - 1) === 0xfffc
  );
}

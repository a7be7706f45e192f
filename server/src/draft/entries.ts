import type { Range } from '../text/range.ts';
import { withoutBackLinks } from './back-links.ts';
import type { Entry } from './draft.ts';
import { dueLabelAt, isPlainLabel, labelAt, ONLY_GLUED, UNUSUAL, USUAL } from './entry-labels.ts';
import { type EntryLabel, kindOf, type Opening, ordinalOf } from './labels.ts';
import type { Line, List } from './lines.ts';
import { trimmedEnd, withSlips } from './slips.ts';

const SPACES = /[\s\u200b-\u200f\u202a-\u202e\u2060]*/y;
const COMPLETE = /(?:[.!?][”"’)]*|https?:\/\/\S+)$/;

/**
 * The entries of a list: each from its label to the next one, over lines and paragraphs; the last one to the end of its
 * paragraph, or of its line where entries take a line each. `mixed`: notes may stand among citations, under `Citations
 * and Notes`. `closed`: another list follows, and nothing else can stand before it.
 */
export function readEntries(list: List, mixed: boolean, closed: boolean): Entry[] {
  const { masked, lines, to } = list;
  const listed = withSlips(list, findOpenings(list));
  const letters = mixed ? readLetters(list) : [];
  const openings = letters.length > 0 ? [...listed, ...letters].sort((a, b) => a.start - b.start) : listed;
  const wrapped = openings.some(
    (opening, index) =>
      index + 1 < openings.length && goesOnInBlock(lines, opening.line, (openings[index + 1] as Opening).line),
  );
  const apart = openings.length > 1 && standApart(lines, openings);
  return openings.map((opening, index) => {
    const following = openings[index + 1];
    if (following?.slip === 'line') return entryOf(masked, opening, trimmedEnd(masked, following.start));
    const next = following?.line ?? (closed ? to : null);
    const last = next === null ? lastLine(masked, lines, apart ? below(opening, to) : opening, to, wrapped) : next - 1;
    return entryOf(masked, opening, (lines[last] as Line).end);
  });
}

/** Whether all labels stand on lines of their own, each above the text of its entry. */
function standApart(lines: readonly Line[], openings: readonly Opening[]): boolean {
  return openings.every(
    ({ line, end }, index) => (lines[line] as Line).end <= end && openings[index + 1]?.line !== line + 1,
  );
}

/** An entry's text where it stands below its label. */
function below(opening: Opening, to: number): Opening {
  return { ...opening, form: 'text', line: Math.min(opening.line + 1, to - 1) };
}

/** The labels of notes that stand in a list of citations: `[a]`, `[b]`, …, in that order, each at the start of a line. */
function readLetters({ masked, lines, from, to }: List): Opening[] {
  const letters: Opening[] = [];
  for (let index = from; index < to; index++) {
    const found = labelAt(masked, lines[index] as Line, null);
    if (found?.form !== 'text' || kindOf(found.label) !== 'note') continue;
    if (ordinalOf(found.label) === letters.length + 1) letters.push({ ...found, line: index });
  }
  return letters;
}

/** The labels that stand where an entry's label stands. */
function findOpenings(list: List): Opening[] {
  const openings = readOpenings(list, USUAL);
  if (openings.length === 0) return readOpenings(list, UNUSUAL);
  if (list.kind === 'note') return openings;
  const flattened = openings.every((opening) => opening.form === 'text' && isPlainLabel(list.masked, opening));
  return flattened ? readOpenings(list, ONLY_GLUED) : openings;
}

/** Those of the usual forms, and in the forms of `patterns` those that are due. */
function readOpenings(list: List, patterns: readonly RegExp[]): Opening[] {
  const { masked, lines, from, to, kind } = list;
  const openings: Opening[] = [];
  let bracketed = false;
  for (let index = from; index < to; index++) {
    const last = openings.at(-1);
    const line = lines[index] as Line;
    const usual = labelAt(masked, line, kind);
    const found = usual ?? dueLabelAt(masked, line, last, patterns);
    if (!found || kindOf(found.label) !== kind) continue;
    const isPlain = isPlainLabel(masked, found);
    if (isPlain && isInside(masked, lines, index, found, last)) continue;
    // A list below entries in brackets is what follows them, as the links below an article on the web; but it does not
    // go on with their numbers.
    if (found.form === 'list' && last?.form === 'text' && ordinalOf(found.label) !== ordinalOf(last.label) + 1) break;
    if (usual && ordinalOf(usual.label) === 1 && isFurniture(list, index, openings)) break;
    const flattened = isPlain && found.form === 'text';
    // Where entries have brackets, a line that starts with a number is not one more.
    if (flattened && bracketed) continue;
    bracketed ||= !flattened;
    const slip = found.form === 'list' && last?.form === 'text' ? 'brackets' : null;
    const { start, end, label, form } = found;
    openings.push({ start, end, label, form, slip, line: index });
  }
  return openings;
}

/** Whether a line that begins with a plain label is no entry: a letter alone opens the note that is due, and no other. */
function isInside(
  masked: string,
  lines: readonly Line[],
  index: number,
  label: EntryLabel,
  last: Opening | undefined,
): boolean {
  if (ordinalOf(label.label) === (last ? ordinalOf(last.label) : 0) + 1) return false;
  if (kindOf(label.label) === 'note') return label.end - label.start === label.label.length;
  return last !== undefined && isWrapped(masked, lines, index, label);
}

/** One, with white space and signs of a quotation around it. */
const LINE_BREAK = /^[^\S\r\n]*(?:\r\n?|\n)[^\r\n]*$/;
/** A comma or the like, an abbreviation that takes a number, or a word that ends no sentence: `p.⏎14.`, `The Rise of⏎10 Men`. */
const GOES_ON =
  /[,:;(–-]$|\b(?:(?:pp?|nos?|vols?|paras?|arts?|secs?|chs?|figs?)\.|an?|and|as|at|by|for|from|in|of|on|or|than|the|to|with)$/i;

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
function isFurniture({ masked, lines, to, kind }: List, index: number, openings: readonly Opening[]): boolean {
  const ordinalAt = (at: number) => {
    const label = labelAt(masked, lines[at] as Line, kind);
    return label && kindOf(label.label) === kind ? ordinalOf(label.label) : 0;
  };
  const isReference = (at: number) => {
    const line = lines[at] as Line;
    return REFERENCE.test(masked.slice(line.start, Math.min(line.end, line.start + 400)));
  };
  if (openings.length < 2 || isReference(index)) return false;
  // Where the list itself is of no references, nothing tells them apart.
  if (!isReference((openings[0] as Opening).line)) return false;
  if (!openings.some(({ label }) => ordinalOf(label) === 1)) return false;
  for (let at = index + 1; at < Math.min(to, index + FURNITURE_LINES); at++) {
    if (ordinalAt(at) > 0) return ordinalAt(at) === 2 && !isReference(at);
  }
  return false;
}

/** All footnote definitions, wherever they stand. */
export function readFootnotes(masked: string, lines: readonly Line[]): Entry[] {
  const entries: Entry[] = [];
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] as Line;
    const found = line.block.label && labelAt(masked, line, null);
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
  SPACES.lastIndex = label.end;
  SPACES.test(masked);
  const start = Math.min(SPACES.lastIndex, end);
  return {
    kind: kindOf(label.label),
    label: label.label,
    ordinal: ordinalOf(label.label),
    start: label.start,
    end,
    labelRange: { start: label.start, end: label.end },
    content: withoutBackLinks(masked, { start, end }),
    form: label.form,
    slip: label.slip,
  };
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

import type { MarkerKind } from './draft.ts';
import { labelAt } from './entry-labels.ts';
import { type Heading, hasSameName, isOtherName } from './headings.ts';
import { kindOf, ordinalOf } from './labels.ts';
import type { Line } from './lines.ts';

/** The stretch of lines that holds one of the two lists: from `from` up to `to`, without its heading. */
export interface ListRegion {
  readonly heading: Heading | null;
  /** The headings that part it: `Press`, `Books`. */
  readonly inner: readonly Heading[];
  readonly from: number;
  readonly to: number;
}

/** The two lists of a draft, as far as it has them. */
export interface Lists {
  readonly citations: ListRegion | null;
  readonly notes: ListRegion | null;
  /** The lists of citations of chapters above, where their numbers begin anew in each. */
  readonly earlier: readonly EarlierList[];
  /** The first line of the chapter that the two lists belong to. */
  readonly start: number;
}

interface EarlierList extends ListRegion {
  readonly heading: Heading;
}

/** Finds the lists by their headings, or else by labels that count up. */
export function findLists(masked: string, lines: readonly Line[], headings: readonly Heading[]): Lists {
  const ordinals = (kind: MarkerKind) => (index: number) => {
    const line = lines[index];
    const label = line && labelAt(masked, line, kind);
    return label && kindOf(label.label) === kind ? ordinalOf(label.label) : null;
  };
  const ofCitations = ordinals('citation');
  const citations =
    regionOf('citations', headings, lines.length, ofCitations) ??
    unnamedList(masked, lines, headings, 0, lines.length, 'citation') ??
    listOfOtherName(headings, lines.length, ofCitations);
  const earlier = citations ? earlierLists(lines, headings, citations, ofCitations) : [];
  const start = startOfChapter(earlier, citations);
  const own = start > 0 ? headings.filter(({ line }) => line >= start) : headings;
  const notes =
    regionOf('notes', own, lines.length, ordinals('note')) ??
    unnamedList(masked, lines, own, start, citations?.from ?? lines.length, 'note');
  const goesOn = notes !== null && citations !== null && !citations.heading && citations.from < notes.to;
  return { citations, notes: goesOn ? { ...notes, to: citations.from } : notes, earlier, start };
}

/** The number of the label that a line of a list starts with; null without one. */
type OrdinalAt = (line: number) => number | null;

/** Where the list named `name` is: below the last heading of that name that has entries below it, else below the last one. */
function regionOf(
  name: 'notes' | 'citations',
  headings: readonly Heading[],
  lineCount: number,
  ordinalAt: OrdinalAt,
): ListRegion | null {
  let found: ListRegion | null = null;
  for (let index = 0; index < headings.length; index++) {
    const heading = headings[index] as Heading;
    if (heading.names !== name) continue;
    const region: ListRegion = { heading, ...linesBelow(headings, index, lineCount, ordinalAt) };
    if (!found || lastOrdinal(region.from, region.to, ordinalAt) !== null) found = region;
    index += region.inner.length;
  }
  return found;
}

/** The lines below a heading, up to the next one that does not part its list. */
function linesBelow(
  headings: readonly Heading[],
  index: number,
  lineCount: number,
  ordinalAt: OrdinalAt,
): Pick<ListRegion, 'from' | 'to' | 'inner'> {
  const heading = headings[index] as Heading;
  const from = heading.line + 1;
  let start = from;
  let next = index + 1;
  for (; next < headings.length; next++) {
    const inner = headings[next] as Heading;
    const below = ordinalAt(inner.line + 1);
    if (below === null || !mayPart(heading, inner)) break;
    // The labels go on; or the list begins with a heading of its own.
    const above = inner.line === from ? 0 : lastOrdinal(start, inner.line, ordinalAt);
    if (below - 1 !== above) break;
    start = inner.line + 1;
  }
  return { from, to: headings[next]?.line ?? lineCount, inner: headings.slice(index + 1, next) };
}

/** Whether a heading may stand inside the list below another one: it is a lower one, or names the list again. */
function mayPart(list: Heading, inner: Heading): boolean {
  if (inner.names) return inner.names === list.names;
  return inner.depth === 0 || (list.depth > 0 && inner.depth > list.depth);
}

/** The number of the last label in the lines from `from` up to `to`. */
function lastOrdinal(from: number, to: number, ordinalAt: OrdinalAt): number | null {
  for (let line = to - 1; line >= from; line--) {
    const ordinal = ordinalAt(line);
    if (ordinal !== null) return ordinal;
  }
  return null;
}

/** The lists that begin at 1, as the draft's own does, below headings of the same name above it. */
function earlierLists(
  lines: readonly Line[],
  headings: readonly Heading[],
  { from, to }: ListRegion,
  ordinalAt: OrdinalAt,
): EarlierList[] {
  const own = headings.find(({ line }) => line === from - 1);
  if (!own) return [];
  const found: EarlierList[] = [];
  headings.forEach((heading, index) => {
    if (heading.line >= own.line || !hasSameName(heading, own) || ordinalAt(heading.line + 1) !== 1) return;
    const region = linesBelow(headings, index, lines.length, ordinalAt);
    // Where no title follows, a text may begin in the midst of what is below the heading.
    const next = headings.find(({ line }) => line === region.to);
    const end = next?.names ? lastLineOfList(lines, region, ordinalAt) + 1 : region.to;
    found.push({ heading, ...region, to: end });
  });
  return found.length > 0 && firstOrdinal(from, to, ordinalAt) === 1 ? found : [];
}

/** The line behind the last of the lists above that another one does not follow at once: that is of the same chapter. */
function startOfChapter(earlier: readonly EarlierList[], own: ListRegion | null): number {
  let next = own;
  for (const list of earlier.toReversed()) {
    if (next && list.to < next.from - 1) return list.to;
    next = list;
  }
  return 0;
}

/** The last line of the block that holds the last label of those that count up from 1. */
function lastLineOfList(
  lines: readonly Line[],
  { from, to }: Pick<ListRegion, 'from' | 'to'>,
  ordinalAt: OrdinalAt,
): number {
  let last = from;
  let due = 1;
  for (let line = from; line < to; line++) {
    if (ordinalAt(line) !== due) continue;
    last = line;
    due++;
  }
  while (last + 1 < to && lines[last + 1]?.block === lines[last]?.block) last++;
  return last;
}

/** The number of the first label in the lines from `from` up to `to`. */
function firstOrdinal(from: number, to: number, ordinalAt: OrdinalAt): number | null {
  for (let line = from; line < to; line++) {
    const ordinal = ordinalAt(line);
    if (ordinal !== null) return ordinal;
  }
  return null;
}

/** A list of entries that lost its heading: the lines from `from` up to `to` that start with labels which count up. */
function unnamedList(
  masked: string,
  lines: readonly Line[],
  headings: readonly Heading[],
  from: number,
  to: number,
  kind: MarkerKind,
): ListRegion | null {
  const run: number[] = [];
  let expected = Number.POSITIVE_INFINITY;
  for (let index = to - 1; index >= from; index--) {
    const label = labelAt(masked, lines[index] as Line, null);
    if (label?.form !== 'text' || kindOf(label.label) !== kind) continue;
    const ordinal = ordinalOf(label.label);
    if (ordinal >= expected) break;
    run.unshift(index);
    expected = ordinal;
    if (ordinal === 1) break;
  }
  if (run.length < 2 || expected > 2) return null;
  const [first, last] = [run[0] as number, run.at(-1) as number];
  return { heading: null, inner: headings.filter(({ line }) => line > first && line < last), from: first, to };
}

/** A list of entries from 1 on below the last heading that has a name of other places for it. */
function listOfOtherName(headings: readonly Heading[], lineCount: number, ordinalAt: OrdinalAt): ListRegion | null {
  const index = headings.findLastIndex(isOtherName);
  const heading = headings[index];
  if (!heading || ordinalAt(heading.line + 1) !== 1) return null;
  return { heading: null, ...linesBelow(headings, index, lineCount, ordinalAt) };
}

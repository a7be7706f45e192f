import type { MarkerKind } from './draft.ts';
import { labelAt } from './entry-labels.ts';
import { type Heading, isOtherName } from './headings.ts';
import { kindOf, ordinalOf } from './labels.ts';
import type { Line } from './lines.ts';

/** The stretch of lines that holds one of the two lists: from `from` up to `to`, without its heading. */
export interface ListRegion {
  readonly heading: Heading | null;
  readonly from: number;
  readonly to: number;
}

/** The two lists of a draft, as far as it has them. */
export interface Lists {
  readonly citations: ListRegion | null;
  readonly notes: ListRegion | null;
}

/** Finds the lists by their headings, or else by labels that count up. */
export function findLists(masked: string, lines: readonly Line[], headings: readonly Heading[]): Lists {
  const holds = (kind: MarkerKind) => (from: number, to: number) =>
    lines.slice(from, to).some((line) => {
      const label = labelAt(masked, line, kind);
      return label !== null && kindOf(label.label) === kind;
    });
  const citations =
    regionOf('citations', headings, lines.length, holds('citation')) ??
    unnamedList(masked, lines, lines.length, 'citation') ??
    listOfOtherName(masked, lines, headings);
  const notes =
    regionOf('notes', headings, lines.length, holds('note')) ??
    unnamedList(masked, lines, citations?.from ?? lines.length, 'note');
  const goesOn = notes !== null && citations !== null && !citations.heading && citations.from < notes.to;
  return { citations, notes: goesOn ? { ...notes, to: citations.from } : notes };
}

/**
 * Where the list named `name` is: below the last heading of that name that has entries below it, else below the last
 * one; up to the next heading.
 */
function regionOf(
  name: 'notes' | 'citations',
  headings: readonly Heading[],
  lineCount: number,
  holdsEntries: (from: number, to: number) => boolean,
): ListRegion | null {
  let found: ListRegion | null = null;
  headings.forEach((heading, index) => {
    if (heading.names !== name) return;
    const region = { heading, from: heading.line + 1, to: headings[index + 1]?.line ?? lineCount };
    if (!found || holdsEntries(region.from, region.to)) found = region;
  });
  return found;
}

/** A list of entries that lost its heading: the lines up to `to` that start with labels which count up. */
function unnamedList(masked: string, lines: readonly Line[], to: number, kind: MarkerKind): ListRegion | null {
  const run: number[] = [];
  let expected = Number.POSITIVE_INFINITY;
  for (let index = to - 1; index >= 0; index--) {
    const label = labelAt(masked, lines[index] as Line, null);
    if (label?.form !== 'text' || kindOf(label.label) !== kind) continue;
    const ordinal = ordinalOf(label.label);
    if (ordinal >= expected) break;
    run.unshift(index);
    expected = ordinal;
    if (ordinal === 1) break;
  }
  return run.length > 1 && expected <= 2 ? { heading: null, from: run[0] as number, to } : null;
}

/** A list of entries from 1 on below the last heading that has a name of other places for it. */
function listOfOtherName(masked: string, lines: readonly Line[], headings: readonly Heading[]): ListRegion | null {
  const index = headings.findLastIndex(isOtherName);
  const heading = headings[index];
  const line = lines[heading ? heading.line + 1 : lines.length];
  const label = line && labelAt(masked, line, 'citation');
  if (!heading || !label || label.label !== '1') return null;
  return { heading: null, from: heading.line + 1, to: headings[index + 1]?.line ?? lines.length };
}

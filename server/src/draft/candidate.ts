import type { Range } from '../text/range.ts';
import type { Entry, MarkerKind, Notation } from './draft.ts';

/** Something in the prose that may be a marker. */
export interface Candidate extends Range {
  readonly kind: MarkerKind;
  readonly label: string;
  readonly ordinal: number;
  readonly notation: Notation;
  readonly callout: Range;
  /** How much it looks like a marker where it stands: below 0 not at all, 2 likely, above 3 hardly anything else. */
  readonly weight: number;
  /** A callout in a notation of its own, that needs no numbers around it to be one. */
  readonly sure: boolean;
}

/** The labels of the entries of one kind, by ordinal. */
export interface KnownLabels {
  readonly has: (ordinal: number) => boolean;
  /** How many entries there are; 0 where the draft has no list of them. */
  readonly size: number;
}

export function labelsOf(entries: readonly Entry[]): KnownLabels {
  let labels: ReadonlySet<number> | null = null;
  const has = (ordinal: number) => {
    labels ??= new Set(entries.map((entry) => entry.ordinal));
    return labels.has(ordinal);
  };
  return { has, size: entries.length };
}

/** Goes through places in rising order and tells of each whether one of `ranges` (sorted, disjoint) holds it. */
export function insideOf(ranges: readonly Range[]): (offset: number) => boolean {
  let index = 0;
  return (offset) => {
    while (index < ranges.length && (ranges[index] as Range).end <= offset) index++;
    const range = ranges[index];
    return range !== undefined && range.start <= offset;
  };
}

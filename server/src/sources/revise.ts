import { type Change, type Moving, shiftRange } from '../text/change.ts';
import type { Range } from '../text/range.ts';
import type { Reference, Sources } from './source.ts';

/** Moves what stands behind a change, which lies outside of the citations, to where it stands now, in place. */
export function shiftSources({ references, commentary }: Sources, change: Change): void {
  const { end, by } = change;
  const shift = (part: Range | null) => {
    if (!part) return;
    const moving = part as Moving<Range>;
    moving.start += by;
    moving.end += by;
  };
  // The parts of a source are those of its reference.
  for (const reference of references as readonly Moving<Reference>[]) {
    if (reference.start < end) continue;
    reference.start += by;
    reference.end += by;
    shiftParts(reference, shift);
  }
  for (const ranges of commentary.values()) for (const range of ranges) shiftRange(range, change);
}

function shiftParts(reference: Reference, shift: (part: Range | null) => void): void {
  for (const name of reference.authors) shift(name);
  shift(reference.title);
  shift(reference.container);
  shift(reference.publisher);
  shift(reference.place);
  shift(reference.date);
  shift(reference.pages);
  shift(reference.url);
  shift(reference.accessed);
  shift(reference.locator);
}

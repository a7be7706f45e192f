import type { Range } from './range.ts';

/**
 * What became of a text: the range is what was replaced, in the text before; all that stood behind it stands `by` code
 * units further on now.
 */
export interface Change extends Range {
  readonly by: number;
}

/** Texts are first compared in pieces of this many code units: that is the engine's own work. */
const PIECE = 4096;

/** The smallest change that makes `after` of `before`; null when they are the same. */
export function changeBetween(before: string, after: string): Change | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start + PIECE <= shorter && before.slice(start, start + PIECE) === after.slice(start, start + PIECE))
    start += PIECE;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;

  const most = shorter - start;
  const tail = (text: string, from: number, to: number) => text.slice(text.length - to, text.length - from);
  let same = 0;
  while (same + PIECE <= most && tail(before, same, same + PIECE) === tail(after, same, same + PIECE)) same += PIECE;
  while (same < most && before.charCodeAt(before.length - same - 1) === after.charCodeAt(after.length - same - 1))
    same++;
  return { start, end: before.length - same, by: after.length - before.length };
}

/** Where what stood at an offset stands now; the offset lies outside of what was replaced. */
export function movedOffset(offset: number, { end, by }: Change): number {
  return offset >= end ? offset + by : offset;
}

/** Where a range stands now; neither of its ends lies inside of what was replaced. */
export function movedRange({ start, end }: Range, change: Change): Range {
  return { start: movedOffset(start, change), end: movedOffset(end, change) };
}

/**
 * A range that is moved where it is. V8 learns what a function is given from all its callers together: lists with
 * thousands of items are moved by loops of their own, which see one kind of object and are five times as fast.
 */
export type Moving<Item extends Range> = Item & { start: number; end: number };

/**
 * Moves a range to where it stands now, in place: after a keystroke in a long draft there are too many of them to make
 * them all again. Whoever calls this owns the object.
 */
export function shiftRange(range: Range, { end, by }: Change): void {
  const moving = range as Moving<Range>;
  if (moving.start >= end) moving.start += by;
  if (moving.end >= end) moving.end += by;
}

/** Whether a range stands where it stood, as far as the change tells. */
export function isMoved(before: Range, after: Range, change: Change): boolean {
  return movedOffset(before.start, change) === after.start && movedOffset(before.end, change) === after.end;
}

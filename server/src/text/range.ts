/**
 * A stretch of a text: UTF-16 offsets from 0, `end` exclusive. Always whole numbers: one `Infinity` in one range, and V8
 * keeps the offsets of all objects of that shape, and then of all that copy them, as numbers on the heap.
 */
export interface Range {
  readonly start: number;
  readonly end: number;
}

export function contains(range: Range, offset: number): boolean {
  return offset >= range.start && offset < range.end;
}

export function overlaps(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether ranges overlap, or one starts where the other ends. */
export function touches(a: Range, b: Range): boolean {
  return overlaps(a, b) || a.start === b.end || a.end === b.start;
}

/** A range of the same length, `by` code units further on. */
export function movedBy({ start, end }: Range, by: number): Range {
  return { start: start + by, end: end + by };
}

/**
 * The index of the last item that starts at or before `offset`, or -1.
 * `items` are sorted by `start`; takes O(log n).
 */
export function lastStartingBefore(items: readonly Range[], offset: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((items[middle] as Range).start <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The items that start in a range, of items that are sorted by `start`. */
export function startingIn<Item extends Range>(items: readonly Item[], range: Range): readonly Item[] {
  const { from, to } = indicesIn(items, range);
  return items.slice(from, to);
}

/** Where the items that start in a range are among the sorted `items`: from the index `from` on, before `to`. */
export function indicesIn(items: readonly Range[], { start, end }: Range): { from: number; to: number } {
  return { from: lastStartingBefore(items, start - 1) + 1, to: lastStartingBefore(items, end - 1) + 1 };
}

/** Gives the last of the sorted `items` that starts at or before an offset, for offsets that do not fall. */
export function lastBefore<Item extends Range>(items: readonly Item[]): (offset: number) => Item | undefined {
  let next = 0;
  return (offset) => {
    while (next < items.length && (items[next] as Item).start <= offset) next++;
    return items[next - 1];
  };
}

/** The item that holds `offset`, of items that are sorted and do not overlap. */
export function itemAt<Item extends Range>(items: readonly Item[], offset: number): Item | undefined {
  const item = items[lastStartingBefore(items, offset)];
  return item && contains(item, offset) ? item : undefined;
}

/** Sorted, with touching and overlapping ranges joined and empty ones dropped. */
export function mergeRanges(ranges: readonly Range[]): Range[] {
  const merged: { start: number; end: number }[] = [];
  for (const range of [...ranges].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (range.start >= range.end) continue;
    if (last && range.start <= last.end) last.end = Math.max(last.end, range.end);
    else merged.push({ start: range.start, end: range.end });
  }
  return merged;
}

import type { Marker } from '../draft/draft.ts';
import type { Range } from '../text/range.ts';

/** What is said of one marker or of several that stand at one claim. */
export type Run<Item> = readonly [Item, ...Item[]];

/**
 * `items` cut into runs of those whose markers stand side by side: `[2][3]`, the items of `[2, 3]` and `[1–3]`, and of
 * `[1]–[3]` with what it leaves out.
 *
 * @param isAlike whether the same can be said of two that do
 */
export function standingTogether<Item>(
  items: readonly Item[],
  markerOf: (item: Item) => Marker,
  isAlike: (before: Item, item: Item) => boolean = () => true,
): readonly Run<Item>[] {
  const runs: [Item, ...Item[]][] = [];
  for (const item of items) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    const isNext = before !== undefined && markerOf(item).callout.start <= markerOf(before).callout.end;
    if (run && isNext && isAlike(before, item)) run.push(item);
    else runs.push([item]);
  }
  return runs;
}

/** From the first to the last of a run. */
export function spanOf<Item>(run: Run<Item>, markerOf: (item: Item) => Range): Range {
  const [first] = run;
  return { start: markerOf(first).start, end: markerOf(run.at(-1) ?? first).end };
}

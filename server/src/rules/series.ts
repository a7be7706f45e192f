import type { Draft, Entry, Marker, MarkerKind } from '../draft/draft.ts';
import { labelOf } from '../draft/labels.ts';
import type { Range } from '../text/range.ts';
import { remembering } from '../text/remember.ts';
import { firstIndex } from '../text/search.ts';

/** A marker or an entry, as far as its place in a series goes. */
export interface Member extends Range {
  readonly label: string;
  readonly ordinal: number;
}

/** A member that stands outside the rising order of the others. */
export interface Misplaced<Item extends Member> {
  readonly item: Item;
  /** Its neighbours in the text, of those in order. */
  readonly before: Item | null;
  readonly after: Item | null;
  /** The member with the same label that is in its place. */
  readonly twin: Item | null;
  /** The ordinal that is due where the item stands; null when none is left out there. */
  readonly expected: number | null;
}

/** What is numbered 1, 2, 3, … through a draft, told apart into what is in order and what is not. */
export interface Series<Item extends Member> {
  /** The longest rising run: as few members as can be are out of order. Gaps are no disorder. */
  readonly inOrder: readonly Item[];
  readonly misplaced: readonly Misplaced<Item>[];
  /** The first ordinal above `from` and below `to` that waits for a member; null when none does. */
  readonly due: (from: number, to: number) => number | null;
}

/** The markers of one kind that have an entry, in the body; those in notes follow no order. */
export function markerSeries(draft: Draft, kind: MarkerKind): Series<Marker> {
  return markersInSeries[kind](draft);
}

/** Several rules look at the same series. */
const markersInSeries = ofEachKind((draft, kind): Series<Marker> => {
  const markers = draft.markers.filter((marker) => marker.kind === kind && marker.entry && marker.note === null);
  let free: readonly number[] | null = null;
  return seriesOf(markers, (from, to) => {
    free ??= uncalled(draft, kind);
    const ordinals = free;
    const ordinal = ordinals[firstIndex(ordinals.length, (index) => (ordinals[index] as number) > from)];
    return ordinal !== undefined && ordinal < to ? ordinal : null;
  });
});

/** The ordinals of the entries that no marker calls, rising. */
function uncalled(draft: Draft, kind: MarkerKind): number[] {
  const called = new Set<number>();
  for (const marker of draft.markers) if (marker.kind === kind) called.add(marker.ordinal);
  return entriesOf(draft, kind)
    .map((entry) => entry.ordinal)
    .filter((ordinal) => !called.has(ordinal))
    .sort((a, b) => a - b);
}

/** What is due where a run of misplaced members stands, as many as they are or fewer. */
export function dueInPlace(
  { due }: Series<Member>,
  kind: MarkerKind,
  run: readonly [Misplaced<Member>, ...Misplaced<Member>[]],
): readonly Pick<Member, 'label' | 'ordinal'>[] {
  const [{ before, after }] = run;
  const found: Pick<Member, 'label' | 'ordinal'>[] = [];
  const to = after?.ordinal ?? Number.POSITIVE_INFINITY;
  for (let next = due(before?.ordinal ?? 0, to); next !== null && found.length < run.length; next = due(next, to))
    found.push({ label: labelOf(kind, next), ordinal: next });
  return found;
}

/** The citations or the notes, as they are listed. */
export function entrySeries(draft: Draft, kind: MarkerKind): Series<Entry> {
  return entriesInSeries[kind](draft);
}

const entriesInSeries = ofEachKind((draft, kind): Series<Entry> => {
  const entries = entriesOf(draft, kind);
  let present: ReadonlySet<number> | null = null;
  return seriesOf(entries, (from, to) => {
    if (to - from < 2) return null;
    present ??= new Set(entries.map((entry) => entry.ordinal));
    let ordinal = from + 1;
    while (ordinal < to && present.has(ordinal)) ordinal++;
    return ordinal < to ? ordinal : null;
  });
});

export function entriesOf(draft: Draft, kind: MarkerKind): readonly Entry[] {
  return kind === 'citation' ? draft.citations : draft.notes;
}

/** The members of a rising run between which `ordinal` belongs. */
export function placeOf<Item extends Member>(
  inOrder: readonly Item[],
  ordinal: number,
): readonly [Item | null, Item | null] {
  const index = firstIndex(inOrder.length, (at) => (inOrder[at] as Item).ordinal >= ordinal);
  const after = inOrder[index]?.ordinal === ordinal ? inOrder[index + 1] : inOrder[index];
  return [inOrder[index - 1] ?? null, after ?? null];
}

function seriesOf<Item extends Member>(
  items: readonly Item[],
  due: (from: number, to: number) => number | null,
): Series<Item> {
  if (items.every((item, index) => index === 0 || item.ordinal > (items[index - 1] as Item).ordinal)) {
    return { inOrder: items, misplaced: [], due };
  }
  const inOrder = longestRising(items);
  preferFirstOfSwapped(items, inOrder, due);
  preferSecondOfEqual(items, inOrder, due);

  const places = new Map(inOrder.map((item) => [item.ordinal, item]));
  const misplaced: Misplaced<Item>[] = [];
  let next = 0;
  for (const item of items) {
    if (item === inOrder[next]) {
      next++;
      continue;
    }
    const before = inOrder[next - 1] ?? null;
    const after = inOrder[next] ?? null;
    const expected = due(before?.ordinal ?? 0, after?.ordinal ?? Number.POSITIVE_INFINITY);
    misplaced.push({ item, before, after, twin: places.get(item.ordinal) ?? null, expected });
  }
  return { inOrder, misplaced, due };
}

type Due = Series<Member>['due'];

/** Of two neighbours that were swapped the second is misplaced: the one that is lower than the one before it. */
function preferFirstOfSwapped<Item extends Member>(items: readonly Item[], inOrder: Item[], due: Due): void {
  let next = 0;
  for (const [index, member] of items.entries()) {
    const second = inOrder[next];
    if (second === undefined) return;
    const isSwapped =
      second === items[index + 1] &&
      second.ordinal === member.ordinal - 1 &&
      (inOrder[next + 1]?.ordinal ?? Number.POSITIVE_INFINITY) > member.ordinal &&
      due(inOrder[next - 1]?.ordinal ?? 0, second.ordinal) === null;
    if (isSwapped) inOrder[next] = member;
    if (member === inOrder[next]) next++;
  }
}

/** Of two equal neighbours the first is misplaced when the number before theirs waits for its own. */
function preferSecondOfEqual<Item extends Member>(items: readonly Item[], inOrder: Item[], due: Due): void {
  let next = 0;
  for (const member of items) {
    const last = inOrder[next - 1];
    if (member === inOrder[next]) next++;
    else if (last?.ordinal === member.ordinal && due(inOrder[next - 2]?.ordinal ?? 0, last.ordinal) !== null) {
      inOrder[next - 1] = member;
    }
  }
}

/** The longest strictly rising subsequence (patience sorting, O(n log n)); of equal members the first. */
function longestRising<Item extends Member>(items: readonly Item[]): Item[] {
  const tails: number[] = [];
  const previous: number[] = [];
  for (const [index, item] of items.entries()) {
    const place = firstIndex(tails.length, (at) => (items[tails[at] as number] as Item).ordinal >= item.ordinal);
    previous.push(place > 0 ? (tails[place - 1] as number) : -1);
    const tail = tails[place];
    if (tail === undefined || (items[tail] as Item).ordinal !== item.ordinal) tails[place] = index;
  }
  const rising: Item[] = [];
  for (let index = tails.at(-1) ?? -1; index !== -1; index = previous[index] as number)
    rising.push(items[index] as Item);
  return rising.reverse();
}

/** Longer runs are one loss, and one finding. */
const LONGEST_APART = 3;

/** `members` cut where their numbers do not climb by one; each member of a short run by itself. */
export function runsOf<Item extends Member>(members: readonly Item[]): (readonly [Item, ...Item[]])[] {
  const runs: (readonly [Item, ...Item[]])[] = [];
  let from = 0;
  for (let at = 1; at <= members.length; at++) {
    if (members[at]?.ordinal === (members[at - 1] as Item).ordinal + 1) continue;
    const run = members.slice(from, at);
    if (run.length > LONGEST_APART) runs.push(run as [Item, ...Item[]]);
    else for (const member of run) runs.push([member]);
    from = at;
  }
  return runs;
}

function ofEachKind<Made>(make: (draft: Draft, kind: MarkerKind) => Made): Record<MarkerKind, (draft: Draft) => Made> {
  return {
    citation: remembering((draft) => make(draft, 'citation')),
    note: remembering((draft) => make(draft, 'note')),
  };
}

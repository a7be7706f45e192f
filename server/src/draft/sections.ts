import { HIDDEN, type Prose } from '../markdown/prose.ts';
import { isInvisible } from '../text/characters.ts';
import type { Entry, Section } from './draft.ts';
import type { Heading } from './headings.ts';
import type { Line } from './lines.ts';
import type { ListRegion, Lists } from './regions.ts';

/** A number sign, white space, or what is hidden: a tag, the sign of a quotation. */
const BEFORE_WORDS = new Set([35, 32, 9, 0xa0, HIDDEN.charCodeAt(0)]);

function isBeforeWords(code: number): boolean {
  return BEFORE_WORDS.has(code) || isInvisible(code);
}

/** Whether a heading is that of a list, or one that parts it. */
function heads(list: ListRegion | null, heading: Heading): boolean {
  return list !== null && (list.heading === heading || list.inner.includes(heading));
}

/** Whether a heading is that of a list of a chapter above. */
function isOfEarlierList({ earlier, start }: Lists, heading: Heading): boolean {
  return earlier.some((list) => heads(list, heading)) || (heading.names === 'notes' && heading.line < start);
}

/** Cuts the draft into its sections: one a heading, and one for what follows the last entry of a list. */
export function cutSections(
  { text, masked, frontMatter }: Prose,
  lines: readonly Line[],
  headings: readonly Heading[],
  lists: Lists,
  entries: Record<'notes' | 'citations', readonly Entry[]>,
): Section[] {
  const from = frontMatter?.end ?? 0;
  const to = text.length;
  const cuts: { start: number; kind: Section['kind']; heading: Heading | null }[] = [];
  const add = (start: number, kind: Section['kind'], heading: Heading | null) => cuts.push({ start, kind, heading });
  const firstList = Math.min(
    lists.notes?.from ?? Number.POSITIVE_INFINITY,
    lists.citations?.from ?? Number.POSITIVE_INFINITY,
  );
  headings.forEach((heading) => {
    // An entry that is underlined heads nothing.
    if (Object.values(lists).some((region) => region && !region.heading && region.from === heading.line)) return;
    // With the number signs and tags before its words.
    let start = heading.start;
    while (start > from && heading.depth > 0 && isBeforeWords(masked.charCodeAt(start - 1))) start--;
    const kind = (['notes', 'citations'] as const).find((name) => heads(lists[name], heading));
    const isText = heading.line < firstList && !isOfEarlierList(lists, heading);
    add(start, kind ?? (isText ? 'body' : 'other'), heading);
  });
  for (const { to: end } of lists.earlier) {
    if (!headings.some(({ line }) => line === end)) add((lines[end] as Line).start, 'body', null);
  }
  for (const kind of ['notes', 'citations'] as const) {
    const region = lists[kind];
    if (!region) continue;
    if (!region.heading) add((lines[region.from] as Line).start, kind, null);
    const isInside = (entry: Entry) => entry.start < (lines[region.to - 1]?.end ?? 0);
    let last = entries[kind].findLast(isInside);
    const note = lists.notes ? undefined : entries.notes.findLast(isInside);
    if (note && note.start > (last?.start ?? 0)) last = note;
    const rest = last ? lines.findIndex(({ start }, index) => index >= region.from && start >= last.end) : -1;
    // A list that lost its heading goes on to the end of the draft: what follows it may have one.
    const start = lines[rest]?.start ?? to;
    if (start < to && rest < region.to && !headings.some(({ line }) => line === rest)) add(start, 'other', null);
  }
  cuts.sort((a, b) => a.start - b.start);
  if (cuts[0]?.start !== from) cuts.unshift({ start: from, kind: firstList === 0 ? 'other' : 'body', heading: null });
  return cuts.map((cut, index) => ({
    kind: cut.kind,
    title: cut.heading?.title ?? '',
    start: cut.start,
    end: cuts[index + 1]?.start ?? to,
    heading: cut.heading && { start: cut.heading.start, end: cut.heading.end },
    depth: cut.heading?.depth ?? 0,
  }));
}

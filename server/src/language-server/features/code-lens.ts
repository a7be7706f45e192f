import type { Analysis } from '../../analysis.ts';
import type { Entry, Marker } from '../../draft/draft.ts';
import type { Source } from '../../sources/source.ts';
import { put } from '../../text/group.ts';
import type { Range } from '../../text/range.ts';

export interface CodeLens extends Range {
  /** `Cited by 3 claims`. */
  readonly title: string;
  /** The markers of the claims. */
  readonly claims: readonly Range[];
}

/** Above each entry that names a source in full or is a note: how many claims rest on it. Linear in the draft. */
export function codeLenses({ draft, sources }: Analysis): readonly CodeLens[] {
  const callsOf = grouped(draft.markers, ({ entry }) => (entry ? [entry] : []));
  const claimsOf = grouped(draft.markers, ({ entry }) =>
    entry ? new Set((sources.byCitation.get(entry) ?? []).flatMap(({ source }) => source ?? [])) : [],
  );
  const namedIn = grouped(sources.sources, ({ citation }) => [citation]);
  const lens = ({ labelRange: { start, end } }: Entry, claims: readonly Marker[]): CodeLens => ({
    start,
    end,
    title: `Cited by ${claims.length} ${claims.length === 1 ? 'claim' : 'claims'}`,
    claims,
  });
  const inOrder = (works: readonly Source[]) =>
    [...new Set(works.flatMap((work) => claimsOf.get(work) ?? []))].sort((a, b) => a.start - b.start);
  return [
    ...draft.notes.map((note) => lens(note, callsOf.get(note) ?? [])),
    ...draft.citations.flatMap((citation) => {
      const works = namedIn.get(citation);
      return works ? [lens(citation, inOrder(works))] : [];
    }),
  ];
}

function grouped<Item, Key>(items: readonly Item[], keysOf: (item: Item) => Iterable<Key>): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) for (const key of keysOf(item)) put(groups, key, item);
  return groups;
}

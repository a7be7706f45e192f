import type { Analysis } from '../../analysis.ts';

/**
 * Whether two readings say the same, whatever labels and names are called: every marker calls the entry in the same
 * place of its list, and every reference means the same one of the sources. Linear in the draft.
 */
export function meansTheSame(before: Analysis, after: Analysis): boolean {
  return meaningOf(before) === meaningOf(after);
}

function meaningOf({ draft, sources }: Analysis): string {
  const places = new Map<object, number>();
  for (const list of [draft.citations, draft.notes, sources.sources]) {
    for (const [place, item] of list.entries()) places.set(item, place);
  }
  const placeOf = (item: object | null) => (item ? places.get(item) : '-');
  const markers = draft.markers.map(({ kind, entry }) => `${kind} ${placeOf(entry)}`);
  const references = sources.references.map(({ citation, source }) => `${placeOf(citation)} ${placeOf(source)}`);
  return [...markers, '', ...references, '', draft.citations.length, draft.notes.length].join('\n');
}

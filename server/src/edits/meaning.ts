import type { Reading } from '../rules/rule.ts';
import type { Concept } from '../vocabulary/concept.ts';

/**
 * Whether two readings say the same, whatever labels and names are called: every marker calls the entry in the same
 * place of its list, and every reference means the same one of the sources. Linear in the draft.
 */
export function meansTheSame(before: Reading, after: Reading): boolean {
  return meaningOf(before) === meaningOf(after);
}

function meaningOf({ draft, sources }: Reading): string {
  const places = new Map<object, number>();
  for (const list of [draft.citations, draft.notes, sources.sources]) {
    for (const [place, item] of list.entries()) places.set(item, place);
  }
  const placeOf = (item: object | null) => (item ? places.get(item) : '-');
  const markers = draft.markers.map(({ kind, entry }) => `${kind} ${placeOf(entry)}`);
  const references = sources.references.map(({ citation, source }) => `${placeOf(citation)} ${placeOf(source)}`);
  return [...markers, '', ...references, '', draft.citations.length, draft.notes.length].join('\n');
}

/** Whether a reading names groups, people and places no more often than the other, but for `concept` itself. */
export function namesNoOther(before: Reading, after: Reading, concept: Concept): boolean {
  const counts = new Map<string, number>();
  const add = ({ names }: Reading, by: number) => {
    for (const { concept: named } of names.mentions) counts.set(named.id, (counts.get(named.id) ?? 0) + by);
  };
  add(before, -1);
  add(after, 1);
  return [...counts].every(([id, more]) => more <= 0 || id === concept.id);
}

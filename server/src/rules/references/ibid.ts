import type { Draft, Entry } from '../../draft/draft.ts';
import type { Reference, ReferenceProblem, Sources } from '../../sources/source.ts';
import { lastStartingBefore } from '../../text/range.ts';

/** The citation that stands before another in the list, whatever their numbers. */
export function previousCitation(draft: Draft, citation: Entry): Entry | null {
  return draft.citations[lastStartingBefore(draft.citations, citation.start - 1)] ?? null;
}

/** The Ibids with that problem, but for those that inherit it from the citation before. */
export function troubledIbids(draft: Draft, sources: Sources, problem: ReferenceProblem): Reference[] {
  return sources.references.filter((reference) => {
    if (reference.form !== 'ibid' || reference.problem !== problem) return false;
    const before = previousCitation(draft, reference.citation);
    const inherited = before && sources.byCitation.get(before);
    return !(inherited?.length === 1 && inherited[0]?.source === null && inherited[0].problem !== null);
  });
}

import type { Analysis } from '../../analysis.ts';
import type { Range } from '../../text/range.ts';
import { callsOf, claimsRestingOn, entriesAt, mentionsOfSame, referencesAt, sourcesMeant } from './meaning.ts';
import { targetAt } from './target.ts';

/**
 * All claims that rest on the works of what stands at `offset`, through every Ibid. and short form; of a note its
 * markers, of a name every mention. With `declaration` the full citations (the note's label) come along. In the order of the text.
 */
export function references(analysis: Analysis, offset: number, declaration: boolean): readonly Range[] {
  const target = targetAt(analysis, offset);
  if (!target) return [];
  if (target.kind === 'mention') return mentionsOfSame(analysis, target);
  const works = sourcesMeant(referencesAt(analysis, target));
  const entries = entriesAt(target);
  const claims = works.size > 0 ? claimsRestingOn(analysis, works) : callsOf(analysis, entries);
  if (!declaration) return claims;
  const declared =
    works.size > 0 ? [...works].map(({ reference }) => reference) : entries.map(({ labelRange }) => labelRange);
  return [...claims, ...declared];
}

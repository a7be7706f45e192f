import type { Reference } from '../../sources/source.ts';
import { groupBy } from '../../text/group.ts';
import { related } from '../finding.ts';
import type { Related } from '../rule.ts';
import { quote } from '../words.ts';
import { familyNames } from './short-form.ts';

// A short form that is used several times is reported once.

/** The short forms with a problem, those that mean the same together: one cause, one finding. */
export function groupByMeaning(
  references: readonly Reference[],
  problem: Reference['problem'],
): Iterable<readonly [Reference, ...Reference[]]> {
  const own = references.filter((reference) => reference.form === 'short' && reference.problem === problem);
  return groupBy(own, (reference) => {
    const meant = reference.candidates.map(({ id }) => id).join(' ');
    const named = `${familyNames(reference)}\n${reference.title?.text ?? ''}`;
    // `Op. cit.` alone names nothing, and means something else in each place.
    return named === '\n' ? String(reference.start) : `${named}\n${meant}`;
  }).values();
}

/** The other places of a form that is reported once. */
export function alsoIn(references: readonly Reference[]): Related[] {
  return references.map((reference) =>
    related(reference, `The same short form in citation ${quote(reference.citation.label)}`),
  );
}

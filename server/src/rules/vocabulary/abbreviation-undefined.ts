import * as v from 'valibot';
import { lines } from '../example.ts';
import { texts, withOptions } from '../options.ts';
import { quote } from '../words.ts';
import { ALIAS_WORDS, aliasClauses } from './alias-clauses.ts';
import { firsts, own, PARTS } from './own.ts';

/** What may be an abbreviation that is introduced. */
const IN_PARENTHESES = /\([^\s()][^()]{0,20}\)/;
/** What every reader knows. */
const KNOWN = ['EU', 'FBI', 'CIA', 'NATO', 'UK', 'UN', 'US', 'USA', 'USSR'];
const KNOWN_TO_ALL: ReadonlySet<string> = new Set(KNOWN);

export const abbreviationUndefined = withOptions({
  id: 'abbreviation-undefined',
  group: 'vocabulary',
  severity: 'warning',
  summary: 'A group’s abbreviation is used and never introduced.',
  explanation:
    'Not every reader knows every abbreviation. It is introduced where the group is first named: the name, then the abbreviation in parentheses. The abstract and the body are read apart, so each introduces what it uses. One finding for each abbreviation, where it first stands.',
  examples: () => [
    {
      title: 'The abbreviation stands alone.',
      draft: lines('The campaign of TTP went on. TTP grew.', '                ~~~'),
      messages: ['Unexpected “TTP” without an introduction, expected “Tehrik-i-Taliban Pakistan (TTP)”'],
    },
    {
      title: 'The abbreviation is introduced.',
      draft: lines('The Tehrik-i-Taliban Pakistan (TTP) grew. TTP leaders met.'),
    },
    {
      title: 'Other words than its name say who is meant.',
      draft: lines('The African Union’s mission (AMISOM) left. AMISOM had come in 2007.'),
    },
    {
      title: 'The abbreviation is what else the group is called.',
      draft: lines('The Pakistani Taliban, also known as TTP, grew. TTP leaders met.'),
    },
    {
      title: 'Some are known to the readers of a journal.',
      options: { known: ['TTP'] },
      draft: lines('The campaign of TTP went on.'),
    },
  ],
  reads: new RegExp(`${IN_PARENTHESES.source}|${ALIAS_WORDS.source}`, 'i'),
  options: v.strictObject(
    {
      known: texts(
        'an abbreviation',
        'a list of abbreviations',
        `what needs no introduction, beside ${KNOWN.join(', ')}`,
      ),
    },
    'a map of options',
  ),
  check: (reading, report, { known }) => {
    const needsNone = known.length === 0 ? KNOWN_TO_ALL : new Set([...KNOWN, ...known].map(plain));
    const { inText, introductions } = own(reading);
    const { masked } = reading.prose;
    for (const part of PARTS) {
      const introduced = new Set(
        introductions.flatMap((introduction) =>
          introduction.part === part ? [introduction.abbreviation, introduction.mention?.concept] : [],
        ),
      );
      const used = inText[part].filter(({ label, concept }) => label === concept.abbreviation);
      for (const [concept, first] of firsts(used, (mention) => mention.concept)) {
        const { start, end, label } = first;
        if (introduced.has(concept) || introduced.has(label) || needsNone.has(plain(label))) continue;
        if (aliasClauses(reading).explained.has(first)) continue;
        // Whatever stands before the parentheses says who is meant: the African Union’s mission (AMISOM).
        if (masked.charAt(start - 1) === '(' && masked.charAt(end) === ')') continue;
        const name = `${concept.prefLabel} (${label})`;
        report({
          start,
          end,
          message: `Unexpected ${quote(label)} without an introduction, expected ${quote(name)}`,
          fixes: [{ title: `Write ${quote(name)} here`, safe: false, edits: [{ start, end, text: name }] }],
        });
      }
    }
  },
});

/** `U.S.` and `US` are one. */
function plain(abbreviation: string): string {
  return abbreviation.replaceAll('.', '');
}

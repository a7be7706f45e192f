import { contains } from '../../text/range.ts';
import { abstractOf } from '../../vocabulary/abbreviations.ts';
import { lines } from '../example.ts';
import type { Rule } from '../rule.ts';
import { quote } from '../words.ts';
import { firsts, isInHeading, isText, ownIntroductions, ownMentions } from './own.ts';

export const abbreviationUndefined: Rule = {
  id: 'abbreviation-undefined',
  group: 'vocabulary',
  severity: 'warning',
  summary: 'A group’s abbreviation is used and never introduced.',
  explanation:
    'Not every reader knows every abbreviation. It is introduced where the group is first named: the name, then the abbreviation in parentheses. The abstract and the body are read apart, so each introduces what it uses. One finding for each abbreviation, where it first stands.',
  examples: [
    {
      title: 'The abbreviation stands alone.',
      draft: lines('The campaign of TTP went on. TTP grew.', '                ~~~'),
      messages: ['Unexpected “TTP” without an introduction, expected “Tehrik-i-Taliban Pakistan (TTP)”'],
    },
    {
      title: 'The abbreviation is introduced.',
      draft: lines('The Tehrik-i-Taliban Pakistan (TTP) grew. TTP leaders met.'),
    },
  ],
  check: (reading, report) => {
    const abstract = abstractOf(reading.prose);
    const partOf = (start: number) => (abstract && contains(abstract, start) ? 'abstract' : 'body');
    const introduced = new Set(
      ownIntroductions(reading).map(
        ({ part, mention, abbreviation }) => `${part} ${mention?.concept.id ?? abbreviation}`,
      ),
    );
    const used = ownMentions(reading, ['group']).filter(
      (mention) =>
        mention.label === mention.concept.abbreviation &&
        isText(reading.draft, mention) &&
        !isInHeading(reading.draft, mention),
    );
    for (const [key, [first]] of firsts(used, ({ start, concept }) => `${partOf(start)} ${concept.id}`)) {
      const { start, end, label, concept } = first;
      if (introduced.has(key) || introduced.has(`${partOf(start)} ${label}`)) continue;
      const name = `${concept.prefLabel} (${label})`;
      report({
        start,
        end,
        message: `Unexpected ${quote(label)} without an introduction, expected ${quote(name)}`,
        fixes: [{ title: `Write ${quote(name)} here`, safe: false, edits: [{ start, end, text: name }] }],
      });
    }
  },
};

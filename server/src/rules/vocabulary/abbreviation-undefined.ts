import { lines } from '../example.ts';
import type { Rule } from '../rule.ts';
import { quote } from '../words.ts';
import { firsts, own, PARTS } from './own.ts';

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
    const { inText, introductions } = own(reading);
    for (const part of PARTS) {
      const introduced = new Set(
        introductions.flatMap((introduction) =>
          introduction.part === part ? [introduction.abbreviation, introduction.mention?.concept] : [],
        ),
      );
      const used = inText[part].filter(({ label, concept }) => label === concept.abbreviation);
      for (const [concept, [{ start, end, label }]] of firsts(used, (mention) => mention.concept)) {
        if (introduced.has(concept) || introduced.has(label)) continue;
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
};

import { contains } from '../../text/range.ts';
import { abstractOf } from '../../vocabulary/abbreviations.ts';
import { lines } from '../example.ts';
import type { Fix, Rule } from '../rule.ts';
import { quote } from '../words.ts';
import { firsts, isInHeading, isText, ownIntroductions, ownMentions } from './own.ts';

export const abbreviationLate: Rule = {
  id: 'abbreviation-late',
  group: 'vocabulary',
  severity: 'information',
  summary: 'An abbreviation is introduced after the group was first named.',
  explanation:
    'The abbreviation is introduced where the group is first named, so that a reader who goes back to look for it finds it there. Headings and quotations do not count as the first place; the abstract and the body are read apart.',
  examples: [
    {
      title: 'The group was named before.',
      draft: lines(
        'Jamaat-ud-Dawa denied it. Later Jamaat-ud-Dawa (JuD) met.',
        '                                                ~~~',
      ),
      messages: ['Unexpected introduction of “JuD” after the group was named, expected it at the first mention'],
    },
    {
      title: 'The abbreviation is introduced at once.',
      draft: lines('Jamaat-ud-Dawa (JuD) denied it. Later JuD met.'),
    },
  ],
  check: (reading, report) => {
    const { draft, text } = reading;
    const abstract = abstractOf(reading.prose);
    const partOf = (start: number) => (abstract && contains(abstract, start) ? 'abstract' : 'body');
    const named = firsts(
      ownMentions(reading, ['group']).filter((mention) => isText(draft, mention) && !isInHeading(draft, mention)),
      ({ start, concept }) => `${partOf(start)} ${concept.id}`,
    );
    const introductions = ownIntroductions(reading).filter(({ mention }) => mention !== null);
    const keyOf = ({ part, mention }: (typeof introductions)[number]) => `${part} ${mention?.concept.id}`;
    for (const [key, [introduction]] of firsts(introductions, keyOf)) {
      const { start, end, abbreviation, name, mention } = introduction;
      const first = named.get(key)?.[0];
      if (!first || first.start >= name.start || mention?.concept.type !== 'group') continue;
      const closed = text[start - 1] === '(' && text[end] === ')';
      const fix: Fix = {
        title: `Introduce ${quote(abbreviation)} at the first mention`,
        safe: false,
        edits: [
          { start: first.end, end: first.end, text: ` (${abbreviation})` },
          { start: name.start, end: end + 1, text: abbreviation },
        ],
      };
      report({
        start,
        end,
        message: `Unexpected introduction of ${quote(abbreviation)} after the group was named, expected it at the first mention`,
        related: [{ start: first.start, end: first.end, message: `${quote(first.text)} is named here` }],
        fixes: closed && first.kind !== 'abbreviation' ? [fix] : [],
      });
    }
  },
};

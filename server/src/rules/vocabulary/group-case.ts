import * as v from 'valibot';
import { itemAt } from '../../text/range.ts';
import { lines } from '../example.ts';
import { replacing } from '../finding.ts';
import { withOptions } from '../options.ts';
import { quote } from '../words.ts';
import { groupsIn, misspelling, own, VERBATIM } from './own.ts';

export const groupCase = withOptions({
  id: 'group-case',
  group: 'vocabulary',
  severity: 'warning',
  summary: 'A group’s name has other capitals than it should.',
  explanation:
    'Capitals tell the abbreviation of a name from a word (LeT, let), and small letters in it stand for the small words of the name. Text all in capitals, as in some headings, is left alone.',
  examples: () => [
    {
      title: 'The abbreviation keeps its small letter.',
      draft: lines('It named LET’s goals.', '         ~~~'),
      messages: ['Unexpected “LET”, expected “LeT”'],
      fixed: lines('It named LeT’s goals.'),
    },
    {
      title: 'So it does where it is introduced.',
      draft: lines('Lashkar-e-Jhangvi (Lej) split.', '                   ~~~'),
      messages: ['Unexpected “Lej”, expected “LeJ”'],
      fixed: lines('Lashkar-e-Jhangvi (LeJ) split.'),
    },
    {
      title: 'A word is no abbreviation, and a sentence begins with a capital.',
      draft: lines('Al-Qa`ida let them go.'),
    },
    {
      title: 'In quotations it is asked for.',
      options: { verbatim: true },
      draft: lines('“We are LET,” he said.', '        ~~~'),
      messages: ['Unexpected “LET”, expected “LeT”'],
    },
  ],
  reads: 'paragraphs',
  options: v.strictObject(VERBATIM, 'a map of options'),
  check: (reading, report, { verbatim }) => {
    for (const mention of groupsIn(reading, verbatim))
      if (mention.nearness === 'case' && !mention.doubtful) report(misspelling(mention, true));
    // Capital and small letters like those of a word are no abbreviation elsewhere.
    for (const { start, end, abbreviation, mention } of own(reading).introductions) {
      const due = mention?.concept.type === 'group' ? mention.concept.abbreviation : undefined;
      if (due === undefined || abbreviation === due || abbreviation.toLowerCase() !== due.toLowerCase()) continue;
      if (itemAt(reading.names.mentions, start)) continue;
      report({
        start,
        end,
        message: `Unexpected ${quote(abbreviation)}, expected ${quote(due)}`,
        fixes: [replacing({ start, end }, abbreviation, due, true)],
      });
    }
  },
});

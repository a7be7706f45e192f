import { lines } from '../example.ts';
import type { Rule } from '../rule.ts';
import { misspelling, own } from './own.ts';

export const groupCase: Rule = {
  id: 'group-case',
  group: 'vocabulary',
  severity: 'warning',
  summary: 'A group’s name has other capitals than it should.',
  explanation:
    'Capitals tell the abbreviation of a name from a word (LeT, let), and small letters in it stand for the small words of the name. Text all in capitals, as in some headings, is left alone.',
  examples: [
    {
      title: 'The abbreviation keeps its small letter.',
      draft: lines('It named LET’s goals.', '         ~~~'),
      messages: ['Unexpected “LET”, expected “LeT”'],
      fixed: lines('It named LeT’s goals.'),
    },
    {
      title: 'A word is no abbreviation, and a sentence begins with a capital.',
      draft: lines('Al-Qa`ida let them go.'),
    },
  ],
  check: (reading, report) => {
    for (const mention of own(reading).groups)
      if (mention.nearness === 'case' && !mention.doubtful) report(misspelling(mention, true));
  },
};

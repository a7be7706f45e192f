import { groupBy } from '../../text/group.ts';
import type { Introduction } from '../../vocabulary/abbreviations.ts';
import { lines } from '../example.ts';
import { related } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { quote } from '../words.ts';
import { own } from './own.ts';

export const abbreviationRedefined: Rule = {
  id: 'abbreviation-redefined',
  group: 'vocabulary',
  severity: 'information',
  summary: 'An abbreviation is introduced twice.',
  explanation:
    'Once introduced, an abbreviation is known: a second introduction makes the reader look for the difference. It is worse when one abbreviation stands for two names. The abstract and the body are read apart.',
  examples: () => [
    {
      title: 'The second introduction says nothing new.',
      draft: lines(
        'The Islamic Movement of Uzbekistan (IMU) split. The Islamic Movement of Uzbekistan (IMU) met.',
        '                                                                                    ~~~',
      ),
      messages: ['Unexpected second introduction of “IMU”, expected the abbreviation alone'],
    },
    {
      title: 'Two names have one abbreviation.',
      draft: lines(
        'The Desert Unity Front (DUF) met the Delta United Forces (DUF).',
        '                                                          ~~~',
      ),
      messages: ['Unexpected “DUF” for “Delta United Forces”, introduced for “Desert Unity Front” before'],
    },
    {
      title: 'The abstract and the body each introduce it.',
      draft: lines(
        'Abstract: The Islamic Movement of Uzbekistan (IMU) split.',
        '',
        'The Islamic Movement of Uzbekistan (IMU) had two wings.',
      ),
    },
  ],
  check: (reading, report) => {
    const all = own(reading).introductions;
    for (const [first, ...more] of groupBy(all, ({ part, abbreviation }) => `${part} ${abbreviation}`).values()) {
      for (const again of more) {
        const { start, end, abbreviation, name } = again;
        const same = isSameName(first, again);
        const message = same
          ? `Unexpected second introduction of ${quote(abbreviation)}, expected the abbreviation alone`
          : `Unexpected ${quote(abbreviation)} for ${quote(name.text)}, introduced for ${quote(first.name.text)} before`;
        const closed = reading.text[start - 1] === '(' && reading.text[end] === ')';
        const edits = [{ start: name.start, end: end + 1, text: abbreviation }];
        report({
          start,
          end,
          message,
          related: [related(first, `${quote(abbreviation)} is introduced here`)],
          fixes: same && closed ? [{ title: `Write ${quote(abbreviation)} alone`, safe: false, edits }] : [],
        });
      }
    }
  },
};

function isSameName(a: Introduction, b: Introduction): boolean {
  if (a.mention && b.mention) return a.mention.concept.id === b.mention.concept.id;
  return a.name.text.toLowerCase() === b.name.text.toLowerCase();
}

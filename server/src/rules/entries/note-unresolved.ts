import { lines } from '../example.ts';
import type { Rule } from '../rule.ts';
import { isInRoman, unreadList } from '../unread-list.ts';
import { reportUnresolved } from '../unresolved.ts';

export const noteUnresolved: Rule = {
  id: 'note-unresolved',
  group: 'entries',
  severity: 'error',
  summary: 'A marker has a letter that no substantive note has.',
  explanation:
    'The reader looks the letter up and finds nothing. When a note between its neighbours has no marker, the message names it. A draft without any note has one finding, at its first note marker; where the list has a heading of another name, that is renamed or named in the configuration: `headings: { notes: [Remarks] }`.',
  examples: () => [
    {
      title: 'The note between the neighbours has no marker, so its letter is meant.',
      draft: lines(
        'The group split.[a] Its rival grew.[f] Both recruit.[c]',
        '                                   ~~~',
        '',
        '## Substantive Notes',
        '',
        '[a] The date is disputed.',
        '',
        '[b] Its size is not known.',
        '',
        '[c] Both deny it.',
      ),
      messages: ['Unexpected note marker “f” without a note between “a” and “c”, expected “b”'],
    },
    {
      title: 'The list has another heading.',
      draft: lines(
        'The group split.[1] Its rival grew.[a]',
        '                                   ~~~',
        '',
        '## Remarks',
        '',
        '[a] Its size is not known.',
        '',
        '## Citations',
        '',
        '[1] Ann Lee, “A Split,” Daily Post, May 3, 2016.',
      ),
      messages: [
        'Unexpected note marker “a” in a draft without notes, expected a section “Substantive Notes” with a note for each marker, or “headings: { notes: [Remarks] }” in the configuration',
      ],
    },
    {
      title: 'Every letter has its note.',
      draft: lines(
        'The group split.[a] Its rival grew.[b]',
        '',
        '## Substantive Notes',
        '',
        '[a] The date is disputed.',
        '',
        '[b] Its size is not known.',
      ),
    },
  ],
  check: (reading, report) => {
    const { text, prose, draft } = reading;
    const unread = unreadList(prose, draft);
    // What looks like letters then is a number: one finding, of citations-missing.
    if (!unread || !isInRoman(text, unread.start)) reportUnresolved(reading, 'note', report);
  },
};

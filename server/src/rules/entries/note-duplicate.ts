import { reportDuplicates } from '../entry-rules.ts';
import { lines } from '../example.ts';
import type { Rule } from '../rule.ts';

export const noteDuplicate: Rule = {
  id: 'note-duplicate',
  group: 'entries',
  severity: 'error',
  summary: 'Two substantive notes have the same letter.',
  explanation:
    'The reader cannot tell which of the two a marker means. The one that is out of place in the list is reported, its twin is the related place; when a letter is left out there, it is the one that is due.',
  examples: () => [
    {
      title: 'The second note has the letter of the first.',
      draft: lines(
        'The group split.[a] Its rival grew.[b] Both recruit.[c]',
        '',
        '## Substantive Notes',
        '',
        '[a] The date is disputed.',
        '',
        '[a] Its size is not known.',
        '~~~',
        '',
        '[c] Both deny it.',
      ),
      messages: ['Unexpected second note “a” between “a” and “c”, expected “b”'],
    },
    {
      title: 'Each letter once.',
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
  check: ({ draft }, report) => reportDuplicates(draft, 'note', report),
};

import { reportDisorder } from '../entry-rules.ts';
import { lines } from '../example.ts';
import type { Rule } from '../rule.ts';

export const noteOrder: Rule = {
  id: 'note-order',
  group: 'entries',
  severity: 'warning',
  summary: 'A substantive note stands out of the rising order of the list, or after a gap in it.',
  explanation:
    'The notes count up from `a` without a gap; after `z` come `aa`, `ab`, and so on. As few notes as possible are reported: of two neighbours that were swapped the second, and after a gap the first alone.',
  examples: () => [
    {
      title: 'A note is missing.',
      draft: lines(
        'The group split.[a] Both recruit.[c]',
        '',
        '## Substantive Notes',
        '',
        '[a] The date is disputed.',
        '',
        '[c] Both deny it.',
        '~~~',
      ),
      messages: ['Unexpected note “c” after “a”, expected “b”'],
    },
    {
      title: 'The list counts up.',
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
  check: ({ text, draft }, report) => reportDisorder(text, draft, 'note', () => false, report),
};

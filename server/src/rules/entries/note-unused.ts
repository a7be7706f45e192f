import { reportUnused } from '../entry-rules.ts';
import { lines } from '../example.ts';
import type { Rule } from '../rule.ts';

export const noteUnused: Rule = {
  id: 'note-unused',
  group: 'entries',
  severity: 'warning',
  summary: 'No marker calls a substantive note.',
  explanation:
    'A note explains something at one place of the body. Without its marker nobody reads it there. The related places are the markers between which the missing one belongs.',
  examples: () => [
    {
      title: 'The marker of the second note was lost.',
      draft: lines(
        'The group split.[a] Its rival grew. Both recruit.[c]',
        '',
        '## Substantive Notes',
        '',
        '[a] The date is disputed.',
        '',
        '[b] Its size is not known.',
        '~~~',
        '',
        '[c] Both deny it.',
      ),
      messages: ['Unexpected note “b” without a marker, expected its marker in the text between “a” and “c”'],
    },
    {
      title: 'Every note is called.',
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
  check: ({ text, draft }, report) => reportUnused(text, draft, 'note', report),
};

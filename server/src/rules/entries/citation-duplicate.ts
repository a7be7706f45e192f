import { reportDuplicates } from '../entry-rules.ts';
import { lines } from '../example.ts';
import type { Rule } from '../rule.ts';

export const citationDuplicate: Rule = {
  id: 'citation-duplicate',
  group: 'entries',
  severity: 'error',
  summary: 'Two citations have the same number.',
  explanation:
    'The reader cannot tell which of the two a marker means. The one that is out of place in the list is reported, its twin is the related place; when a number is left out there, it is the one that is due.',
  examples: () => [
    {
      title: 'The third citation has the number of the second.',
      draft: lines(
        'The group split.[1] Its rival grew.[2] Both recruit.[3]',
        '',
        '## Citations',
        '',
        '[1] Ann Lee, “A Split,” Daily Post, May 3, 2016.',
        '',
        '[2] Tom Roy, “A Rival,” Daily Post, May 4, 2016.',
        '',
        '[2] Cem Kaya, “Abroad,” Daily Post, May 5, 2016.',
        '~~~',
        '',
        '[4] Ibid.',
      ),
      messages: ['Unexpected second citation “2” between “2” and “4”, expected “3”'],
    },
    {
      title: 'Footnotes with remarks are numbered as the citations are.',
      draft: lines(
        'The group split.[1] Its rival grew,[2] but not for long.[^1]',
        '',
        '## Citations',
        '',
        '[1] Ann Lee, “A Split,” Daily Post, May 3, 2016.',
        '',
        '[2] Tom Roy, “A Rival,” Daily Post, May 4, 2016.',
        '',
        '[^1]: It fell apart within the year.',
        '~~~~~',
      ),
      messages: ['Unexpected footnotes whose numbers are those of citations, expected notes to have letters: “[^a]”'],
    },
    {
      title: 'Each number once.',
      draft: lines(
        'The group split.[1] Its rival grew.[2]',
        '',
        '## Citations',
        '',
        '[1] Ann Lee, “A Split,” Daily Post, May 3, 2016.',
        '',
        '[2] Tom Roy, “A Rival,” Daily Post, May 4, 2016.',
      ),
    },
  ],
  check: ({ draft }, report) => {
    const [first] = draft.remarks;
    if (first) {
      const message =
        'Unexpected footnotes whose numbers are those of citations, expected notes to have letters: “[^a]”';
      const related = draft.remarks.slice(1).map(({ labelRange }) => ({ ...labelRange, message: 'Another one' }));
      report({ ...first.labelRange, message, related });
    }
    reportDuplicates(draft, 'citation', report);
  },
};

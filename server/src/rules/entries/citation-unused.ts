import { reportUnused } from '../entry-rules.ts';
import { lines } from '../example.ts';
import { CALLOUT, otherCallout } from '../other-callouts.ts';
import type { Rule } from '../rule.ts';

export const citationUnused: Rule = {
  id: 'citation-unused',
  group: 'entries',
  severity: 'warning',
  summary: 'No marker calls a citation.',
  explanation:
    'Either the marker was lost with the sentence it stood in, and the citation can go, or the claim stands without its source. The related places are the markers between which the missing one belongs.',
  examples: () => [
    {
      title: 'The marker of the second citation was lost.',
      draft: lines(
        'The group split.[1] Its rival grew. Both recruit.[3]',
        '',
        '## Citations',
        '',
        '[1] Ann Lee, “A Split,” Daily Post, May 3, 2016.',
        '',
        '[2] Tom Roy, “A Rival,” Daily Post, May 4, 2016.',
        '~~~',
        '',
        '[3] Cem Kaya, “Abroad,” Daily Post, May 5, 2016.',
      ),
      messages: ['Unexpected citation “2” without a marker, expected its marker in the text between “1” and “3”'],
    },
    {
      title: 'The numbers in the text are in parentheses, as those of enumerations are.',
      draft: lines(
        'The group split.(1) Its rival grew.(2)',
        '',
        '## Citations',
        '',
        '[1] Ann Lee, “A Split,” Daily Post, May 3, 2016.',
        '~~~',
        '',
        '[2] Tom Roy, “A Rival,” Daily Post, May 4, 2016.',
      ),
      messages: ['Unexpected citations in a draft without markers, expected a marker for each: “[1]” for “(1)”'],
    },
    {
      title: 'Every citation is called.',
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
    {
      title: 'A note calls what it rests on, in any place of the list.',
      draft: lines(
        'The group split.[1][a] Its rival grew.[3]',
        '',
        '## Substantive Notes',
        '',
        '[a] Both wings deny it.[2]',
        '',
        '## Citations',
        '',
        '[1] Ann Lee, “A Split,” Daily Post, May 3, 2016.',
        '',
        '[2] Tom Roy, “A Denial,” Daily Post, May 4, 2016.',
        '',
        '[3] Cem Kaya, “A Rival,” Daily Post, May 5, 2016.',
      ),
    },
  ],
  reads: CALLOUT,
  check: ({ text, prose, draft }, report) =>
    reportUnused(text, draft, 'citation', report, () => otherCallout(prose, draft)),
};

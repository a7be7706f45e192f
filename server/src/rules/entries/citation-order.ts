import type { Draft, Entry } from '../../draft/draft.ts';
import { reportDisorder } from '../entry-rules.ts';
import { lines } from '../example.ts';
import { related } from '../finding.ts';
import type { Problem, Rule } from '../rule.ts';

export const citationOrder: Rule = {
  id: 'citation-order',
  group: 'entries',
  severity: 'warning',
  summary: 'A citation stands out of the rising order of the list, or after a gap in it.',
  explanation:
    'The list counts up from 1 without a gap, so that a number is found at a glance. As few citations as possible are reported: of two neighbours that were swapped the second, and after a gap the first alone. A duplicate is reported by `citation-duplicate`, not here.',
  examples: () => [
    {
      title: 'Two citations were swapped.',
      draft: lines(
        'The group split.[1] Its rival grew.[2] Both recruit.[3] Others leave.[4]',
        '',
        '## Citations',
        '',
        '[1] Ann Lee, “A Split,” Daily Post, May 3, 2016.',
        '',
        '[3] Cem Kaya, “Abroad,” Daily Post, May 5, 2016.',
        '',
        '[2] Tom Roy, “A Rival,” Daily Post, May 4, 2016.',
        '~~~',
        '',
        '[4] Ibid.',
      ),
      messages: ['Unexpected citation “2” between “3” and “4”, expected it between “1” and “3”'],
    },
    {
      title: 'A citation is missing.',
      draft: lines(
        'The group split.[1] Both recruit.[3]',
        '',
        '## Citations',
        '',
        '[1] Ann Lee, “A Split,” Daily Post, May 3, 2016.',
        '',
        '[3] Cem Kaya, “Abroad,” Daily Post, May 5, 2016.',
        '~~~',
      ),
      messages: ['Unexpected citation “3” after “1”, expected “2”'],
    },
    {
      title: 'Each chapter has a list of its own.',
      draft: lines(
        '# The Split',
        '',
        'The group split.[1]',
        '',
        '## Citations',
        '',
        '[1] Ann Lee, “A Split,” Daily Post, May 3, 2016.',
        '',
        '# The Rival',
        '',
        'Its rival grew.[1] It left.[2]',
        '',
        '## Citations',
        '',
        '[1] Tom Roy, “A Rival,” Daily Post, May 4, 2016.',
        '~~~',
        '',
        '[2] Ibid.',
      ),
      messages: [
        'Unexpected list of citations that begins anew, expected one list at the end, numbered through the draft; what stands above this chapter is not checked for its citations',
      ],
    },
    {
      title: 'The list counts up.',
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
  check: ({ text, draft, sources }, report) => {
    // An Ibid. that lost what it refers to says itself that something is missing before it.
    const isLostIbid = (entry: Entry) =>
      sources.byCitation.get(entry)?.[0]?.problem === 'ibid-without-antecedent' && entry.ordinal > 1;
    reportEarlierLists(draft, report);
    reportDisorder(text, draft, 'citation', isLostIbid, report);
  },
};

/** Reports that the numbers begin anew in each chapter: one finding, at the list that is read. */
function reportEarlierLists({ citations, earlierLists }: Draft, report: (problem: Problem) => void): void {
  const [first] = citations;
  if (!first || earlierLists.length === 0) return;
  report({
    ...first.labelRange,
    message:
      'Unexpected list of citations that begins anew, expected one list at the end, numbered through the draft; what stands above this chapter is not checked for its citations',
    related: earlierLists.map((heading) => related(heading, 'Another list of citations')),
  });
}

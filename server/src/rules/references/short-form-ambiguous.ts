import { fold } from '../../sources/reading/fold.ts';
import type { Reference } from '../../sources/source.ts';
import { lines } from '../example.ts';
import type { Rule } from '../rule.ts';
import { count, quote } from '../words.ts';
import { alsoIn, groupByMeaning } from './same-form.ts';
import { relatedSources, replaceByShortForms } from './short-form.ts';

export const shortFormAmbiguous: Rule = {
  id: 'short-form-ambiguous',
  group: 'references',
  severity: 'warning',
  summary: 'A short form fits several sources.',
  explanation:
    'Where an author has several works in the list, the surname alone does not say which is meant: a shortened title does. The fixes offer that of each work, with its date where works have one title. A short form that is used several times is reported once.',
  examples: () => [
    {
      title: 'The author has two works in the list.',
      draft: lines(
        'The group split.[1] Its rival grew.[2] Both recruit.[3] Others leave.[4]',
        '',
        '## Citations',
        '',
        '[1] Ann Lee, “A Split: How It Came About,” Daily Post, May 3, 2016.',
        '',
        '[2] Ann Lee, “A Rival,” Daily Post, May 4, 2017.',
        '',
        '[3] Tom Roy, “Abroad,” Daily Post, May 5, 2017.',
        '',
        '[4] Lee.',
        '    ~~~',
      ),
      messages: ['Unexpected short form “Lee” for two sources, expected a shortened title as well'],
    },
    {
      title: 'A shortened title decides.',
      draft: lines(
        'The group split.[1] Its rival grew.[2] Both recruit.[3]',
        '',
        '## Citations',
        '',
        '[1] Ann Lee, “A Split: How It Came About,” Daily Post, May 3, 2016.',
        '',
        '[2] Ann Lee, “A Rival,” Daily Post, May 4, 2017.',
        '',
        '[3] Lee, “A Split.”',
      ),
    },
  ],
  check: ({ text, sources }, report) => {
    for (const [first, ...others] of groupByMeaning(sources.references, 'short-form-ambiguous')) {
      const { start, end, candidates } = first;
      report({
        start,
        end,
        message: `Unexpected short form ${quote(text.slice(start, end))} for ${count(candidates.length, 'source')}, expected ${missingIn(first)}`,
        related: [...relatedSources(candidates), ...alsoIn(others)],
        fixes: replaceByShortForms(text, first, candidates, sources),
      });
    }
  },
};

/** What would decide: a title, or more than the title that is there. */
function missingIn({ title, candidates }: Reference): string {
  const titles = new Set(candidates.map((source) => fold(source.title?.text ?? '')));
  const isTitled = titles.size === candidates.length;
  if (title) return isTitled ? 'more of the title' : 'a date as well';
  return isTitled ? 'a shortened title as well' : 'a title and a date as well';
}

import { lines } from '../example.ts';
import type { Rule } from '../rule.ts';
import { count, quote } from '../words.ts';
import { troubledIbids } from './ibid.ts';
import { relatedSources, replaceByShortForms } from './short-form.ts';

export const ibidAmbiguous: Rule = {
  id: 'ibid-ambiguous',
  group: 'references',
  severity: 'warning',
  summary: 'An Ibid. follows a citation that names several sources.',
  explanation:
    'The reader cannot tell which of them is meant; the Chicago Manual of Style never uses *Ibid.* after a note with more than one citation. Name the source by its short form. The fixes offer that of each source; which one is meant only the author knows. In a chain of *Ibid.* the first is reported.',
  examples: () => [
    {
      title: 'Ibid. after two sources.',
      draft: lines(
        'The group split.[1] Its rival grew.[2] Both recruit.[3]',
        '',
        '## Citations',
        '',
        '[1] Ann Lee, “A Split,” Daily Post, May 3, 2016; Tom Roy, “A Rival,” Daily Post, May 4, 2016.',
        '',
        '[2] Ibid.',
        '    ~~~~~',
        '',
        '[3] Ibid.',
      ),
      messages: ['Unexpected “Ibid.” after an entry with two sources, expected a short form'],
    },
    {
      title: 'A short form says which.',
      draft: lines(
        'The group split.[1] Its rival grew.[2]',
        '',
        '## Citations',
        '',
        '[1] Ann Lee, “A Split,” Daily Post, May 3, 2016; Tom Roy, “A Rival,” Daily Post, May 4, 2016.',
        '',
        '[2] Roy.',
      ),
    },
  ],
  check: ({ text, draft, sources }, report) => {
    for (const reference of troubledIbids(draft, sources, 'ibid-ambiguous')) {
      const { start, end, candidates } = reference;
      const number = candidates.length > 1 ? count(candidates.length, 'source') : 'several sources';
      report({
        start,
        end,
        message: `Unexpected ${quote(text.slice(start, end))} after an entry with ${number}, expected a short form`,
        related: relatedSources(candidates),
        fixes: replaceByShortForms(text, reference, candidates, sources),
      });
    }
  },
};

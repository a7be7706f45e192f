import { lines } from '../example.ts';
import type { Rule } from '../rule.ts';
import { quote } from '../words.ts';
import { alsoIn, groupByMeaning } from './same-form.ts';
import { relatedSources } from './short-form.ts';

export const shortFormBeforeFull: Rule = {
  id: 'short-form-before-full',
  group: 'references',
  severity: 'warning',
  summary: 'A short form stands before the citation that names its source in full.',
  explanation:
    'A source is named in full where it is cited first, and by its short form after that. It happens when paragraphs change places: exchange the two citations’ texts.',
  examples: () => [
    {
      title: 'The full citation comes later.',
      draft: lines(
        'The group split.[1] Its rival grew.[2]',
        '',
        '## Citations',
        '',
        '[1] Lee.',
        '    ~~~',
        '',
        '[2] Ann Lee, “A Split,” Daily Post, May 3, 2016.',
      ),
      messages: ['Unexpected short form “Lee” before the full citation “2”, expected it after'],
    },
    {
      title: 'First in full, then short.',
      draft: lines(
        'The group split.[1] Its rival grew.[2] Both recruit.[3]',
        '',
        '## Citations',
        '',
        '[1] Ann Lee, “A Split,” Daily Post, May 3, 2016.',
        '',
        '[2] Tom Roy, “A Rival,” Daily Post, May 4, 2016.',
        '',
        '[3] Lee.',
      ),
    },
  ],
  check: ({ text, sources }, report) => {
    for (const [first, ...others] of groupByMeaning(sources.references, 'short-form-before-full')) {
      const { start, end, source, candidates } = first;
      const full = source ?? candidates[0];
      const shown = quote(text.slice(start, end));
      report({
        start,
        end,
        message: `Unexpected short form ${shown} before the full citation${full ? ` ${quote(full.citation.label)}` : ''}, expected it after`,
        related: [...relatedSources(full ? [full] : []), ...alsoIn(others)],
      });
    }
  },
};

import { lines } from '../example.ts';
import { related } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { quote } from '../words.ts';
import { previousCitation } from './ibid.ts';
import { replaceByShortForm } from './short-form.ts';

export const ibidAfterCommentary: Rule = {
  id: 'ibid-after-commentary',
  group: 'references',
  severity: 'hint',
  summary: 'An Ibid. follows a citation that also says something of its own.',
  explanation:
    'After a citation with a remark beside its source, a reader may take *Ibid.* for that remark. A short form leaves no doubt.',
  examples: () => [
    {
      title: 'The citation before tells how the source was found.',
      draft: lines(
        'The group split.[1] Its rival grew.[2]',
        '',
        '## Citations',
        '',
        '[1] Ann Lee, “A Split,” Daily Post, May 3, 2016. The paper later withdrew one of its figures.',
        '',
        '[2] Ibid.',
        '    ~~~~~',
      ),
      messages: ['Unexpected “Ibid.” after an entry with a remark of its own, expected a short form'],
    },
    {
      title: 'A short form leaves no doubt.',
      draft: lines(
        'The group split.[1] Its rival grew.[2]',
        '',
        '## Citations',
        '',
        '[1] Ann Lee, “A Split,” Daily Post, May 3, 2016. The paper later withdrew one of its figures.',
        '',
        '[2] Lee.',
      ),
    },
  ],
  check: ({ text, draft, sources }, report) => {
    if (sources.commentary.size === 0) return;
    for (const reference of sources.references) {
      const { form, problem, source, citation, start, end } = reference;
      if (form !== 'ibid' || problem !== null || source === null) continue;
      // An Ibid. after another reference of its own citation means that one.
      if (sources.byCitation.get(citation)?.[0] !== reference) continue;
      const before = previousCitation(draft, citation);
      const remark = before && sources.commentary.get(before)?.[0];
      if (!remark) continue;
      const fix = replaceByShortForm(text, reference, source, sources);
      report({
        start,
        end,
        message: `Unexpected ${quote(text.slice(start, end))} after an entry with a remark of its own, expected a short form`,
        related: [related(remark, 'The remark')],
        fixes: fix ? [fix] : [],
      });
    }
  },
};

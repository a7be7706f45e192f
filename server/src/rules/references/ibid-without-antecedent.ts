import { lines } from '../example.ts';
import type { Rule } from '../rule.ts';
import { quote } from '../words.ts';
import { previousCitation, troubledIbids } from './ibid.ts';

export const ibidWithoutAntecedent: Rule = {
  id: 'ibid-without-antecedent',
  group: 'references',
  severity: 'error',
  summary: 'An Ibid. has no source before it to refer to.',
  explanation:
    '*Ibid.* means the source of the citation directly before. In the first citation, or after one that is empty, missing or without a source, it means nothing. In a chain of *Ibid.* the first is reported.',
  examples: () => [
    {
      title: 'The list starts with Ibid.',
      draft: lines(
        'The group split.[1] Its rival grew.[2]',
        '',
        '## Citations',
        '',
        '[1] Ibid.',
        '    ~~~~~',
        '',
        '[2] Tom Roy, “A Rival,” Daily Post, May 4, 2016.',
      ),
      messages: ['Unexpected “Ibid.” in the first citation, expected a full citation'],
    },
    {
      title: 'The citation before is missing.',
      draft: lines(
        'The group split.[1] Its rival grew.[3] Both recruit.[4]',
        '',
        '## Citations',
        '',
        '[1] Ann Lee, “A Split,” Daily Post, May 3, 2016.',
        '',
        '[3] Ibid.',
        '    ~~~~~',
        '',
        '[4] Ibid.',
      ),
      messages: ['Unexpected “Ibid.” after the missing citation “2”, expected a full citation or a short form'],
    },
    {
      title: 'Ibid. after the source that it means.',
      draft: lines(
        'The group split.[1] Its rival grew.[2]',
        '',
        '## Citations',
        '',
        '[1] Ann Lee, “A Split,” Daily Post, May 3, 2016.',
        '',
        '[2] Ibid.',
      ),
    },
  ],
  check: ({ text, draft, sources }, report) => {
    for (const reference of troubledIbids(draft, sources, 'ibid-without-antecedent')) {
      const { citation, start, end } = reference;
      const before = previousCitation(draft, citation);
      const isMissing = citation.ordinal > 1 && before?.ordinal !== citation.ordinal - 1;
      // Where the list is out of order, or has a wrong number in that place, other rules speak.
      if (isMissing && draft.citations.some(({ ordinal }) => ordinal === citation.ordinal - 1)) continue;
      if (isMissing && before && (previousCitation(draft, before)?.ordinal ?? 0) === citation.ordinal - 2) continue;
      let place = 'after a citation without a source';
      if (isMissing) {
        place = `after the missing citation ${quote(String(citation.ordinal - 1))}`;
      } else if (!before) place = 'in the first citation';
      else if (before.content.start === before.content.end) place = `after the empty citation ${quote(before.label)}`;
      const expected = before ? 'a full citation or a short form' : 'a full citation';
      const message = `Unexpected ${quote(text.slice(start, end))} ${place}, expected ${expected}`;
      report({ start, end, message });
    }
  },
};

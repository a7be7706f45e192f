import { lines } from '../example.ts';
import type { Rule } from '../rule.ts';
import { quote } from '../words.ts';

export const citationEmpty: Rule = {
  id: 'citation-empty',
  group: 'entries',
  severity: 'error',
  summary: 'A citation has a number and nothing else.',
  explanation:
    'The reader who follows the marker finds no source. An *Ibid.* after an empty citation has nothing to refer to either.',
  examples: () => [
    {
      title: 'The source is still to be written.',
      draft: lines(
        'The group split.[1] Its rival grew.[2]',
        '',
        '## Citations',
        '',
        '[1] Ann Lee, “A Split,” Daily Post, May 3, 2016.',
        '',
        '[2]',
        '~~~',
      ),
      messages: ['Unexpected citation “2” without content, expected its source'],
    },
    {
      title: 'Each number has its source.',
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
    for (const { label, labelRange, content } of draft.citations) {
      if (content.start < content.end) continue;
      const message = `Unexpected citation ${quote(label)} without content, expected its source`;
      report({ ...labelRange, message });
    }
  },
};

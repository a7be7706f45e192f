import { lines } from '../example.ts';
import type { Rule } from '../rule.ts';
import { reportUnresolved } from '../unresolved.ts';

export const markerUnresolved: Rule = {
  id: 'marker-unresolved',
  group: 'markers',
  severity: 'error',
  summary: 'A marker has a number that no citation has.',
  explanation:
    'The reader looks the number up and finds nothing, or finds the wrong source after the next renumbering. Often the number is mistyped: when a citation between its neighbours has no marker, the message names it. A number that is missing several times is reported once, at its first marker.',
  examples: [
    {
      title: 'The citation between the neighbours has no marker, so its number is meant.',
      draft: lines(
        'The group split.[1] Its rival grew.[8] Both now recruit abroad.[3]',
        '                                   ~~~',
        '',
        '## Citations',
        '',
        '[1] Ann Lee, “A Split,” Daily Post, May 3, 2016.',
        '',
        '[2] Tom Roy, “A Rival,” Daily Post, May 4, 2016.',
        '',
        '[3] Cem Kaya, “Abroad,” Daily Post, May 5, 2016.',
      ),
      messages: ['Unexpected marker “8” without a citation between “1” and “3”, expected “2”'],
    },
    {
      title: 'Every number has its citation.',
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
  check: ({ draft }, report) => reportUnresolved(draft, 'citation', report),
};

import { labelOf } from '../../draft/labels.ts';
import { lines } from '../example.ts';
import { related } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { markerSeries } from '../series.ts';
import { MARKER_NAMES, placeBetween, quote } from '../words.ts';
import { isRepetition } from './marker-order.ts';

export const markerRepeated: Rule = {
  id: 'marker-repeated',
  group: 'markers',
  severity: 'information',
  summary: 'A marker calls a number or letter that an earlier marker called already.',
  explanation:
    'Each claim has a citation of its own in this style: a source that is used again gets a new number, with *Ibid.* or a short form. When the number due in this place has no marker, the message names it.',
  examples: () => [
    {
      title: 'A number is used a second time where another is due.',
      draft: lines(
        'The group split.[1] Its rival grew.[1] Both recruit.[3]',
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
      messages: ['Unexpected second marker “1” between “1” and “3”, expected “2”'],
    },
    {
      title: 'The second claim has a citation of its own.',
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
  check: ({ draft }, report) => {
    for (const kind of ['citation', 'note'] as const) {
      for (const { item, before, after, twin, expected } of markerSeries(draft, kind).misplaced) {
        if (!isRepetition(item, twin)) continue;
        const place = placeBetween(before, after);
        report({
          start: item.start,
          end: item.end,
          message: `Unexpected second ${MARKER_NAMES[kind]} ${quote(item.label)} ${place}, expected ${
            expected === null ? 'each once' : quote(labelOf(kind, expected))
          }`,
          related: [related(twin, `The first marker ${quote(item.label)}`)],
        });
      }
    }
  },
};

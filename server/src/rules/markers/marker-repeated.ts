import { lines } from '../example.ts';
import { related } from '../finding.ts';
import { relabelling } from '../relabel.ts';
import type { Rule } from '../rule.ts';
import { dueInPlace, markerSeries } from '../series.ts';
import { spanOf, standingTogether } from '../together.ts';
import { MARKER_NAMES, placeBetween, plural, quote, quotedLabels } from '../words.ts';
import { isRepetition } from './marker-order.ts';

export const markerRepeated: Rule = {
  id: 'marker-repeated',
  group: 'markers',
  severity: 'information',
  summary: 'A marker calls a number or letter that an earlier marker called already.',
  explanation:
    'Each claim has a citation of its own in this style: a source that is used again gets a new number, with *Ibid.* or a short form. When the number due in this place has no marker, the message names it, and an editor offers to write it. Markers that stand side by side are one finding.',
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
      title: 'A range is used a second time.',
      draft: lines(
        'Many groups split.[1]–[3] They went on to split.[1]–[3]',
        '                                                ~~~~~~~',
        '',
        '## Citations',
        '',
        '[1] Ann Lee, “A Split,” Daily Post, May 3, 2016.',
        '',
        '[2] Tom Roy, “A Rival,” Daily Post, May 4, 2016.',
        '',
        '[3] Cem Kaya, “Abroad,” Daily Post, May 5, 2016.',
      ),
      messages: ['Unexpected second markers “1” to “3” after “3”, expected each once'],
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
  check: ({ text, draft }, report) => {
    for (const kind of ['citation', 'note'] as const) {
      const series = markerSeries(draft, kind);
      const repeated = series.misplaced.filter(({ item, twin }) => isRepetition(item, twin));
      for (const run of standingTogether(repeated, ({ item }) => item)) {
        const [{ before, after }] = run;
        const labels = quotedLabels(run.map(({ item }) => item));
        const due = dueInPlace(series, kind, run);
        const expected = due.length > 0 ? quotedLabels(due) : 'each once';
        report({
          ...spanOf(run, ({ item }) => item),
          message: `Unexpected second ${plural(MARKER_NAMES[kind], run.length)} ${labels} ${placeBetween(before, after)}, expected ${expected}`,
          related: run.flatMap(({ twin }) => (twin ? [related(twin, `The first marker ${quote(twin.label)}`)] : [])),
          fixes: run.length === 1 && due[0] ? relabelling(text, run[0].item, due[0].label) : [],
        });
      }
    }
  },
};

import type { Marker } from '../../draft/draft.ts';
import { lines } from '../example.ts';
import { related } from '../finding.ts';
import { relabelling } from '../relabel.ts';
import type { Rule } from '../rule.ts';
import { dueInPlace, type Misplaced, markerSeries, placeOf } from '../series.ts';
import { spanOf, standingTogether } from '../together.ts';
import { MARKER_NAMES, placeBetween, plural, quote, quotedLabels } from '../words.ts';

export const markerOrder: Rule = {
  id: 'marker-order',
  group: 'markers',
  severity: 'warning',
  summary: 'A marker stands out of the rising order of the others.',
  explanation:
    'Citations are numbered, and notes lettered, in the order in which the body calls them. As few markers as possible are reported: of two neighbours that were swapped the second, and never the markers after a gap. Citations and notes are two series; markers inside notes belong to neither.',
  examples: () => [
    {
      title: 'Of two markers that were swapped the second is reported.',
      draft: lines(
        'The group split.[1] Its rival grew.[3] Both recruit.[2] Others leave.[4]',
        '                                                    ~~~',
        '',
        '## Citations',
        '',
        '[1] Ann Lee, “A Split,” Daily Post, May 3, 2016.',
        '',
        '[2] Tom Roy, “A Rival,” Daily Post, May 4, 2016.',
        '',
        '[3] Cem Kaya, “Abroad,” Daily Post, May 5, 2016.',
        '',
        '[4] Dan Ito, “Leaving,” Daily Post, May 6, 2016.',
      ),
      messages: ['Unexpected marker “2” between “3” and “4”, expected it between “1” and “3”'],
    },
    {
      title: 'Notes have an order of their own.',
      draft: lines(
        'The group split.[1][a] Its rival grew.[2][b]',
        '',
        '## Substantive Notes',
        '',
        '[a] The date is disputed.',
        '',
        '[b] Its size is not known.',
        '',
        '## Citations',
        '',
        '[1] Ann Lee, “A Split,” Daily Post, May 3, 2016.',
        '',
        '[2] Tom Roy, “A Rival,” Daily Post, May 4, 2016.',
      ),
    },
  ],
  check: ({ text, draft }, report) => {
    for (const kind of ['citation', 'note'] as const) {
      const series = markerSeries(draft, kind);
      const strays = series.misplaced
        .filter(({ item, twin }) => !isRepetition(item, twin))
        .map((stray) => ({ ...stray, home: placeOf(series.inOrder, stray.item.ordinal) }));
      const haveOneHome = (a: (typeof strays)[number], b: (typeof strays)[number]) =>
        a.home[0] === b.home[0] && a.home[1] === b.home[1];
      for (const run of standingTogether(strays, ({ item }) => item, haveOneHome)) {
        const [{ before, after, home }] = run;
        const name = plural(MARKER_NAMES[kind], run.length);
        const due = dueInPlace(series, kind, run);
        const it = run.length === 1 ? 'it' : 'them';
        const expected = due.length > 0 ? quotedLabels(due) : `${it} ${placeBetween(...home)}`;
        report({
          ...spanOf(run, ({ item }) => item),
          message: `Unexpected ${name} ${quotedLabels(run.map(({ item }) => item))} ${placeBetween(before, after)}, expected ${expected}`,
          related: home.flatMap((marker) => (marker ? [related(marker, `Marker ${quote(marker.label)}`)] : [])),
          fixes: run.length === 1 && due[0] ? relabelling(text, run[0].item, due[0].label) : [],
        });
      }
    }
  },
};

/** A marker whose number was there before: what marker-repeated reports. */
export function isRepetition(item: Marker, twin: Misplaced<Marker>['twin']): twin is Marker {
  return twin !== null && twin.start < item.start;
}

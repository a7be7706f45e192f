import type { Marker } from '../../draft/draft.ts';
import { lastBefore } from '../../text/range.ts';
import { lines } from '../example.ts';
import type { Rule } from '../rule.ts';
import { spanOf, standingTogether } from '../together.ts';
import { plural, quotedLabels } from '../words.ts';

export const markerInHeading: Rule = {
  id: 'marker-in-heading',
  group: 'markers',
  severity: 'information',
  summary: 'A marker stands in a heading.',
  explanation:
    'A citation supports a claim, and a heading makes none. Headings also go into tables of contents, where a marker leads nowhere. Move the marker to the sentence that says what the source supports.',
  examples: () => [
    {
      title: 'The marker belongs to the sentence below.',
      draft: lines(
        '## A Divided Movement[1]',
        '                     ~~~',
        '',
        'The group split in the summer.',
        '',
        '## Citations',
        '',
        '[1] Ann Lee, “A Split,” Daily Post, May 3, 2016.',
      ),
      messages: ['Unexpected marker “1” in a heading, expected it after a claim in the text'],
    },
    {
      title: 'The marker stands after the claim.',
      draft: lines(
        '## A Divided Movement',
        '',
        'The group split in the summer.[1]',
        '',
        '## Citations',
        '',
        '[1] Ann Lee, “A Split,” Daily Post, May 3, 2016.',
      ),
    },
  ],
  check: ({ draft }, report) => {
    const headings = draft.sections.map((section) => section.heading).filter((heading) => heading !== null);
    const headingBefore = lastBefore(headings);
    const inHeadings = draft.markers.filter(({ start }) => start < (headingBefore(start)?.end ?? 0));
    const ownRange = (marker: Marker) => marker;
    for (const run of standingTogether(inHeadings, ownRange, (before, marker) => before.kind === marker.kind)) {
      const it = run.length === 1 ? 'it' : 'them';
      report({
        ...spanOf(run, ownRange),
        message: `Unexpected ${plural('marker', run.length)} ${quotedLabels(run)} in a heading, expected ${it} after a claim in the text`,
      });
    }
  },
};

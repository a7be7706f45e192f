import type { Analysis } from '../../analysis.ts';
import type { Source } from '../../sources/source.ts';
import type { Range } from '../../text/range.ts';
import { sourcesMeant } from './meaning.ts';

export interface InlayHint {
  readonly offset: number;
  readonly label: string;
}

/** `Osman 2016` behind each citation marker in `range`: the authors and the year of the sources that it means. */
export function inlayHints({ draft, sources }: Analysis, range: Range): readonly InlayHint[] {
  return draft.markers.flatMap(({ start, end, entry }) => {
    if (entry === null || end <= range.start || start >= range.end) return [];
    const works = sourcesMeant(sources.byCitation.get(entry) ?? []);
    const label = [...works].map(authorAndYear).filter(Boolean).join('; ');
    return label === '' ? [] : [{ offset: end, label }];
  });
}

/** `Osman 2016`, `Roggio and Weiss 2017`, `Staniland et al. 2018`; the container stands for authors that are not named. */
export function authorAndYear({ authors, container, year }: Source): string {
  const [first, second] = authors;
  const names =
    first === undefined
      ? (container?.text ?? '')
      : second === undefined
        ? first.family
        : authors.length === 2
          ? `${first.family} and ${second.family}`
          : `${first.family} et al.`;
  return [names, year ?? ''].join(' ').trim();
}

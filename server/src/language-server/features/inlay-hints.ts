import type { Analysis } from '../../analysis.ts';
import type { Range } from '../../text/range.ts';
import { sourcesMeant } from './meaning.ts';
import { authorAndYear } from './source-name.ts';

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

import type { Source } from '../../sources/source.ts';
import { onOneLine } from '../../text/spaces.ts';

/** `Osman 2016, “The Battle for Minds”`, as much of it as is known. */
export function nameOf(source: Source): string {
  const title = source.title ? `“${source.title.text}”` : '';
  return [authorAndYear(source), onOneLine(title)].filter(Boolean).join(', ');
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
  return onOneLine([names, year ?? ''].join(' '));
}

import type { ShortForm } from '../reading/short-forms.ts';
import type { Catalogued } from './indexes.ts';
import { isOfSameTime, mayBeSameName } from './same-work.ts';

// What of the works that a short form may mean is left by all else that it says.

/** More candidates than these help nobody. */
const MOST_CANDIDATES = 8;
export const NONE: readonly Catalogued[] = [];

/** By position, no more than help. */
export function firstOf(items: readonly Catalogued[]): readonly Catalogued[] {
  return [...items].sort((a, b) => a.position - b.position).slice(0, MOST_CANDIDATES);
}

/** Those of the year; all when the form gives none. */
export function ofYear(items: readonly Catalogued[], year: number | null): readonly Catalogued[] {
  return year === null ? items : items.filter(({ source }) => source.year === year);
}

/** Those that came out where, or when, the form says. A date alone tells apart what has one title, and no more. */
export function ofImprint(
  items: readonly Catalogued[],
  imprint: NonNullable<ShortForm['imprint']>,
): readonly Catalogued[] {
  if (!imprint.container && items.length < 2) return NONE;
  return items.filter(
    ({ source }) => mayBeSameName(source.container, imprint.container) && isOfSameTime(source, imprint),
  );
}

/** Those that came out on the very day that is all that the form says of them. */
export function ofDay(
  items: readonly Catalogued[],
  { year, month, day }: NonNullable<ShortForm['imprint']>,
): readonly Catalogued[] {
  return items.filter(({ source }) => source.year === year && source.month === month && source.day === day);
}

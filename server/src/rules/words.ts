// The words that messages are made of.

import type { MarkerKind } from '../draft/draft.ts';
import { listed } from '../text/listed.ts';
import { quote } from '../text/quote.ts';

export { quote };

const COUNTS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** What markers of a kind are called; entries are called by their kind. */
export const MARKER_NAMES: Readonly<Record<MarkerKind, string>> = { citation: 'marker', note: 'note marker' };

/** `marker`, `markers`. */
export function plural(singular: string, number: number): string {
  return number === 1 ? singular : `${singular}s`;
}

/** `two sources`. */
export function count(number: number, singular: string): string {
  return `${COUNTS[number] ?? number} ${plural(singular, number)}`;
}

/** `A`, `A or B`, `A, B, or C`. */
export function either(words: readonly string[]): string {
  return listed(words, 'or');
}

/** What names a heading in the configuration: `headings: { notes: [Remarks] }`. */
export function headingSetting(list: 'citations' | 'notes', title: string): string {
  const inYaml = /^[\p{L}\p{N} ]+$/u.test(title) ? title : JSON.stringify(title);
  return quote(`headings: { ${list}: [${inYaml}] }`);
}

/** What several are called: `“2”`, `“2” and “4”`, and `“2” to “4”` where all between are meant. */
export function quotedLabels(members: readonly { readonly label: string; readonly ordinal: number }[]): string {
  const [first, last] = [members[0], members.at(-1)];
  const isRange = first && last && members.length > 2 && members.every((at, by) => at.ordinal === first.ordinal + by);
  return isRange ? `${quote(first.label)} to ${quote(last.label)}` : listed(members.map(({ label }) => quote(label)));
}

type Labelled = { readonly label: string } | null | undefined;

/** Where something stands among its neighbours: `between “4” and “6”`, `after “4”`, `before “6”`. */
export function placeBetween(before: Labelled, after: Labelled): string {
  if (before && after) return `between ${quote(before.label)} and ${quote(after.label)}`;
  if (before) return `after ${quote(before.label)}`;
  return after ? `before ${quote(after.label)}` : 'alone';
}

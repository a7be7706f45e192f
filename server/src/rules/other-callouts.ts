import type { Draft } from '../draft/draft.ts';
import type { Prose } from '../markdown/prose.ts';
import type { Range } from '../text/range.ts';

/** Ways to call a citation that are no notation: text has all of them as well. */
const WAYS: readonly RegExp[] = [
  /\((\d{1,4})\)/g,
  /\[(?:(?:foot|end)?note|citation|source|fn|ref|cit|n)\.?\s?(\d{1,4})\]/gi,
];
/** What is in one of these ways. */
export const CALLOUT = /\(\d{1,4}\)|\[[a-z]{1,8}\.?\s?\d{1,4}\]/i;
/** So many citations are called in one of these ways where it is that of the draft. */
const FIRST = 3;

/** What calls the first citation in a draft without markers, where others are called as it is: `(1)`, `[note 1]`. */
export function otherCallout({ masked }: Prose, { citations }: Draft): Range | null {
  const firsts = citations.slice(0, FIRST);
  const [first] = firsts;
  if (!first || firsts.length < 2) return null;
  const body = masked.slice(0, first.start);
  for (const way of WAYS) {
    const places = new Map<string, Range>();
    for (const { 0: written, 1: label = '', index: start } of body.matchAll(way))
      if (!places.has(label)) places.set(label, { start, end: start + written.length });
    const place = places.get(first.label);
    if (place && firsts.every(({ label }) => places.has(label))) return place;
  }
  return null;
}

import type { Range } from '../text/range.ts';
import type { Line } from './lines.ts';

/** The links of a site that stand above an article: the longest line, and how it starts. */
export const LONGEST_LINK = 100;
const STARTS = /\[1?\d\] ?\p{Lu}/uy;
const LABEL = /\[(\d{1,2})\]/g;
const SENTENCE = /[.?!…]|\d{4}/;

/**
 * The lines above an article that are numbered links of the web page that it was copied from: `[1] Home`, `[2] About`,
 * counting up, before anything longer. Only the first `to` lines are looked at.
 */
export function findNavigation(masked: string, lines: readonly Line[], to: number): readonly Range[] {
  const found: Range[] = [];
  let count = 0;
  for (let index = 0; index < to; index++) {
    const { start, end } = lines[index] as Line;
    if (end - start > LONGEST_LINK) break;
    STARTS.lastIndex = start;
    if (masked.charAt(start) !== '[' || !STARTS.test(masked)) continue;
    const text = masked.slice(start, end);
    const numbers = Array.from(text.matchAll(LABEL), (match) => Number(match[1]));
    if (SENTENCE.test(text) || numbers.some((number, place) => number !== count + place + 1)) break;
    count += numbers.length;
    found.push({ start, end });
  }
  return count > 1 ? found : [];
}

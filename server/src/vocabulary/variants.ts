import { type Change, shiftRange } from '../text/change.ts';
import { groupBy } from '../text/group.ts';
import { contains, lastBefore, overlaps, type Range } from '../text/range.ts';
import type { Mention } from './mention.ts';
import type { KnownWords } from './scanner.ts';
import { FLAG, GAP, soundOf, VOWELS } from './words.ts';

// Two spellings of one name within a draft, of people that no vocabulary knows.

/** Two capitalised words, one after the other: `Mullah Fazlullah`. */
export interface NamePair extends Range {
  /** Where the first word ends and the second starts. */
  readonly firstEnd: number;
  readonly secondStart: number;
  /** The hashes of the words. */
  readonly first: number;
  readonly second: number;
}

/** A name that is spelled in another way more often. The range is that of the word that differs. */
export interface NameVariant extends Range {
  readonly text: string;
  /** The name as it is spelled more often, both words. */
  readonly usual: string;
  /** The word that should stand there. */
  readonly replacement: string;
  /** Where it is spelled so first. */
  readonly first: Range;
}

/** Shorter names are too near to others. */
const LEAST_LETTERS = 6;
/** A slip, which sounds different, is told from another name in long names alone. */
const LEAST_SLIPPED = 8;
/** Letters at the start and the end that a slip leaves alone: endings make other names (Christian, Christina). */
const KEPT_AT_START = 1;
const KEPT_AT_END = 2;
const MOST_CHANGES = 3;
/** A name that is spelled in one way twice, and in another once. */
const LEAST_NEIGHBOURS = 3;
/** A word with more different neighbours than that is no first name. */
const MOST_NEIGHBOURS = 64;
/** Of Nigeria and of Niger: words that are a vowel apart, and not one. */
const DISTINCT = new Set(['nigerian', 'nigerien', 'nigerians', 'nigeriens']);

/** The pairs in one block, one of whose words may be spelled in two ways. */
export function findPairs({ words, openingCount }: KnownWords): NamePair[] {
  const { start, end, gap, flags, hash, from, openings } = words;
  const found: NamePair[] = [];
  for (let index = 1; index < openingCount; index++) {
    const at = openings[index] as number;
    if (gap[at] !== GAP.space || !((flags[at] as number) & (flags[at - 1] as number) & FLAG.capitalised)) continue;
    if (((flags[at - 1] as number) & FLAG.possessive) !== 0) continue;
    const middle = from[at] as number;
    if (middle - (from[at - 1] as number) < LEAST_LETTERS && (from[at + 1] as number) - middle < LEAST_LETTERS)
      continue;
    found.push({
      start: start[at - 1] as number,
      end: end[at] as number,
      firstEnd: end[at - 1] as number,
      secondStart: start[at] as number,
      first: hash[at - 1] as number,
      second: hash[at] as number,
    });
  }
  return found;
}

export function movePair({ start, end, firstEnd, secondStart, first, second }: NamePair, by: number): NamePair {
  return { start: start + by, end: end + by, firstEnd: firstEnd + by, secondStart: secondStart + by, first, second };
}

/** Moves a pair that stands behind a change to where it stands now, in place. */
export function shiftPair(pair: NamePair, change: Change): void {
  if (pair.start < change.end) return;
  const moving = pair as { firstEnd: number; secondStart: number };
  moving.firstEnd += change.by;
  moving.secondStart += change.by;
  shiftRange(pair, change);
}

/** A word beside one that is the same, and where it stands there. */
interface Spelling {
  readonly word: string;
  readonly folded: string;
  readonly pairs: readonly NamePair[];
}

/** The pairs that are neither names of the vocabulary nor other people's words. */
export function ownPairs(
  pairs: readonly NamePair[],
  mentions: readonly Mention[],
  verbatim: readonly Range[],
): NamePair[] {
  const mentionBefore = lastBefore(mentions);
  const verbatimBefore = lastBefore(verbatim);
  return pairs.filter((pair) => {
    const mention = mentionBefore(pair.end - 1);
    const words = verbatimBefore(pair.start);
    return !(mention && overlaps(mention, pair)) && !(words && contains(words, pair.start));
  });
}

/**
 * Names that are spelled in two ways, the rarer way: beside the same first name or surname, and so that they sound the
 * same or differ by a slip of the pen.
 */
export function findVariants(text: string, pairs: readonly NamePair[]): NameVariant[] {
  const found = new Map<number, NameVariant>();
  for (const differs of ['second', 'first'] as const) {
    const beside = differs === 'second' ? 'first' : 'second';
    for (const neighbours of neighboursIn(pairs, (pair) => pair[beside])) {
      if (neighbours.every((pair) => pair[differs] === neighbours[0]?.[differs])) continue;
      for (const variant of variantsIn(text, neighbours, differs)) found.set(variant.start, variant);
    }
  }
  return [...found.values()].sort((a, b) => a.start - b.start);
}

function variantsIn(text: string, pairs: readonly NamePair[], differs: 'first' | 'second'): NameVariant[] {
  const rangeOf = ({ start, end, firstEnd, secondStart }: NamePair): Range =>
    differs === 'first' ? { start, end: firstEnd } : { start: secondStart, end };
  const spellings = [...groupBy(pairs, (pair) => pair[differs]).values()]
    .slice(0, MOST_NEIGHBOURS)
    .map((same): Spelling => {
      const { start, end } = rangeOf(same[0]);
      const word = text.slice(start, end);
      return { word, folded: fold(word), pairs: same };
    });
  // The usual spelling first; of those that are as frequent, the earlier.
  spellings.sort((a, b) => b.pairs.length - a.pairs.length);
  return spellings.flatMap((rare) => {
    const usual = spellings.find(
      (other) => other.pairs.length > rare.pairs.length && isSpelledAlike(other.folded, rare.folded),
    );
    const model = usual?.pairs[0];
    if (!usual || !model) return [];
    const first = { start: model.start, end: model.end };
    return rare.pairs.map((pair) => {
      const { start, end } = rangeOf(pair);
      const replacement = usual.word;
      return {
        start,
        end,
        text: text.slice(start, end),
        usual: text.slice(first.start, first.end),
        replacement,
        first,
      };
    });
  });
}

/** The pairs that have a key in common, where there are enough of them; most have none. */
function neighboursIn(pairs: readonly NamePair[], keyOf: (pair: NamePair) => number): Iterable<readonly NamePair[]> {
  const counts = new Map<number, number>();
  for (const pair of pairs) counts.set(keyOf(pair), (counts.get(keyOf(pair)) ?? 0) + 1);
  const isNeighbour = (pair: NamePair) => (counts.get(keyOf(pair)) ?? 0) >= LEAST_NEIGHBOURS;
  return groupBy(pairs.filter(isNeighbour), keyOf).values();
}

function fold(word: string): string {
  const letters = word.normalize('NFD').toLowerCase();
  return /^[a-z]*$/.test(letters) ? letters : letters.replace(/[^\p{Ll}]/gu, '');
}

/** Whether two words are likely to be spellings of one name. */
export function isSpelledAlike(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < LEAST_LETTERS || a[0] !== b[0] || a === b) return false;
  if (Math.abs(a.length - b.length) > MOST_CHANGES || (DISTINCT.has(a) && DISTINCT.has(b))) return false;
  return soundOf(a) === soundOf(b) || plainOf(a) === plainOf(b) || isSlip(a, b);
}

/** Mohammed and Mohammad, Hussein and Hussain: one vowel in several transliterations. */
function plainOf(word: string): string {
  return word.replaceAll('e', 'a').replace(/(.)\1+/g, '$1');
}

/** A consonant too many, or two letters swapped, in the middle of a long name. Another consonant is another name. */
function isSlip(a: string, b: string): boolean {
  const [long, short] = a.length >= b.length ? [a, b] : [b, a];
  if (short.length < LEAST_SLIPPED - 1 || long.length < LEAST_SLIPPED) return false;
  let same = 0;
  while (same < short.length && long[same] === short[same]) same++;
  if (same < KEPT_AT_START || long.slice(-KEPT_AT_END) !== short.slice(-KEPT_AT_END)) return false;
  if (long.length === short.length + 1)
    return long.slice(same + 1) === short.slice(same) && !VOWELS.includes(long.charAt(same));
  const swapped = long[same] === short[same + 1] && long[same + 1] === short[same];
  return long.length === short.length && swapped && long.slice(same + 2) === short.slice(same + 2);
}

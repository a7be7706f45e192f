import { distance } from '../text/distance.ts';
import { joinSkeletons, labelAt, type Matcher } from './compile.ts';
import { BASE, hashOfLetters, POWERS } from './hash.ts';
import { type KnownWords, LEAST_AT_END } from './matcher.ts';
import type { Nearness } from './mention.ts';
import { FAR_FROM, FAR_LETTERS, LEAST_FAR, LEAST_NEAR, sideHash, sideLength } from './near-index.ts';
import { isJoiner, skeletonOf } from './skeleton.ts';
import { bucketOf, first, mayHave, next, valueAt } from './table.ts';
import { FLAG, GAP, type Words } from './words.ts';

/** Words that are in no label, of those that are taken together for a misspelled one. */
const MOST_UNKNOWN = 3;
/** A single slip spoils one word, or two between which it puts a space. */
const MOST_UNKNOWN_IN_SLIP = 2;
/** What makes an adjective, a people or a plural of a name: no misspelling. */
const DERIVATIONS = new Set(['i', 'n']);

export interface NearMatch {
  /** The names that are as near: their labels, the first of each concept. */
  readonly labels: readonly number[];
  readonly nearness: Nearness;
  /** The word after the match. */
  readonly to: number;
}

/** The hashes of the first letters of a stretch, by how many they are. */
const prefixes = new Int32Array(POWERS.length);

/** What of a stretch some label has too: a slip leaves one of the two as it is. */
const SIDE = { head: 1, tail: 2 } as const;

/**
 * What the words from `at` on are nearly: the longest stretch of them, beyond the word `matched` up to which they are a
 * label, that is a label but for hyphens and spaces, for its transliteration, or for one letter inserted, left out,
 * replaced, or swapped with its neighbour.
 */
export function nearestMatch(known: KnownWords, at: number, matched: number): NearMatch | null {
  if (!mayOpen(known, at)) return null;
  const { matcher, words, ids } = known;
  const begin = words.from[at] as number;
  let found: NearMatch | null = null;
  let unknown = 0;
  let skeleton = 0;
  let sounds = true;
  let far = false;
  let hashed = 0;
  for (let to = at; to - at <= matcher.mostWords; to++) {
    if (to > at && !mayGoOn(known, to)) break;
    const id = ids[to] as number;
    if (id === -1 && ++unknown > (sounds ? MOST_UNKNOWN : MOST_UNKNOWN_IN_SLIP)) break;
    const from = words.from[to] as number;
    const end = words.from[to + 1] as number;
    const length = end - begin;
    if (length > matcher.mostLetters + 1 || length >= prefixes.length) break;
    if (sounds) {
      const ownSkeleton =
        id === -1
          ? skeletonOf(words.letters, from, end, words.hash[to] as number)
          : (matcher.wordSkeleton[id] as number);
      skeleton = joinSkeletons(skeleton, ownSkeleton, to - at);
      if (to === at) sounds = mayHave(matcher.openingBits, skeleton);
    }
    if (!sounds && !far && length >= LEAST_FAR) {
      hashed = hashUpTo(words.letters, begin, hashed, FAR_LETTERS);
      far = mayGoFar(matcher, words.letters, begin);
      if (!far) break;
    }
    if (to < matched || length < LEAST_NEAR - 1 || !mayClose(words, at, to)) continue;
    const count = to + 1 - at;
    if (unknown === 0 && count === 1) continue;
    // Words that are all known, and of which some are a label, are not another label misspelled.
    const mayBeSlip = unknown === 0 ? matched === at : unknown === 1 || (unknown === 2 && count > 2);
    let sides = 0;
    if (mayBeSlip) {
      hashed = hashUpTo(words.letters, begin, hashed, sideLength(length));
      sides = sidesOf(matcher, words.letters, begin, length);
    }
    let nearest = sounds ? nearestInSound(matcher, words, begin, end, skeleton) : null;
    if (sides !== 0 && nearest?.rank !== 0) {
      hashed = hashUpTo(words.letters, begin, hashed, length);
      nearest = nearestBySlip(matcher, words, begin, end, sides, nearest);
    }
    if (nearest && nearest.labels.size > 0) found = nearMatch(matcher, nearest, to + 1);
  }
  return found;
}

/**
 * A name starts with a capital, or with the article of one (al-), or has lost its first letter before a word that is
 * known. It does not start within a name, or with A.
 */
function mayOpen({ words, ids }: KnownWords, at: number): boolean {
  const { flags, gap } = words;
  const before = gap[at + 1];
  if (!((flags[at] as number) & FLAG.capitalised)) {
    if (before === GAP.break || !((flags[at + 1] as number) & FLAG.capitalised)) return false;
    if (before === GAP.hyphen) return isJoiner(words, at) && gap[at] !== GAP.hyphen;
    return lengthOf(words, at) >= LEAST_AT_END && ids[at] === -1 && ids[at + 1] !== -1;
  }
  if (before !== GAP.hyphen && lengthOf(words, at) <= 2) return false;
  if (gap[at] !== GAP.hyphen || at === 0) return true;
  return !((flags[at - 1] as number) & FLAG.capitalised) && !isJoiner(words, at - 1);
}

function mayGoOn({ words, ids }: KnownWords, to: number): boolean {
  const before = words.gap[to] as number;
  if (before === GAP.break || before === GAP.none) return false;
  if ((words.flags[to] as number) & FLAG.capitalised || before === GAP.hyphen || ids[to] !== -1) return true;
  // A slip in one of the small words of a name, or a capital that is gone.
  return ids[to - 1] !== -1 || isJoiner(words, to);
}

function mayClose(words: Words, at: number, to: number): boolean {
  const { flags, gap } = words;
  if (to > at) {
    if (isJoiner(words, to)) return false;
    if (gap[to] !== GAP.hyphen && lengthOf(words, to) < ((flags[to] as number) & FLAG.capitalised ? 2 : LEAST_AT_END))
      return false;
  }
  const goesOn = gap[to + 1] === GAP.hyphen && to + 2 < words.count && gap[to + 2] === GAP.hyphen;
  return !goesOn || !isJoiner(words, to + 1);
}

function lengthOf({ from }: Words, at: number): number {
  return (from[at + 1] as number) - (from[at] as number);
}

/** Goes on from the first `hashed` prefixes to the first `length`, and gives how many there are then. */
function hashUpTo(letters: Uint16Array, begin: number, hashed: number, length: number): number {
  let at = hashed;
  for (; at < length; at++)
    prefixes[at + 1] = (Math.imul(prefixes[at] as number, BASE) + (letters[begin + at] as number)) | 0;
  return at;
}

/** Whether some long label has what a stretch begins with, or one slip away from it: most stretches end here. */
function mayGoFar({ sideBits }: Matcher, letters: Uint16Array, begin: number): boolean {
  if (mayHave(sideBits, sideHash(prefixes[FAR_LETTERS] as number, 0))) return true;
  const from = begin + FAR_FROM;
  return mayHave(sideBits, sideHash(~hashOfLetters(letters, from, from + FAR_LETTERS), 0));
}

/** Which sides of a stretch are those of some label of about that length. */
function sidesOf({ sideBits }: Matcher, letters: Uint16Array, begin: number, length: number): number {
  const side = sideLength(length);
  const tail = hashOfLetters(letters, begin + length - side, begin + length);
  return (
    (mayHave(sideBits, sideHash(prefixes[side] as number, length)) ? SIDE.head : 0) |
    (mayHave(sideBits, sideHash(~tail, length)) ? SIDE.tail : 0)
  );
}

const RANKS: readonly Nearness[] = ['folded', 'skeleton', 'distance'];

function nearestInSound(matcher: Matcher, words: Words, begin: number, end: number, skeleton: number): Nearest | null {
  const { skeletons } = matcher;
  let nearest: Nearest | null = null;
  let slot = next(skeletons, skeleton, first(skeletons, skeleton));
  for (; slot !== -1; slot = next(skeletons, skeleton, slot + 1)) {
    nearest ??= startNearest(words, begin, end);
    consider(matcher, nearest, valueAt(skeletons, slot), true);
  }
  return nearest;
}

function nearestBySlip(
  matcher: Matcher,
  words: Words,
  begin: number,
  end: number,
  sides: number,
  sounding: Nearest | null,
): Nearest | null {
  const { near, nearBits } = matcher;
  const length = end - begin;
  const whole = prefixes[length] as number;
  // Where no label begins or none ends so, the slip is there, or has swapped the next letter with one of that side.
  const least = sides === SIDE.head ? length - sideLength(length) - 1 : 0;
  const most = sides === SIDE.tail ? sideLength(length) + 1 : length;
  let nearest = sounding;
  for (let left = least - 1; left < most; left++) {
    const hash = left === least - 1 ? whole : withoutLetter(whole, length, left);
    if (!mayHave(nearBits, hash)) continue;
    const bucket = bucketOf(near, hash);
    for (let at = near.starts[bucket] as number; at < (near.starts[bucket + 1] as number); at++) {
      const index = near.values[at] as number;
      if (!sharesEnd(matcher, words.letters, begin, end, index)) continue;
      nearest ??= startNearest(words, begin, end);
      consider(matcher, nearest, index, false);
    }
  }
  return nearest;
}

function nearMatch(matcher: Matcher, nearest: Nearest, to: number): NearMatch {
  const { rank, others } = nearest;
  const labels = [...nearest.labels.values()];
  return {
    labels: rank === 0 ? labels : withDistinct(matcher, labels, others),
    nearness: RANKS[rank] as Nearness,
    to,
  };
}

/** Whether a label is about as long as the letters, and begins or ends with the same one: a slip leaves it so. */
function sharesEnd(matcher: Matcher, letters: Uint16Array, begin: number, end: number, label: number): boolean {
  const { squashed, squashedEnds } = matcher;
  const labelBegin = label === 0 ? 0 : (squashedEnds[label - 1] as number);
  const labelEnd = squashedEnds[label] as number;
  const longer = labelEnd - labelBegin - (end - begin);
  if (longer > 1 || longer < -1) return false;
  return squashed.charCodeAt(labelBegin) === letters[begin] || squashed.charCodeAt(labelEnd - 1) === letters[end - 1];
}

/** The labels nearest to a text, as they are considered one after the other. */
interface Nearest {
  readonly text: string;
  rank: number;
  /** By concept, one of each. */
  readonly labels: Map<string, number>;
  /** Those that are near too. */
  readonly others: number[];
}

/** The labels, and those of the others that are not to be confused with them: which is meant, a person must say. */
function withDistinct(matcher: Matcher, labels: readonly number[], others: readonly number[]): readonly number[] {
  const distinct = new Set(labels.flatMap((label) => labelAt(matcher, label).distinct));
  return [...labels, ...others.filter((other) => distinct.has(labelAt(matcher, other).concept))];
}

function startNearest({ letters }: Words, begin: number, end: number): Nearest {
  return {
    text: String.fromCharCode(...letters.subarray(begin, end)),
    rank: RANKS.length,
    labels: new Map(),
    others: [],
  };
}

/** Puts `index` among the nearest labels if it is as near as they are, alone if it is nearer. */
function consider(matcher: Matcher, nearest: Nearest, index: number, sounds: boolean): void {
  const { text, labels, others } = nearest;
  const { text: label, squashed, concept } = labelAt(matcher, index);
  if (isDerived(text, squashed, /[\s-]/.test(label))) return;
  const rank = rankOf(text, squashed, sounds);
  if (rank === -1) return;
  if (rank > nearest.rank) {
    others.push(index);
    return;
  }
  if (rank < nearest.rank) {
    for (const farther of labels.values()) others.push(farther);
    labels.clear();
    nearest.rank = rank;
  }
  const own = labels.get(concept) ?? index;
  // Of equals the one considered last comes last.
  labels.delete(concept);
  labels.set(concept, Math.min(own, index));
}

function rankOf(text: string, label: string, sounds: boolean): number {
  if (!sounds) return slips(text, label);
  if (text === label) return 0;
  // Hashes of sounds may collide; spellings of one name do not differ much.
  const most = Math.max(2, Math.floor(label.length / 3));
  return distance(text, label, most) <= most ? 1 : -1;
}

/** The hash of the first `length` letters without the one at `left`. */
function withoutLetter(whole: number, length: number, left: number): number {
  const shift = POWERS[length - 1 - left] as number;
  const removed = ((prefixes[left + 1] as number) - (prefixes[left] as number)) | 0;
  return (whole - Math.imul(removed, shift)) | 0;
}

/** Pakistani, Afghans: made of the name. Of a name of several words, only a plural is made. */
function isDerived(text: string, name: string, severalWords: boolean): boolean {
  const [longer, shorter] = text.length > name.length ? [text, name] : [name, text];
  if (longer.length !== shorter.length + 1 || !longer.startsWith(shorter)) return false;
  const ending = longer.slice(-1);
  return ending === 's' || (longer === text && !severalWords && DERIVATIONS.has(ending));
}

/** 0 for the same letters, 2 for one slip between them, -1 for more. */
function slips(a: string, b: string): 0 | 2 | -1 {
  if (Math.abs(a.length - b.length) > 1) return -1;
  let from = 0;
  while (from < a.length && from < b.length && a[from] === b[from]) from++;
  let endA = a.length;
  let endB = b.length;
  while (endA > from && endB > from && a[endA - 1] === b[endB - 1]) {
    endA--;
    endB--;
  }
  if (endA === from && endB === from) return 0;
  if (endA - from <= 1 && endB - from <= 1) return 2;
  const swapped = endA - from === 2 && endB - from === 2 && a[from] === b[from + 1] && a[from + 1] === b[from];
  return swapped ? 2 : -1;
}

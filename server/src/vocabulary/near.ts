import { distance } from '../text/distance.ts';
import { type CompiledLabel, joinSkeletons, type Matcher } from './compile.ts';
import { BASE, POWERS } from './hash.ts';
import type { KnownWords } from './matcher.ts';
import type { Nearness } from './mention.ts';
import { LEAST_NEAR, sideHash, sideLength } from './near-index.ts';
import { isJoiner, skeletonOf } from './skeleton.ts';
import { bucketOf, first, mayHave, next, valueAt } from './table.ts';
import { FLAG, GAP, type Words } from './words.ts';

/** Words that are in no label, of those that are taken together for a misspelled one. */
const MOST_UNKNOWN = 3;
/** A single slip spoils one word, or two between which it puts a space. */
const MOST_UNKNOWN_IN_SLIP = 2;
/** Words of fewer letters do not begin or end a name in lower case. */
const LEAST_LOWER = 4;
/** What makes an adjective, a people or a plural of a name: no misspelling. */
const DERIVATIONS = new Set(['i', 'n']);

export interface NearMatch {
  /** The names that are as near: their labels, the first of each concept. */
  readonly labels: readonly number[];
  readonly nearness: Nearness;
  /** The word after the match. */
  readonly to: number;
}

const prefixes = new Int32Array(POWERS.length);

/**
 * What the words from `at` on are nearly: the longest stretch of them, beyond the word `matched` up to which they are a
 * label, that is a label but for hyphens and spaces, for its transliteration, or for one letter inserted, left out,
 * replaced, or swapped with its neighbour.
 */
export function nearestMatch(matcher: Matcher, known: KnownWords, at: number, matched: number): NearMatch | null {
  const { words, ids } = known;
  if (!mayOpen(known, at)) return null;
  const begin = words.from[at] as number;
  let found: NearMatch | null = null;
  let unknown = 0;
  let skeleton = 0;
  let sounds = true;
  let hashed = 0;
  for (let to = at; to < words.count && to - at <= matcher.mostWords; to++) {
    if (to > at && !mayGoOn(known, to)) break;
    const id = ids[to] as number;
    if (id === -1 && ++unknown > (sounds ? MOST_UNKNOWN : MOST_UNKNOWN_IN_SLIP)) break;
    const from = words.from[to] as number;
    const end = words.from[to + 1] as number;
    const length = end - begin;
    if (length > matcher.mostLetters + 1 || length >= prefixes.length) break;
    if (sounds) {
      const known = id === -1 ? skeletonOf(words.letters, from, end, words.hash[to] as number) : 0;
      skeleton = joinSkeletons(skeleton, id === -1 ? known : (matcher.wordSkeleton[id] as number), to - at);
      if (to === at) sounds = mayHave(matcher.openingBits, skeleton);
    }
    if (to < matched || length < LEAST_NEAR - 1 || !mayClose(words, at, to)) continue;
    const count = to + 1 - at;
    if (unknown === 0 && count === 1) continue;
    // Words that are all known, and of which some are a label, are not another label misspelled.
    const mayBeSlip = unknown === 0 ? matched === at : unknown === 1 || (unknown === 2 && count > 2);
    const slip = mayBeSlip && maySlip(matcher, words.letters, begin, length);
    if (slip) {
      for (; hashed < length; hashed++)
        prefixes[hashed + 1] =
          (Math.imul(prefixes[hashed] as number, BASE) + (words.letters[begin + hashed] as number)) | 0;
    }
    if (!sounds && !slip) continue;
    found = nearestOfStretch(matcher, words, { begin, end, to: to + 1, skeleton, sounds, slip }) ?? found;
  }
  return found;
}

/**
 * A name starts with a capital, or with the article of one (al-), or has lost its first letter before a word that is
 * known. It does not start within a name, or with A.
 */
function mayOpen({ words, ids }: KnownWords, at: number): boolean {
  const { flags, gap, hash, count } = words;
  const hyphenated = at + 1 < count && gap[at + 1] === GAP.hyphen;
  if (!((flags[at] as number) & FLAG.capitalised)) {
    if (at + 1 >= count || gap[at + 1] === GAP.break || !((flags[at + 1] as number) & FLAG.capitalised)) return false;
    if (hyphenated) return isJoiner(hash[at] as number) && gap[at] !== GAP.hyphen;
    return ids[at] === -1 && ids[at + 1] !== -1 && lengthOf(words, at) >= LEAST_LOWER;
  }
  if (lengthOf(words, at) <= 2 && !hyphenated) return false;
  if (gap[at] !== GAP.hyphen || at === 0) return true;
  return !((flags[at - 1] as number) & FLAG.capitalised) && !isJoiner(hash[at - 1] as number);
}

function mayGoOn({ words, ids }: KnownWords, to: number): boolean {
  const { flags, gap, hash } = words;
  const before = gap[to] as number;
  if (before === GAP.break || before === GAP.none) return false;
  if ((flags[to] as number) & FLAG.capitalised || before === GAP.hyphen || ids[to] !== -1) return true;
  // A slip in one of the small words of a name, or a capital that is gone.
  return ids[to - 1] !== -1 || isJoiner(hash[to] as number);
}

function mayClose(words: Words, at: number, to: number): boolean {
  const { flags, gap, hash, count } = words;
  if (to > at && isJoiner(hash[to] as number)) return false;
  if (to > at && gap[to] !== GAP.hyphen) {
    const capitalised = ((flags[to] as number) & FLAG.capitalised) !== 0;
    if (lengthOf(words, to) < (capitalised ? 2 : LEAST_LOWER)) return false;
  }
  const goesOn = to + 2 < count && gap[to + 1] === GAP.hyphen && gap[to + 2] === GAP.hyphen;
  return !goesOn || !isJoiner(hash[to + 1] as number);
}

/** Whether some label of about that length begins or ends as the stretch does. */
function maySlip({ sideBits }: Matcher, letters: Uint16Array, begin: number, length: number): boolean {
  const side = sideLength(length);
  let head = 0;
  let tail = 0;
  for (let at = 0; at < side; at++) {
    head = (Math.imul(head, BASE) + (letters[begin + at] as number)) | 0;
    tail = (Math.imul(tail, BASE) + (letters[begin + length - side + at] as number)) | 0;
  }
  return mayHave(sideBits, sideHash(head, length)) || mayHave(sideBits, sideHash(~tail, length));
}

function lengthOf({ from }: Words, at: number): number {
  return (from[at + 1] as number) - (from[at] as number);
}

interface Stretch {
  readonly begin: number;
  readonly end: number;
  readonly to: number;
  readonly skeleton: number;
  /** Whether other transliterations are looked for. */
  readonly sounds: boolean;
  /** Whether a slip of one letter is looked for. */
  readonly slip: boolean;
}

const RANKS: readonly Nearness[] = ['folded', 'skeleton', 'distance'];

function nearestOfStretch(matcher: Matcher, words: Words, stretch: Stretch): NearMatch | null {
  const { begin, end, skeleton, sounds } = stretch;
  const { skeletons, near, nearBits } = matcher;
  let nearest: Nearest | null = null;
  for (let slot = sounds ? next(skeletons, skeleton, first(skeletons, skeleton)) : -1; slot !== -1; ) {
    nearest = consider(matcher, nearest ?? startNearest(words, stretch), valueAt(skeletons, slot), true);
    slot = next(skeletons, skeleton, slot + 1);
  }
  if (stretch.slip && nearest?.rank !== 0) {
    const length = end - begin;
    const whole = prefixes[length] as number;
    for (let left = -1; left < length; left++) {
      const hash = left === -1 ? whole : withoutLetter(whole, length, left);
      if (!mayHave(nearBits, hash)) continue;
      const bucket = bucketOf(near, hash);
      for (let at = near.starts[bucket] as number; at < (near.starts[bucket + 1] as number); at++) {
        const index = near.values[at] as number;
        if (sharesEnd(words.letters, begin, end, (matcher.labels[index] as CompiledLabel).squashed))
          nearest = consider(matcher, nearest ?? startNearest(words, stretch), index, false);
      }
    }
  }
  if (!nearest || nearest.labels.length === 0) return null;
  const { rank, labels, others } = nearest;
  return {
    labels: rank === 0 ? labels : withDistinct(matcher, labels, others),
    nearness: RANKS[rank] as Nearness,
    to: stretch.to,
  };
}

/** Whether a label is about as long as the letters, and begins or ends with the same one: a slip leaves it so. */
function sharesEnd(letters: Uint16Array, begin: number, end: number, label: string): boolean {
  const longer = label.length - (end - begin);
  if (longer > 1 || longer < -1) return false;
  return label.charCodeAt(0) === letters[begin] || label.charCodeAt(label.length - 1) === letters[end - 1];
}

/** The labels nearest to a text. */
interface Nearest {
  readonly text: string;
  readonly rank: number;
  /** One of each concept. */
  readonly labels: readonly number[];
  /** Those that are near too. */
  readonly others: readonly number[];
}

/** The labels, and those of the others that are not to be confused with them: which is meant, a person must say. */
function withDistinct(
  { labels: all }: Matcher,
  labels: readonly number[],
  others: readonly number[],
): readonly number[] {
  const distinct = new Set(labels.flatMap((label) => (all[label] as CompiledLabel).distinct));
  return [...labels, ...others.filter((other) => distinct.has((all[other] as CompiledLabel).concept))];
}

function startNearest({ letters }: Words, { begin, end }: Stretch): Nearest {
  return { text: String.fromCharCode(...letters.subarray(begin, end)), rank: RANKS.length, labels: [], others: [] };
}

/** With `index` among the nearest labels if it is as near as they are, alone if it is nearer. */
function consider({ labels }: Matcher, nearest: Nearest, index: number, sounds: boolean): Nearest {
  const { text } = nearest;
  const { text: label, squashed, concept } = labels[index] as CompiledLabel;
  if (isDerived(text, squashed, /[\s-]/.test(label))) return nearest;
  const rank = rankOf(text, squashed, sounds);
  if (rank === -1) return nearest;
  if (rank > nearest.rank) return { ...nearest, others: [...nearest.others, index] };
  if (rank < nearest.rank) return { text, rank, labels: [index], others: [...nearest.others, ...nearest.labels] };
  const rest = nearest.labels.filter((other) => (labels[other] as CompiledLabel).concept !== concept);
  const own = nearest.labels.find((other) => (labels[other] as CompiledLabel).concept === concept) ?? index;
  return { ...nearest, labels: [...rest, Math.min(own, index)] };
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

import { flagsAt, gapAt, idAt, isJoinerAt, LEAST_AT_END, lengthOf } from './known';
import { from } from './memory';
import { joinSkeletons, letterAt, skeletonOf } from './skeleton';
import {
  beginningBits,
  beginningBitsMask,
  mayHave,
  mostLetters,
  mostWords,
  nearBits,
  nearBitsMask,
  nearMask,
  nearStarts,
  nearValues,
  nextSkeleton,
  numberAt,
  sideBits,
  sideBitsMask,
  skeletonValues,
  spread,
  wordSkeleton,
} from './tables';
import { BASE, CAPITALISED, GAP_BREAK, GAP_HYPHEN, GAP_NONE } from './words';

/** Words that are in no label, of those that are taken together for a misspelled one. */
const MOST_UNKNOWN = 3;
/** A single slip spoils one word, or two between which it puts a space. */
const MOST_UNKNOWN_IN_SLIP = 2;
/** Labels of fewer letters are too near to other words for a single slip to tell them. */
export const LEAST_NEAR = 6;
/** Stretches of so many letters are told by some letters at their beginning, whatever follows. */
export const LEAST_FAR = 10;
export const FAR_LETTERS = 4;
export const FAR_FROM = 5;

/** What of a stretch some label has too: a slip leaves one of the two as it is. */
const HEAD = 1;
const TAIL = 2;

/** What `consider` gives for the same letters, and for none that are near. */
const SAME = 0;
const FAR = 3;

/** The hashes of the first letters of a stretch, by how many they are, and the powers of the base. */
const MOST_PREFIXES = 256;
const prefixes = memory.data(MOST_PREFIXES * 4, 16);
const powers = memory.data(MOST_PREFIXES * 4, 16);

preparePowers();

function preparePowers(): void {
  let power = 1;
  for (let at = 0; at < MOST_PREFIXES; at++) {
    store<i32>(powers + ((<usize>at) << 2), power);
    power *= BASE;
  }
}

/**
 * Asks JavaScript how near the words from `at` up to `to` (exclusive) are to a label, which sounds the same or may be a
 * slip away; gives the least rank of all that were asked of these words.
 */
declare function consider(label: i32, at: i32, to: i32, sounds: bool): i32;

/**
 * Considers what the words from `at` on are nearly: each stretch of them, beyond the word `matched` up to which they are
 * a label, that may be a label but for hyphens and spaces, for its transliteration, or for one letter inserted, left
 * out, replaced, or swapped with its neighbour. Says whether any is.
 */
export function findNear(at: i32, matched: i32): bool {
  let found = false;
  if (!mayOpen(at) || (matched > at && !mayGoOn(matched))) return found;
  const begin = numberAt(from, at);
  let unknown = 0;
  let skeleton = 0;
  let sounds = true;
  let far = false;
  let hashed = 0;
  for (let to = at; to - at <= mostWords; to++) {
    if (to > at && !mayGoOn(to)) break;
    const id = idAt(to);
    if (id === -1 && ++unknown > (sounds ? MOST_UNKNOWN : MOST_UNKNOWN_IN_SLIP)) break;
    const first = numberAt(from, to);
    const last = numberAt(from, to + 1);
    const length = last - begin;
    if (length > mostLetters + 1 || length >= MOST_PREFIXES) break;
    if (sounds) {
      skeleton = joinSkeletons(skeleton, id === -1 ? skeletonOf(first, last) : numberAt(wordSkeleton, id), to - at);
      sounds = mayHave(beginningBits, beginningBitsMask, skeleton);
    }
    if (!sounds && !far && length >= LEAST_FAR) {
      hashed = hashUpTo(begin, hashed, FAR_LETTERS);
      far = mayGoFar(begin);
      if (!far) break;
    }
    if (to < matched || length < LEAST_NEAR - 1 || !mayClose(at, to)) continue;
    const count = to + 1 - at;
    if (unknown === 0 && count === 1) continue;
    // Words that are all known, and of which some are a label, are not another label misspelled.
    const mayBeSlip = unknown === 0 ? matched === at : unknown === 1 || (unknown === 2 && count > 2);
    let sides = 0;
    if (mayBeSlip) {
      hashed = hashUpTo(begin, hashed, sideLength(length));
      sides = sidesOf(begin, length);
    }
    let rank = sounds ? considerSounding(at, to + 1, skeleton) : FAR;
    if (sides !== 0 && rank !== SAME) {
      hashed = hashUpTo(begin, hashed, length);
      rank = min(rank, considerSlips(at, to + 1, length, sides));
    }
    if (rank < FAR) found = true;
  }
  return found;
}

/**
 * A name starts with a capital, or with the article of one (al-), or has lost its first letter before a word that is
 * known. It does not start within a name, or with A.
 */
function mayOpen(at: i32): bool {
  const following = gapAt(at + 1);
  if (!isCapitalised(at)) {
    if (following === GAP_BREAK || !isCapitalised(at + 1)) return false;
    if (following === GAP_HYPHEN) return isJoinerAt(at) && gapAt(at) !== GAP_HYPHEN;
    return lengthOf(at) >= LEAST_AT_END && idAt(at) === -1 && idAt(at + 1) !== -1;
  }
  if (following !== GAP_HYPHEN && lengthOf(at) <= 2) return false;
  if (gapAt(at) !== GAP_HYPHEN || at === 0) return true;
  return !isCapitalised(at - 1) && !isJoinerAt(at - 1);
}

function mayGoOn(to: i32): bool {
  const before = gapAt(to);
  if (before === GAP_BREAK || before === GAP_NONE) return false;
  if (isCapitalised(to) || before === GAP_HYPHEN || idAt(to) !== -1) return true;
  // A slip in one of the small words of a name, or a capital that is gone.
  return idAt(to - 1) !== -1 || isJoinerAt(to);
}

function mayClose(at: i32, to: i32): bool {
  if (to > at) {
    if (isJoinerAt(to)) return false;
    if (gapAt(to) !== GAP_HYPHEN && lengthOf(to) < (isCapitalised(to) ? 2 : LEAST_AT_END)) return false;
  }
  // The word after the last one has a break before it, which is no hyphen.
  return gapAt(to + 1) !== GAP_HYPHEN || gapAt(to + 2) !== GAP_HYPHEN || !isJoinerAt(to + 1);
}

function isCapitalised(at: i32): bool {
  return (flagsAt(at) & CAPITALISED) !== 0;
}

/** Goes on from the first `hashed` prefixes to the first `length`, and gives how many there are then. */
function hashUpTo(begin: i32, hashed: i32, length: i32): i32 {
  let at = hashed;
  for (; at < length; at++) store<i32>(prefixes + ((<usize>(at + 1)) << 2), prefixAt(at) * BASE + letterAt(begin + at));
  return at;
}

function prefixAt(length: i32): i32 {
  return numberAt(prefixes, length);
}

/** The hash of the folded letters from `first` to `last`. */
function hashOf(first: i32, last: i32): i32 {
  let own = 0;
  for (let at = first; at < last; at++) own = own * BASE + letterAt(at);
  return own;
}

/** Whether some long label has what a stretch begins with, or one slip away from it: most stretches end here. */
function mayGoFar(begin: i32): bool {
  if (mayHave(sideBits, sideBitsMask, sideHash(prefixAt(FAR_LETTERS), 0))) return true;
  const first = begin + FAR_FROM;
  return mayHave(sideBits, sideBitsMask, sideHash(~hashOf(first, first + FAR_LETTERS), 0));
}

/** Which sides of a stretch are those of some label of about that length. */
function sidesOf(begin: i32, length: i32): i32 {
  const side = sideLength(length);
  const tail = hashOf(begin + length - side, begin + length);
  return (
    (mayHave(sideBits, sideBitsMask, sideHash(prefixAt(side), length)) ? HEAD : 0) |
    (mayHave(sideBits, sideBitsMask, sideHash(~tail, length)) ? TAIL : 0)
  );
}

function considerSounding(at: i32, to: i32, skeleton: i32): i32 {
  let rank = FAR;
  for (let slot = nextSkeleton(skeleton, spread(skeleton)); slot !== -1; slot = nextSkeleton(skeleton, slot + 1))
    rank = consider(numberAt(skeletonValues, slot) - 1, at, to, true);
  return rank;
}

function considerSlips(at: i32, to: i32, length: i32, sides: i32): i32 {
  let rank = FAR;
  const whole = prefixAt(length);
  // Where no label begins or none ends so, the slip is there, or has swapped the next letter with one of that side.
  const least = sides === HEAD ? length - sideLength(length) - 1 : 0;
  const most = sides === TAIL ? sideLength(length) + 1 : length;
  for (let left = least - 1; left < most; left++) {
    const own = left === least - 1 ? whole : withoutLetter(whole, length, left);
    if (!mayHave(nearBits, nearBitsMask, own)) continue;
    const bucket = spread(own) & nearMask;
    const last = numberAt(nearStarts, bucket + 1);
    for (let place = numberAt(nearStarts, bucket); place < last; place++)
      rank = consider(numberAt(nearValues, place), at, to, false);
  }
  return rank;
}

/** The hash of the first `length` letters without the one at `left`. */
function withoutLetter(whole: i32, length: i32, left: i32): i32 {
  return whole - (prefixAt(left + 1) - prefixAt(left)) * numberAt(powers, length - 1 - left);
}

/** How many letters at either end of a stretch are looked at first: fewer than half of it. */
export function sideLength(length: i32): i32 {
  return length < 7 ? 2 : length < 10 ? 3 : 4;
}

/** `letters` is the hash of the first letters, or the complement of that of others; the length is 0 for any. */
export function sideHash(own: i32, length: i32): i32 {
  return own * <i32>0x85ebca6b + length;
}

import { flags, from, gap, hash, ids, openings } from './memory';
import { isJoiner, letterAt } from './skeleton';
import {
  mayHave,
  nextWord,
  numberAt,
  smallBits,
  smallBitsMask,
  spread,
  wordBits,
  wordBitsMask,
  wordFrom,
  wordLetters,
  wordValues,
} from './tables';
import { CAPITALISED, GAP_BREAK, GAP_HYPHEN, NUMBER } from './words';

/** Words of fewer letters do not begin or end a misspelled name in lower case. */
export const LEAST_AT_END = 4;
/** What undoes a multiplication by the base. */
const INVERSE = 0x359c449b;
/** Letters that substantive notes begin with, glued to a word: looked for where the markers are not known. */
const FIRST_NOTE_LETTER = 97;
const LAST_NOTE_LETTER = 106;
const PLURAL = 115;

/** Asks for the numbers of all words, and lists those that a name may start at; gives how many these are. */
export function lookUp(count: i32): i32 {
  let length = 0;
  let wasKnown = false;
  // What is behind a word tells whether it opens a name: each is judged at the next one, the last one at the end.
  for (let at = 0; at <= count; at++) {
    const own = numberAt(hash, at);
    let number = -1;
    if (at < count && mayHave(wordBits, wordBitsMask, own))
      number = wordAt(own, numberAt(from, at), numberAt(from, at + 1));
    store<i32>(ids + ((<usize>at) << 2), number);
    if (at > 0 && opens(at - 1, wasKnown, number)) {
      store<i32>(openings + ((<usize>length) << 2), at - 1);
      length++;
    }
    wasKnown = number !== -1;
  }
  return length;
}

function opens(at: i32, isKnown: bool, following: i32): bool {
  const flag = flagsAt(at);
  const isHyphen = gapAt(at + 1) === GAP_HYPHEN;
  return (
    // Not all small letters, and no mere number,
    (flag & ~NUMBER) !== 0 ||
    // or found at all, or in small letters,
    (isKnown && (flag !== 0 || isHyphen || mayHave(smallBits, smallBitsMask, numberAt(hash, at)))) ||
    // or an article, or the first word of a name of which a letter is gone or wrong.
    ((flagsAt(at + 1) & CAPITALISED) !== 0 &&
      (isHyphen || (following !== -1 && !isKnown && gapAt(at + 1) !== GAP_BREAK && lengthOf(at) >= LEAST_AT_END)))
  );
}

/** The number of a word without its last letter, where that may not be part of it; or -1. */
export function stemAt(at: i32, markersKnown: bool): i32 {
  const first = numberAt(from, at);
  const last = numberAt(from, at + 1) - 1;
  if (flagsAt(at) === 0 || last - first < 2) return -1;
  const letter = letterAt(last);
  if (letter !== PLURAL && (markersKnown || letter < FIRST_NOTE_LETTER || letter > LAST_NOTE_LETTER)) return -1;
  const stem = (numberAt(hash, at) - letter) * INVERSE;
  return mayHave(wordBits, wordBitsMask, stem) ? wordAt(stem, first, last) : -1;
}

/** The number of the word whose hash and letters these are, or -1. */
function wordAt(own: i32, first: i32, last: i32): i32 {
  for (let slot = nextWord(own, spread(own)); slot !== -1; slot = nextWord(own, slot + 1)) {
    const word = numberAt(wordValues, slot) - 1;
    const begin = numberAt(wordFrom, word);
    const length = numberAt(wordFrom, word + 1) - begin;
    if (length !== last - first) continue;
    let same = 0;
    while (same < length && letterAt(first + same) === load<u16>(wordLetters + ((<usize>(begin + same)) << 1))) same++;
    if (same === length) return word;
  }
  return -1;
}

export function flagsAt(at: i32): i32 {
  return load<u8>(flags + at);
}

export function gapAt(at: i32): i32 {
  return load<u8>(gap + at);
}

export function isJoinerAt(at: i32): bool {
  return isJoiner(numberAt(from, at), numberAt(from, at + 1));
}

export function idAt(at: i32): i32 {
  return numberAt(ids, at);
}

/** How many letters the word has. */
export function lengthOf(at: i32): i32 {
  return numberAt(from, at + 1) - numberAt(from, at);
}

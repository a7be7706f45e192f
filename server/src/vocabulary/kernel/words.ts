import { apart, bytes, CLASSES, end, flags, from, gap, hash, letters, start, text } from './memory';
import { numberAt } from './tables';

// The values of fold.ts and words.ts, which say what they mean.
const BREAK = 1;
const SPACE = 2;
const HYPHEN = 3;
const AYN = 4;
const TRANSPARENT = 5;
const FIRST_FOLDED = 48;
const LAST_DIGIT = 57;
const CAPITAL = 0x10000;

export const GAP_NONE = 0;
const GAP_SPACE = 1;
export const GAP_HYPHEN = 2;
export const GAP_BREAK = 3;

export const CAPITALISED = 1;
const CAPITALS = 2;
const ALL_CAPITALS = 4;
const POSSESSIVE = 8;
export const NUMBER = 16;

/** The base of all hashes: that of hash.ts. */
export const BASE = 0x01000193;

const LINE_FEED = 10;
const LETTER_S = 115;
const BACKSLASH = 92;

/** Asks JavaScript for the class of a code unit, which it also writes into `CLASSES`. */
declare function learn(code: i32): i32;

function codeAt(at: i32): i32 {
  return load<u16>(text + ((<usize>at) << 1));
}

function classOf(code: i32): i32 {
  return load<i32>(CLASSES + ((<usize>code) << 2));
}

function fold(code: i32): i32 {
  const known = classOf(code);
  return (known === 0 ? learn(code) : known) & ~CAPITAL;
}

/** Spaces behind a text: what stands there tells what an apostrophe at its end is. */
export const BEHIND = 4;

/** Turns so many bytes of UTF-8 into code units, from `place` on, with spaces behind them. */
export function decode(size: i32, place: usize): void {
  let to = place;
  const last = bytes + size;
  for (let at = bytes; at < last; ) {
    const byte: i32 = load<u8>(at);
    if (byte < 0x80) {
      store<u16>(to, byte);
      at += 1;
    } else if (byte < 0xe0) {
      store<u16>(to, ((byte & 0x1f) << 6) | (load<u8>(at, 1) & 0x3f));
      at += 2;
    } else if (byte < 0xf0) {
      store<u16>(to, ((byte & 0x0f) << 12) | ((<i32>load<u8>(at, 1) & 0x3f) << 6) | (load<u8>(at, 2) & 0x3f));
      at += 3;
    } else {
      const beyond =
        (((byte & 7) << 18) |
          ((<i32>load<u8>(at, 1) & 0x3f) << 12) |
          ((<i32>load<u8>(at, 2) & 0x3f) << 6) |
          (load<u8>(at, 3) & 0x3f)) -
        0x10000;
      store<u16>(to, 0xd800 | (beyond >> 10));
      to += 2;
      store<u16>(to, 0xdc00 | (beyond & 0x3ff));
      at += 4;
    }
    to += 2;
  }
  for (let space = 0; space < BEHIND; space++) store<u16>(to + (space << 1), 0x20);
}

/** Reads the words from `begin` to `limit`, leaving out so many ranges apart, and gives how many these are. */
export function read(begin: i32, limit: i32, ranges: i32): i32 {
  let at = begin;
  let count = 0;
  store<i32>(from, 0);
  for (let range = 0; range < ranges; range++) {
    const opens = numberAt(apart, range * 2);
    if (opens > at) count = readStretch(at, min(opens, limit), count);
    at = max(at, numberAt(apart, range * 2 + 1));
  }
  count = readStretch(at, limit, count);
  store<u8>(gap + count, GAP_BREAK);
  store<u8>(flags + count, 0);
  return count;
}

/** Adds the words from `begin` to `limit`, as many being there `already`. */
function readStretch(begin: i32, limit: i32, already: i32): i32 {
  let count = already;
  let length = load<i32>(from + ((<usize>count) << 2));
  let between = GAP_BREAK;
  let lineEnds = 0;

  for (let at = begin; at < limit; ) {
    const code = codeAt(at);
    let opening = classOf(code);
    if (opening === 0) opening = learn(code);
    if (opening <= TRANSPARENT) {
      at++;
      if (opening === SPACE) {
        if (code === LINE_FEED && ++lineEnds > 1) between = GAP_BREAK;
        else between = between <= GAP_SPACE ? GAP_SPACE : GAP_BREAK;
      } else if (opening === HYPHEN) between = between === GAP_NONE ? GAP_HYPHEN : GAP_BREAK;
      else if (opening === BREAK || (opening === AYN && between !== GAP_HYPHEN)) between = GAP_BREAK;
      continue;
    }

    const opens = at++;
    let last = at;
    let current = opening & ~CAPITAL;
    let capitals = opening >>> 16;
    let flag = capitals > 0 ? CAPITALISED : 0;
    const first = length;
    append(length++, current);
    if (opening <= LAST_DIGIT) {
      flag = NUMBER;
      for (; at < limit; last = ++at) {
        const digit = codeAt(at);
        if (digit < FIRST_FOLDED || digit > LAST_DIGIT) break;
        current = current * BASE + digit;
        append(length++, digit);
      }
    } else {
      for (;;) {
        let value = BREAK;
        const piece = at;
        // The hottest loop of all, over small letters.
        for (; at < limit; at++) {
          value = classOf(codeAt(at));
          if (value <= LAST_DIGIT || value >= CAPITAL) break;
          current = current * BASE + value;
          append(length++, value);
        }
        if (at > piece) last = at;
        if (value === SPACE || at === limit) break;
        if (value >= CAPITAL) {
          current = current * BASE + (value - CAPITAL);
          append(length++, value - CAPITAL);
          capitals++;
          last = ++at;
        } else if (value === 0) learn(codeAt(at));
        else if (value === TRANSPARENT) at++;
        else if (value === AYN) {
          const role = apostropheAt(at, limit);
          if (role === SOUND) at++;
          else {
            if (role !== ENDS) flag |= POSSESSIVE;
            at += role === ENDS ? 0 : role === PLURAL ? 1 : 2;
            break;
          }
        } else break;
      }
    }
    if (capitals > 1) flag |= capitals === length - first ? CAPITALS | ALL_CAPITALS : CAPITALS;
    store<i32>(start + ((<usize>count) << 2), opens);
    store<i32>(end + ((<usize>count) << 2), last);
    store<u8>(gap + count, between);
    store<u8>(flags + count, flag);
    store<i32>(hash + ((<usize>count) << 2), current);
    count++;
    store<i32>(from + ((<usize>count) << 2), length);
    between = GAP_NONE;
    lineEnds = 0;
  }
  return count;
}

function append(at: i32, letter: i32): void {
  store<u16>(letters + ((<usize>at) << 1), letter);
}

// What an apostrophe after a letter or digit is to the word before it.
const SOUND = 0;
const IS_POSSESSIVE = 1;
const PLURAL = 2;
const ENDS = 3;

/** What stands at `limit` is no word. */
function apostropheAt(at: i32, limit: i32): i32 {
  // As `ayn-code-span` has them written, backticks are escaped.
  const before = fold(codeAt(codeAt(at - 1) === BACKSLASH ? at - 2 : at - 1));
  if (before < FIRST_FOLDED) return ENDS;
  if (isLetterAt(at + 1, limit)) return isPossessive(at, limit) ? IS_POSSESSIVE : SOUND;
  // The apostrophe of a plural: Workers’ Party.
  return before === LETTER_S && fold(codeAt(at + 1)) === SPACE ? PLURAL : ENDS;
}

function isLetterAt(at: i32, limit: i32): bool {
  return at < limit && fold(codeAt(at)) > LAST_DIGIT;
}

/** Whether the apostrophe at `at`, whichever it was typed with (`’`, `´`), and an `s` after it end the word. */
function isPossessive(at: i32, limit: i32): bool {
  if (codeAt(at + 1) !== LETTER_S) return false;
  const goesOn = isLetterAt(at + 2, limit);
  return !goesOn && !(fold(codeAt(at + 2)) === AYN && isLetterAt(at + 3, limit));
}

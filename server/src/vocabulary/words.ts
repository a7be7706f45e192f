import { isDigit } from '../text/characters.ts';
import type { Range } from '../text/range.ts';
import { AYN, BREAK, CAPITAL, CLASSES, fold, HYPHEN, isFolded, learn, SPACE, TRANSPARENT } from './fold.ts';
import { BASE } from './hash.ts';

/** What stands between a word and the one before it. */
export const GAP = { none: 0, space: 1, hyphen: 2, break: 3 } as const;

/** What is known of a word. */
export const FLAG = {
  capitalised: 1,
  /** Two capitals or more: `LeT`, `LET`. */
  capitals: 2,
  allCapitals: 4,
  /** Followed by ’s, which is not part of the word. */
  possessive: 8,
  number: 16,
} as const;

/**
 * The words of a text in its order, column by column: runs of letters or of digits. Hyphens and spaces part words;
 * apostrophes and backticks inside a word belong to it, emphasis marks are not there.
 */
export interface Words {
  count: number;
  start: Int32Array;
  end: Int32Array;
  /** After the last word stands a break, and no flag. */
  gap: Uint8Array;
  flags: Uint8Array;
  hash: Int32Array;
  /** Where the word's folded letters start in `letters`; they end where those of the next start. */
  from: Int32Array;
  letters: Uint16Array;
}

/** By itself: until the reading is compiled, to find it in Math takes longer than to multiply. */
const { imul } = Math;
const CAPITALS = FLAG.capitals;
const LINE_FEED = 10;
const LETTER_S = 's'.charCodeAt(0);
const LAST_DIGIT = '9'.charCodeAt(0);

/** Texts up to this length are read into lists that are kept. */
const KEPT = 1 << 20;
let scratch = allocate(1 << 12);

/** Room for a text of `length` code units, each of which may be a word, and for what says that it ends. */
function allocate(length: number): Words {
  return {
    count: 0,
    start: new Int32Array(length),
    end: new Int32Array(length),
    gap: new Uint8Array(length + 1),
    flags: new Uint8Array(length + 1),
    hash: new Int32Array(length),
    from: new Int32Array(length + 1),
    letters: new Uint16Array(length),
  };
}

function roomFor(length: number): Words {
  if (length > KEPT) return allocate(length);
  if (length > scratch.start.length) scratch = allocate(Math.min(length * 2, KEPT));
  return scratch;
}

/**
 * Reads the words of `text`, or of the block of it, leaving out the sorted ranges `apart`. The result is good until the
 * next call: the lists are used again.
 */
export function readWords(text: string, apart: readonly Range[] = [], block?: Range): Words {
  const limit = block ? block.end : text.length;
  let at = block ? block.start : 0;
  const words = roomFor(limit - at);
  words.from[0] = 0;
  let count = 0;
  for (const { start, end } of apart) {
    if (start > at) count = readStretch(text, at, Math.min(start, limit), words, count);
    at = Math.max(at, end);
  }
  count = readStretch(text, at, limit, words, count);
  words.gap[count] = GAP.break;
  words.flags[count] = 0;
  words.count = count;
  return words;
}

/** Adds the words from `begin` to `limit`. Every code unit of a draft passes here: no calls but what is rare. */
function readStretch(text: string, begin: number, limit: number, words: Words, already: number): number {
  const { start, end, gap, flags, hash, from, letters } = words;
  const classes = CLASSES;
  let count = already;
  let length = from[count] as number;
  let between: number = GAP.break;
  let lineEnds = 0;

  for (let at = begin; at < limit; ) {
    const code = text.charCodeAt(at);
    const opening = classes[code] || learn(code);
    if (opening <= TRANSPARENT) {
      at++;
      if (opening === SPACE) {
        if (code === LINE_FEED && ++lineEnds > 1) between = GAP.break;
        else between = between <= GAP.space ? GAP.space : GAP.break;
      } else if (opening === HYPHEN) between = between === GAP.none ? GAP.hyphen : GAP.break;
      else if (opening === BREAK || (opening === AYN && between !== GAP.hyphen)) between = GAP.break;
      continue;
    }

    const opens = at++;
    let last = at;
    let current = opening & ~CAPITAL;
    let capitals = opening >>> 16;
    let flag: number = capitals && FLAG.capitalised;
    letters[length++] = current;
    if (opening <= LAST_DIGIT) {
      flag = FLAG.number;
      for (; at < limit && isDigit(text.charCodeAt(at)); last = ++at) {
        const digit = text.charCodeAt(at);
        current = (imul(current, BASE) + digit) | 0;
        letters[length++] = digit;
      }
    } else {
      for (;;) {
        let value = BREAK;
        const piece = at;
        // The hottest loop of all, over small letters: nothing is called in it.
        for (; at < limit; at++) {
          value = classes[text.charCodeAt(at)] as number;
          if (value <= LAST_DIGIT || value >= CAPITAL) break;
          current = (imul(current, BASE) + value) | 0;
          letters[length++] = value;
        }
        if (at > piece) last = at;
        if (value === SPACE || at === limit) break;
        if (value >= CAPITAL) {
          current = (imul(current, BASE) + (value - CAPITAL)) | 0;
          letters[length++] = value - CAPITAL;
          capitals++;
          last = ++at;
        } else if (value === 0) learn(text.charCodeAt(at));
        else if (value === TRANSPARENT) at++;
        else if (value === AYN) {
          const role = apostropheAt(text, at, limit);
          if (role === 'sound') at++;
          else {
            if (role !== 'ends') flag |= FLAG.possessive;
            at += role === 'ends' ? 0 : role === 'plural' ? 1 : 2;
            break;
          }
        } else break;
      }
    }
    if (capitals > 1) flag |= capitals === length - (from[count] as number) ? CAPITALS | FLAG.allCapitals : CAPITALS;
    start[count] = opens;
    end[count] = last;
    gap[count] = between;
    flags[count] = flag;
    hash[count] = current;
    from[++count] = length;
    between = GAP.none;
    lineEnds = 0;
  }
  return count;
}

/** What the apostrophe at `at`, after a letter or digit, is to the word before it; what stands at `limit` is no word. */
function apostropheAt(text: string, at: number, limit: number): 'sound' | 'possessive' | 'plural' | 'ends' {
  if (!isFolded(fold(text.charCodeAt(at - 1)))) return 'ends';
  if (isLetterAt(text, at + 1, limit)) return isPossessive(text, at, limit) ? 'possessive' : 'sound';
  // The apostrophe of a plural: Workers’ Party.
  const follows = fold(text.charCodeAt(at + 1));
  return fold(text.charCodeAt(at - 1)) === LETTER_S && follows === SPACE ? 'plural' : 'ends';
}

function isLetterAt(text: string, at: number, limit: number): boolean {
  if (at >= limit) return false;
  const value = fold(text.charCodeAt(at));
  return isFolded(value) && !isDigit(value);
}

/** Whether the apostrophe at `at` and an `s` after it end the word. */
function isPossessive(text: string, at: number, limit: number): boolean {
  const mark = text[at];
  if ((mark !== '’' && mark !== "'") || text.charCodeAt(at + 1) !== LETTER_S) return false;
  const goesOn = isLetterAt(text, at + 2, limit);
  return !goesOn && !(fold(text.charCodeAt(at + 2)) === AYN && isLetterAt(text, at + 3, limit));
}

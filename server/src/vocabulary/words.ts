import { isDigit, isUpper } from '../text/characters.ts';
import type { Range } from '../text/range.ts';
import { AYN, BREAK, fold, HYPHEN, isFolded, SPACE, TRANSPARENT } from './fold.ts';
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
  gap: Uint8Array;
  flags: Uint8Array;
  hash: Int32Array;
  /** The hash without the last letter: of what precedes a plural's s, or a note's letter. */
  stemHash: Int32Array;
  /** Where the word's folded letters start in `letters`; they end where those of the next start. */
  from: Int32Array;
  letters: Uint16Array;
}

const LETTER_S = 's'.charCodeAt(0);
const LAST_DIGIT = '9'.charCodeAt(0);

/** Texts up to this length are read into lists that are kept. */
const KEPT = 1 << 20;
let scratch = allocate(1 << 16);

/** Room for a text of `length` code units, each of which may be a word. */
function allocate(length: number): Words {
  return {
    count: 0,
    start: new Int32Array(length),
    end: new Int32Array(length),
    gap: new Uint8Array(length),
    flags: new Uint8Array(length),
    hash: new Int32Array(length),
    stemHash: new Int32Array(length),
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
 * Reads the words of `text`, leaving out the sorted ranges `apart`. The result is good until the next call: the lists
 * are used again.
 */
export function readWords(text: string, apart: readonly Range[] = []): Words {
  const words = roomFor(text.length);
  const { start, end, gap, flags, hash, stemHash, from, letters } = words;
  let count = 0;
  let length = 0;
  let nextApart = 0;
  let apartAt = apart[0]?.start ?? text.length;
  let between: number = GAP.break;
  let lineEnds = 0;

  for (let at = 0; at < text.length; ) {
    if (at >= apartAt) {
      at = Math.max(at, (apart[nextApart] as Range).end);
      between = GAP.break;
      nextApart++;
      apartAt = apart[nextApart]?.start ?? text.length;
      continue;
    }
    const code = text.charCodeAt(at);
    const value = fold(code);
    if (!isFolded(value)) {
      if (value === SPACE) {
        if (code === 10 && ++lineEnds > 1) between = GAP.break;
        between = between === GAP.none ? GAP.space : between === GAP.space ? GAP.space : GAP.break;
      } else if (value === HYPHEN) between = between === GAP.none ? GAP.hyphen : GAP.break;
      else if (value === BREAK || (value === AYN && between !== GAP.hyphen)) between = GAP.break;
      at++;
      continue;
    }

    const opens = at;
    let last = at;
    let capitals = 0;
    let lower = 0;
    let before = 0;
    let current = 0;
    let flag = 0;
    from[count] = length;
    if (isDigit(value)) {
      flag = FLAG.number;
      for (let digit = value; at < apartAt && isDigit(digit); digit = fold(text.charCodeAt(at))) {
        before = current;
        current = (Math.imul(current, BASE) + digit) | 0;
        letters[length++] = digit;
        last = at++;
      }
    } else {
      let read = 0;
      for (; at < apartAt; at++) {
        const raw = text.charCodeAt(at);
        const folded = fold(raw);
        if (folded > LAST_DIGIT) {
          before = current;
          current = (Math.imul(current, BASE) + folded) | 0;
          letters[length + read++] = folded;
          if (raw !== folded && (raw < 128 || isUpper(raw))) {
            capitals++;
            if (at === opens) flag = FLAG.capitalised;
          }
          continue;
        }
        if (folded === AYN) {
          const joins = isFolded(fold(text.charCodeAt(at - 1)));
          if (!joins) break;
          if (!isLetterAt(text, at + 1)) {
            // The apostrophe of a plural: Workers’ Party.
            if (letters[length + read - 1] !== LETTER_S || fold(text.charCodeAt(at + 1)) !== SPACE) break;
            flag |= FLAG.possessive;
            last = at++ - 1;
            break;
          }
          if (isPossessive(text, at)) {
            flag |= FLAG.possessive;
            last = at - 1;
            at += 2;
            break;
          }
        } else if (folded !== TRANSPARENT) break;
      }
      if (!(flag & FLAG.possessive)) {
        last = at - 1;
        while (!isFolded(fold(text.charCodeAt(last)))) last--;
      }
      length += read;
      lower = read - capitals;
    }
    if (capitals > 1) flag |= lower === 0 ? FLAG.capitals | FLAG.allCapitals : FLAG.capitals;
    start[count] = opens;
    end[count] = last + 1;
    gap[count] = between;
    flags[count] = flag;
    hash[count] = current;
    stemHash[count] = before;
    count++;
    between = GAP.none;
    lineEnds = 0;
  }
  from[count] = length;
  words.count = count;
  return words;
}

function isLetterAt(text: string, at: number): boolean {
  const value = fold(text.charCodeAt(at));
  return isFolded(value) && !isDigit(value);
}

/** Whether the apostrophe at `at` and an `s` after it end the word. */
function isPossessive(text: string, at: number): boolean {
  const mark = text[at];
  if ((mark !== '’' && mark !== "'") || text.charCodeAt(at + 1) !== LETTER_S) return false;
  return !isLetterAt(text, at + 2) && !(fold(text.charCodeAt(at + 2)) === AYN && isLetterAt(text, at + 3));
}

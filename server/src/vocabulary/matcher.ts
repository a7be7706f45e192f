import { isUpper } from '../text/characters.ts';
import { type CompiledLabel, childOf, LEAST_LOWER, labelAt, type Matcher } from './compile.ts';
import { AYN, fold, HYPHEN, isFolded, SPACE, TRANSPARENT } from './fold.ts';
import { withoutLast } from './hash.ts';
import { isJoiner } from './skeleton.ts';
import { first, mayHave, next, valueAt } from './table.ts';
import { FLAG, GAP, type Words } from './words.ts';

const EN_DASH = 0x2013;
const MINUS = 0x2212;
/** Words of fewer letters do not begin or end a misspelled name in lower case. */
export const LEAST_AT_END = 4;
/** Letters that substantive notes begin with, glued to a word: looked for where the markers are not known. */
const FIRST_NOTE_LETTER = 'a'.charCodeAt(0);
const LAST_NOTE_LETTER = 'j'.charCodeAt(0);
const PLURAL = 's'.charCodeAt(0);

/** The words of a text, and what a vocabulary knows of them. */
export interface KnownWords {
  readonly words: Words;
  readonly matcher: Matcher;
  readonly markersKnown: boolean;
  /** The numbers of the words in the vocabulary, or -1. */
  readonly ids: Int32Array;
  /** The words that a name may start at, in their order: as many as `openingCount` says. */
  readonly openings: Int32Array;
  readonly openingCount: number;
}

/** In falling order of likeness. */
const DIFFERENCES = ['none', 'case', 'folded'] as const;
type Difference = (typeof DIFFERENCES)[number];

/** A label that stands at a word: it ends before the word `to`. */
export interface Match {
  readonly label: number;
  readonly to: number;
  readonly end: number;
  readonly difference: Difference;
}

let ids = new Int32Array(0);
let openings = new Int32Array(0);

/** Makes words ready to find names among. Like the words, the result is good until the next call. */
export function lookUp(matcher: Matcher, words: Words, markersKnown: boolean): KnownWords {
  if (ids.length <= words.count) {
    ids = new Int32Array(words.start.length + 1);
    openings = new Int32Array(words.start.length);
  }
  return { words, matcher, markersKnown, ids, openings, openingCount: findKnown(matcher, words, ids, openings) };
}

/**
 * Asks for the numbers of all words, and lists those that a name may start at; gives how many these are. Every word of a
 * draft passes here: nothing is called but for those that the vocabulary may have.
 */
function findKnown(matcher: Matcher, words: Words, numbers: Int32Array, found: Int32Array): number {
  const { wordBits, smallBits } = matcher;
  const { count, flags, gap, hash, from } = words;
  let length = 0;
  let wasKnown = false;
  // What is behind a word tells whether it opens a name: each is judged at the next one, the last one at the end.
  for (let at = 0; at <= count; at++) {
    const own = hash[at] as number;
    const number =
      at < count && mayHave(wordBits, own)
        ? wordAt(matcher, words, own, from[at] as number, from[at + 1] as number)
        : -1;
    numbers[at] = number;
    const before = at - 1;
    const flag = flags[before] as number;
    const isHyphen = gap[at] === GAP.hyphen;
    if (
      at > 0 &&
      // Not all small letters, and no mere number,
      ((flag & ~FLAG.number) !== 0 ||
        // or found at all, or in small letters,
        (wasKnown && (flag !== 0 || isHyphen || mayHave(smallBits, hash[before] as number))) ||
        // or an article, or the first word of a name of which a letter is gone or wrong.
        (((flags[at] as number) & FLAG.capitalised) !== 0 &&
          (isHyphen ||
            (number !== -1 &&
              !wasKnown &&
              gap[at] !== GAP.break &&
              (from[at] as number) - (from[before] as number) >= LEAST_AT_END))))
    )
      found[length++] = before;
    wasKnown = number !== -1;
  }
  return length;
}

/** The number of a word without its last letter, where that may not be part of it; or -1. */
function stemAt({ matcher, words, markersKnown }: KnownWords, at: number): number {
  const from = words.from[at] as number;
  const to = (words.from[at + 1] as number) - 1;
  if (words.flags[at] === 0 || to - from < 2) return -1;
  const last = words.letters[to] as number;
  if (last !== PLURAL && (markersKnown || last < FIRST_NOTE_LETTER || last > LAST_NOTE_LETTER)) return -1;
  const hash = withoutLast(words.hash[at] as number, last);
  return mayHave(matcher.wordBits, hash) ? wordAt(matcher, words, hash, from, to) : -1;
}

function wordAt(matcher: Matcher, { letters }: Words, hash: number, from: number, to: number): number {
  const table = matcher.words;
  const { wordFrom, wordLetters } = matcher;
  for (let slot = next(table, hash, first(table, hash)); slot !== -1; slot = next(table, hash, slot + 1)) {
    const word = valueAt(table, slot);
    const begin = wordFrom[word] as number;
    const length = (wordFrom[word + 1] as number) - begin;
    if (length !== to - from) continue;
    let same = 0;
    while (same < length && wordLetters[begin + same] === letters[from + same]) same++;
    if (same === length) return word;
  }
  return -1;
}

/** The longest label that starts at the word `at`, as written or nearly so (case, diacritics, hyphens). */
export function longestMatch(known: KnownWords, text: string, at: number): Match | null {
  const { matcher, words } = known;
  let found: Match | null = null;
  let node = -1;
  for (let to = at; ; to++) {
    const id = known.ids[to] as number;
    const ending = id === -1 ? stemAt(known, to) : id;
    if (ending === -1) return found;
    node = to === at ? (matcher.roots[ending] as number) : childOf(matcher, node, ending);
    if (node === -1) return found;
    if (matcher.nodeLabel[node] !== -1) {
      const end = (words.end[to] as number) - (id === -1 ? 1 : 0);
      found = bestLabel(matcher, text, words, node, at, to + 1, end) ?? found;
    }
    // A plural or a marker ends the name.
    if (id === -1 || words.gap[to + 1] === GAP.break) return found;
  }
}

/** The label of `node` that the text is, or else is nearest to; of equals the first. */
function bestLabel(
  matcher: Matcher,
  text: string,
  words: Words,
  node: number,
  at: number,
  to: number,
  end: number,
): Match | null {
  let best: Match | null = null;
  const start = words.start[at] as number;
  for (let label = matcher.nodeLabel[node] as number; label !== -1; label = matcher.nextLabel[label] as number) {
    const compiled = labelAt(matcher, label);
    let difference = compare(text, start, end, compiled.text);
    if (difference === 'case' && !compiled.acronym && isAllCapitals(words, at, to)) difference = 'none';
    if (difference === 'other' || (best && DIFFERENCES.indexOf(best.difference) < DIFFERENCES.indexOf(difference)))
      continue;
    if (difference !== 'none' && (compiled.kind === 'stop' || !isAcceptable(compiled, words, at, to, difference)))
      continue;
    best = { label, to, end, difference };
  }
  return best;
}

function isAllCapitals(words: Words, from: number, to: number): boolean {
  for (let at = from; at < to; at++)
    if (
      !((words.flags[at] as number) & FLAG.allCapitals) &&
      (words.end[at] as number) - (words.start[at] as number) > 1
    )
      return false;
  return true;
}

/** Whether a text that differs from a label in case, diacritics or hyphens alone is likely to mean it. */
function isAcceptable(label: CompiledLabel, words: Words, at: number, to: number, difference: Difference) {
  const flags = words.flags[at] as number;
  // Among words that are all capitals, capitals say nothing.
  if (label.acronym)
    return difference === 'case' && (flags & FLAG.capitals) !== 0 && !(inCapitals(words, at) && words.count > 1);
  if (flags & FLAG.capitalised) return label.squashed.length > 3;
  if (label.squashed.length < LEAST_LOWER) return false;
  // In lower case, words with spaces between are words: a northern alliance. An article is none: al Shabaab.
  return (
    to === at + 1 ||
    words.gap[at + 1] === GAP.hyphen ||
    (((words.flags[at + 1] as number) & FLAG.capitalised) !== 0 && isJoiner(words, at))
  );
}

function inCapitals(words: Words, at: number): boolean {
  const flagsAt = (index: number) =>
    index < 0 || index >= words.count ? FLAG.allCapitals : (words.flags[index] as number);
  return (flagsAt(at - 1) & FLAG.allCapitals) !== 0 && (flagsAt(at + 1) & FLAG.allCapitals) !== 0;
}

/** How the text from `start` to `end` differs from a label with the same folded words. */
function compare(text: string, start: number, end: number, label: string): Difference | 'other' {
  if (end - start === label.length && text.startsWith(label, start)) return 'none';
  let difference: Difference = 'none';
  let at = start;
  let in_ = 0;
  while (at < end || in_ < label.length) {
    const code = at < end ? text.charCodeAt(at) : 0;
    const expected = in_ < label.length ? label.charCodeAt(in_) : 0;
    if (code === expected) {
      at++;
      in_++;
      continue;
    }
    const value = code === 0 ? 0 : fold(code);
    const wanted = expected === 0 ? 0 : fold(expected);
    if (value === TRANSPARENT) at++;
    else if (wanted === TRANSPARENT) {
      // A diacritic that the text does not have.
      in_++;
      difference = 'folded';
    } else if (isFolded(value) && isFolded(wanted)) {
      const cased = text.charAt(at).toLowerCase() === label.charAt(in_).toLowerCase();
      // A sentence begins with a capital.
      const opens = at === start && isUpper(code) && !isUpper(expected);
      if (!cased) difference = 'folded';
      else if (!opens && difference === 'none') difference = 'case';
      at++;
      in_++;
    } else if (value === SPACE && wanted === SPACE) {
      while (at < end && fold(text.charCodeAt(at)) === SPACE) at++;
      while (in_ < label.length && fold(label.charCodeAt(in_)) === SPACE) in_++;
    } else if (value === AYN && wanted === SPACE && isPossessiveAt(text, at)) {
      // A genitive is no misspelling: the Islamic State’s Khorasan Province.
      at += 2;
    } else if (value === AYN && wanted === AYN) {
      at++;
      in_++;
    } else if (value === HYPHEN && wanted === HYPHEN) {
      // In a compound of several words the dash is right: Islamic State–Khorasan.
      if (code === MINUS || (code === EN_DASH && !label.includes(' '))) difference = 'folded';
      at++;
      in_++;
    } else if (value === HYPHEN && wanted === SPACE && !label.includes('-')) {
      // The Afghan-Taliban talks are talks between two.
      return 'other';
    } else {
      difference = 'folded';
      if (!isFolded(value) && value !== 0) at++;
      if (!isFolded(wanted) && wanted !== 0) in_++;
      if ((isFolded(value) && wanted === 0) || (value === 0 && isFolded(wanted))) return 'other';
    }
  }
  return difference;
}

/** Whether an apostrophe, an `s` and a space stand at `at`. */
function isPossessiveAt(text: string, at: number): boolean {
  return text.charAt(at + 1) === 's' && fold(text.charCodeAt(at + 2)) === SPACE;
}

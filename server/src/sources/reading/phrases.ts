import { isDigit, isSmall } from '../../text/characters.ts';
import { groupBy } from '../../text/group.ts';

// Words and phrases at known places, in whatever case: most citations hold none of the many that are asked for, and an
// expression that names them all takes longer to compile than a draft to read.

const DIGIT = /\d/;

/** Phrases in small letters, by the first one: most texts begin with that of none. */
export type Phrases = ReadonlyMap<number, readonly string[]>;

export function byFirstLetter(phrases: readonly string[]): Phrases {
  return groupBy(phrases, (phrase) => phrase.charCodeAt(0));
}

/** The first of `phrases` that stands at `at`; null where none does. */
export function phraseAt(phrases: Phrases, text: string, at: number): string | null {
  const candidates = phrases.get(text.charCodeAt(at) | 32);
  if (candidates) for (const phrase of candidates) if (standsAt(text, phrase, at)) return phrase;
  return null;
}

/** The one of `words` that stands at `at` and ends there, as far as ASCII letters go. */
export function wordAt(words: Phrases, text: string, at: number): string | null {
  const candidates = words.get(text.charCodeAt(at) | 32);
  if (!candidates) return null;
  for (const word of candidates) {
    if (standsAt(text, word, at) && !isAsciiLetter(text.charCodeAt(at + word.length))) return word;
  }
  return null;
}

/** Whether `phrase`, which is in small ASCII letters, stands at `at` in whatever case. */
export function standsAt(text: string, phrase: string, at: number): boolean {
  for (let index = 0; index < phrase.length; index++) {
    const code = text.charCodeAt(at + index);
    if ((code >= 65 && code <= 90 ? code + 32 : code) !== phrase.charCodeAt(index)) return false;
  }
  return true;
}

/** Whether a word, as `\b` knows it, ends before a character. */
export function endsWord(code: number): boolean {
  return !(isAsciiLetter(code) || isDigit(code) || code === 95);
}

export function hasDigit(text: string): boolean {
  return DIGIT.test(text);
}

export function isAsciiLetter(code: number): boolean {
  return isSmall(code) || (code >= 65 && code <= 90);
}

/** Where the spaces at `at` end. */
export function afterSpaces(text: string, at: number): number {
  let to = at;
  while (text.charCodeAt(to) === 32) to++;
  return to;
}

/** Where the spaces before `end` start. */
export function beforeSpaces(text: string, end: number): number {
  let start = end;
  while (text.charCodeAt(start - 1) === 32) start--;
  return start;
}

/** Where the spaces and commas at `at` end. */
export function afterCommas(text: string, at: number): number {
  let to = at;
  for (let code = text.charCodeAt(to); code === 32 || code === 44; code = text.charCodeAt(to)) to++;
  return to;
}

/** Where the spaces, commas and full stops at `at` end. */
export function afterStops(text: string, at: number): number {
  let to = at;
  for (let code = text.charCodeAt(to); code === 32 || code === 44 || code === 46; code = text.charCodeAt(to)) to++;
  return to;
}

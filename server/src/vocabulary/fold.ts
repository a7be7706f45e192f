import { isDigit, isLetter, isSpace, isUpper } from '../text/characters.ts';

// What a code unit is to a reader of names. Values from 48 on are letters and digits, folded: lower case, without
// diacritics.

const BREAK = 1;
export const SPACE = 2;
export const HYPHEN = 3;
/** An apostrophe, or what transliterations write for ʿayn and hamza: a sound, or the end of a word. */
export const AYN = 4;
/** Emphasis, escapes, soft hyphens, combining marks: not there for the reader. */
export const TRANSPARENT = 5;
const FIRST_FOLDED = 48;

const FIRST_BEYOND_ASCII = 0x80;
/** What ASCII's small letters have and its capitals have not. */
const SMALL = 0x20;
/** The first combining mark. */
const FIRST_MARK = 0x300;

const HYPHENS = '-\u2010\u2011\u2012\u2013\u2212';
const AYNS = "’‘'`´ʿʾʼʻ";
const UNSEEN = '*_\\\u00AD\u200B\u200C\u200D\u2060';
const BASES = new Map(
  [...'ıiøołlđdßsæaœeðdþt'].flatMap((from, at, all) => (at % 2 ? [] : [[from, all[at + 1] ?? from]])),
);

/** Set in the class of a capital. */
const CAPITAL = 0x10000;
const classes = new Map<number, number>();

/** The class of a code unit, or its folded letter or digit; the ends of a text (NaN) are spaces. */
export function fold(code: number): number {
  return classOf(code) & ~CAPITAL;
}

/** The same with what says that it is a capital. */
export function classOf(code: number): number {
  const known = classes.get(code);
  if (known !== undefined) return known;
  const value = classify(code);
  const own = value >= FIRST_FOLDED && value !== code && isUpper(code) ? value | CAPITAL : value;
  classes.set(code, own);
  return own;
}

export function isFolded(value: number): boolean {
  return value >= FIRST_FOLDED;
}

function classify(code: number): number {
  if (isDigit(code)) return code;
  if (code < FIRST_BEYOND_ASCII && isLetter(code)) return code | SMALL;
  if (isSpace(code)) return SPACE;
  const character = String.fromCharCode(code);
  if (HYPHENS.includes(character)) return HYPHEN;
  if (AYNS.includes(character)) return AYN;
  if (UNSEEN.includes(character)) return TRANSPARENT;
  if (!isLetter(code)) return BREAK;
  if (code >= FIRST_MARK && /\p{M}/u.test(character)) return TRANSPARENT;
  const base = character.normalize('NFD').charAt(0).toLowerCase().charAt(0);
  return (BASES.get(base) ?? base).charCodeAt(0);
}

import { isDigit, isLetter, isSpace } from '../text/characters.ts';

// What a code unit is to a reader of names. Values from 48 on are letters and digits, folded: lower case, without
// diacritics.

export const BREAK = 1;
export const SPACE = 2;
export const HYPHEN = 3;
/** An apostrophe, or what transliterations write for ʿayn and hamza: a sound, or the end of a word. */
export const AYN = 4;
/** Emphasis, soft hyphens, combining marks: not there for the reader. */
export const TRANSPARENT = 5;
const FIRST_FOLDED = 48;

const HYPHENS = '-\u2010\u2011\u2012\u2013\u2212';
const AYNS = "’‘'`´ʿʾʼʻ";
const UNSEEN = '*_\u00AD\u200B\u200C\u200D\u2060';
const BASES = new Map(
  [...'ıiøołlđdßsæaœeðdþt'].flatMap((from, at, all) => (at % 2 ? [] : [[from, all[at + 1] ?? from]])),
);

/** What `fold` gives, by code unit; 0 where it was not asked yet. */
export const FOLDED = new Uint16Array(0x10000);

/** The class of a code unit, or its folded letter or digit. */
export function fold(code: number): number {
  return FOLDED[code] || learn(code);
}

export function isFolded(value: number): boolean {
  return value >= FIRST_FOLDED;
}

function learn(code: number): number {
  const value = classify(code);
  FOLDED[code] = value;
  return value;
}

function classify(code: number): number {
  const character = String.fromCharCode(code);
  if (isSpace(code)) return SPACE;
  if (isDigit(code)) return code;
  if (HYPHENS.includes(character)) return HYPHEN;
  if (AYNS.includes(character)) return AYN;
  if (UNSEEN.includes(character) || /\p{M}/u.test(character)) return TRANSPARENT;
  if (!isLetter(code)) return BREAK;
  const base = character.normalize('NFD').charAt(0).toLowerCase().charAt(0);
  return (BASES.get(base) ?? base).charCodeAt(0);
}

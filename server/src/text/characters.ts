// Predicates over UTF-16 code units, for the loops that look at every character of a draft.

const LETTER = /[\p{L}\p{M}]/u;
const UPPER = /\p{Lu}/u;
const BACKTICK = 96;

const IS_LETTER = 1;
const IS_UPPER = 2;
const IS_KNOWN = 4;
/** By code unit: what Unicode says of it; 0 where it was not asked yet. */
const classes = new Uint8Array(0x10000);

function classOf(code: number): number {
  return classes[code] || learn(code);
}

function learn(code: number): number {
  const character = String.fromCharCode(code);
  const found = IS_KNOWN | (LETTER.test(character) ? IS_LETTER : 0) | (UPPER.test(character) ? IS_UPPER : 0);
  classes[code] = found;
  return found;
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** A letter or a combining mark of the Basic Multilingual Plane. The ends of the text (NaN) are none. */
export function isLetter(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
  return code >= 128 && (classOf(code) & IS_LETTER) !== 0;
}

export function isUpper(code: number): boolean {
  if (code < 128) return code >= 65 && code <= 90;
  return code >= 128 && (classOf(code) & IS_UPPER) !== 0;
}

/** White space of any kind, the no-break space and the ends of the text (NaN) included. */
export function isSpace(code: number): boolean {
  return (
    code === 32 ||
    (code >= 9 && code <= 13) ||
    code === 0xa0 ||
    code === 0x202f ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0xfeff ||
    code === 0x3000 ||
    (code >= 0x2000 && code <= 0x200a) ||
    Number.isNaN(code)
  );
}

/**
 * Whether the backtick at `offset` is a letter of house transliteration (al-Qa`ida, bay`a): a single
 * backtick between two letters.
 */
export function isAyn(text: string, offset: number): boolean {
  return (
    text.charCodeAt(offset) === BACKTICK &&
    isLetter(text.charCodeAt(offset - 1)) &&
    isLetter(text.charCodeAt(offset + 1))
  );
}

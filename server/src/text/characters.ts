// Predicates over UTF-16 code units, for the loops that look at every character of a draft. Letters beyond the Basic
// Multilingual Plane are none, as in the expressions of what is built.

const LETTER = /\p{L}/u;
const MARK = /\p{M}/u;
const UPPER = /\p{Lu}/u;
const BACKTICK = 96;

const IS_LETTER = 1;
const IS_UPPER = 2;
const IS_MARK = 4;
const IS_KNOWN = 8;
/** By code unit: what Unicode says of it; 0 where it was not asked yet. */
const classes = new Uint8Array(0x10000);

function classOf(code: number): number {
  return classes[code] || learn(code);
}

function learn(code: number): number {
  const found = IS_KNOWN | ask(String.fromCharCode(code), code);
  classes[code] = found;
  return found;
}

/** What drafts are full of is known without the expressions: it takes as long to compile one as to read a page. */
function ask(character: string, code: number): number {
  if (code < 0xaa || (code >= 0x2000 && code < 0x2070) || code >= 0xfff9) return 0;
  if (code >= 0xc0 && code < 0x180) {
    if (code === 0xd7 || code === 0xf7) return 0;
    return character === character.toLowerCase() ? IS_LETTER : IS_LETTER | IS_UPPER;
  }
  if (MARK.test(character)) return IS_LETTER | IS_MARK;
  return (LETTER.test(character) ? IS_LETTER : 0) | (UPPER.test(character) ? IS_UPPER : 0);
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** What takes no room: soft hyphens, and what joins, parts or directs letters; pasted text has it anywhere. */
export function isInvisible(code: number): boolean {
  if (code < 0x200b) return code === 0xad;
  return code <= 0x200f || (code >= 0x202a && code <= 0x202e) || (code >= 0x2060 && code <= 0x2069);
}

/** A letter from a to z. */
export function isSmall(code: number): boolean {
  return code >= 97 && code <= 122;
}

/** A letter or a combining mark. The ends of the text (NaN) are none. */
export function isLetter(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
  return code >= 128 && (classOf(code) & IS_LETTER) !== 0;
}

export function isUpper(code: number): boolean {
  if (code < 128) return code >= 65 && code <= 90;
  return code >= 128 && (classOf(code) & IS_UPPER) !== 0;
}

/** Those of a letter that are marks. */
export function isMark(code: number): boolean {
  return code >= 128 && (classOf(code) & IS_MARK) !== 0;
}

/** Whether a letter, and no mark, stands at `offset`. */
export function isLetterAt(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset);
  return isLetter(code) && !isMark(code);
}

/** White space of any kind, the no-break space and the ends of the text (NaN) included. */
export function isSpace(code: number): boolean {
  if (code < 128) return code === 32 || (code >= 9 && code <= 13);
  return (
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

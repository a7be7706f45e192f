// Predicates over UTF-16 code units, for the loops that look at every character of a draft.

const LETTER = /[\p{L}\p{M}]/u;
const UPPER = /\p{Lu}/u;
const BACKTICK = 96;

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** A letter or a combining mark of the Basic Multilingual Plane. */
export function isLetter(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
  return LETTER.test(String.fromCharCode(code));
}

export function isUpper(code: number): boolean {
  if (code < 128) return code >= 65 && code <= 90;
  return UPPER.test(String.fromCharCode(code));
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

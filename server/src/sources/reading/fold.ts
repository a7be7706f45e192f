/** Apostrophes, escapes, and what has no width: soft hyphens, joiners. */
const DROPPED = /[\\'’‘`´ʼʻʿʾ\u00ad\u200b-\u200d\u2060\ufeff]/g;
/** Letters whose bar or bow is part of them, and those without: Unicode does not part the two. */
const PLAIN: Readonly<Record<string, string>> = { ø: 'o', ł: 'l', đ: 'd', ı: 'i', æ: 'ae', œ: 'oe', ß: 'ss' };
const BARRED = /[øłđıæœß]/g;
const MARKS = /\p{M}+/gu;
/** Beyond the Basic Multilingual Plane, where nobody asks what is a letter, all is: titles may be in such letters alone. */
const OTHER = /[^\p{L}\p{N}\u{10000}-\u{10ffff}]+/gu;

/**
 * The words of `text` as they are compared: without case, diacritics, punctuation, escapes, and the apostrophes, curly
 * quotes and backticks that write ʿayn and hamza (al-Qa`ida and Al-Qa’ida are both `al qaida`). Single spaces between
 * words.
 */
export function fold(text: string): string {
  let folded = '';
  let from = -1;
  let needsSpace = false;
  for (let at = 0; at <= text.length; at++) {
    const code = at < text.length ? text.charCodeAt(at) : 32;
    const isWord = (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
    if (isWord) {
      if (from < 0) from = at;
      continue;
    }
    if (code > 127 && !isPunctuation(code)) return foldAny(text);
    if (from >= 0) {
      folded += needsSpace ? ` ${text.slice(from, at)}` : text.slice(from, at);
      from = -1;
      needsSpace = false;
    }
    if (folded !== '' && !isDropped(code)) needsSpace = true;
  }
  return folded.toLowerCase();
}

/** A number that texts share whose `fold` is the same; others hardly ever do. Made without folding most texts. */
export function foldedHash(text: string): number {
  let hash = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > 127 && !isPunctuation(code)) return hashOf(foldAny(text));
    const letter = code >= 65 && code <= 90 ? code + 32 : code;
    if ((letter >= 97 && letter <= 122) || (letter >= 48 && letter <= 57)) hash = (Math.imul(hash, 31) + letter) | 0;
  }
  return hash;
}

/** The spaces of a folded text do not count: an apostrophe parts words or not. */
function hashOf(folded: string): number {
  let hash = 0;
  for (let at = 0; at < folded.length; at++) {
    const code = folded.charCodeAt(at);
    if (code !== 32) hash = (Math.imul(hash, 31) + code) | 0;
  }
  return hash;
}

/** Any script, in five passes. */
function foldAny(text: string): string {
  const letters = text.replace(DROPPED, '').normalize('NFKD').replace(MARKS, '');
  const plain = letters.toLowerCase().replace(BARRED, (letter) => PLAIN[letter] as string);
  return plain.replace(OTHER, ' ').trim();
}

/** Of `DROPPED`, what stands in ASCII and among quotation marks. */
function isDropped(code: number): boolean {
  return code === 92 || code === 39 || code === 96 || code === 0x2018 || code === 0x2019;
}

/** Dashes, quotation marks and the like, U+2010 to U+2027, and the no-break space. */
function isPunctuation(code: number): boolean {
  return (code >= 0x2010 && code <= 0x2027) || code === 0xa0;
}

/** Whether `part` stands in `whole` (both folded) and starts and ends with words of it. */
export function hasWords(whole: string, part: string): boolean {
  return ` ${whole} `.includes(` ${part} `);
}

/** Whether `whole` (both folded) starts with the words of `part`. */
export function startsWithWords(whole: string, part: string): boolean {
  return whole.startsWith(part) && (whole.length === part.length || whole.charCodeAt(part.length) === 32);
}

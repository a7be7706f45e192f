import { isDigit } from '../../text/characters.ts';
import { afterStops, byFirstLetter, isAsciiLetter, wordAt } from './phrases.ts';

// Where in a work something stands: pages, paragraphs, chapters, times.

const LOCATOR_WORDS =
  'p pp pg pgs page pages para paras paragraph paragraphs ch chap chapter chapters vol vols volume volumes n nn fn note notes ' +
  'footnote footnotes endnote endnotes s ss sec section sections art article articles fig figs figure figures table ' +
  'tables box boxes map maps line lines slide slides part parts annex annexes exhibit exhibits episode episodes loc ' +
  'location locations min mins minute minutes specimen specimens';
const PART_WORDS = [
  ...['passim', 'introduction', 'preface', 'foreword', 'conclusion', 'epilogue', 'afterword', 'appendix'],
  'executive summary',
];
/** `n`, `n2`, `f` and `ff.` behind a number. */
const SUFFIX = String.raw`(?:n\d{0,3}\b|ff?\b\.?)?`;
/** `(1)(a)`, the parts of a section. */
const SUBSECTIONS = String.raw`(?:\([\da-z]{1,4}\))*`;
/** The same, or the letter of one of several things there. */
const LETTERED = String.raw`(?:[a-eg-z]\b|${SUFFIX})${SUBSECTIONS}`;
/** Pages and the like: `p. 5`, `pp. xi–xii`, `pp. 5, 9, and 12`, `chap. 3`, `para. 22.11`, `p. A-3`, `specimen 7B`. */
const NUMBERED = String.raw`(?:${LOCATOR_WORDS.split(' ').join('|')})\b\.? *(?:[\divxlc]+(?:\.\d+)*${LETTERED}|[a-z](?:-?\d+)?\b)(?:(?:[-–—:;, ]{1,3}|,? (?:and|&) )\d+(?:\.\d+)*${LETTERED}|[-–—][ivxlc]+\b)*`;
const SECTIONS = String.raw`[§¶]{1,2} ?\d[\d.]*(?:[a-z]\b)?${SUBSECTIONS}(?:[-–—]\d[\d.]*${SUBSECTIONS})?`;
/** The numbered paragraphs of a judgment: `[27]`, `[27]–[29]`. */
const PARAGRAPHS = String.raw`\[(?!(?:1[5-9]|20)\d\d\])\d{1,4}\](?:(?:[-–—, ]{1,3}| and )\[\d{1,4}\])*`;
const PARTS = String.raw`(?:${PART_WORDS.join('|')})\b(?:(?<=appendix) [a-z\d]{1,3}\b)?`;
/** A place in a recording. */
const TIME = String.raw`\d{1,2}:\d\d(?::\d\d)?(?:[-–—]\d{1,2}:\d\d(?::\d\d)?)?`;
const BARE = String.raw`(?!(?:19|20)\d\d, [a-z§])\d{1,4}${SUFFIX}(?:[-–—]\d{1,4})?(?:(?:, |,? (?:and|&) )\d{1,4}(?:[-–—]\d{1,4})?)*`;
/** What may stand before any of these. */
const EMPHASIS_WORDS = 'especially esp particularly mainly notably here kindle';
const EMPHASIS = `(?:(?:${EMPHASIS_WORDS.split(' ').join('|')}|in particular)\\b\\.?,? )?`;
/** Any of these, and what says its place without a bare number behind it: `p. 5, fn. 3`, `chap. 3, p. 4`. */
const LOCATOR = `${EMPHASIS}(?:${NUMBERED}|${SECTIONS}|${PARAGRAPHS}|${PARTS}|${TIME}|${BARE})(?:[,;]? (?:and |& )?(?:${NUMBERED}|${SECTIONS}|${PARAGRAPHS}|${PARTS}))*`;
/** `appendix A12`, and a space before it. */
const LONGEST_PART = ' executive summary'.length;
const SECTION_SIGNS = new Set([...'§¶['].map((character) => character.charCodeAt(0)));
/** What a locator may begin with. */
export const LOCATOR_BEGINNINGS: readonly string[] = [
  ...`at ${EMPHASIS_WORDS} ${LOCATOR_WORDS}`.split(' '),
  ...PART_WORDS,
  'in particular',
];
/** A locator, with the comma before it. */
const LOCATOR_HERE = new RegExp(`[ ,.]*(?:at +)?(${LOCATOR})`, 'iy');
const BEGIN_LOCATOR = byFirstLetter(LOCATOR_BEGINNINGS);
/** `58(1)`, `[27]`. */
const CLOSED_AT_END = /[\da-z)]\([\da-z]{1,4}\)$|\[\d{1,4}\]$/i;
const LONGEST_CLOSED = '8(viii)'.length;
const NUMERALS = new Set([...'0123456789ivxlcIVXLC'].map((character) => character.charCodeAt(0)));
const LOCATOR_AT_END = new RegExp(`(?:[,;]|,? at|) +(${LOCATOR})$`, 'i');

/** Whether `text` is the name of a part that any book has, `Introduction`. */
export function namesPart(text: string): boolean {
  return PART_WORDS.includes(text.toLowerCase());
}

/** The locator at `at`, and the comma before it. */
export function locatorAt(text: string, at: number): RegExpExecArray | null {
  const from = afterStops(text, at);
  const code = text.charCodeAt(from);
  if (!isDigit(code) && !SECTION_SIGNS.has(code) && !wordAt(BEGIN_LOCATOR, text, from)) return null;
  LOCATOR_HERE.lastIndex = at;
  return LOCATOR_HERE.exec(text);
}

/** The locator at the end of `body`, and the comma before it. */
export function locatorAtEnd(body: string): RegExpExecArray | null {
  return mayEndInLocator(body) ? LOCATOR_AT_END.exec(body) : null;
}

/** Whether `body` ends in a full stop, in a number or what may stand behind one, or in a word for a part of a book. */
function mayEndInLocator(body: string): boolean {
  let at = body.length - 1;
  if (body.charCodeAt(at) === 46 || CLOSED_AT_END.test(body.slice(-LONGEST_CLOSED))) return true;
  while (at >= 0 && NUMERALS.has(body.charCodeAt(at))) at--;
  if (at < body.length - 1 && !isAsciiLetter(body.charCodeAt(at))) return true;
  // `Annex A`
  if (body.charCodeAt(body.length - 2) === 32) return true;
  const last = body.slice(-LONGEST_PART).toLowerCase();
  return (
    /\d(?:n\d{0,3}|ff?|[a-z])$/.test(last) ||
    PART_WORDS.some((word) => last.endsWith(word)) ||
    last.includes('appendix ')
  );
}

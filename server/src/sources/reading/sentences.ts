import { HIDDEN } from '../../markdown/prose.ts';
import { isDigit, isSmall } from '../../text/characters.ts';
import type { Range } from '../../text/range.ts';
import { datedHead } from './author-date.ts';
import { firstDate, hasYear, lastDate } from './dates.ts';
import { ATTRIBUTION, isInterview, titleOf, yearBefore } from './describe.ts';
import { isSurname, readNames } from './names.ts';
import type { Passage } from './passage.ts';
import { afterCommas, byFirstLetter, hasDigit, standsAt, wordAt } from './phrases.ts';
import { readShortForms } from './short-forms.ts';
import { afterSignals, startsWithSignal } from './signals.ts';
import type { Piece } from './split.ts';
import { readSurnamesFirst, surnamesFirstAt } from './surnames-first.ts';

const ONLY_PAGES = /^[ ,]*(?:pp?\.? *)?\d[\d–—, -]*$/;
const REST_OF_REFERENCE =
  /^(?:(?:last )?accessed|available|retrieved|archived|hereafter|hereinafter|henceforth|translated by|trans\.|edited by|eds?\.|pp?\. ?\d|vol\.|no\.|\(?(?:1[5-9]|20)\d\d\)?[,: ]*(?:pp?\b.*)?$)/i;
/** What goes on behind a semicolon: where to find the work, another report of a judgment. */
const BEHIND_SEMICOLON =
  /^(?:(?:(?:last |date )?accessed|available|retrieved|archived)(?: (?:at|online|from|on|via|in)\b|:?(?: [a-z.]{3,9})? \d)|hereafter\b|hereinafter\b|URL\b|DOI\b|\[(?:1[5-9]|20)\d\d\] )/i;
const BEGIN_BEHIND_SEMICOLON = byFirstLetter(
  'last date accessed available retrieved archived hereafter hereinafter url doi'.split(' '),
);
/** The two letters that the words of a rest begin with. */
const BEGIN_REST = new Set(['la', 'ac', 'av', 're', 'ar', 'he', 'tr', 'ed', 'p.', 'pp', 'vo', 'no']);
const IMPRINT = /^\(?\p{Lu}[\p{L} ,.&’-]{1,60}: [^“"]{2,80},? (?:1[5-9]|20)\d\d\)?(?:,? (?:pp?\. ?)?\d[\d–—, -]*)?$/u;
const IMPRINT_AT_END = /\. \p{Lu}[\p{L} ,&’-]{1,60}: [^“":]{2,80},? (?:1[5-9]|20)\d\d$/u;
const PUBLISHED = /^\p{Lu}[^“"():;,]{2,60}, (?:1[5-9]|20)\d\d$/u;
/** `Roads (London: Roe, 2016)`, without names of its own before it. */
const BOOK = /^[^“"(),]{2,200} \(\p{Lu}[^()“"]{1,60}: [^()“"]{2,80},? (?:1[5-9]|20)\d\d\)/u;
const IMPRINT_INSIDE = /\([^()]*: [^()]*\d{4}\)/;
const QUOTATION = /^["“„]/;
/** Words that a sentence has, and a reference in title case has not. */
const SENTENCE_WORDS = new Set(
  (
    'is are was were has have had be been being will would could can may might should must do does did cannot ' +
    'asked says said told claims claimed notes noted argues argued states stated suggests reported reports ' +
    'describes refers remains according he she they it its their this these those that we which who whose ' +
    'because although however therefore not thus there him his her them put puts gives gave writes wrote told ' +
    'estimated believes believed explains explained indicates indicated suggested'
  ).split(' '),
);
/** What leads up to a source that is pointed at: `For the attack of 2015`, `On the attack of 2015`. */
const LEAD_IN = /^(?:for|on|about|regarding|concerning|in|as|to|with)(?: regard to)? (?=\p{Ll})/iu;
const SET_OFF = ',.?!';
const AFTER_NAMES = ',.:';
const AFTER_STOP = '. '.length;
/** A reference has its marks early; longer sentences are not looked at to their ends. */
const LOOK = 400;

/** Joins the pieces that are parts of one reference: a full stop after the authors, between title and publisher. */
export function joinPieces(passage: Passage, pieces: readonly Piece[]): readonly Piece[] {
  if (pieces.length < 2) return pieces;
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (isImprintOfTwo(passage, joined, piece)) joined.splice(-2, 2, { ...(joined.at(-2) as Piece), end: piece.end });
    else if (last && continues(passage, last, piece)) joined[joined.length - 1] = { ...last, end: piece.end };
    else joined.push(piece);
  }
  return joined;
}

/** `Fair, C. Christine. Fighting to the End. New York: …`: the imprint shows what the two before it are. */
function isImprintOfTwo(passage: Passage, joined: readonly Piece[], piece: Piece): boolean {
  const before = joined.at(-2);
  const last = joined.at(-1);
  if (!before || last?.after !== 'stop') return false;
  const written = text(passage, piece);
  if (isImprint(written)) return isBare(passage, before) && continues(passage, last, piece);
  if (!isPublished(written) || !isBare(passage, last)) return false;
  return readSurnamesFirst(passage, afterSignals(passage.flat, before.start), before.end) !== null;
}

function endsInImprint(written: string): boolean {
  const mayBe = isDigit(written.charCodeAt(written.length - 1)) && written.includes(': ') && written.includes('. ');
  return mayBe && IMPRINT_AT_END.test(written);
}

/** `Regan Arts, 2015`: the imprint of a book without a place. */
function isPublished(written: string): boolean {
  return isDigit(written.charCodeAt(written.length - 1)) && PUBLISHED.test(written);
}

function continues(passage: Passage, before: Piece, piece: Piece): boolean {
  const { flat } = passage;
  const written = text(passage, piece);
  if (piece.after === 'semicolon') return isOnlyPages(written) || mayFollowSemicolon(written);
  const start = flat.indexOf(written, piece.start);
  if (startsWithSignal(flat, start) || standsAt(written, 'ibid', 0)) return false;
  if (piece.after === 'quotation')
    return !isCommentary(passage, piece.start, piece.end, 'stop') || written.startsWith('(');
  if (isRestOfReference(written) || written.startsWith(HIDDEN)) return true;
  if (isBehindDate(passage, before, piece)) return true;
  const date = firstDate(written);
  if (date && date.start <= 1 && date.end >= written.length - 1) return true;
  if (QUOTATION.test(written) && isNamesWithYear(passage, before)) return true;
  const bare = isBare(passage, before);
  if (isImprint(written) || (written.startsWith('(') && hasYear(written))) return bare || !isDated(passage, before);
  // `Inside Terrorism. 3rd ed. New York: Columbia University Press, 2017`
  if (bare && endsInImprint(written) && readSurnamesFirst(passage, afterSignals(flat, before.start), before.end))
    return true;
  if (bare && isPublished(written))
    return surnamesFirstAt(passage, afterSignals(flat, before.start), before.end) !== null;
  const isBook = isBookInFull(written);
  if (!bare || !(isBook || QUOTATION.test(written))) return false;
  const authors = readNames(passage, afterSignals(flat, before.start), before.end);
  if (!authors || authors.end < before.start) return false;
  const hasGivenNames = authors.names.every((name) => !isSurname(name));
  return hasGivenNames || (!isBook && readShortForms(passage, start, piece.end, false) !== null);
}

/** Whether what begins with authors and a date, `Lee, A. (2015).`, goes on: with the title, or with where it came out. */
function isBehindDate(passage: Passage, before: Piece, piece: Piece): boolean {
  const head = datedHead(passage, before.start, before.end + AFTER_STOP);
  if (!head || head.end >= piece.start) return head !== null;
  if (titleOf(passage, piece.start, piece.end) || hasSentenceWord(text(passage, piece))) return false;
  return datedHead(passage, piece.start, piece.end) === null;
}

function isRestOfReference(written: string): boolean {
  const code = written.charCodeAt(0);
  return (
    (isDigit(code) || code === 40 || BEGIN_REST.has(written.slice(0, 2).toLowerCase())) &&
    REST_OF_REFERENCE.test(written)
  );
}

function mayFollowSemicolon(written: string): boolean {
  const mayBe = written.startsWith('[') || wordAt(BEGIN_BEHIND_SEMICOLON, written, 0) !== null;
  return mayBe && BEHIND_SEMICOLON.test(written);
}

function isImprint(written: string): boolean {
  const last = written.charCodeAt(written.length - 1);
  const mayBe = (isDigit(last) || last === 41) && written.includes(': ') && !written.includes('“');
  return mayBe && IMPRINT.test(written);
}

/** `Ann Lee (2015)`, of which the title follows. */
function isNamesWithYear(passage: Passage, { start, end }: Piece): boolean {
  const year = yearBefore(passage, start, end);
  return year !== null && readNames(passage, start, year.start) !== null;
}

/** Whether a piece says when a work came out: by a year behind a comma or in parentheses, which is none of its title. */
function isDated(passage: Passage, piece: Piece): boolean {
  const written = text(passage, piece);
  const date = hasYear(written) ? lastDate(written) : null;
  if (titleOf(passage, piece.start, piece.end)) return date !== null;
  return date !== null && /[,(:]\s*$/.test(written.slice(Math.max(0, date.start - 3), date.start));
}

function isBookInFull(written: string): boolean {
  const open = written.indexOf(' (');
  return written.indexOf(': ', open) > open && !written.slice(0, open).includes(',') && BOOK.test(written);
}

function isOnlyPages(written: string): boolean {
  const code = written.charCodeAt(afterCommas(written, 0));
  return (isDigit(code) || code === 112) && ONLY_PAGES.test(written);
}

/** Without title, date or address. */
function isBare(passage: Passage, piece: Piece): boolean {
  const written = text(passage, piece);
  return !titleOf(passage, piece.start, piece.end) && !hasYear(written) && !written.includes(HIDDEN);
}

/** What stands in a range, as far as it is looked at. */
function text({ flat }: Passage, { start, end }: Range): string {
  return flat.slice(start, Math.min(end, start + LOOK)).trim();
}

/**
 * Whether the sentence between the offsets is the author's own and points at nothing. `after` is what it follows:
 * what stands first, or after a semicolon, is a reference unless it has the words of a sentence.
 */
export function isCommentary(passage: Passage, start: number, end: number, after: string): boolean {
  const { flat } = passage;
  const written = text(passage, { start, end });
  if (written.includes(HIDDEN) || isInterview(written)) return false;
  const quotation = titleOf(passage, start, end);
  if (quotation && isTitle(passage, start, quotation.open, quotation.close)) return false;
  if (written.includes(': ') && IMPRINT_INSIDE.test(written)) return false;
  const own = quotation
    ? flat.slice(start, quotation.open) + flat.slice(quotation.close + 1, Math.min(end, quotation.close + LOOK))
    : written;
  if (hasSentenceWord(own) || standsAt(own, ATTRIBUTION, 0)) return true;
  if (hasDigit(own)) return false;
  return after === 'stop' ? readShortForms(passage, start, end, false) === null : /^\p{Ll}/u.test(written);
}

/** Whether what stands before a `see` leads up to it, though it gives a year as references do. */
export function isLeadIn(passage: Passage, start: number, end: number): boolean {
  const written = passage.flat.slice(start, end);
  if (titleOf(passage, start, end) || IMPRINT_INSIDE.test(written)) return false;
  return LEAD_IN.test(written) || isCommentary(passage, start, end, 'start');
}

function hasSentenceWord(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const start = at;
    while (isSmall(text.charCodeAt(at))) at++;
    const before = text.charCodeAt(start - 1);
    const isWord = at > start && (start === 0 || before === 32 || before === 40) && mayFollowWord(text.charCodeAt(at));
    if (isWord && SENTENCE_WORDS.has(text.slice(start, at))) return true;
  }
  return false;
}

/** A space, comma, full stop, colon, or the end of the text (NaN). */
function mayFollowWord(code: number): boolean {
  return code === 32 || code === 44 || code === 46 || code === 58 || Number.isNaN(code);
}

/** A quotation that stands as a title does: first or after names and a comma, and set off from what follows. */
function isTitle(passage: Passage, start: number, open: number, close: number): boolean {
  const { flat } = passage;
  const head = flat.slice(start, open).trimEnd();
  const setOff = SET_OFF.includes(flat.charAt(close - 1)) || /^ *(?:,|$)/.test(flat.slice(close + 1, close + 3));
  if (!setOff) return false;
  return (
    head === '' || (AFTER_NAMES.includes(head.charAt(head.length - 1)) && readNames(passage, start, open) !== null)
  );
}

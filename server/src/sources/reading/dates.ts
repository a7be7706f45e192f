import { isDigit } from '../../text/characters.ts';
import type { Range } from '../../text/range.ts';
import { beforeSpaces, endsWord, hasDigit, isAsciiLetter } from './phrases.ts';

/** A date as written, with its offsets in the text that was searched: `July 27, 2016`, `27 July 2016`, `2016-07-27`, `July–August 2016`, `Summer 2016`, `2016`; of two dates with a dash or a slash between (`December 2016/January 2017`, `2016–17`) the last. */
export interface WrittenDate extends Range {
  readonly year: number;
  readonly month: number | null;
  readonly day: number | null;
}

/** A month's name, or the beginning that stands for it. */
export const MONTH =
  'Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?';
/** The years that citations give. */
export const YEARS = '(?:1[5-9]|20)\\d\\d';
const ORDINAL = '(?:st|nd|rd|th)?';
/** `2016`, `2016–2017`, `2016/17`, `2016-07-27`; a hyphen between years may be part of a title, but in parentheses. No section of a law, `50 U.S.C. 1801`. */
const YEAR =
  /(?<![\w/.:-]|(?:§|U\.S\.C\.|C\.F\.R\.) ?)(?:(?:1[5-9]|20)\d\d(?:[–/]|(?<=\(\d{4})-))?((?:1[5-9]|20)\d\d)(?:[–/](\d\d)|-(\d\d)-(\d\d))?(?!\w|[-–/.]\d)/g;
const ANY_YEAR = /\b(?:1[5-9]|20)\d\d\b/;
const BEFORE_YEAR = new RegExp(
  `(?:\\b(\\d{1,2})${ORDINAL} {1,6})?\\b(${MONTH})\\.?(?: ?[-–/] ?(?:${MONTH})\\.?)?(?: {1,6}(\\d{1,2})${ORDINAL}(?: ?[-–] ?\\d{1,2})?)?,? {1,6}$`,
  'i',
);
const SEASON = /\b(?:Spring|Summer|Autumn|Fall|Winter)(?:[-–/](?:Spring|Summer|Autumn|Fall|Winter))? {1,6}$/i;
/** What a date may begin with that goes on behind a dash or a slash: `December 2016/`, `April 29–`, `Winter 2016/`, `1–`. */
const FROM = new RegExp(
  `(?:\\b(?:\\d{1,2}${ORDINAL} {1,6})?\\b(?:${MONTH}|Spring|Summer|Autumn|Fall|Winter)\\b\\.?(?: {1,6}\\d{1,2}${ORDINAL})?(?:,? {1,6}${YEARS})? ?[-–/] ?|(?<![\\w–-])\\d{1,2}[-–])$`,
  'i',
);
const SHORTEST_YEAR = 4;
const SEASONS = new Set(['spring', 'summer', 'autumn', 'fall', 'winter']);
const ORDINALS = new Set(['st', 'nd', 'rd', 'th']);
const MONTH_NAMES = [
  ...['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september'],
  ...['october', 'november', 'december'],
];
/** Hyphen, dash and slash. */
const RANGE_SIGNS = new Set([45, 0x2013, 47]);
/** More than a line feed and the indentation of a list or a block quote. */
const MOST_SPACES = 6;
const MONTHS = 'janfebmaraprmayjunjulaugsepoctnovdec';
/** No date takes more characters before its year. */
const WINDOW = 48;

/** Whether `text` holds what may be a year. */
export function hasYear(text: string): boolean {
  return hasDigit(text) && ANY_YEAR.test(text);
}

/** The last date of `text`, one with a month before one without. */
export function lastDate(text: string): WrittenDate | null {
  let best: WrittenDate | null = null;
  YEAR.lastIndex = 0;
  for (let match = YEAR.exec(text); match; match = YEAR.exec(text)) {
    const date = readDate(text, match);
    if (date.month !== null || !best || best.month === null) best = date;
    if (text.length - YEAR.lastIndex < SHORTEST_YEAR) break;
  }
  return best;
}

/** The first date of `text`. */
export function firstDate(text: string): WrittenDate | null {
  YEAR.lastIndex = 0;
  const match = YEAR.exec(text);
  return match && readDate(text, match);
}

function readDate(text: string, match: RegExpExecArray): WrittenDate {
  const last = readLast(text, match);
  const sign = text.charCodeAt(beforeSpaces(text, last.start) - 1);
  if (!RANGE_SIGNS.has(sign)) return last;
  const [from = ''] = FROM.exec(text.slice(Math.max(0, last.start - WINDOW), last.start)) ?? [];
  return { ...last, start: last.start - from.length };
}

/** The date, or the last part of one that begins with another. */
function readLast(text: string, match: RegExpExecArray): WrittenDate {
  const at = match.index;
  const end = at + match[0].length;
  const year = lastYear(Number(match[1]), match[2]);
  if (match[3]) return { start: at, end, year, month: dayOrMonth(match[3], 12), day: dayOrMonth(match[4], 31) };
  const to = beforeSpaces(text, at);
  if (to === at) return { start: at, end, year, month: null, day: null };
  const plain = plainBefore(text, to, at);
  if (plain) return { start: plain.start, end, year, month: plain.month, day: dayOrMonth(plain.day, 31) };
  const before = text.slice(Math.max(0, at - WINDOW), at);
  const written = mayEndMonth(text, to) ? BEFORE_YEAR.exec(before) : null;
  if (written) {
    const month = monthOf(written[2] as string);
    return {
      start: at - before.length + written.index,
      end,
      year,
      month,
      day: dayOrMonth(written[3] ?? written[1], 31),
    };
  }
  const season = SEASONS.has(wordBefore(text, to).toLowerCase()) ? SEASON.exec(before) : null;
  return { start: season ? at - before.length + season.index : at, end, year, month: null, day: null };
}

/** 2017 of `2016/17`. */
function lastYear(first: number, digits: string | undefined): number {
  return digits === undefined ? first : Math.max(first, first - (first % 100) + Number(digits));
}

interface PlainDate {
  readonly start: number;
  readonly month: number;
  readonly day: string;
}

/** `July 27, ` or `July `, as most dates are written; `to` is before the spaces. */
function plainBefore(text: string, to: number, year: number): PlainDate | null {
  if (year - to > MOST_SPACES) return null;
  const dayEnd = text.charCodeAt(to - 1) === 44 ? to - 1 : to;
  const dayStart = beforeDigits(text, dayEnd);
  const monthEnd = dayStart < dayEnd ? beforeSpaces(text, dayStart) : dayEnd;
  if (dayEnd - dayStart > 2 || dayStart - monthEnd > MOST_SPACES || (monthEnd === dayStart && dayStart < dayEnd)) {
    return null;
  }
  const name = wordBefore(text, monthEnd);
  const month = monthOf(name);
  if (month === 0 || (name.length > 3 && name.toLowerCase() !== MONTH_NAMES[month - 1])) return null;
  const start = monthEnd - name.length;
  return mayGoOnBefore(text, start) ? null : { start, month, day: text.slice(dayStart, dayEnd) };
}

/** Whether a day (`27`, `27th`) or another month (`July–`) may stand before the month at `start`. */
function mayGoOnBefore(text: string, start: number): boolean {
  const end = beforeSpaces(text, start);
  const last = text.charCodeAt(end - 1);
  return !endsWord(last) ? isDigit(last) || last === 95 || isDigit(text.charCodeAt(end - 3)) : RANGE_SIGNS.has(last);
}

/** Whether a month, an abbreviated one, or a day after a month may end before the spaces, and a comma, at `to`. */
function mayEndMonth(text: string, to: number): boolean {
  const end = text.charCodeAt(to - 1) === 44 ? to - 1 : to;
  const last = text.charCodeAt(end - 1);
  if (isDigit(last)) {
    const before = text.charCodeAt(beforeDigits(text, end) - 1);
    return before === 32 || RANGE_SIGNS.has(before);
  }
  const word = wordBefore(text, end);
  return last === 46 || monthOf(word) > 0 || ORDINALS.has(word.toLowerCase());
}

/** 1 to 12, by the first three letters; 0 for what is no month. */
export function monthOf(name: string): number {
  const index = name.length < 3 ? -1 : MONTHS.indexOf(name.slice(0, 3).toLowerCase());
  return index % 3 === 0 ? index / 3 + 1 : 0;
}

/** The ASCII letters before `end`. */
function wordBefore(text: string, end: number): string {
  let start = end;
  while (isAsciiLetter(text.charCodeAt(start - 1))) start--;
  return text.slice(start, end);
}

function beforeDigits(text: string, end: number): number {
  let start = end;
  while (isDigit(text.charCodeAt(start - 1))) start--;
  return start;
}

export function dayOrMonth(digits: string | undefined, most: number): number | null {
  const value = Number(digits ?? 0);
  return value >= 1 && value <= most ? value : null;
}

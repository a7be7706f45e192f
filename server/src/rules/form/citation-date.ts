import { quotations } from '../../markdown/quotations.ts';
import { isDigit, isSpace } from '../../text/characters.ts';
import { nearest } from '../../text/distance.ts';
import { itemAt, type Range } from '../../text/range.ts';
import { lines } from '../example.ts';
import type { Fix, Problem, Rule } from '../rule.ts';
import { quote } from '../words.ts';
import { type Year, yearsIn } from '../years.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
/** What may stand before the year: `February 30, `, `30 February `, `February `; the word may be any. */
const BEFORE_YEAR = /(?<![A-Za-z\d])(?:(\d{1,2})[ \u00a0])?([A-Z][a-z]{2,9})\.?[ \u00a0](?:(\d{1,2}),?[ \u00a0])?$/;
const LONGEST = 24;
/** `(forthcoming, 2027)`. */
const AWAITED = /\b(?:forthcoming|in press)\b/i;
/** Before a date, or its year, for which a court or a ministry has set something: `sentencing is set for May 3, `. */
const SET_FOR =
  /\b(?:due|expected|planned|scheduled|set|slated)\s(?:[a-z]{1,12}\s){0,3}(?:[A-Z][a-z]{2,9}\.?\s)?(?:\d{1,2},?\s)?(?:[A-Z][a-z]{2,9}\.?\s)?$/;
const LONGEST_SET_FOR = 64;
/** A year that yearsIn does not know, and what stands before one in parentheses: `3:2 (`, `(London: Hurst, `. */
const FAR_YEAR = /2[1-9]\d\d/g;
const BEFORE_IMPRINTED = /\d:\d{1,3} \($|\([^()]{2,60}: [^()]{2,60}, $/;
const IMPRINT = 130;

export const citationDate: Rule = {
  id: 'citation-date',
  group: 'form',
  severity: 'warning',
  summary: 'A citation has a date that does not exist, or that lies in the future.',
  explanation:
    'February 30 and 2081 are slips of the hand, and a misspelled month keeps programs from reading the date at all. What lies in the future is measured against the day of the check; what is said to be due then is no slip.',
  examples: () => [
    {
      title: 'A day that its month does not have, a month misspelled, a year to come.',
      draft: lines(
        'The group split.[1] Its rival grew.[2] Both recruit.[3]',
        '',
        '## Citations',
        '',
        '[1] Ann Lee, “A Split,” Daily Post, February 30, 2016.',
        '                                    ~~~~~~~~~~~~~~~~~',
        '',
        '[2] Tom Roy, “A Rival,” Daily Post, Febuary 4, 2016.',
        '                                    ~~~~~~~',
        '',
        '[3] Cem Kaya, “Abroad,” Daily Post, May 5, 2061.',
        '                                    ~~~~~~~~~~~',
      ),
      messages: [
        'Unexpected date “February 30, 2016”, expected a day from 1 to 29',
        'Unexpected month “Febuary”, expected “February”',
        'Unexpected date “May 5, 2061” in the future, expected one up to June 15, 2026',
      ],
    },
    {
      title: 'Dates that exist, one in a title, and one of a trial.',
      draft: lines(
        'The group split.[1] Its rival grew.[2] Both recruit.[3]',
        '',
        '## Citations',
        '',
        '[1] Ann Lee, “A Split,” Daily Post, February 29, 2016.',
        '',
        '[2] Tom Roy, “The Plan for January 1, 2050,” Daily Post, Sept. 4, 2016.',
        '',
        '[3] Cem Kaya, “Abroad,” Daily Post, May 5, 2026 (the trial is set for May 3, 2061).',
      ),
    },
  ],
  check: ({ prose, draft, sources, today }, report) => {
    const { masked } = prose;
    const quoted = quotations(prose);
    const now = today === null ? null : today.split('-').map(Number);
    const read = new Set<number>();
    for (const { date, year, month, day } of sources.references) {
      if (date === null || year === null || month === null || day === null) continue;
      read.add(date.end);
      const { start, end } = date;
      const message = wrong(masked.slice(start, end), [year, month, day], limitOf(masked, date, year, now));
      if (message !== null) report({ start, end, message });
    }
    const from = draft.citations[0]?.start ?? masked.length;
    for (const year of yearsIn(masked, from, draft.citations.at(-1)?.end ?? 0)) {
      const { start, end } = year;
      if (read.has(end) || itemAt(quoted, start) || !itemAt(draft.citations, start)) continue;
      const before = masked.slice(Math.max(from, start - LONGEST), start);
      const date = isSpace(masked.charCodeAt(start - 1)) ? BEFORE_YEAR.exec(before) : null;
      const limit = limitOf(masked, year, year.value, now);
      const problem = date && judge(date, year, limit);
      if (problem) report(problem);
      // A year of its own, as of a journal's issue or a book, stands in parentheses.
      else if (limit && masked.charAt(end) === ')' && year.value > (limit[0] as number)) {
        report({ start, end, message: futureMessage(masked.slice(start, end), limit) });
      }
    }
    if (now === null || from === masked.length) return;
    FAR_YEAR.lastIndex = from;
    for (let match = FAR_YEAR.exec(masked); match; match = FAR_YEAR.exec(masked)) {
      const year = { start: match.index, end: match.index + 4, value: Number(match[0]) };
      const isWhole = !isDigit(masked.charCodeAt(year.start - 1)) && !isDigit(masked.charCodeAt(year.end));
      if (!isWhole || itemAt(quoted, year.start) || !itemAt(draft.citations, year.start)) continue;
      const date = BEFORE_YEAR.exec(masked.slice(Math.max(from, year.start - LONGEST), year.start));
      const problem = date && judge(date, year, now);
      const isImprinted =
        masked.charAt(year.end) === ')' &&
        BEFORE_IMPRINTED.test(masked.slice(Math.max(from, year.start - IMPRINT), year.start));
      if (problem) report(problem);
      else if (isImprinted) {
        report({ start: year.start, end: year.end, message: futureMessage(match[0], now) });
      }
    }
  },
};

/** The day that a date must not lie after: none for years gone by, or where something is said to be due then. */
function limitOf(
  masked: string,
  { start, end }: Range,
  year: number,
  now: readonly number[] | null,
): readonly number[] | null {
  if (now === null || year < (now[0] as number)) return null;
  const isAwaited =
    AWAITED.test(masked.slice(Math.max(0, start - LONGEST), end + LONGEST)) ||
    SET_FOR.test(masked.slice(Math.max(0, start - LONGEST_SET_FOR), start));
  return isAwaited ? null : now;
}

/** Judges a date that could not be read whole: a month alone, a day that no month has, a word that is no month. */
function judge(match: RegExpExecArray, year: Year, now: readonly number[] | null): Problem | null {
  const [before, dayBefore, word = '', dayAfter] = match;
  const { end } = year;
  const start = year.start - before.length;
  const whole = before + year.value;
  const written = dayBefore ?? dayAfter;
  const month = MONTHS.findIndex((name) => isFormOf(word, name));
  if (month === -1) {
    const meant = written === undefined || word.length < 4 ? null : nearest(word, MONTHS, word.length > 5 ? 2 : 1);
    if (meant === null || meant.length < 4) return null;
    const at = start + before.indexOf(word);
    const fix: Fix = {
      title: `Replace ${quote(word)} with ${quote(meant)}`,
      safe: false,
      edits: [{ start: at, end: at + word.length, text: meant }],
    };
    const message = `Unexpected month ${quote(word)}, expected ${quote(meant)}`;
    return { start: at, end: at + word.length, message, fixes: [fix] };
  }
  const message = wrong(whole, [year.value, month + 1, written === undefined ? null : Number(written)], now);
  return message === null ? null : { start, end, message };
}

/** What is wrong with a date; null when nothing is. `month` counts from 1. */
function wrong(
  written: string,
  [year, month, day]: readonly [number, number, number | null],
  now: readonly number[] | null,
): string | null {
  const most = month === 2 && !isLeapYear(year) ? 28 : (DAYS[month - 1] as number);
  if (day !== null && (day < 1 || day > most)) {
    return `Unexpected date ${quote(written)}, expected a day from 1 to ${most}`;
  }
  return now !== null && isAfter([year, month, day ?? 1], now) ? futureMessage(written, now) : null;
}

/** `Feb`, `Sept`, or the whole name. */
function isFormOf(word: string, month: string): boolean {
  return word === month || (month.startsWith(word) && (word.length === 3 || word === 'Sept'));
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function isAfter([year, month, day]: readonly number[], [nowYear, nowMonth, nowDay]: readonly number[]): boolean {
  if (year !== nowYear) return (year as number) > (nowYear as number);
  if (month !== nowMonth) return (month as number) > (nowMonth as number);
  return (day as number) > (nowDay as number);
}

function futureMessage(date: string, now: readonly number[]): string {
  const [year, month, day] = now as readonly [number, number, number];
  const today = `${MONTHS[month - 1]} ${day}, ${year}`;
  return `Unexpected date ${quote(date)} in the future, expected one up to ${today}`;
}

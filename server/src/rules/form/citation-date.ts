import { quotations } from '../../markdown/quotations.ts';
import { isDigit, isSpace } from '../../text/characters.ts';
import { nearest } from '../../text/distance.ts';
import { itemAt, type Range } from '../../text/range.ts';
import { lines } from '../example.ts';
import { replacing } from '../finding.ts';
import type { Problem, Rule } from '../rule.ts';
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
    const now = today === null ? null : dayOf(today);
    const read = new Set<number>();
    for (const { date, year, month, day } of sources.references) {
      if (date === null || year === null || month === null || day === null) continue;
      read.add(date.end);
      const { start, end } = date;
      const message = wrong(masked.slice(start, end), [year, month, day], limitOf(masked, date, year, now));
      if (message !== null) report({ start, end, message });
    }
    const quoted = quotations(prose);
    const isCited = ({ start }: Range) => !itemAt(quoted, start) && itemAt(draft.citations, start) !== undefined;
    const from = draft.citations[0]?.start ?? masked.length;
    for (const year of yearsIn(masked, from, draft.citations.at(-1)?.end ?? 0)) {
      if (read.has(year.end) || !isCited(year)) continue;
      const limit = limitOf(masked, year, year.value, now);
      // A year of its own, as of a journal's issue or a book, stands in parentheses.
      const problem = judge(masked, from, year, limit, masked.charAt(year.end) === ')');
      if (problem) report(problem);
    }
    if (now === null) return;
    for (const year of farYears(masked, from)) {
      const problem = isCited(year) && judge(masked, from, year, now, isImprinted(masked, from, year));
      if (problem) report(problem);
    }
  },
};

type Day = readonly [year: number, month: number, day: number];

/** @param today `YYYY-MM-DD` */
function dayOf(today: string): Day {
  const [year = 0, month = 0, day = 0] = today.split('-').map(Number);
  return [year, month, day];
}

/** The years from 2100 to 2999 behind `from`: most are slips, or numbers that are no years. */
function* farYears(masked: string, from: number): Iterable<Year> {
  FAR_YEAR.lastIndex = from;
  for (let match = FAR_YEAR.exec(masked); match; match = FAR_YEAR.exec(masked)) {
    const { 0: written, index: start } = match;
    const end = start + written.length;
    const isWhole = !isDigit(masked.charCodeAt(start - 1)) && !isDigit(masked.charCodeAt(end));
    if (isWhole) yield { start, end, value: Number(written) };
  }
}

function isImprinted(masked: string, from: number, { start, end }: Range): boolean {
  return masked.charAt(end) === ')' && BEFORE_IMPRINTED.test(masked.slice(Math.max(from, start - IMPRINT), start));
}

/** What is wrong with a date that could not be read whole, or with a year that stands alone. */
function judge(masked: string, from: number, year: Year, limit: Day | null, standsAlone: boolean): Problem | null {
  const { start, end, value } = year;
  const before = masked.slice(Math.max(from, start - LONGEST), start);
  const date = isSpace(masked.charCodeAt(start - 1)) ? BEFORE_YEAR.exec(before) : null;
  const problem = date && judgeDate(date, year, limit);
  if (problem) return problem;
  const isFuture = limit !== null && standsAlone && value > limit[0];
  return isFuture ? { start, end, message: futureMessage(String(value), limit) } : null;
}

/** The day that a date must not lie after: none for years gone by, or where something is said to be due then. */
function limitOf(masked: string, { start, end }: Range, year: number, now: Day | null): Day | null {
  if (now === null || year < now[0]) return null;
  const isAwaited =
    AWAITED.test(masked.slice(Math.max(0, start - LONGEST), end + LONGEST)) ||
    SET_FOR.test(masked.slice(Math.max(0, start - LONGEST_SET_FOR), start));
  return isAwaited ? null : now;
}

/** A month alone, a day that no month has, a word that is no month. */
function judgeDate(match: RegExpExecArray, year: Year, limit: Day | null): Problem | null {
  const [before, dayBefore, word = '', dayAfter] = match;
  const { end } = year;
  const start = year.start - before.length;
  const whole = before + year.value;
  const written = dayBefore ?? dayAfter;
  const month = MONTHS.findIndex((name) => isFormOf(word, name));
  if (month === -1) {
    const meant = written === undefined ? null : nearest(word, MONTHS, word.length > 5 ? 2 : 1);
    if (meant === null || meant.length < 4) return null;
    const at = start + before.indexOf(word);
    const range = { start: at, end: at + word.length };
    const message = `Unexpected month ${quote(word)}, expected ${quote(meant)}`;
    return { ...range, message, fixes: [replacing(range, word, meant, false)] };
  }
  const message = wrong(whole, [year.value, month + 1, written === undefined ? null : Number(written)], limit);
  return message === null ? null : { start, end, message };
}

/** What is wrong with a date; null when nothing is. `month` counts from 1. */
function wrong(
  written: string,
  [year, month, day]: readonly [number, number, number | null],
  limit: Day | null,
): string | null {
  const most = month === 2 && !isLeapYear(year) ? 28 : (DAYS[month - 1] as number);
  if (day !== null && (day < 1 || day > most)) {
    return `Unexpected date ${quote(written)}, expected a day from 1 to ${most}`;
  }
  return limit !== null && isAfter([year, month, day ?? 1], limit) ? futureMessage(written, limit) : null;
}

/** `Feb`, `Sept`, or the whole name. */
function isFormOf(word: string, month: string): boolean {
  return word === month || (month.startsWith(word) && (word.length === 3 || word === 'Sept'));
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function isAfter([year, month, day]: Day, [limitYear, limitMonth, limitDay]: Day): boolean {
  if (year !== limitYear) return year > limitYear;
  return month === limitMonth ? day > limitDay : month > limitMonth;
}

function futureMessage(date: string, [year, month, day]: Day): string {
  const today = `${MONTHS[month - 1]} ${day}, ${year}`;
  return `Unexpected date ${quote(date)} in the future, expected one up to ${today}`;
}

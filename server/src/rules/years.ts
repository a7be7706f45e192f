import { isDigit } from '../text/characters.ts';
import { lastStartingBefore, type Range } from '../text/range.ts';
import { remembering } from '../text/remember.ts';

/** A year from 1900 to 2099, written in four digits. */
export interface Year extends Range {
  readonly value: number;
}

const YEAR_LENGTH = 4;
/** A stretch that is looked through as fast as it is looked up. */
const SHORT = 4000;

/** The years between `from` and `to`, in the order of the text; digits that are part of a longer number are none. */
export function yearsIn(text: string, from: number, to: number): readonly Year[] {
  if (to - from <= SHORT) return findYears(text, from, to);
  const years = allYears(text);
  return years.slice(lastStartingBefore(years, from - 1) + 1, lastStartingBefore(years, to - YEAR_LENGTH) + 1);
}

/** Several rules ask. */
const allYears = remembering((text: string) => findYears(text, 0, text.length));

function findYears(text: string, from: number, to: number): readonly Year[] {
  const years: Year[] = [];
  let nineteen = text.indexOf('19', from);
  let twenty = text.indexOf('20', from);
  while (nineteen !== -1 || twenty !== -1) {
    const isNineteen = twenty === -1 || (nineteen !== -1 && nineteen < twenty);
    const start = isNineteen ? nineteen : twenty;
    const end = start + YEAR_LENGTH;
    if (end > to) break;
    if (isNineteen) nineteen = text.indexOf('19', start + 1);
    else twenty = text.indexOf('20', start + 1);
    const isNumber = isDigit(text.charCodeAt(start + 2)) && isDigit(text.charCodeAt(start + 3));
    if (!isNumber || isDigit(text.charCodeAt(start - 1)) || isDigit(text.charCodeAt(end))) continue;
    years.push({ start, end, value: Number(text.slice(start, end)) });
  }
  return years;
}

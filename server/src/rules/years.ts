import { isDigit } from '../text/characters.ts';
import type { Range } from '../text/range.ts';

/** A year from 1900 to 2099, written in four digits. */
export interface Year extends Range {
  readonly value: number;
}

/** The years between `from` and `to`, in the order of the text; digits that are part of a longer number are none. */
export function yearsIn(text: string, from: number, to: number): Year[] {
  const years: Year[] = [];
  let nineteen = text.indexOf('19', from);
  let twenty = text.indexOf('20', from);
  while (nineteen !== -1 || twenty !== -1) {
    const isNineteen = twenty === -1 || (nineteen !== -1 && nineteen < twenty);
    const start = isNineteen ? nineteen : twenty;
    const end = start + 4;
    if (end > to) break;
    if (isNineteen) nineteen = text.indexOf('19', start + 1);
    else twenty = text.indexOf('20', start + 1);
    const isNumber = isDigit(text.charCodeAt(start + 2)) && isDigit(text.charCodeAt(start + 3));
    if (!isNumber || isDigit(text.charCodeAt(start - 1)) || isDigit(text.charCodeAt(end))) continue;
    years.push({ start, end, value: Number(text.slice(start, end)) });
  }
  return years;
}

import type { Range } from '../text/range.ts';

/** A date as written, with its offsets in the text that was searched: `July 27, 2016`, `27 July 2016`, `2016-07-27`, `July–August 2016`, `Summer 2016`, `2016`. */
export interface WrittenDate extends Range {
  readonly year: number;
  readonly month: number | null;
  readonly day: number | null;
}

const MONTH =
  'Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?';
const ORDINAL = '(?:st|nd|rd|th)?';
const YEAR = /(?<![\w/.:-])((?:1[5-9]|20)\d\d)(?:-(\d\d)-(\d\d))?(?!\w|[-–/.]\d)/g;
const BEFORE_YEAR = new RegExp(
  `(?:\\b(\\d{1,2})${ORDINAL} {1,3})?\\b(${MONTH})\\.?(?: ?[-–/] ?(?:${MONTH})\\.?)?(?: {1,3}(\\d{1,2})${ORDINAL}(?: ?[-–] ?\\d{1,2})?)?,? {1,3}$`,
  'i',
);
const SEASON = /\b(?:Spring|Summer|Autumn|Fall|Winter)(?:[-–/](?:Spring|Summer|Autumn|Fall|Winter))? {1,3}$/i;
const MONTHS = 'janfebmaraprmayjunjulaugsepoctnovdec';
/** No date takes more characters before its year. */
const WINDOW = 32;

/** The last date of `text`, one with a month before one without. */
export function lastDate(text: string): WrittenDate | null {
  let best: WrittenDate | null = null;
  YEAR.lastIndex = 0;
  for (let match = YEAR.exec(text); match; match = YEAR.exec(text)) {
    const date = readDate(text, match);
    if (date.month !== null || !best || best.month === null) best = date;
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
  const at = match.index;
  const end = at + match[0].length;
  const year = Number(match[1]);
  if (match[2]) return { start: at, end, year, month: valid(match[2], 12), day: valid(match[3], 31) };
  const before = text.slice(Math.max(0, at - WINDOW), at);
  const written = BEFORE_YEAR.exec(before);
  if (written) {
    const name = (written[2] as string).slice(0, 3).toLowerCase();
    const month = MONTHS.indexOf(name) / 3 + 1;
    return { start: at - before.length + written.index, end, year, month, day: valid(written[3] ?? written[1], 31) };
  }
  const season = SEASON.exec(before);
  return { start: season ? at - before.length + season.index : at, end, year, month: null, day: null };
}

function valid(digits: string | undefined, most: number): number | null {
  const value = Number(digits ?? 0);
  return value >= 1 && value <= most ? value : null;
}

import { isDigit } from '../../text/characters.ts';
import { LOCATOR_BEGINNINGS } from './locators.ts';
import { afterCommas, afterStops, byFirstLetter, isAsciiLetter, type Phrases, standsAt, wordAt } from './phrases.ts';

// What may stand behind the names and the title of a short form, beside a place in the work.

const NOTE = String.raw`n(?:ote)?\b\.? *`;
/** `op. cit.`, `(loc. cit.)`, `ibid.`, `supra note 5`, `supra 5`, `as cited above`, `(note 5)`, `note 5 above`: says that a work is named above. */
const BACK = String.raw`[ ,]*\(?\b(?:(?:op|loc)\.? ?cit\b\.?|(?<=, )ibid\b\.?|(?:as )?(?:cited|quoted|mentioned) (?:above|earlier)|supra\b\.?(?:,? +(?:${NOTE})?(\d{1,4})\b)?|${NOTE}(\d{1,4}) above|(?<=\()${NOTE}(\d{1,4})(?=\)))\)?`;
const BACK_HERE = new RegExp(BACK, 'iy');
const BACK_WORDS = 'op loc ibid opcit loccit supra as cited quoted mentioned n note';
const BEGIN_BACK = byFirstLetter(BACK_WORDS.split(' '));
const BACK_INSIDE = new RegExp(BACK, 'i');
/** `note 5`, `endnote 5`, `n. 5`, `citation 5` alone, behind `See`. */
const POINTER = new RegExp(`^(?:(?:foot|end)?${NOTE}|citation )(\\d{1,4})$`, 'i');
const POINTS_BACK = /\bcit\b|\bibid\b|\bsupra\b|\b(?:cited|quoted|mentioned) (?:above|earlier)\b|\d above\b|\(n/i;
const YEAR_AT_END = /,? +\(?((?:19|20)\d\d)\)?$/;
/** What an author adds to a reference of what was done to the words quoted. */
const ADDITION = String.raw`\(?(?:(?:emphas[ie]s|italics) (?:added|mine|in (?:the )?original)|(?:the )?authors?[’'](?:s)? (?:own )?translation|my translation|translat(?:ed|ion) by (?:the )?authors?)\b\.?\)?`;
const ONLY_ENDING = new RegExp(`^[ ,.]*${ADDITION}[ ,.]*$`, 'i');
const ADDITION_AT_END = new RegExp(`[ ,.]+${ADDITION}[ ,.]*$`, 'i');
const ADDITION_WORDS = 'emphasis emphases italics author authors my translated translation';
const BEGIN_ADDITION = byFirstLetter(ADDITION_WORDS.split(' '));
/** The words that may stand behind the title of a short form: hardly any outlet begins with one. */
const BEHIND_TITLE = byFirstLetter([
  ...LOCATOR_BEGINNINGS,
  ...`${BACK_WORDS} ${ADDITION_WORDS} and for on regarding concerning`.split(' '),
]);
const TRAILER =
  /,? +for (?=(?:an?|the(?! [A-Z])|more|further|additional|another|details?|discussions?|background|examples?|similar|other)\b)/;
const TRAILER_AFTER_SIGNAL = /,? +(?:for|on|regarding|concerning|about|who|which|where|as|in) (?!the [A-Z])(?=[a-z])/;
const TRAILER_HERE = /,? +(?:for|on|regarding|concerning) (?=[a-z])/y;

/** Whether the title of a short form may stand before `at`: that of a full reference has its outlet there. */
export function mayEndForm(flat: string, at: number, end: number): boolean {
  const next = afterStops(flat, at);
  return next >= end || !isAsciiLetter(flat.charCodeAt(next)) || beginsWith(BEHIND_TITLE, flat, next);
}

/** Whether one of `words` stands at `at`, or `the author`: other outlets have a `The` of their own. */
function beginsWith(words: Phrases, text: string, at: number): boolean {
  return wordAt(words, text, at) !== null || standsAt(text, 'the author', at);
}

/** What says at `at` that a work is named above, with the comma before it. */
export function backAt(flat: string, at: number): RegExpExecArray | null {
  const from = afterCommas(flat, at);
  if (!wordAt(BEGIN_BACK, flat, flat.charCodeAt(from) === 40 ? from + 1 : from)) return null;
  BACK_HERE.lastIndex = at;
  return BACK_HERE.exec(flat);
}

/** What points at another citation by its number, and says no more. */
export function pointerIn(body: string): RegExpExecArray | null {
  return isDigit(body.charCodeAt(body.length - 1)) ? POINTER.exec(body) : null;
}

export function isTrailerAt(flat: string, at: number): boolean {
  TRAILER_HERE.lastIndex = at;
  return TRAILER_HERE.test(flat);
}

export function yearAtEnd(text: string): RegExpExecArray | null {
  const last = text.charCodeAt(text.length - 1);
  return isDigit(last) || last === 41 ? YEAR_AT_END.exec(text) : null;
}

/** The number that `supra note 5` gives. */
export function noteOf(back: RegExpExecArray | null): number | null {
  const note = back?.slice(1).find((digits) => digits !== undefined);
  return note ? Number(note) : null;
}

/** Whether nothing but a full stop, or a word on what was done to the words quoted, stands in `text`. */
export function isOnlyEnding(text: string): boolean {
  const from = afterStops(text, 0);
  if (from === text.length) return true;
  return beginsWith(BEGIN_ADDITION, text, text.charCodeAt(from) === 40 ? from + 1 : from) && ONLY_ENDING.test(text);
}

/** `body` without what an author says at its end of what was done to the words quoted. */
export function withoutAddition(body: string): string {
  const addition = mayHoldAddition(body) ? ADDITION_AT_END.exec(body) : null;
  return addition ? body.slice(0, addition.index) : body;
}

function mayHoldAddition(body: string): boolean {
  if (!body.includes('t') && !body.includes('i')) return false;
  const small = body.toLowerCase();
  return small.includes('emphas') || small.includes('italics') || small.includes('translat');
}

/** What is said of a source behind its name: `Lee for details`, and more behind `See`. */
export function trailerOf(body: string, signalled: boolean): RegExpExecArray | null {
  if (signalled) return TRAILER_AFTER_SIGNAL.exec(body);
  return body.includes(' for ') ? TRAILER.exec(body) : null;
}

/** What says inside `body` that a work is named above. */
export function backIn(body: string): RegExpExecArray | null {
  return pointsBack(body) ? BACK_INSIDE.exec(body) : null;
}

function pointsBack(body: string): boolean {
  const small = body.toLowerCase();
  const mayPoint =
    small.includes('cit') ||
    small.includes('ibid') ||
    small.includes('supra') ||
    small.includes('above') ||
    small.includes('earlier') ||
    small.includes('(n');
  return mayPoint && POINTS_BACK.test(body);
}

import { isDigit, isUpper } from '../../text/characters.ts';
import type { Range } from '../../text/range.ts';
import type { Pair } from './pairs.ts';
import type { Passage } from './passage.ts';
import { afterSpaces, isAsciiLetter, standsAt } from './phrases.ts';
import { startsWithSignal } from './signals.ts';

/** A stretch of an entry between two separators. */
export interface Piece extends Range {
  /** What stands before it: nothing, a semicolon, a full stop, or a full stop inside the quotation marks before. */
  readonly after: 'start' | 'semicolon' | 'stop' | 'quotation';
}

const BREAKS = /[;.?!]/g;
const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,24})$/i;
const LONGEST_ENTITY = 27;
/** Behind an abbreviated name: `Harv. L. Rev.`, `Geo. L.J.`, `Pub. L. No. 107-40`, `Pub. L. 107-40`. */
const LAW = /L\. ?(?:Rev\b|J\b|No\b|\d)/y;
const ABBREVIATIONS = new Set(
  (
    'jr sr dr mr mrs ms mx prof gen col lt maj capt cpl sgt cmdr brig adm gov sen rep hon amb rev fr st mt ft vol vols ' +
    'no nos nr p pp ed eds trans al et cf eg ie viz vs v ch chap fig figs para paras art sec inc ltd co corp est approx ca ' +
    'c fn n dir prod univ dept comp ser repr jan feb mar apr jun jul aug sep sept oct nov dec op cit loc dist supp cong app doc'
  ).split(' '),
);
const LONGEST_ABBREVIATION = 6;

/** Splits a passage at semicolons and at the ends of sentences, but not inside quotations and parentheses. */
export function splitPassage({ flat, pairs }: Passage): Piece[] {
  const pieces: Piece[] = [];
  let start = 0;
  let after: Piece['after'] = 'start';
  const cut = (end: number, next: number, kind: Piece['after']) => {
    if (flat.slice(start, end).trim() !== '') pieces.push({ start, end, after });
    start = next;
    after = kind;
  };
  let index = 0;
  BREAKS.lastIndex = 0;
  while (BREAKS.test(flat)) {
    const at = BREAKS.lastIndex - 1;
    const code = flat.charCodeAt(at);
    while (index < pairs.length && (pairs[index] as Pair).close < at) index++;
    const pair = pairs[index];
    if (pair && pair.open < at) {
      BREAKS.lastIndex = pair.close + 1;
      if (pair.kind === 'quotation' && endsSentenceInside(flat, pair)) cut(pair.close + 1, pair.close + 1, 'quotation');
    } else if (code === 59) {
      if (!isEntity(flat, at)) cut(at, at + 1, 'semicolon');
    } else if (endsSentence(flat, at, code === 46)) cut(at, at + 1, 'stop');
  }
  cut(flat.length, flat.length, 'stop');
  return pieces;
}

/** Whether the semicolon at `at` ends a character reference. */
function isEntity(flat: string, at: number): boolean {
  const before = flat.slice(Math.max(0, at - LONGEST_ENTITY), at);
  return before.includes('&') && ENTITY.test(before);
}

function endsSentence(flat: string, at: number, isFullStop: boolean): boolean {
  const next = afterSpaces(flat, at + 1);
  if (next === flat.length) return isFullStop;
  if (next === at + 1) return false;
  if (startsWithSignal(flat, next) || startsIbid(flat, next)) return true;
  LAW.lastIndex = next;
  return isFullStop && startsSentence(flat.charCodeAt(next)) && !isAbbreviation(flat, at) && !LAW.test(flat);
}

/** Where the sentence from `start` on ends in a full stop; `end` where none stands before. */
export function sentenceEnd(flat: string, start: number, end: number): number {
  for (let at = flat.indexOf('.', start); at !== -1 && at < end; at = flat.indexOf('.', at + 1))
    if (endsSentence(flat, at, true)) return at;
  return end;
}

/** A quotation that ends in a full stop, with more after it that does not go on in the middle of a sentence. */
function endsSentenceInside(flat: string, { close }: Pair): boolean {
  const last = flat.charCodeAt(close - 1);
  const isAfterStop = last === 0x2019 || last === 39 || last === 41;
  if (!isStop(isAfterStop ? flat.charCodeAt(close - 2) : last)) return false;
  const next = afterSpaces(flat, close + 1);
  if (next === flat.length || next === close + 1) return false;
  return startsWithSignal(flat, next) || startsIbid(flat, next) || startsSentence(flat.charCodeAt(next));
}

function isStop(code: number): boolean {
  return code === 46 || code === 63 || code === 33;
}

function startsIbid(flat: string, at: number): boolean {
  const code = flat.charCodeAt(at);
  const isOpener = code === 34 || code === 0x201c || code === 0x2018 || code === 40;
  return standsAt(flat, 'ibid', isOpener ? at + 1 : at);
}

/** A capital, a quotation mark, a bracket, or an address (U+FFFC). */
function startsSentence(code: number): boolean {
  return (
    isUpper(code) || code === 34 || code === 0x201c || code === 0x2018 || code === 40 || code === 91 || code === 0xfffc
  );
}

/** Whether the full stop at `at` belongs to an initial (`F.`, `U.S.`) or an abbreviation (`vol.`). */
function isAbbreviation(flat: string, at: number): boolean {
  let from = at;
  while (from > 0 && at - from <= LONGEST_ABBREVIATION && isWordCode(flat.charCodeAt(from - 1))) from--;
  const length = at - from;
  if (length === 0 || length > LONGEST_ABBREVIATION) return false;
  const word = flat.slice(from, at);
  return (length === 1 && !isDigit(flat.charCodeAt(from))) || ABBREVIATIONS.has(word.toLowerCase());
}

function isWordCode(code: number): boolean {
  return isAsciiLetter(code) || isDigit(code) || (code > 191 && code < 0x2000);
}

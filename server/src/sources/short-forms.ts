import { HIDDEN } from '../markdown/prose.ts';
import { isDigit, isUpper } from '../text/characters.ts';
import { initialsIn } from './called.ts';
import { quotedPart, titleOf } from './describe.ts';
import { namesDocument } from './documents.ts';
import { LOCATOR_BEGINNINGS, locatorAt, locatorAtEnd } from './locators.ts';
import { isSurname, type NameList, readNames } from './names.ts';
import { type Passage, partOf } from './passage.ts';
import {
  afterCommas,
  afterSpaces,
  afterStops,
  byFirstLetter,
  hasDigit,
  isAsciiLetter,
  type Phrases,
  standsAt,
  wordAt,
} from './phrases.ts';
import { isRemark } from './remarks.ts';
import type { Description, Name, Part } from './source.ts';

/** What reads like a short form: names, a shortened title, or both, and nothing more. Offsets are the passage's. */
export interface ShortForm {
  readonly start: number;
  readonly end: number;
  readonly names: readonly Name[];
  /** Those of the form before it, which may be meant where it has none: `Lee, “Roads,” p. 4, and “Ships,” p. 5`. */
  readonly namesBefore: readonly Name[];
  readonly etAl: boolean;
  readonly title: Part | null;
  readonly year: number | null;
  readonly locator: Part | null;
  /** 5 of `supra note 5`: the citation that the form points at by its number. */
  readonly note: number | null;
  /** It can be nothing but a short form, even when no source fits: surnames that say they are authors. */
  readonly certain: boolean;
  /** Of what says where or when its source came out, and not both: that must fit, too. */
  readonly imprint: Pick<Description, 'container' | 'year' | 'month' | 'day'> | null;
}

/** `op. cit.`, `(loc. cit.)`, `supra note 5`, `supra 5`, `as cited above`: says that a work is named above. */
const BACK = String.raw`[ ,]*\(?\b(?:(?:op|loc)\.? ?cit\b\.?|(?:as )?(?:cited|quoted|mentioned) (?:above|earlier)|supra\b\.?(?:,? +(?:n(?:ote)?\b\.? *)?(\d{1,4})\b)?)\)?`;
const BACK_HERE = new RegExp(BACK, 'iy');
const BACK_WORDS = 'op loc opcit loccit supra as cited quoted mentioned';
const BEGIN_BACK = byFirstLetter(BACK_WORDS.split(' '));
const BACK_INSIDE = new RegExp(BACK, 'i');
const POINTS_BACK = /\bcit\b|\bsupra\b|\b(?:cited|quoted|mentioned) (?:above|earlier)\b/i;
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
/** `Ibid` as a machine reads it from paper. */
const MISREAD_IBID = new Set(['lbid', 'i bid']);
const CASE = /^\p{Lu}[^“"();:,]{0,60}? vs?\.? \p{Lu}[^“"();:,]{0,60}$/u;
const TRAILER =
  /,? +for (?=(?:an?|the(?! [A-Z])|more|further|additional|another|details?|discussions?|background|examples?|similar|other)\b)/;
const TRAILER_AFTER_SIGNAL = /,? +(?:for|on|regarding|concerning|about|who|which|where|as|in) (?!the [A-Z])(?=[a-z])/;
const TRAILER_HERE = /,? +(?:for|on|regarding|concerning) (?=[a-z])/y;
/** What is left of a name without its surname. */
const INITIALS = /^(?:\p{Lu}\.[ -]?)+$/u;
const ACRONYM = /^[\p{Lu}\d.&/-]+$/u;
const SMALL_LETTER = /[a-z]/;
/** What is left of a reference that was never finished. */
const NO_SURNAMES = new Set('See Cf Compare Same None Unknown Anonymous Interview Author Source'.split(' '));
/** Longer text is a reference in full. */
const LONGEST = 300;
const AND = ' and ';
const NAMELESS: readonly Name[] = [];

/** Reads what stands between the offsets as short forms joined by `and`; null when it says more than they do. */
export function readShortForms(passage: Passage, start: number, end: number, signalled: boolean): ShortForm[] | null {
  const { flat } = passage;
  const forms: ShortForm[] = [];
  let from = start;
  while (end - from <= LONGEST && !flat.slice(from, end).includes(HIDDEN)) {
    const quotation = titleOf(passage, from, end);
    if (!quotation) {
      const form = readUntitled(passage, from, end, signalled);
      // What holds a number may hold a place in a work, and another work behind it.
      const joined = form && !hasDigit(form.title?.text ?? '') ? null : readJoined(passage, from, end);
      if (joined) return [...forms, ...joined];
      return form ? [...forms, form] : null;
    }
    let next = quotation.close + 1;
    if (!mayEndForm(flat, next, end)) return null;
    const back = backAt(flat, next);
    if (back) next += back[0].length;
    const year = back ? null : yearAtEnd(flat.slice(next, end));
    const bodyEnd = year ? next + year.index : end;
    let locator: Part | null = null;
    const located = locatorAt(flat.slice(next, end), 0);
    const locatorEnd = located ? next + located[0].length : next;
    if (located && locatorEnd <= bodyEnd) {
      next = locatorEnd;
      locator = partOf(passage, next - (located[1] as string).length, next);
    }
    const formYear = year && isOnlyEnding(flat.slice(next, bodyEnd)) ? Number(year[1]) : null;
    const isLast = formYear !== null || isOnlyEnding(flat.slice(next, end)) || isTrailerAt(flat, next);
    const another = isLast ? -1 : conjunctionEnd(flat, next);
    if (!isLast && another === -1) return null;
    const list = readNames(passage, from, quotation.open);
    if (!list && flat.slice(from, quotation.open).trim() !== '') {
      const joined = readJoined(passage, from, end);
      return joined && [...forms, ...joined];
    }
    forms.push({
      start: from,
      end: formYear === null ? next : end,
      names: list?.names ?? NAMELESS,
      namesBefore: list ? NAMELESS : (forms.at(-1)?.names ?? NAMELESS),
      etAl: list?.etAl ?? false,
      title: quotedPart(passage, quotation),
      year: formYear,
      locator,
      note: noteOf(back),
      certain: back !== null || (list !== null && formYear === null && isCertain(list)),
      imprint: null,
    });
    if (isLast) return forms;
    from = another;
  }
  return null;
}

/** `Lee, p. 4, and Roe, p. 5`: short forms of which the first ends in a place in its work. */
function readJoined(passage: Passage, start: number, end: number): ShortForm[] | null {
  const { flat } = passage;
  for (let at = flat.indexOf(AND, start), count = 0; at !== -1 && at < end && count < MOST_NAMES; count++) {
    const first = readUntitled(passage, start, flat.charCodeAt(at - 1) === 44 ? at - 1 : at, false);
    // A number in its title is a place in its work, and an `and` further on parts the two.
    const isOne = first?.locator && !hasDigit(first.title?.text ?? '');
    const others = isOne ? readShortForms(passage, at + AND.length, end, false) : null;
    if (isOne && others) return [first, ...others];
    at = flat.indexOf(AND, at + 1);
  }
  return null;
}

/** Whether the title of a short form may stand before `at`: that of a full reference has its outlet there. */
export function mayEndForm(flat: string, at: number, end: number): boolean {
  const next = afterStops(flat, at);
  return next >= end || !isAsciiLetter(flat.charCodeAt(next)) || beginsWith(BEHIND_TITLE, flat, next);
}

/** Whether one of `words` stands at `at`, or `the author`: other outlets have a `The` of their own. */
function beginsWith(words: Phrases, text: string, at: number): boolean {
  return wordAt(words, text, at) !== null || standsAt(text, 'the author', at);
}

function backAt(flat: string, at: number): RegExpExecArray | null {
  const from = afterCommas(flat, at);
  if (!wordAt(BEGIN_BACK, flat, flat.charCodeAt(from) === 40 ? from + 1 : from)) return null;
  BACK_HERE.lastIndex = at;
  return BACK_HERE.exec(flat);
}

function isTrailerAt(flat: string, at: number): boolean {
  TRAILER_HERE.lastIndex = at;
  return TRAILER_HERE.test(flat);
}

/** Where the `and` between two references ends that stands at `at`, with the spaces behind it; -1 without one. */
export function conjunctionEnd(flat: string, at: number): number {
  const from = afterSpaces(flat, flat.charCodeAt(at) === 44 ? at + 1 : at);
  if (flat.startsWith('and ', from)) return afterSpaces(flat, from + 'and '.length);
  return flat.startsWith('& ', from) ? afterSpaces(flat, from + '& '.length) : -1;
}

function yearAtEnd(text: string): RegExpExecArray | null {
  const last = text.charCodeAt(text.length - 1);
  return isDigit(last) || last === 41 ? YEAR_AT_END.exec(text) : null;
}

function noteOf(back: RegExpExecArray | null): number | null {
  return back?.[1] ? Number(back[1]) : null;
}

function isOnlyEnding(text: string): boolean {
  const from = afterStops(text, 0);
  if (from === text.length) return true;
  return beginsWith(BEGIN_ADDITION, text, text.charCodeAt(from) === 40 ? from + 1 : from) && ONLY_ENDING.test(text);
}

/** Names without a title in quotation marks: `Sonmez`, `Fair, p. 4`, `Fair, Fighting to the End`. */
function readUntitled(passage: Passage, start: number, end: number, signalled: boolean): ShortForm | null {
  const { flat } = passage;
  let body = flat.slice(start, end).trimEnd();
  const addition = mayHoldAddition(body) ? ADDITION_AT_END.exec(body) : null;
  if (addition) body = body.slice(0, addition.index);
  if (isRemark(body)) return null;
  const whole = readNames(passage, start, start + body.length);
  const trailer = whole ? null : trailerOf(body, signalled);
  if (trailer) body = body.slice(0, trailer.index);
  let formEnd = start + body.length;
  const back = pointsBack(body) ? BACK_INSIDE.exec(body) : null;
  const dated = back ? null : yearAtEnd(body);
  if (dated) body = body.slice(0, dated.index);
  const backEnd = back ? back.index + back[0].length : 0;
  const located = dated ? null : locatorAtEnd(body.slice(backEnd));
  const locator = located
    ? partOf(passage, start + body.length - (located[1] as string).length, start + body.length)
    : null;
  if (located) body = body.slice(0, backEnd + located.index);
  // `Lee (2022), p. 4`: in the style of author and date.
  const datedBefore = located && !back ? yearAtEnd(body) : null;
  if (datedBefore) body = body.slice(0, datedBefore.index);
  if (back) {
    if (!isOnlyEnding(body.slice(backEnd))) return null;
    body = body.slice(0, back.index);
  }
  if (body.includes('(')) return null;
  const yearMatch = dated ?? datedBefore;
  const year = yearMatch ? Number(yearMatch[1]) : null;
  const list = (located ? null : whole) ?? readNames(passage, start, start + body.length);
  const common = { start, locator, year, note: noteOf(back), namesBefore: NAMELESS, imprint: null };
  if (list && !startsWithTitle(list)) {
    if (!located && !dated && !back) formEnd = afterEmphasis(passage, start, list.end);
    return {
      ...common,
      end: formEnd,
      names: list.names,
      etAl: list.etAl,
      title: null,
      certain:
        back !== null ||
        (!dated && !isNumbered(located) && (isCertain(list) || (located !== null && areInitialled(list)))),
    };
  }
  // Only names can be told from what follows them; in a title the same words are its own.
  if (trailer) return null;
  if (MISREAD_IBID.has(withoutStop(body).toLowerCase())) {
    const end = start + withoutStop(body).length;
    return { ...common, end: located ? formEnd : end, names: NAMELESS, etAl: false, title: null, certain: true };
  }
  if (body.trim() === '') {
    return back ? { ...common, end: formEnd, names: NAMELESS, etAl: false, title: null, certain: true } : null;
  }
  if (body.includes(' v') && CASE.test(withoutStop(body))) {
    const title = partOf(passage, start, start + withoutStop(body).length);
    return { ...common, end: formEnd, names: NAMELESS, etAl: false, title, certain: back !== null };
  }
  const comma = endOfNames(passage, start, body);
  // `El Gammal indictment, p. 4`
  if (comma === -1 && located && !body.includes('[')) {
    const title = partOf(passage, start, start + body.length);
    return { ...common, end: formEnd, names: NAMELESS, etAl: false, title, certain: back !== null };
  }
  const first = comma > 0 ? readNames(passage, start, start + comma) : null;
  const title = first ? partOf(passage, start + comma + 1, start + body.length) : null;
  return first && title
    ? { ...common, end: formEnd, names: first.names, etAl: first.etAl, title, certain: back !== null }
    : null;
}

/** `Dabiq 4, p. 3`, `Exhibit 114`, `Al-Anfal 8:60`: what the number belongs to is no author. */
function isNumbered(located: RegExpExecArray | null): boolean {
  if (!located) return false;
  const [written, place = ''] = located;
  const first = place.charCodeAt(0);
  return (isDigit(first) || isUpper(first)) && !written.startsWith(',') && !written.startsWith(' at');
}

/** Where the signs of the emphasis end that began behind `start` and ends at `end`, as in `Lee, *Roads*`. */
function afterEmphasis({ base, text, emphases }: Passage, start: number, end: number): number {
  let after = end;
  if (emphases.some((emphasis) => emphasis.end === end && emphasis.start > start + 1))
    while ('*_'.includes(text.charAt(base + after) || ' ')) after++;
  return after;
}

/**
 * `“Roads,” Times, p. 4`, `Lee, “Weekly,” May 10, 2018`: a reference with a title in quotation marks that says where or
 * when it came out, and not both, as a short form that it may be; null for any other. Offsets are the passage's.
 */
export function readWithImprint(passage: Passage, start: number, end: number, read: Description): ShortForm | null {
  const { base, flat } = passage;
  const { type, authors, title, container, year, month, day, volume, url, accessed, publisher } = read;
  if (!title || url || accessed || volume || publisher || type === 'interview') return null;
  if ((container === null) === (year === null) || !'“"'.includes(flat.charAt(title.start - base - 1))) return null;
  const body = flat.slice(start, end);
  const located = locatorAtEnd(body);
  const locator = located && partOf(passage, end - (located[1] as string).length, end);
  const imprint = { container, year, month, day };
  const none = { namesBefore: NAMELESS, etAl: false, year: null, note: null, certain: false };
  return { ...none, start, end, names: authors, title, locator, imprint };
}

function mayHoldAddition(body: string): boolean {
  if (!body.includes('t') && !body.includes('i')) return false;
  const small = body.toLowerCase();
  return small.includes('emphas') || small.includes('italics') || small.includes('translat');
}

function trailerOf(body: string, signalled: boolean): RegExpExecArray | null {
  if (signalled) return TRAILER_AFTER_SIGNAL.exec(body);
  return body.includes(' for ') ? TRAILER.exec(body) : null;
}

function pointsBack(body: string): boolean {
  const small = body.toLowerCase();
  const mayPoint =
    small.includes('cit') || small.includes('supra') || small.includes('above') || small.includes('earlier');
  return mayPoint && POINTS_BACK.test(body);
}

function withoutStop(body: string): string {
  return body.endsWith('.') ? body.slice(0, -1) : body;
}

/** The comma after the first names of `body`, those of a joined list before one name alone; -1 without a comma. */
function endOfNames(passage: Passage, start: number, body: string): number {
  const first = body.indexOf(',');
  if (!body.includes(' and ') && !body.includes('&')) return first;
  let comma = first;
  for (let count = 0; comma > 0 && count < MOST_NAMES; count++) {
    if (readNames(passage, start, start + comma)?.joined) return comma;
    comma = body.indexOf(',', comma + 1);
  }
  return first;
}

/** `Fair, Fighting to the End`, `Lee and Roe, Roads`: after the names, what is no surname, or follows `and`, is a title. */
function startsWithTitle({ names, joined, closed }: NameList): boolean {
  return names.length > 1 && (joined ? !closed : !names.every(isSurname));
}

function isCertain({ names, joined, etAl }: NameList): boolean {
  return (names.length === 1 || joined || etAl) && names.every((name) => isSurname(name) && !isNoSurname(name.text));
}

/** `S. Lee`, of whom nothing but a page follows. */
function areInitialled({ names, joined }: NameList): boolean {
  return (
    (names.length === 1 || joined) &&
    names.every(({ text, family }) => INITIALS.test(text.slice(0, -family.length)) && !isNoSurname(family))
  );
}

/** Acronyms, what is left of a reference that was never finished, documents and laws. */
function isNoSurname(text: string): boolean {
  if (!SMALL_LETTER.test(text)) return ACRONYM.test(text);
  if (initialsIn(text) !== null) return true;
  return NO_SURNAMES.has(text) || namesDocument(text);
}

/** Lists longer than this are not taken apart. */
export const MOST_NAMES = 12;

import { HIDDEN } from '../../markdown/prose.ts';
import { isDigit, isUpper } from '../../text/characters.ts';
import { isInQuotes } from '../../text/quote.ts';
import { itemAt } from '../../text/range.ts';
import type { Description, Name, Part } from '../source.ts';
import { initialsIn, numberIn } from './called.ts';
import { caseBefore } from './cases.ts';
import { lastDate } from './dates.ts';
import { quotedPart, titleOf } from './describe.ts';
import { namesDocument } from './documents.ts';
import {
  backAt,
  backIn,
  isOnlyEnding,
  isTrailerAt,
  mayEndForm,
  noteOf,
  pointerIn,
  trailerOf,
  withoutAddition,
  yearAtEnd,
} from './endings.ts';
import { kindIn } from './kinds.ts';
import { locatorAt, locatorAtEnd } from './locators.ts';
import { INITIALS, isHandle } from './name-words.ts';
import { isSurname, type NameList, readNames } from './names.ts';
import { type Passage, partOf } from './passage.ts';
import { afterSpaces, beforeSpaces, hasDigit } from './phrases.ts';
import { isRemark } from './remarks.ts';

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

/** `Ibid` as a machine reads it from paper. */
const MISREAD_IBID = new Set(['lbid', 'i bid']);
/** Chapter and verse, and what most chapters of the Qur’an begin with. */
const VERSE = /^\d{1,3}:\d{1,3}(?:[-–—]\d{1,3})?$/;
const SURA = /^(?:A[lnrstzd][hl]?|Sura[ht]?)[- ]\S+$/i;
const CASE = /^\p{Lu}[^“"();:,[]{0,60}? vs?\.? \p{Lu}[^“"();:,[]{0,60}(?:, [^“"();:,[\d]{1,60})?$/u;
const ACT = / Act$/;
const ACRONYM = /^[\p{Lu}\d.&/-]+$/u;
const SMALL_LETTER = /[a-z]/;
/** What is left of a reference that was never finished. */
const NO_SURNAMES = new Set('See Cf Compare Same None Unknown Anonymous Interview Author Source'.split(' '));
/** Longer text is a reference in full. */
const LONGEST = 300;
const AND = ' and ';
const IN = ', in ';
const OWNER_END = /^[’']s$/;
const COMMA = 44;
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
    const list = readNames(passage, from, endOfOwner(flat, quotation.open));
    const isFiled = !list && caseBefore(flat.slice(from, quotation.open + 1)) !== null;
    if (!list && !isFiled && flat.slice(from, quotation.open).trim() !== '') {
      const joined = readJoined(passage, from, end);
      return joined && [...forms, ...joined];
    }
    forms.push({
      start: from,
      end: formYear === null ? next : end,
      names: list?.names ?? NAMELESS,
      namesBefore: list ? NAMELESS : (forms.at(-1)?.names ?? NAMELESS),
      etAl: list?.etAl ?? false,
      title: isFiled ? partOf(passage, from, quotation.close) : quotedPart(passage, quotation),
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

/** Where the names before a title end: `Lee’s “Roads”` is by Lee. */
function endOfOwner(flat: string, title: number): number {
  const end = beforeSpaces(flat, title);
  return OWNER_END.test(flat.slice(end - 2, end)) ? end - 2 : title;
}

/** `Lee, p. 4, and Roe, p. 5`: short forms of which the first ends in a place in its work. */
function readJoined(passage: Passage, start: number, end: number): ShortForm[] | null {
  // The entry may go on for long.
  const here = passage.flat.slice(start, end);
  for (let at = here.indexOf(AND), count = 0; at !== -1 && count < MOST_NAMES; count++) {
    const first = readUntitled(passage, start, start + (here.charCodeAt(at - 1) === 44 ? at - 1 : at), false);
    // A number in its title is a place in its work, and an `and` further on parts the two.
    const isOne = first?.locator && !hasDigit(first.title?.text ?? '');
    const others = isOne ? readShortForms(passage, start + at + AND.length, end, false) : null;
    if (isOne && others) return [first, ...others];
    at = here.indexOf(AND, at + 1);
  }
  return null;
}

/** Where the `and` between two references ends that stands at `at`, with the spaces behind it; -1 without one. */
export function conjunctionEnd(flat: string, at: number): number {
  const from = afterSpaces(flat, flat.charCodeAt(at) === 44 ? at + 1 : at);
  if (flat.startsWith('and ', from)) return afterSpaces(flat, from + 'and '.length);
  return flat.startsWith('& ', from) ? afterSpaces(flat, from + '& '.length) : -1;
}

/** Names without a title in quotation marks: `Sonmez`, `Fair, p. 4`, `Fair, Fighting to the End`. */
function readUntitled(passage: Passage, start: number, end: number, signalled: boolean): ShortForm | null {
  const body = withoutAddition(passage.flat.slice(start, end).trimEnd());
  if (isRemark(body) || saysMonth(body)) return null;
  const pointer = signalled ? pointerIn(body) : null;
  if (pointer) {
    const head = { text: '', back: pointer, located: null, locator: null, year: null, isDated: false };
    return formOf(start, end, head, { names: NAMELESS, etAl: false, title: null, certain: false });
  }
  const whole = readNames(passage, start, start + body.length);
  const trailer = whole ? null : trailerOf(body, signalled);
  const said = trailer ? body.slice(0, trailer.index) : body;
  const head = withoutEnding(passage, start, said);
  if (!head || (head.text.includes('(') && !mayHoldParentheses(head.text))) return null;
  const list = (head.located ? null : whole) ?? readNames(passage, start, start + head.text.length);
  if (list && !startsWithTitle(list) && !isOneAct(list))
    return readNamed(passage, start, start + said.length, head, list);
  const held = heldIn(passage, start, head.text);
  if (held) {
    const { names, etAl } = held;
    return formOf(start, start + said.length, head, { names, etAl, title: null, certain: true });
  }
  // Only names can be told from what follows them; in a title the same words are its own.
  return trailer ? null : readEntitled(passage, start, start + said.length, head);
}

/** `Lee (ed.), Roads`, `Unlawful Activities (Prevention) Act`. */
function mayHoldParentheses(text: string): boolean {
  return text.includes(' (ed') || ACT.test(text);
}

/** The surnames before the volume that holds their work: `Haykel, in Meijer, Global Salafism`. */
function heldIn(passage: Passage, start: number, text: string): NameList | null {
  const at = text.indexOf(IN);
  if (at === -1 || !isUpper(text.charCodeAt(at + IN.length))) return null;
  const list = readNames(passage, start, start + at);
  return list && isCertain(list) ? list : null;
}

/** What a form names, and what is said behind it. */
interface Head {
  readonly text: string;
  readonly back: RegExpExecArray | null;
  readonly located: RegExpExecArray | null;
  readonly locator: Part | null;
  readonly year: number | null;
  /** The year stands at the end, and not before a place as in `Lee (2022), p. 4`. */
  readonly isDated: boolean;
}

/** Takes the year, the place and `op. cit.` off; null where more is said behind those. */
function withoutEnding(passage: Passage, start: number, said: string): Head | null {
  const back = backIn(said);
  const dated = back ? null : yearAtEnd(said);
  let text = dated ? said.slice(0, dated.index) : said;
  const backEnd = back ? back.index + back[0].length : 0;
  const located = dated ? null : locatorAtEnd(text.slice(backEnd));
  const locator = located
    ? partOf(passage, start + text.length - (located[1] as string).length, start + text.length)
    : null;
  if (located) text = text.slice(0, backEnd + located.index);
  // In the style of author and date.
  const datedBefore = located && !back ? yearAtEnd(text) : null;
  if (datedBefore) text = text.slice(0, datedBefore.index);
  if (back && !isOnlyEnding(text.slice(backEnd))) return null;
  if (back) text = text.slice(0, back.index);
  const [, digits] = dated ?? datedBefore ?? [];
  return { text, back, located, locator, year: digits ? Number(digits) : null, isDated: dated !== null };
}

function formOf(
  start: number,
  end: number,
  { back, locator, year }: Head,
  said: Pick<ShortForm, 'names' | 'etAl' | 'title' | 'certain'>,
): ShortForm {
  return { ...said, start, end, namesBefore: NAMELESS, year, locator, note: noteOf(back), imprint: null };
}

function readNamed(passage: Passage, start: number, end: number, head: Head, list: NameList): ShortForm {
  const { back, located, isDated } = head;
  const areAuthors = isCertain(list) || (located !== null && areInitialled(list));
  const formEnd = located || isDated || back ? end : afterEmphasis(passage, start, list.end);
  const certain = back !== null || (!isDated && !isNumbered(located, head.text.trim()) && areAuthors);
  return formOf(start, formEnd, head, { names: list.names, etAl: list.etAl, title: null, certain });
}

/** What is no list of names: a misread Ibid., `op. cit.` alone, a case, a document with a place, names and a title. */
function readEntitled(passage: Passage, start: number, end: number, head: Head): ShortForm | null {
  const { text, back, located } = head;
  const nameless = { names: NAMELESS, etAl: false, title: null, certain: back !== null };
  const bare = withoutStop(text);
  if (MISREAD_IBID.has(bare.toLowerCase()))
    return formOf(start, located ? end : start + bare.length, head, { ...nameless, certain: true });
  if (text.trim() === '') return back ? formOf(start, end, head, nameless) : null;
  if (text.includes(' v') && CASE.test(bare))
    return formOf(start, end, head, { ...nameless, title: partOf(passage, start, start + bare.length) });
  const comma = endOfNames(passage, start, text);
  // `El Gammal indictment, p. 4`, `Counter-Terrorism and Security Act`, `Harmony Document SOCOM-2012-0000010`
  const document = comma === -1 && !text.includes('[') ? partOf(passage, start, start + bare.length) : null;
  if (document && (located || ACT.test(bare) || kindIn(bare) !== null || numberIn({ title: document }) !== null))
    return formOf(start, end, head, { ...nameless, title: document });
  const first = comma > 0 ? readNames(passage, start, start + comma) : null;
  const title = first ? partOf(passage, start + comma + 1, start + text.length) : null;
  return first && title ? formOf(start, end, head, { ...nameless, names: first.names, etAl: first.etAl, title }) : null;
}

/** `Dabiq, Issue 4, October 2014`: nothing but a reference in full says when in a year its source came out. */
function saysMonth(body: string): boolean {
  const date = hasDigit(body) ? lastDate(body) : null;
  return date !== null && date.month !== null && body.charCodeAt(beforeSpaces(body, date.start) - 1) === COMMA;
}

/** `Dabiq 4, p. 3`, `Exhibit 114`, `Al-Anfal 8:60`, `Al-Tawbah, 9:29`: what the number belongs to is no author. */
function isNumbered(located: RegExpExecArray | null, name: string): boolean {
  if (!located) return false;
  const [written, place = ''] = located;
  if (VERSE.test(place) && SURA.test(name)) return true;
  const first = place.charCodeAt(0);
  return (isDigit(first) || isUpper(first)) && !written.startsWith(',') && !written.startsWith(' at');
}

/** Where the signs of the emphasis end that began behind `start` and ends at `end`, as in `Lee, *Roads*`. */
function afterEmphasis({ base, text, emphases }: Passage, start: number, end: number): number {
  let after = end;
  const emphasis = itemAt(emphases, end - 1);
  if (emphasis?.end === end && emphasis.start > start + 1)
    while ('*_'.includes(text.charAt(base + after) || ' ')) after++;
  return after;
}

/**
 * `“Roads,” Times, p. 4`, `Lee, “Weekly,” May 10, 2018`: a reference with a title in quotation marks that says where or
 * when it came out, and not both, as a short form that it may be, and so is `Lee, May 10, 2018`; null for any other.
 * Offsets are the passage's.
 */
export function readWithImprint(passage: Passage, start: number, end: number, read: Description): ShortForm | null {
  const { base, flat } = passage;
  const { type, authors, title, container, year, month, day, volume, url, accessed, publisher } = read;
  if (url || accessed || volume || publisher || type === 'interview') return null;
  const isTitled = title !== null && isInQuotes(flat, title.start - base) && (container === null) !== (year === null);
  if (!isTitled && (title || container || month === null || authors.length === 0 || !authors.every(isSurname)))
    return null;
  const body = flat.slice(start, end);
  const located = isTitled ? locatorAtEnd(body) : null;
  const locator = located && partOf(passage, end - (located[1] as string).length, end);
  const imprint = { container, year, month, day };
  const none = { namesBefore: NAMELESS, etAl: false, year: null, note: null, certain: false };
  return { ...none, start, end, names: authors, title, locator, imprint };
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

/** `Counter-Terrorism and Security Act` */
function isOneAct({ names }: NameList): boolean {
  return names.length > 1 && ACT.test((names.at(-1) as Name).text);
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

/** Acronyms, what is left of a reference that was never finished, documents and laws, users of a network. */
function isNoSurname(text: string): boolean {
  if (!SMALL_LETTER.test(text)) return ACRONYM.test(text);
  if (initialsIn(text) !== null) return true;
  return NO_SURNAMES.has(text) || namesDocument(text) || isHandle(text);
}

/** Lists longer than this are not taken apart. */
export const MOST_NAMES = 12;

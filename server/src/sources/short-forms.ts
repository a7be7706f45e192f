import { HIDDEN } from '../markdown/prose.ts';
import { isDigit } from '../text/characters.ts';
import { quotedPart, titleOf } from './describe.ts';
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
import type { Name, Part, Source } from './source.ts';

/** What reads like a short form: names, a shortened title, or both, and nothing more. Offsets are the passage's. */
export interface ShortForm {
  readonly start: number;
  readonly end: number;
  readonly names: readonly Name[];
  readonly etAl: boolean;
  readonly title: Part | null;
  readonly year: number | null;
  readonly locator: Part | null;
  /** 5 of `supra note 5`: the citation that the form points at by its number. */
  readonly note: number | null;
  /** It can be nothing but a short form, even when no source fits: surnames that say they are authors. */
  readonly certain: boolean;
}

const LOCATOR_WORDS =
  'p pp para paras paragraph paragraphs ch chap chapter chapters vol vols volume volumes n nn fn note notes sec section ' +
  'sections art article articles fig figs figure figures table tables minute minutes';
const PART_WORDS = ['passim', 'introduction', 'preface', 'foreword', 'conclusion', 'epilogue', 'afterword', 'appendix'];
/** `n`, `n2`, `f` and `ff.` behind a number. */
const SUFFIX = String.raw`(?:n\d{0,3}\b|ff?\b\.?)?`;
/** Pages and the like: `p. 5`, `pp. xi–xii`, `pp. 5, 9, and 12`, `chap. 3`. */
const NUMBERED = String.raw`(?:${LOCATOR_WORDS.split(' ').join('|')})\b\.? *[\divxlc]+${SUFFIX}(?:(?:[-–—:;, ]{1,3}|,? (?:and|&) )\d+${SUFFIX}|[-–—][ivxlc]+\b)*`;
const SECTIONS = String.raw`§{1,2} ?\d[\d.]*`;
const PARTS = String.raw`(?:${PART_WORDS.join('|')})\b(?:(?<=appendix) [a-z\d]{1,3}\b)?`;
const BARE = String.raw`(?!(?:19|20)\d\d, [a-z§])\d{1,4}${SUFFIX}(?:[-–—]\d{1,4})?(?:(?:, |,? (?:and|&) )\d{1,4}(?:[-–—]\d{1,4})?)*`;
/** Any of these, and what says its place without a bare number behind it: `p. 5, fn. 3`, `chap. 3, p. 4`. */
const LOCATOR = `(?:${NUMBERED}|${SECTIONS}|${PARTS}|${BARE})(?:[,;]? (?:and |& )?(?:${NUMBERED}|${SECTIONS}|${PARTS}))*`;
/** `appendix A12`, and a space before it. */
const LONGEST_PART = ' introduction'.length;
const SECTION = '§'.charCodeAt(0);
/** A locator, with the comma before it, and the words that it may begin with. */
const LOCATOR_HERE = new RegExp(`[ ,.]*(?:at +)?(${LOCATOR})`, 'iy');
const BEGIN_LOCATOR = byFirstLetter([...`at ${LOCATOR_WORDS}`.split(' '), ...PART_WORDS]);
const NUMERALS = new Set([...'0123456789ivxlcIVXLC'].map((character) => character.charCodeAt(0)));
const LOCATOR_AT_END = new RegExp(`(?:[,;]|,? at|) +(${LOCATOR})$`, 'i');
/** `op. cit.`, `(loc. cit.)`, `supra note 5`, `supra 5`: says that a work is named above. */
const BACK = String.raw`[ ,]*\(?\b(?:(?:op|loc)\.? ?cit\b\.?|supra\b\.?(?:,? +(?:n(?:ote)?\b\.? *)?(\d{1,4})\b)?)\)?`;
const BACK_HERE = new RegExp(BACK, 'iy');
const BACK_WORDS = 'op loc opcit loccit supra';
const BEGIN_BACK = byFirstLetter(BACK_WORDS.split(' '));
const BACK_INSIDE = new RegExp(BACK, 'i');
const POINTS_BACK = /\bcit\b|\bsupra\b/i;
const YEAR_AT_END = /,? +\(?((?:19|20)\d\d)\)?$/;
/** What an author adds to a reference of what was done to the words quoted. */
const ADDITION = String.raw`\(?(?:(?:emphas[ie]s|italics) (?:added|mine|in (?:the )?original)|(?:the )?authors?[’'](?:s)? (?:own )?translation|my translation|translat(?:ed|ion) by (?:the )?authors?)\b\.?\)?`;
const ONLY_ENDING = new RegExp(`^[ ,.]*${ADDITION}[ ,.]*$`, 'i');
const ADDITION_AT_END = new RegExp(`[ ,.]+${ADDITION}[ ,.]*$`, 'i');
const ADDITION_WORDS = 'emphasis emphases italics author authors my translated translation';
const BEGIN_ADDITION = byFirstLetter(ADDITION_WORDS.split(' '));
/** The words that may stand behind the title of a short form: hardly any outlet begins with one. */
const BEHIND_TITLE = byFirstLetter(
  `at ${LOCATOR_WORDS} ${PART_WORDS.join(' ')} ${BACK_WORDS} and for on regarding concerning ${ADDITION_WORDS}`.split(
    ' ',
  ),
);
/** One word on a source that is no name. */
const REMARKS = byFirstLetter(
  (
    'unpublished unclassified classified declassified redacted confidential restricted forthcoming undated untitled ' +
    'unsigned withheld deleted removed archived translated unverified'
  ).split(' '),
);
/** `Ibid` as a machine reads it from paper. */
const MISREAD_IBID = new Set(['lbid', 'i bid']);
const CASE = /^\p{Lu}[^“"();:,]{0,60}? vs?\.? \p{Lu}[^“"();:,]{0,60}$/u;
const TRAILER =
  /,? +for (?=(?:an?|the|more|further|additional|another|details?|discussions?|background|examples?|similar|other)\b)/;
const TRAILER_AFTER_SIGNAL = /,? +(?:for|on|regarding|concerning|about|who|which|where|as|in) (?=[a-z])/;
const TRAILER_HERE = /,? +(?:for|on|regarding|concerning) (?=[a-z])/y;
/** What is left of a name without its surname. */
const INITIALS = /^(?:\p{Lu}\.[ -]?)+$/u;
const ACRONYM = /^[\p{Lu}\d.&/-]+$/u;
const SMALL_LETTER = /[a-z]/;
/** What is left of a reference that was never finished. */
const NO_SURNAMES = new Set('See Cf Compare Same None Unknown Anonymous Interview Author Source'.split(' '));
/** Longer text is a reference in full. */
const LONGEST = 300;
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
    if (!list && flat.slice(from, quotation.open).trim() !== '') return null;
    forms.push({
      start: from,
      end: formYear === null ? next : end,
      names: list?.names ?? NAMELESS,
      etAl: list?.etAl ?? false,
      title: quotedPart(passage, quotation),
      year: formYear,
      locator,
      note: noteOf(back),
      certain: back !== null || (list !== null && formYear === null && isCertain(list)),
    });
    if (isLast) return forms;
    from = another;
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

/** The locator at `at`, and the comma before it. */
export function locatorAt(text: string, at: number): RegExpExecArray | null {
  const from = afterStops(text, at);
  const code = text.charCodeAt(from);
  if (!isDigit(code) && code !== SECTION && !wordAt(BEGIN_LOCATOR, text, from)) return null;
  LOCATOR_HERE.lastIndex = at;
  return LOCATOR_HERE.exec(text);
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
  if (body.includes('“') || body.includes('"')) return null;
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
  const located = !dated && mayEndInLocator(body) ? LOCATOR_AT_END.exec(body.slice(backEnd)) : null;
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
  if (body.includes('(') || hasDigit(body)) return null;
  const yearMatch = dated ?? datedBefore;
  const year = yearMatch ? Number(yearMatch[1]) : null;
  const list = whole ?? readNames(passage, start, start + body.length);
  const common = { start, locator, year, note: noteOf(back) };
  if (list && !startsWithTitle(list)) {
    if (!located && !dated && !back) formEnd = list.end;
    return {
      ...common,
      end: formEnd,
      names: list.names,
      etAl: list.etAl,
      title: null,
      certain: back !== null || (!dated && (isCertain(list) || (located !== null && areInitialled(list)))),
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
  const first = comma > 0 ? readNames(passage, start, start + comma) : null;
  const title = first ? partOf(passage, start + comma + 1, start + body.length) : null;
  return first && title
    ? { ...common, end: formEnd, names: first.names, etAl: first.etAl, title, certain: back !== null }
    : null;
}

/** Whether a text says that a source is `Unpublished.` or the like, and no more. */
export function isRemark(text: string): boolean {
  const from = afterSpaces(text, 0);
  const word = wordAt(REMARKS, text, from);
  if (!word) return false;
  let end = from + word.length;
  while (text.charCodeAt(end) === 32 || text.charCodeAt(end) === 46) end++;
  return end === text.length;
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
  return (small.includes('cit') || small.includes('supra')) && POINTS_BACK.test(body);
}

/** Whether `body` ends in a full stop, in a number or what may stand behind one, or in a word for a part of a book. */
function mayEndInLocator(body: string): boolean {
  let at = body.length - 1;
  if (body.charCodeAt(at) === 46) return true;
  while (at >= 0 && NUMERALS.has(body.charCodeAt(at))) at--;
  if (at < body.length - 1 && !isAsciiLetter(body.charCodeAt(at))) return true;
  const last = body.slice(-LONGEST_PART).toLowerCase();
  return (
    /\d(?:n\d{0,3}|ff?)$/.test(last) || PART_WORDS.some((word) => last.endsWith(word)) || last.includes('appendix ')
  );
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
    (names.length === 1 || joined) && names.every(({ text, family }) => INITIALS.test(text.slice(0, -family.length)))
  );
}

/** Acronyms, and what is left of a reference that was never finished. */
function isNoSurname(text: string): boolean {
  return SMALL_LETTER.test(text) ? NO_SURNAMES.has(text) : ACRONYM.test(text);
}

/** Lists longer than this are not taken apart. */
const MOST_NAMES = 12;

/**
 * The short forms that a list of names is: one, if a source fits all of them; else several, if each part of the list
 * fits the whole author list of some source (`Osman and Jadoon`). Null when nothing fits.
 */
export function separate(
  form: ShortForm,
  matching: (form: ShortForm) => readonly { readonly source: Source }[],
): readonly ShortForm[] | null {
  if (matching(form).length > 0) return [form];
  const { names, etAl } = form;
  if (names.length < 2 || names.length > MOST_NAMES || etAl) return null;
  const titled = withLastAsTitle(form);
  if (titled && matching(titled).length > 0) return [titled];
  const parts: ShortForm[] = [];
  for (let from = 0; from < names.length; ) {
    let part: ShortForm | null = null;
    for (let to = names.length; to > from && !part; to--) {
      const candidate = partOfList(form, from, to);
      if (matching(candidate)[0]?.source.authors.length === to - from) part = candidate;
    }
    if (!part) return null;
    parts.push(part);
    from += part.names.length;
  }
  return parts;
}

/** A comma, a space and the sign of an emphasis; an `and` is longer. */
const WIDEST_COMMA = ', **'.length;

/** `Lee, Roads` or `Lee, *Roads*`: a name and a title of one word, which may be two names as well. */
function withLastAsTitle(form: ShortForm): ShortForm | null {
  const [first, second, third] = form.names;
  if (!first || !second || third || form.title || second.start - first.end > WIDEST_COMMA) return null;
  return { ...form, names: [first], title: { text: second.text, start: second.start, end: second.end } };
}

/** The form that the names at `from` to `to` are alone; title, year and locator belong to the last. */
function partOfList(form: ShortForm, from: number, to: number): ShortForm {
  const names = form.names.slice(from, to);
  const isLast = to === form.names.length;
  const shift = form.start - (form.names[0] as Name).start;
  const start = shift + (names[0] as Name).start;
  if (isLast) return { ...form, start, names };
  return {
    ...form,
    start,
    end: shift + (names.at(-1) as Name).end,
    names,
    title: null,
    year: null,
    locator: null,
    note: null,
  };
}

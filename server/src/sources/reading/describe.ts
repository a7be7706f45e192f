import { HIDDEN } from '../../markdown/prose.ts';
import { isDigit, isLetter, isUpper } from '../../text/characters.ts';
import { itemAt } from '../../text/range.ts';
import type { Description, Name, Part, SourceType } from '../source.ts';
import { datedHead, readDated } from './author-date.ts';
import { hasYear } from './dates.ts';
import { namesDocument } from './documents.ts';
import { locatorAt } from './locators.ts';
import { mayBePerson, namesOrganisation } from './name-words.ts';
import { isSurname, type NameList, readNames } from './names.ts';
import { findPair, type Pair } from './pairs.ts';
import { firstWithin, type Passage, partOf, rawPart } from './passage.ts';
import { afterSpaces, byFirstLetter, isAsciiLetter, standsAt, wordAt } from './phrases.ts';
import { type Publication, readPublication } from './publication.ts';
import { readSurnamesFirst, surnamesFirstAt } from './surnames-first.ts';
import { magazineIn } from './volumes.ts';

const INTERVIEW =
  /^(?:the |an? )?(?:authors?[’'`]?s?[’'`]? +|personal +|tele(?:phone)? +|phone +|e-?mail +|online +|skype +|zoom +|signal +|whatsapp +|in-person +|private +|background +|follow-up +|further +|confidential +){0,4}(?:(?:tele)?phone )?(?:interview(?:s|ed)?|correspondence|communications?|conversations?)\b/i;
/** The words that the above may begin with. */
const BEGIN_INTERVIEW = byFirstLetter(
  (
    'the a an author authors authorss personal tele telephone phone e email online skype zoom signal whatsapp in ' +
    'private background follow further confidential interview interviews interviewed correspondence communication ' +
    'communications conversation conversations'
  ).split(' '),
);
const INTERVIEW_AFTER_NAMES =
  /^([^“"(;]{2,80}?), (?:(?:(?:author|personal|telephone|phone|online|email|zoom|skype|in-person) ){0,2}interview(?:ed)?(?: (?:with|by|in|at|conducted)\b|(?=,))|(?:personal )?(?:e-?mail|letter|message|conversation|correspondence|communication)s? (?:with|to) (?:the )?authors?)\b/i;
const WITH = ' with ';
const INITIAL_AT_END = /(?:^|[^\p{L}])\p{L}\.$/u;
/** `(eds.)`, `(@user)`, `(Europol),`. */
const ROLE_IN_PARENTHESES = /^\((?:eds?|trans|editors?|translators?|pseud)?\b\.?\)|^\(@|^\(\p{Lu}[\p{L}.&/-]{1,15}\),/u;
const ROLE_AFTER_COMMA = /, +(?:(?:eds?|trans)\.,?|(?:editors?|translators?),) /y;
/** `Ann Lee. Roads`, where a comma should stand. */
const STOP_AFTER_NAME = /(?<=\p{Ll})\. (?=\p{Lu})/u;
const IN_NO_NAME = / (?:to|in|on|with|from|at|by) /;
/** `Testimony of`, `Twitter post by`: before the name of who said it, where others name the author. */
const SPOKEN =
  /^(?:(?:written|prepared|opening|oral|sworn|audio|video|public|joint) )?(?:testimony|statement|remarks|speech|address|sermon|lecture|affidavit|tweet|(?:twitter|facebook|telegram|instagram|youtube) (?:post|message|video|thread)) (?:of|by) /i;
/** The words that the above may begin with. */
const BEGIN_SPOKEN = byFirstLetter(
  (
    'written prepared opening oral sworn audio video public joint testimony statement remarks speech address sermon ' +
    'lecture affidavit tweet twitter facebook telegram instagram youtube'
  ).split(' '),
);
/** What a sentence, or a reference of which no more is said, may begin with. */
export const ATTRIBUTION = 'according to ';
const AFTER_SPEAKER = /,|\(| (?:before|to|at|on|in|for) /;
const REPORT = /\breports?\b/i;
/** What says that a source is an interview stands among the first characters. */
const LONGEST_LEAD = 160;
/** What is said of a book behind its title: `, 2nd ed.`, `, revised and updated edition`, `, trans. Ann Lee`. */
const SAID_BEHIND =
  /, (?:(?:\d{1,2}(?:st|nd|rd|th|d)|first|second|third|fourth|fifth|sixth|new|rev\.|(?:(?:revised|updated|expanded|enlarged|paperback|reprint)(?:,? and |, | )?){1,3}) ?(?:edn?\b\.?|edition)|(?:trans\.|translated by|eds?\.|edited by) \p{Lu}[^“”"():;]{1,100})$/u;
/** An edition, a translator and an editor. */
const MOST_SAID = 3;
const MAY_BE_SAID = /edn?\.?$|edition$|, (?:trans|eds?\.|edited)/;
/** `(2015), `, `. 2015. ` */
const YEAR_BEHIND_NAMES = /(?: \(((?:19|20)\d\d)[a-z]?\)[,.:]?|\. ((?:19|20)\d\d)[a-z]?\.?) *$/;
const LONGEST_YEAR = 16;
/** Words that end no name. */
const BEFORE_TITLE_WORD = new Set('a an the of in on and for to from with as is'.split(' '));
const NAMELESS: readonly Name[] = [];
const COMMA = 44;

export function isInterview(text: string): boolean {
  if (wordAt(BEGIN_INTERVIEW, text, 0) && INTERVIEW.test(text)) return true;
  return (text.includes('interview') || text.includes('author')) && INTERVIEW_AFTER_NAMES.test(text);
}

/** The quotation in which a reference between the offsets gives its title. */
export function titleOf(passage: Passage, start: number, end: number): Pair | null {
  const quotation = findPair(passage.pairs, 'quotation', start, end);
  return quotation && !isInTitle(passage, start, quotation) ? quotation : null;
}

/** Whether a quotation is part of an unquoted title: `Lee, The “Other” War`, `Lee, Inside the “State” (Oslo: Kay, 2016)`. */
function isInTitle(passage: Passage, start: number, { open, close }: Pair): boolean {
  const { flat, pairs } = passage;
  // All but these end here: a comma stands before a title in quotation marks.
  if (open - 2 < start || !isLetter(flat.charCodeAt(open - 2)) || flat.charCodeAt(open - 1) !== 32) return false;
  const emphasis = itemAt(passage.emphases, open - 1);
  if (emphasis && close < emphasis.end) return true;
  const before = flat.slice(start, open);
  const comma = start + before.lastIndexOf(', ');
  const words = flat
    .slice(comma + 1, open)
    .trim()
    .split(' ');
  if (comma <= start || !isUpper((words[0] as string).charCodeAt(0)) || !readNames(passage, start, comma)) return false;
  if (BEFORE_TITLE_WORD.has((words.at(-1) as string).toLowerCase())) return true;
  const imprint = findPair(pairs, 'parentheses', close, flat.length);
  return words.length === 1 && imprint !== null && flat.slice(imprint.open, imprint.close).includes(': ');
}

/** Reads a full reference that takes up the passage from `start` to `end`. */
export function describe(passage: Passage, start: number, end: number): Description {
  const { flat } = passage;
  if (isInterview(flat.slice(afterSpaces(flat, start), Math.min(end, start + LONGEST_LEAD)))) {
    const tail = readPublication(passage, start, end, start);
    return fields('interview', intervieweesOf(passage, start, end), null, tail, null, null);
  }
  const quotation = titleOf(passage, start, end);
  const head = datedHead(passage, start, quotation ? quotation.open : end);
  if (head && head.end !== quotation?.open) {
    const { type, title, tail } = readDated(passage, start, end, head);
    return fields(type, head.list.names, title, tail, tail.container, tail.publisher);
  }
  if (quotation) {
    return describeQuoted(passage, start, quotation, readPublication(passage, quotation.close + 1, end, start));
  }
  return describeUnquoted(passage, start, end);
}

/** Who was interviewed, where the names stand first, or behind `interview with`. */
function intervieweesOf(passage: Passage, start: number, end: number): readonly Name[] {
  const from = afterSpaces(passage.flat, start);
  const lead = passage.flat.slice(from, Math.min(end, start + LONGEST_LEAD));
  const [, first] = INTERVIEW_AFTER_NAMES.exec(lead) ?? [];
  if (first !== undefined) return readNames(passage, from, from + first.length)?.names ?? NAMELESS;
  const [said = ''] = INTERVIEW.exec(lead) ?? [];
  if (!lead.startsWith(WITH, said.length)) return NAMELESS;
  const comma = lead.indexOf(',', said.length);
  const list = readNames(passage, from + said.length + WITH.length, comma === -1 ? end : from + comma);
  return list?.names.every(({ text }) => mayBePerson(text) && !namesOrganisation(text)) ? list.names : NAMELESS;
}

/** A full reference that starts at `start` and has its title in quotation marks. */
export function describeQuoted(passage: Passage, start: number, quotation: Pair, behind: Publication): Description {
  const year = yearBefore(passage, start, quotation.open);
  const to = year?.start ?? quotation.open;
  const turned = readSurnamesFirst(passage, start, to);
  const isTurned = turned && (turned.names.length > 1 || year || passage.flat.slice(turned.next - 1, to).includes('.'));
  const authors = (isTurned ? turned : readNames(passage, start, to))?.names ?? NAMELESS;
  const tail = year && behind.year === null ? { ...behind, ...year.said } : behind;
  const title = quotedPart(passage, quotation);
  const magazine = authors.length > 0 ? null : magazineIn(passage.flat.slice(start, quotation.open));
  if (!magazine) return fields(typeOfQuoted(tail), authors, title, tail, tail.container, tail.publisher);
  const container = partOf(passage, start, start + magazine.length);
  return fields('article-journal', authors, title, { ...tail, issue: magazine.issue }, container, tail.container);
}

interface YearBefore {
  /** Where the names before it end. */
  readonly start: number;
  readonly said: Pick<Description, 'year' | 'date'>;
}

/** The year between the authors and the title, `Ann Lee (2015), “Roads,”`, `Ann Lee. 2015. “Roads.”`; null without one. */
export function yearBefore(passage: Passage, start: number, title: number): YearBefore | null {
  const from = Math.max(start, title - LONGEST_YEAR);
  const head = passage.flat.slice(from, title);
  const match = head.includes(')') || head.includes('. ') ? YEAR_BEHIND_NAMES.exec(head) : null;
  if (!match) return null;
  const at = from + match.index;
  const digits = at + ' ('.length;
  const said = { year: Number(match[1] ?? match[2]), date: rawPart(passage, digits, digits + 'YYYY'.length) };
  return { start: at, said };
}

/** A quotation's words, without the comma or full stop that stands inside it by American custom. */
export function quotedPart(passage: Passage, { open, close }: Pair): Part | null {
  const { flat } = passage;
  let to = close;
  while (to > open + 1 && flat.charCodeAt(to - 1) === 32) to--;
  const last = flat.charCodeAt(to - 1);
  if (last === 44 || (last === 46 && flat.charCodeAt(to - 2) !== 46 && !endsInInitial(flat, open, to))) to--;
  return partOf(passage, open + 1, to);
}

function endsInInitial(flat: string, open: number, end: number): boolean {
  if (isAsciiLetter(flat.charCodeAt(end - 3))) return false;
  return INITIAL_AT_END.test(flat.slice(Math.max(open, end - 3), end));
}

/** `First Last, Title (City: Publisher, YYYY)`, and whatever else is no other kind. */
function describeUnquoted(passage: Passage, start: number, end: number): Description {
  const { flat } = passage;
  const tail = readPublication(passage, start, end, start);
  const limit = Math.max(start, Math.min(tail.containerEnd, end));
  const speakers = speakersOf(passage, start, limit);
  if (speakers) return fields('document', speakers, partOf(passage, start, limit), tail, null, null);
  const emphasis = firstWithin(passage.emphases, start, limit);
  const turned = emphasis ? null : surnamesFirstAt(passage, start, limit);
  if (turned && tail.place === null) return describePublished(passage, turned, limit, tail);
  const list = emphasis
    ? (readSurnamesFirst(passage, start, emphasis.start) ?? readNames(passage, start, emphasis.start))
    : (turned ?? namesBeforeTitle(passage, start, limit));
  const isBook = tail.place !== null || (list !== null && tail.imprint !== null && tail.publisher !== null);
  const from = list ? list.next : start;
  const said =
    emphasis && (list || flat.slice(start, emphasis.start).trim() === '')
      ? partOf(passage, emphasis.start, emphasis.end)
      : partOf(passage, flat.charCodeAt(from) === 46 ? from + 1 : from, beforeSaid(flat, from, limit));
  const title = list && said && isPlace(said.text) ? null : said;
  const type: SourceType = isBook ? 'book' : tail.url && !tail.date ? 'webpage' : 'document';
  return fields(type, list?.names ?? NAMELESS, title, tail, null, isBook ? tail.publisher : null);
}

/** `Lee, Ann. Roads. Hurst, 2011`: behind the title, the last full stop parts the publisher from it. */
function describePublished(passage: Passage, { names, next }: NameList, end: number, tail: Publication): Description {
  const stop = passage.flat.lastIndexOf('. ', end - 1);
  const isParted = stop > next && tail.year !== null;
  const title = partOf(passage, passage.flat.charCodeAt(next) === 46 ? next + 1 : next, isParted ? stop : end);
  const publisher = isParted ? partOf(passage, stop + 1, end) : null;
  return fields(publisher ? 'book' : 'document', names, title, tail, null, publisher);
}

/** Who gave the testimony, or the like, that the reference begins with; null for others. */
function speakersOf(passage: Passage, start: number, end: number): readonly Name[] | null {
  const { flat } = passage;
  const said = wordAt(BEGIN_SPOKEN, flat, start)
    ? SPOKEN.exec(flat.slice(start, Math.min(end, start + LONGEST_LEAD)))
    : null;
  if (!said) return null;
  const from = start + said[0].length;
  const stop = AFTER_SPEAKER.exec(flat.slice(from, end));
  const list = readNames(passage, from, stop ? from + stop.index : end);
  const isPerson = (name: Name) => mayBePerson(name.text) && !isSurname(name) && !namesOrganisation(name.text);
  return list?.names.every(isPerson) ? list.names : null;
}

/** Where what is said behind the title begins that ends at `end`. */
function beforeSaid(flat: string, start: number, end: number): number {
  let head = flat.slice(start, end).trimEnd();
  for (let count = 0; count < MOST_SAID && MAY_BE_SAID.test(head); count++) {
    const said = SAID_BEHIND.exec(head);
    if (!said?.index) break;
    head = head.slice(0, said.index);
  }
  return start + head.length;
}

/** `Article 3` of `Geneva Convention, Article 3`. A number alone may be a title. */
function isPlace(text: string): boolean {
  return !isDigit(text.charCodeAt(0)) && locatorAt(text, 0)?.[0].length === text.length;
}

/**
 * The authors before an unquoted title. The title may look like a name (`Ghost Wars`), so only a list that says so
 * (`A, B, and C`) has more than one item, and something is always left to be the title.
 */
function namesBeforeTitle(passage: Passage, start: number, end: number): NameList | null {
  const { flat, pairs } = passage;
  if (standsAt(flat, ATTRIBUTION, start)) return null;
  const commas: number[] = [];
  const limit = Math.min(end, start + 400);
  let parentheses = findPair(pairs, 'parentheses', start, limit);
  if (parentheses && ROLE_IN_PARENTHESES.test(flat.slice(parentheses.open, parentheses.close + 2))) {
    const { close } = parentheses;
    const list = flat.charCodeAt(close + 1) === COMMA ? readNames(passage, start, close + 1) : null;
    if (list) return list;
    parentheses = findPair(pairs, 'parentheses', close, limit);
  }
  const to = parentheses ? parentheses.open : limit;
  for (let at = start; at < to && commas.length < 8; at++) {
    if (flat.charCodeAt(at) === 44) commas.push(at);
  }
  for (let count = commas.length - 1; count > 0; count--) {
    const list = readNames(passage, start, commas[count] as number);
    if (list?.joined && list.names.every((name) => !isSurname(name))) return list;
  }
  const [first] = commas;
  const list = first === undefined || first >= end - 1 ? null : readNames(passage, start, first);
  if (!list) return namesBeforeStop(passage, start, first ?? to);
  ROLE_AFTER_COMMA.lastIndex = list.next;
  return ROLE_AFTER_COMMA.test(flat) ? { ...list, next: ROLE_AFTER_COMMA.lastIndex } : list;
}

/** Names in full that a full stop ends. */
function namesBeforeStop(passage: Passage, start: number, end: number): NameList | null {
  const head = passage.flat.slice(start, end);
  const stop = STOP_AFTER_NAME.exec(head);
  if (!stop || IN_NO_NAME.test(head.slice(0, stop.index))) return null;
  const list = readNames(passage, start, start + stop.index);
  return list?.names.every((name) => !isSurname(name) && !namesDocument(name.text)) ? list : null;
}

function typeOfQuoted(tail: Publication): SourceType {
  if (tail.place) return 'book';
  if (tail.volume || tail.issue || tail.forthcoming || (tail.pages && tail.imprint)) return 'article-journal';
  if (!tail.container) return tail.url || tail.accessed ? 'webpage' : 'document';
  if (saysReport(tail.container.text)) return 'report';
  if (tail.day !== null) return 'article-newspaper';
  if (tail.year !== null) return 'report';
  return tail.url || tail.accessed ? 'webpage' : 'document';
}

function saysReport(container: string): boolean {
  if (!container.includes('p') && !container.includes('P')) return false;
  return container.toLowerCase().includes('report') && REPORT.test(container);
}

function fields(
  type: SourceType,
  authors: readonly Name[],
  title: Part | null,
  tail: Publication,
  container: Part | null,
  publisher: Part | null,
): Description {
  return {
    type,
    authors,
    title,
    container,
    publisher,
    place: publisher ? tail.place : null,
    volume: tail.volume,
    issue: tail.issue,
    year: tail.year,
    month: tail.month,
    day: tail.day,
    date: tail.date,
    pages: tail.pages,
    url: tail.url,
    accessed: tail.accessed,
  };
}

/** What a short form or an Ibid. says itself. */
export function describeShort(authors: readonly Name[], title: Part | null): Description {
  return {
    type: 'document',
    authors,
    title,
    container: null,
    publisher: null,
    place: null,
    volume: null,
    issue: null,
    year: null,
    month: null,
    day: null,
    date: null,
    pages: null,
    url: null,
    accessed: null,
  };
}

/** Whether what stands between the offsets has the marks of a reference: a title, a date, an address. */
export function looksLikeReference(passage: Passage, start: number, end: number): boolean {
  if (titleOf(passage, start, end)) return true;
  const slice = passage.flat.slice(start, end);
  return slice.includes(HIDDEN) || hasYear(slice) || isInterview(slice.slice(0, LONGEST_LEAD).trimStart());
}

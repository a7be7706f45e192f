import { HIDDEN } from '../../markdown/prose.ts';
import { isUpper } from '../../text/characters.ts';
import { itemAt } from '../../text/range.ts';
import type { Description, Part, SourceType } from '../source.ts';
import { dayOrMonth, monthOf } from './dates.ts';
import { isParticle } from './name-words.ts';
import { type NameList, readNames } from './names.ts';
import { findPair, type Pair, pairIndexFrom } from './pairs.ts';
import { type Passage, partOf, rawPart } from './passage.ts';
import { afterSpaces, beforeSpaces } from './phrases.ts';
import { type Publication, readPublication } from './publication.ts';
import { sentenceEnd } from './split.ts';
import { readSurnamesFirst } from './surnames-first.ts';

// References that give the date behind the authors, and no title in quotation marks, as the social sciences do: `Lee, A., &
// Roe, T. (2015). Roads of the north. Survival, 9(4), 14–30.`

/** The authors and the date that such a reference begins with. */
export interface DatedHead {
  readonly list: NameList;
  /** Where the title starts. */
  readonly end: number;
  readonly date: Pick<Description, 'year' | 'month' | 'day' | 'date'>;
}

/** `(2015`, `(2015a`, `(2015, March 12`, `(n.d.`. */
const DATE = /^\((?:((?:19|20)\d\d)[a-z]?(?:, (\p{Lu}\p{L}+)\.?(?: (\d{1,2}))?)?|n\.d\.)$/u;
const ROLE = /^\(eds?\.?$/i;
/** `. 2015. ` */
const YEAR_BETWEEN_STOPS = /\. {1,6}((?:19|20)\d\d)[a-z]?\. /;
/** `9(4), 14–30`, `9, 14–30` */
const PAGES_BEHIND_ISSUE = /[\d)], {1,6}(\d{1,5}(?: ?[–—-] ?\d{1,5})?)(?=$|[.,])/;
const LONGEST = 600;

/** The head of the reference that starts at `start`; null where none stands. */
export function datedHead(passage: Passage, start: number, end: number): DatedHead | null {
  const limit = Math.min(end, start + LONGEST);
  const from = afterSpaces(passage.flat, start);
  return inParentheses(passage, from, limit) ?? betweenStops(passage, from, limit);
}

function inParentheses(passage: Passage, start: number, end: number): DatedHead | null {
  const { flat, pairs } = passage;
  let pair = findPair(pairs, 'parentheses', start, end);
  if (pair && ROLE.test(flat.slice(pair.open, pair.close))) pair = findPair(pairs, 'parentheses', pair.close, end);
  const match = pair && DATE.exec(flat.slice(pair.open, pair.close));
  if (!pair || !match) return null;
  const list = readSurnamesFirst(passage, start, pair.open) ?? institutionBefore(passage, start, pair);
  if (!list) return null;
  const [, year, month = '', day] = match;
  const numbers = { year: year ? Number(year) : null, month: monthOf(month) || null, day: dayOrMonth(day, 31) };
  const date = year ? rawPart(passage, pair.open + 1, pair.close) : null;
  return { list, end: afterMarks(flat, pair.close + 1), date: { ...numbers, date } };
}

/** `RAND Corporation. (2015). ` */
function institutionBefore(passage: Passage, start: number, { open, close }: Pair): NameList | null {
  const { flat } = passage;
  if (!flat.startsWith('. ', open - 2) || !flat.startsWith('. ', close + 1)) return null;
  return readNames(passage, start, open);
}

function betweenStops(passage: Passage, start: number, end: number): DatedHead | null {
  const { flat } = passage;
  const comma = flat.indexOf(',', start);
  if (comma === -1 || comma >= end) return null;
  const space = flat.indexOf(' ', start);
  if (space < comma && !isParticle(flat.slice(start, space))) return null;
  const match = YEAR_BETWEEN_STOPS.exec(flat.slice(start, end));
  const list = match && readSurnamesFirst(passage, start, start + match.index + 1);
  if (!list) return null;
  const to = start + match.index + match[0].length;
  const at = start + match.index + match[0].indexOf(match[1] as string);
  const date = rawPart(passage, at, at + 'YYYY'.length);
  return { list, end: afterSpaces(flat, to), date: { year: Number(match[1]), month: null, day: null, date } };
}

function afterMarks(flat: string, at: number): number {
  return afterSpaces(flat, '.,:'.includes(flat.charAt(at) || ' ') ? at + 1 : at);
}

interface Dated {
  readonly type: SourceType;
  readonly title: Part | null;
  readonly tail: Publication;
}

/** Reads what stands behind the head: the title, a sentence of its own, and where it came out. */
export function readDated(passage: Passage, start: number, end: number, head: DatedHead): Dated {
  const { flat } = passage;
  const titleEnd = endOfTitle(passage, head.end, end);
  const title = partOf(passage, head.end, withoutAside(passage, head.end, titleEnd));
  const from = flat.charCodeAt(titleEnd) === 46 ? Math.min(end, titleEnd + 1) : titleEnd;
  const behind = readPublication(passage, from, end, start);
  const tail = { ...behind, ...head.date };
  if (tail.volume !== null || tail.issue !== null) {
    const pages = tail.pages ?? pagesBehindIssue(passage, from, end);
    return { type: 'article-journal', title, tail: { ...tail, pages, publisher: null } };
  }
  if (tail.day !== null) return { type: 'article-newspaper', title, tail };
  if (tail.url) return { type: 'webpage', title, tail };
  return { type: 'book', title, tail: { ...tail, ...imprintIn(passage, from, behind.containerEnd) } };
}

/** Where the title that starts at `start` ends: with its emphasis, or before the full stop of its sentence. */
function endOfTitle(passage: Passage, start: number, end: number): number {
  const { flat } = passage;
  const emphasis = itemAt(passage.emphases, start);
  if (emphasis && emphasis.end <= end) return afterAside(passage, emphasis.end, end);
  const stop = sentenceEnd(flat, start, end);
  const rest = flat.slice(stop + 1, end).trimStart();
  if (rest !== '' && !rest.startsWith(HIDDEN)) return stop;
  // `Where do fighters go? Atlantic.`
  const mark = Math.max(flat.lastIndexOf('? ', stop), flat.lastIndexOf('! ', stop));
  return mark > start && isUpper(flat.charCodeAt(mark + 2)) ? mark + 1 : stop;
}

/** Where the parentheses or brackets end that stand behind a title, `(2nd ed.)`, and the spaces around them. */
function afterAside({ flat, pairs }: Passage, at: number, end: number): number {
  const from = afterSpaces(flat, at);
  const pair = pairs[pairIndexFrom(pairs, from)];
  return pair?.open === from && pair.kind !== 'quotation' && pair.close < end ? pair.close + 1 : Math.min(from, end);
}

/** `end` without the parentheses or brackets that end there. */
function withoutAside({ flat, pairs }: Passage, start: number, end: number): number {
  const pair = pairs[pairIndexFrom(pairs, end) - 1];
  const isAside = pair && pair.kind !== 'quotation' && pair.close === end - 1 && pair.open > start + 1;
  return isAside ? beforeSpaces(flat, pair.open) : end;
}

function pagesBehindIssue(passage: Passage, start: number, end: number): Part | null {
  const match = PAGES_BEHIND_ISSUE.exec(passage.flat.slice(start, end));
  if (!match) return null;
  const to = start + match.index + match[0].length;
  return rawPart(passage, to - (match[1] as string).length, to);
}

/** The publisher of a book, and the place before it, if any. */
function imprintIn(
  passage: Passage,
  start: number,
  end: number,
): Pick<Publication, 'container' | 'publisher' | 'place'> {
  const colon = passage.flat.slice(start, end).indexOf(': ');
  const place = colon === -1 ? null : partOf(passage, start, start + colon);
  return { container: null, place, publisher: partOf(passage, start + colon + 1, end) };
}

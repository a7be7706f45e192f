import { HIDDEN } from '../../markdown/prose.ts';
import { isSmall } from '../../text/characters.ts';
import type { Description, Part } from '../source.ts';
import { firstDate, lastDate, type WrittenDate, YEARS } from './dates.ts';
import { findPair, type Pair, pairIndexFrom } from './pairs.ts';
import { firstWithin, type Passage, partOf, rawPart } from './passage.ts';
import { afterCommas, afterSpaces, byFirstLetter, endsWord, phraseAt, standsAt, wordAt } from './phrases.ts';
import { readVolume } from './volumes.ts';

/** Where and when a work came out: what follows its title. */
export interface Publication extends Omit<Description, 'type' | 'authors' | 'title'> {
  /** The parentheses that hold the date, `(2015)`, `(New York: Oxford University Press, 2014)`, or the brackets of a year. */
  readonly imprint: Pair | null;
  readonly forthcoming: boolean;
  /** Where the first of all this but container and publisher starts. */
  readonly containerEnd: number;
}

const ACCESSED = /(?:, *|\(| )(?:last |date )?(?:accessed|retrieved|visited|viewed)(?: on)?:? /i;
const AVAILABLE =
  /(?:, *|\(| )(?:(?:(?:also |freely |now )?available|accessible|archived|posted|published) (?:online )?(?:at|from|on|via)\b|at:? *\uFFFC)/i;
const PAGES = /\bpp?\.? *([\divxlc][\divxlc–—‐-]*(?: ?[–—-] ?\d+)?(?:, \d+(?:[–—-]\d+)?)*)/;
/** `(2013): 4–9`, `(2013), 4–9`; no date behind the comma. */
const PAGES_BEHIND =
  /\) *(?:: *(\d+(?: ?[–—-] ?\d+)?)|, +((?!(?:1[5-9]|20)\d\d(?![–—-]))\d+(?: ?[–—-] ?\d+)?)(?=[.,;]|$))/;
/** `(2nd edn, `. */
const EDITION = /^\(\s*(?:\d+(?:st|nd|rd|th)|rev\.?) edn?\.?, */i;
/** `(London: Hurst, 1999`, `(2nd edn, Hurst 1999`. */
const PRINTED = /^\((?:\p{Lu}|\d+\p{Ll}+ )[^()]*[ ,](?:1[5-9]|20)\d\d$/u;
/** A year as reports of law have it, `[2013] UKSC 64`. */
const YEAR_IN_BRACKETS = new RegExp(`\\[${YEARS}\\]`);
/** `(2015) 8(2) Survival 3`, `[2015] Public Law 3`: where a title came out stands behind the year. */
const BEHIND_YEAR = /^[)\]] (?:(\d{1,4})(?:\((\d{1,4})\))? )?(\p{Lu}[^\d“”"()[\];]{1,80}?) (\d{1,5})(?=$|[.,;])/u;
/** `Roads. London: Hurst, 1999`: the imprint of a book behind a full stop, as bibliographies have it. */
const IMPRINT_BEHIND =
  /\. {1,6}(\p{Lu}(?:[\p{L} ,&’/-]|\.(?! )){1,60}): {1,6}(?:[^“”"():;.]|\.(?! )|(?<=\p{Lu}|\b(?:St|Inc|Co|Bros))\.){2,80}?,? {1,6}((?:1[5-9]|20)\d\d)(?=$|[.,])/u;
const FORTHCOMING = /[,( ]*\b(?:forthcoming|in press)\b/i;
const RELEASES = ['released', 'published', 'issued', 'posted', 'distributed'];
const RELEASED = byFirstLetter(RELEASES);
const ARTICLES = byFirstLetter(['a ', 'an ']);
/** What says how a work came out, or when, where others say in what. */
const NO_CONTAINERS = byFirstLetter([
  ...RELEASES,
  ...[
    'address',
    'speech',
    'statement',
    'video',
    'audio',
    'testimony',
    'lecture',
    'remarks',
    'presentation',
    'press release',
  ],
  ...['available', 'accessed', 'dated', 'undated'],
]);
/** What someone did for a work, before the name and a comma. */
const ROLES = byFirstLetter([
  'trans. ',
  'translated by ',
  'interview by ',
  'interview with ',
  'interviewed by ',
  'ed. ',
  'edited by ',
]);
const ABBREVIATION_AT_END = /(?:\p{Lu}|\b(?:Inc|Ltd|Co|Corp))\.$/u;
const IN = /^[ ,]*in +(?=[\p{Lu}*])/u;

/** Reads what follows the title, from `start` to `end`; the address may be anywhere `from` the reference's start. */
export function readPublication(passage: Passage, start: number, end: number, from: number): Publication {
  const { flat, urls } = passage;
  const tail = flat.slice(start, end);
  const at = (match: RegExpExecArray | null) => (match ? start + match.index : end);

  const accessedMatch = mayBeAccessed(tail) ? ACCESSED.exec(tail) : null;
  const datesEnd = at(accessedMatch);
  const accessedDate = accessedMatch ? shifted(firstDate(tail.slice(datesEnd - start)), datesEnd) : null;
  const paged = PAGES.exec(tail);
  const dated = shifted(dateOutside(accessedMatch ? tail.slice(0, datesEnd - start) : tail, paged), start);
  const behind = start === from ? imprintBehind(passage, start, end) : null;
  const date = behind?.date ?? (dated && (printedAfter(passage, dated, datesEnd, start === from) ?? dated));
  const imprint = imprintOf(passage, start, end, date);
  const hasUrl = urls.length > 0;
  // The target of a link that takes up the whole reference is a run of spaces behind it.
  const url = hasUrl ? firstWithin(urls, from, afterSpaces(flat, end)) : null;
  const available = hasUrl || tail.includes('vailable') ? AVAILABLE.exec(tail) : null;
  const hiddenAt = hasUrl ? tail.indexOf(HIDDEN) : -1;
  const isBare = imprint !== null && date !== null && imprint.open + 1 === date.start;
  const pages = paged ?? (imprint ? pagesBehind(tail) : null);
  const isForthcoming = tail.includes('orthcoming') || tail.includes('n press');
  const forthcomingAt = isForthcoming ? tail.search(FORTHCOMING) : -1;

  const tailEnd = Math.min(
    datesEnd,
    behind?.start ?? end,
    at(available),
    hiddenAt === -1 ? end : start + hiddenAt,
    date ? date.start : end,
    imprint ? imprint.open : end,
    at(pages),
    forthcomingAt === -1 ? end : start + forthcomingAt,
  );
  // Without a title in quotation marks before it, `Issue 12` is a title.
  const issueEnd = start === from ? 0 : tailEnd - start;
  const volume = readVolume(tail, issueEnd, isBare ? imprint.open - start : -1);
  const containerEnd = volume ? Math.min(tailEnd, start + volume.start) : tailEnd;
  const { container, publisher, place } = behind ?? namesOf(passage, start, containerEnd, imprint, date);
  const report = isBare && start !== from && !container ? behindYear(passage, imprint.close, end) : null;
  return {
    container: report?.container ?? container,
    publisher,
    place,
    volume: report?.volume ?? volume?.volume ?? null,
    issue: report?.issue ?? volume?.issue ?? null,
    year: date?.year ?? null,
    month: date?.month ?? null,
    day: date?.day ?? null,
    date: date ? partOf(passage, date.start, date.end) : null,
    pages: report?.pages ?? (pages ? pagesPart(passage, start, pages) : null),
    url: url && rawPart(passage, url.start, url.end),
    accessed: accessedDate ? partOf(passage, accessedDate.start, accessedDate.end) : null,
    imprint,
    forthcoming: forthcomingAt !== -1,
    containerEnd,
  };
}

/** The last date that is no page: not the end of `pp. 1914–1918`, nor of `(2013): 1914–1918`. */
function dateOutside(text: string, paged: RegExpExecArray | null): WrittenDate | null {
  const date = text.includes('[') ? dateOfReport(text) : lastDate(text);
  if (!date) return null;
  const pages = paged ?? pagesBehind(text);
  if (!pages || date.start < pages.index || date.end > pages.index + pages[0].length) return date;
  return lastDate(text.slice(0, pages.index)) ?? date;
}

/** Of years in brackets the first: the others are those of other reports, `[2013] UKSC 64, [2014] AC 1260`. */
function dateOfReport(text: string): WrittenDate | null {
  const date = lastDate(text);
  const first = date && text.charAt(date.start - 1) === '[' ? YEAR_IN_BRACKETS.exec(text) : null;
  return first ? lastDate(text.slice(0, first.index + first[0].length)) : date;
}

interface ImprintBehind extends Pick<Publication, 'container' | 'publisher' | 'place'> {
  readonly start: number;
  readonly date: WrittenDate;
}

/** The imprint behind the full stop that ends the title; null without one. */
function imprintBehind(passage: Passage, start: number, end: number): ImprintBehind | null {
  const written = passage.flat.slice(start, end);
  const stop = written.indexOf('. ');
  const match = stop !== -1 && written.includes(': ', stop) ? IMPRINT_BEHIND.exec(written) : null;
  if (!match) return null;
  const [whole, place = '', year = ''] = match;
  const at = start + match.index;
  const to = at + whole.length;
  const placeStart = at + whole.indexOf(place, 1);
  const publisherStart = placeStart + place.length + 1;
  return {
    start: at,
    container: null,
    place: rawPart(passage, placeStart, placeStart + place.length),
    publisher: partOf(passage, publisherStart, to - year.length),
    date: { start: to - year.length, end: to, year: Number(year), month: null, day: null },
  };
}

/**
 * The year in the imprint behind a month, which is one of a title: `The Events of May 1968 (London: Hurst, 1999)`; or
 * null. Behind a title in quotation marks, other parentheses may hold what was done later.
 */
function printedAfter(
  { flat, pairs }: Passage,
  { end, month }: WrittenDate,
  limit: number,
  isUnquoted: boolean,
): WrittenDate | null {
  const pair = month === null ? null : findPair(pairs, 'parentheses', end, limit);
  if (!pair) return null;
  const imprint = flat.slice(pair.open, pair.close);
  const isPrinted = (isUnquoted || imprint.includes(': ')) && PRINTED.test(imprint);
  return isPrinted ? shifted(lastDate(imprint), pair.open) : null;
}

type Report = Pick<Publication, 'container' | 'volume' | 'issue' | 'pages'>;

/** What stands behind the year that closes at `close`, `8(2) Survival 3`; null where nothing does. */
function behindYear(passage: Passage, close: number, end: number): Report | null {
  const match = BEHIND_YEAR.exec(passage.flat.slice(close, end));
  if (!match) return null;
  const [whole, volume = null, issue = null, container = '', page = ''] = match;
  const to = close + whole.length;
  const containerEnd = to - page.length - 1;
  return {
    container: rawPart(passage, containerEnd - container.length, containerEnd),
    volume,
    issue,
    pages: rawPart(passage, to - page.length, to),
  };
}

function pagesBehind(text: string): RegExpExecArray | null {
  return text.includes(')') ? PAGES_BEHIND.exec(text) : null;
}

function mayBeAccessed(tail: string): boolean {
  return tail.includes('ccess') || tail.includes('etriev') || tail.includes('isited') || tail.includes('iewed');
}

function shifted(date: WrittenDate | null, by: number): WrittenDate | null {
  if (!date) return null;
  const { start, end, year, month, day } = date;
  return { start: start + by, end: end + by, year, month, day };
}

/** Container, publisher and place. */
function namesOf(
  passage: Passage,
  start: number,
  end: number,
  imprint: Pair | null,
  date: WrittenDate | null,
): Pick<Publication, 'container' | 'publisher' | 'place'> {
  const { flat } = passage;
  const tail = flat.slice(start, end);
  if (imprint && date) {
    const before = flat.slice(imprint.open, date.start);
    const open = imprint.open + (EDITION.exec(before)?.[0].length ?? 1);
    const colon = imprint.open + before.indexOf(':');
    const imprinted = before.length > 2;
    const inside = colon > open;
    const publisher = imprinted ? partOf(passage, inside ? colon + 1 : open, date.start) : null;
    if (inside || publisher) {
      const place = inside ? partOf(passage, open, colon) : null;
      return { container: partOf(passage, start + inLength(tail), end), publisher, place };
    }
  }
  const first = afterCommas(tail, 0);
  const released = wordAt(RELEASED, tail, first);
  if (released && standsAt(tail, ' by ', first + released.length)) {
    return { container: null, publisher: partOf(passage, start + first + `${released} by `.length, end), place: null };
  }
  if (isNoContainer(tail, first)) return { container: null, publisher: null, place: null };
  // `“Title” [in Arabic], Outlet`
  const said = findPair(passage.pairs, 'brackets', start, end);
  let from = said?.open === start + first ? said.close + 1 : start + roleEnd(tail, first);
  while (from < end && (isBeforeDate(flat.charCodeAt(from)) || flat.charCodeAt(from) === 46)) from++;
  const comma = commaOutside(passage, from, end);
  const container = partOf(passage, from, withoutStop(flat, from, comma));
  return {
    container,
    publisher: comma < end ? partOf(passage, comma + 1, withoutStop(flat, comma, end)) : null,
    place: null,
  };
}

/** Where the names end at `at` of who translated a work, or held an interview, `trans. Ann Lee`; 0 without. */
function roleEnd(tail: string, at: number): number {
  // An outlet begins with a capital.
  const role = isSmall(tail.charCodeAt(at)) ? phraseAt(ROLES, tail, at) : null;
  return role ? Math.max(0, tail.indexOf(',', at + role.length)) : 0;
}

/** How long the `in` is that a container begins with. */
function inLength(tail: string): number {
  return tail.startsWith('in ', afterCommas(tail, 0)) ? (IN.exec(tail)?.[0].length ?? 0) : 0;
}

/** Whether `released`, `a video`, `press release` or the like stands at `at`. */
export function isNoContainer(tail: string, at: number): boolean {
  const start = at + (phraseAt(ARTICLES, tail, at)?.length ?? 0);
  const words = phraseAt(NO_CONTAINERS, tail, start);
  return words !== null && endsWord(tail.charCodeAt(start + words.length));
}

/** The first comma between the offsets that is in no pair; else `end`. */
function commaOutside({ flat, pairs }: Passage, start: number, end: number): number {
  let index = pairIndexFrom(pairs, start);
  for (let at = start; at < end; at++) {
    const pair = pairs[index];
    if (pair && pair.open <= at) {
      at = pair.close;
      index++;
    } else if (flat.charCodeAt(at) === 44) return at;
  }
  return end;
}

/** `end` without the full stop, colon and spaces before it; the dot of an abbreviation stays. */
function withoutStop(flat: string, start: number, end: number): number {
  let to = end;
  while (to > start && isBeforeDate(flat.charCodeAt(to - 1))) to--;
  if (to === start || flat.charCodeAt(to - 1) !== 46) return to;
  return ABBREVIATION_AT_END.test(flat.slice(Math.max(start, to - 5), to)) ? to : to - 1;
}

/** A space, comma, colon or opening parenthesis. */
function isBeforeDate(code: number): boolean {
  return code === 32 || code === 44 || code === 58 || code === 40;
}

function imprintOf({ flat, pairs }: Passage, start: number, end: number, date: WrittenDate | null): Pair | null {
  for (let index = pairIndexFrom(pairs, start); index < pairs.length; index++) {
    const pair = pairs[index] as Pair;
    if (pair.close >= end) return null;
    if (pair.kind === 'brackets' && pair.open + 1 === date?.start && pair.close === date.end) return pair;
    if (pair.kind !== 'parentheses') continue;
    if (date ? pair.open < date.start && date.end <= pair.close : saysForthcoming(flat.slice(pair.open, pair.close))) {
      return pair;
    }
  }
  return null;
}

function saysForthcoming(text: string): boolean {
  const small = text.toLowerCase();
  return (small.includes('forthcoming') || small.includes('in press')) && FORTHCOMING.test(text);
}

function pagesPart(passage: Passage, start: number, match: RegExpExecArray): Part | null {
  const to = start + match.index + match[0].length;
  return partOf(passage, to - (match[1] ?? (match[2] as string)).length, to);
}

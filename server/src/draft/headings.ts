import { isDigit, isLetter, isMark, isUpper } from '../text/characters.ts';
import type { Range } from '../text/range.ts';
import { singleSpaced } from '../text/spaces.ts';
import type { DraftOptions } from './draft.ts';
import type { Line } from './lines.ts';

/** A line that titles what follows it, written in any of the forms of Markdown or of text pasted from the web. */
export interface Heading extends Range {
  readonly title: string;
  /** 1 to 6 for Markdown headings, 0 for a bold or bare line. */
  readonly depth: number;
  /** Names one of the two lists; null for any other heading. */
  readonly names: ListName | null;
  /** The index of its line. */
  readonly line: number;
}

type ListName = 'notes' | 'citations';

/** What the lists are called in any draft. */
const LIST_NAMES: ReadonlyMap<string, ListName> = new Map([
  ['citations', 'citations'],
  ['citations and notes', 'citations'],
  ['notes and citations', 'citations'],
  ['substantive notes', 'notes'],
]);
/** What lists of citations are called elsewhere. */
const OTHER_NAMES: ReadonlySet<string> = new Set([
  ...['endnotes', 'footnotes', 'notes', 'references', 'sources', 'works cited', 'bibliography', 'end notes'],
  ...['notes and references', 'references and notes', 'sources and notes', 'notes and sources', 'source notes'],
]);
/** What lists of notes are called elsewhere. */
const OTHER_NAMES_OF_NOTES: ReadonlySet<string> = new Set([
  ...['notes', 'note', 'explanatory notes', 'additional notes', 'further notes', 'author notes', 'editorial notes'],
  ...['footnotes', 'endnotes', 'end notes', 'remarks', 'comments', 'annotations'],
]);
/** What is not part of a title's words. */
const MARKUP = /[*_\uFFFC\u00ad\u200b-\u200f\u202a-\u202e\u2060#]|\s{2}|[^\S ]|^ |[ :]$/;
const MARKS = /[*_\uFFFC\u00ad\u200b-\u200f\u202a-\u202e\u2060]+/g;
/** What may have to be left out of a name, or be spelled out in it. */
const ADDED = /[[{]| [&/] |^(?:\d+|[IVXLC]+)[.)] /;
const BOLD = /^(?:\*\*(?!\s)[^*]+\*\*|__(?!\s)[^_]+__)[\s:]*$/;
const CALLOUT = String.raw`(?:\[[^\]\s]{1,8}\]|\^[^^\s]{1,8}\^|<sup>[^<>\s]{1,12}</sup>|\d{1,3})?`;
/** Who speaks and a sentence, two sentences, or one with its full stop. */
const SPOKEN = new RegExp(
  String.raw`^\p{Lu}[^:?!]{0,30}:\s.*[.?!]|(?<=\p{Ll}{3})[.?!]["”]?${CALLOUT}\s\p{Lu}|\.["”]?${CALLOUT}$`,
  'u',
);
const LONGEST_TITLE = 110;
const MOST_WORDS = 16;
const CAPTIONED: ReadonlySet<string> = new Set(['figure', 'table', 'map', 'chart', 'photo', 'image']);
const LONG = 4;

export function findHeadings(masked: string, lines: readonly Line[], options: DraftOptions): Heading[] {
  const names = listNames(options);
  const headings: Heading[] = [];
  let list: ListName | null = null;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] as Line;
    if (line.block.kind !== 'heading' && (line.end - line.start > LONGEST_TITLE || opensEntry(masked, line))) continue;
    const source = masked.slice(line.start, line.end);
    const title = plainTitle(source);
    const named = names.get(foldedName(title)) ?? null;
    list = named ?? list;
    if (line.block.kind === 'heading') {
      if (line.first) headings.push(headingOf(line, title, line.block.depth, named, index));
    } else if (
      named ||
      (isBold(source) && (list !== null || !isSpoken(title))) ||
      (list === null && isBareHeading(source, title, line, lines[index + 1])) ||
      (list === 'notes' && line.first && OTHER_NAMES.has(foldedName(title)))
    ) {
      headings.push(headingOf(line, title, 0, named, index));
    }
  }
  return headings;
}

/** A bracket starts an entry, never a title, unless it is an anchor (`[]{#citations}`) or holds words. */
function opensEntry(masked: string, { start }: Line): boolean {
  return masked.charAt(start) === '[' && masked.charAt(start + 1) !== ']' && !isUpper(masked.charCodeAt(start + 1));
}

function isBold(source: string): boolean {
  return (source.startsWith('**') || source.startsWith('__')) && BOLD.test(source);
}

/** Whether a heading has a name that lists of citations have elsewhere. */
export function isOtherName({ title }: Heading): boolean {
  return OTHER_NAMES.has(foldedName(title));
}

/** Whether two headings name one thing. */
export function hasSameName(a: Heading, b: Heading): boolean {
  return a.names || b.names ? a.names === b.names : foldedName(a.title) === foldedName(b.title);
}

/** Whether a title is one that lists of notes have elsewhere. */
export function isOtherNameOfNotes(title: string): boolean {
  return OTHER_NAMES_OF_NOTES.has(foldedName(title));
}

/** Whether a text is what one of the two lists is called, marks and colon around it or not. */
export function namesList(source: string, options: DraftOptions): boolean {
  return listNames(options).has(foldedName(plainTitle(source)));
}

/** The names of the two lists, folded, with the section each one means. */
function listNames({ headings }: DraftOptions): ReadonlyMap<string, ListName> {
  if (!headings) return LIST_NAMES;
  const names = new Map(LIST_NAMES);
  for (const name of headings.citations ?? []) names.set(foldedName(plainTitle(name)), 'citations');
  for (const name of headings.notes ?? []) names.set(foldedName(plainTitle(name)), 'notes');
  return names;
}

/**
 * What a title is looked up by: without a number before it, attributes (`{#citations}`, `[]{#_Toc1 .anchor}`) or a link
 * around it.
 */
function foldedName(title: string): string {
  if (!ADDED.test(title)) return title.toLowerCase();
  return title
    .replace(/^\[\]\{[^{}]*\}|(?:(?:\[\])? ?\{[^{}]*\}){1,3}$/g, '')
    .replace(/^(?:\d+|[IVXLC]+)[.)] /, '')
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/ (?:&|\/) /, ' and ')
    .toLowerCase();
}

/**
 * A heading's words without emphasis, a final colon and superfluous white space; and without number signs that a
 * no-break space keeps from being Markdown's.
 */
function plainTitle(source: string): string {
  if (!MARKUP.test(source)) return source;
  const words = singleSpaced(source.replace(MARKS, '')).trim();
  const title = words.startsWith('#') ? words.replace(/^#{1,6} /, '') : words;
  return title.endsWith(':') ? title.slice(0, title.endsWith(' :') ? -2 : -1) : title;
}

/**
 * Whether a line of the body reads as a heading that lost its markup: at the start of a paragraph, short, no
 * sentence, most of its longer words with a capital, and a much longer line below.
 */
function isBareHeading(source: string, title: string, line: Line, next: Line | undefined): boolean {
  if (!line.first || line.block.nesting > 0 || line.block.quoted || !next) return false;
  if (next.end - next.start < 1.5 * source.length || endsAsText(title) || isCaption(title)) return false;
  if (!opensTitle(title)) return false;
  const words = title.split(' ');
  return words.length <= MOST_WORDS && areCapitalized(words);
}

/** In an interview, what one of the two says may be bold: `Day: What did you see there?`, `You left them. Why was that?` */
function isSpoken(title: string): boolean {
  return SPOKEN.test(title) && !areCapitalized(title.split(' '));
}

/** Whether most of the longer words have a capital. */
function areCapitalized(words: readonly string[]): boolean {
  let long = 0;
  let capital = 0;
  for (const word of words) {
    if (!isLong(word)) continue;
    long++;
    if (isCapitalized(word)) capital++;
  }
  return long > 0 && capital * 3 >= long * 2;
}

function endsAsText(title: string): boolean {
  const last = title.charAt(title.length - 1);
  return last !== '' && '.,;:…”"’)]0123456789'.includes(last);
}

function isCaption(title: string): boolean {
  const space = title.indexOf(' ');
  return space > 0 && CAPTIONED.has(title.slice(0, space).toLowerCase());
}

function opensTitle(title: string): boolean {
  return (
    title !== '' && (isUpper(title.charCodeAt(0)) || isDigit(title.charCodeAt(0)) || '“‘"'.includes(title.charAt(0)))
  );
}

/** Whether a word has several letters in a row. */
function isLong(word: string): boolean {
  let letters = 0;
  for (let at = 0; at < word.length && letters < LONG; at++) {
    const code = word.charCodeAt(at);
    if (isLetter(code)) letters = isMark(code) ? 0 : letters + 1;
    else letters = 0;
  }
  return letters === LONG;
}

/** Whether the first letter of a word is a capital. */
function isCapitalized(word: string): boolean {
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at);
    if (isLetter(code) && !isMark(code)) return isUpper(code);
  }
  return false;
}

function headingOf({ start, end }: Line, title: string, depth: number, names: Heading['names'], line: number): Heading {
  return { start, end, title, depth, names, line };
}

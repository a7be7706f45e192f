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
const BOLD = /^(?:\*\*(?!\s)[^*]+\*\*|__(?!\s)[^_]+__)[\s:]*$/;
/** Starts an entry, never a title, unless it is an anchor (`[]{#citations}`). */
const BRACKET = /\[(?!\])/y;
const LONGEST_TITLE = 110;
const MOST_WORDS = 16;
const CAPTION = /^(?:figure|table|map|chart|photo|image)\s/i;
const SENTENCE_END = /[.,;:…”"’)\]\d]$/;

export function findHeadings(masked: string, lines: readonly Line[], options: DraftOptions): Heading[] {
  const names = listNames(options);
  const headings: Heading[] = [];
  let body = true;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] as Line;
    const length = line.end - line.start;
    BRACKET.lastIndex = line.start;
    if (line.block.kind !== 'heading' && (length > LONGEST_TITLE || BRACKET.test(masked))) continue;
    const source = masked.slice(line.start, line.end);
    const title = plainTitle(source);
    const named = names.get(foldedName(title)) ?? null;
    if (named) body = false;
    if (line.block.kind === 'heading') {
      if (line.first) headings.push(headingOf(line, title, line.block.depth, named, index));
    } else if (named || BOLD.test(source) || (body && isBareHeading(source, title, line, lines[index + 1]))) {
      headings.push(headingOf(line, title, 0, named, index));
    }
  }
  return headings;
}

/** Whether a heading has a name that lists of citations have elsewhere. */
export function isOtherName({ title }: Heading): boolean {
  return OTHER_NAMES.has(foldedName(title));
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
  return title
    .replace(/^\[\]\{[^{}]*\}|(?:\[\])? ?\{[^{}]*\}$/g, '')
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
  return singleSpaced(source.replace(/[*_\uFFFC]+/g, ''))
    .trim()
    .replace(/^#{1,6} /, '')
    .replace(/ ?:$/, '');
}

/**
 * Whether a line of the body reads as a heading that lost its markup: at the start of a paragraph, short, no
 * sentence, most of its longer words with a capital, and a much longer line below.
 */
function isBareHeading(source: string, title: string, line: Line, next: Line | undefined): boolean {
  if (!line.first || line.block.nesting > 0 || line.block.quoted || !next) return false;
  if (next.end - next.start < 1.5 * source.length || SENTENCE_END.test(title) || CAPTION.test(title)) return false;
  if (!/^[\p{Lu}\d“‘"]/u.test(title)) return false;
  const words = title.split(' ');
  const long = words.filter((word) => /\p{L}{4}/u.test(word));
  const capital = long.filter((word) => /^\P{L}*\p{Lu}/u.test(word));
  return words.length <= MOST_WORDS && long.length > 0 && capital.length * 3 >= long.length * 2;
}

function headingOf({ start, end }: Line, title: string, depth: number, names: Heading['names'], line: number): Heading {
  return { start, end, title, depth, names, line };
}

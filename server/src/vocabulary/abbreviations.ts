import type { Block, Prose } from '../markdown/prose.ts';
import { isDigit, isLetter, isSpace } from '../text/characters.ts';
import { contains, itemAt, lastStartingBefore, type Range } from '../text/range.ts';
import type { Mention } from './mention.ts';

/** `Lashkar-e-Taiba (LeT)`: an abbreviation is put in parentheses after what it stands for. The range is `LeT`. */
export interface Introduction extends Range {
  readonly abbreviation: string;
  readonly name: Range & { readonly text: string };
  /** The name, when it is in the vocabulary. */
  readonly mention: Mention | null;
  /** A reader of the body need not have read the abstract: each introduces its abbreviations. */
  readonly part: 'abstract' | 'body';
}

const MOST_LETTERS = 10;
/** Nothing this far before a parenthesis is what it abbreviates. */
const MOST_BEFORE = 200;
const ABSTRACT = /[\s*_#]{0,20}abstract\b/iy;
const SHORT = /^[“‘"'*_]*([^\s,;()“‘"'*_][^\s,;()]*(?: [^\s,;()]+)?)/;
const CLOSING = '”’"\'*_.';

/**
 * Finds introductions of abbreviations by the algorithm of A. Schwartz and M. Hearst ("A Simple Algorithm for
 * Identifying Abbreviation Definitions in Biomedical Text", Pacific Symposium on Biocomputing 8, 2003: 96 % precision,
 * 82 % recall): each letter of the short form, from its last, is the nearest one before in the long form, and its
 * first starts a word. A name of the vocabulary before the parenthesis needs no such match.
 */
export function findIntroductions(prose: Prose, mentions: readonly Mention[], abstract: Range | null): Introduction[] {
  const text = prose.masked;
  const found: Introduction[] = [];
  for (let open = text.indexOf('('); open !== -1; open = text.indexOf('(', open + 1)) {
    const inside = SHORT.exec(text.slice(open + 1, open + 2 * MOST_LETTERS));
    if (!inside) continue;
    const [before, content] = inside as unknown as [string, string];
    const abbreviation = withoutClosing(content);
    if (!isShortForm(abbreviation)) continue;
    const after = text.charAt(open + 1 + before.length);
    if (after === '' || !',;()'.includes(after)) continue;
    const start = open + 1 + before.length - content.length;
    const range = { start, end: start + abbreviation.length };
    const end = nameEnd(text, open);
    const last = mentionEndingAt(text, mentions, end);
    const name = last && abbreviates(abbreviation, last) ? last : longForm(prose, abbreviation, end);
    if (!name || name.text === abbreviation) continue;
    found.push({
      ...range,
      abbreviation,
      name: { start: name.start, end: name.end, text: name.text },
      mention: name === last ? last : mentionIn(mentions, name, abbreviation),
      part: abstract && contains(abstract, open) ? 'abstract' : 'body',
    });
  }
  return found;
}

/** The abstract: a paragraph that says so, or what stands under such a heading. */
export function abstractOf({ masked, blocks }: Prose): Range | null {
  const index = blocks.findIndex(({ start }) => opensAbstract(masked, start));
  const block = blocks[index];
  if (!block) return null;
  const title = /^[\s*_#]*abstract[\s*_#:.]*$/i.test(masked.slice(block.start, Math.min(block.end, block.start + 40)));
  if (!title) return { start: block.start, end: block.end };
  let last: Block = block;
  for (const next of blocks.slice(index + 1)) {
    if (next.kind === 'heading') break;
    last = next;
    // Without Markdown's headings the abstract is one paragraph.
    if (block.kind !== 'heading') break;
  }
  return { start: block.start, end: last.end };
}

/** Whether a block that starts at an offset is the abstract, or is its heading. */
export function opensAbstract(masked: string, start: number): boolean {
  ABSTRACT.lastIndex = start;
  return ABSTRACT.test(masked);
}

function withoutClosing(text: string): string {
  let end = text.length;
  while (end > 0 && CLOSING.includes(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

function isShortForm(text: string): boolean {
  if (text.length < 2 || text.length > MOST_LETTERS) return false;
  const first = text.charCodeAt(0);
  const opens = first < 128 ? isWordPart(first) : /^[\p{L}\p{N}]/u.test(text);
  return opens && /\p{Lu}/u.test(text);
}

/** Where the name before a parenthesis ends: before spaces, closing marks and a possessive ’s. */
function nameEnd(text: string, open: number): number {
  const least = Math.max(0, open - MOST_BEFORE);
  let end = open;
  while (end > least && (isSpace(text.charCodeAt(end - 1)) || '*_”’"\''.includes(text.charAt(end - 1)))) end--;
  if (/[’']s$/.test(text.slice(Math.max(least, end - 2), end))) end -= 2;
  return end;
}

function mentionEndingAt(text: string, mentions: readonly Mention[], end: number): Mention | null {
  const mention = mentions[lastStartingBefore(mentions, end - 1)];
  return mention && mention.end <= end && /^[s*_]*$/.test(text.slice(mention.end, end)) ? mention : null;
}

function abbreviates(short: string, { concept, kind, text }: Mention): boolean {
  if (kind === 'abbreviation') return false;
  return concept.abbreviation?.toLowerCase() === short.toLowerCase() || match(short, text) !== -1;
}

/** The mention in `name`, or at its start, that the abbreviation stands for. */
function mentionIn(mentions: readonly Mention[], name: Range, abbreviation: string): Mention | null {
  const mention = mentions[lastStartingBefore(mentions, name.start)] ?? null;
  if (!mention || mention.start !== name.start) return null;
  return mention.end === name.end || mention.concept.abbreviation === abbreviation ? mention : null;
}

function longForm(prose: Prose, short: string, end: number): (Range & { text: string }) | null {
  const block = itemAt(prose.blocks, end - 1);
  if (!block) return null;
  const words = Math.min(short.length + 5, short.length * 2);
  let start = end;
  for (let count = 0; start > block.start && end - start < MOST_BEFORE; start--) {
    const before = prose.masked.charCodeAt(start - 1);
    if ('.;:!?()'.includes(prose.masked.charAt(start - 1)) && isSpace(prose.masked.charCodeAt(start))) break;
    if (isSpace(before) && start < end && !isSpace(prose.masked.charCodeAt(start)) && ++count === words) break;
  }
  const text = prose.masked.slice(start, end);
  const from = match(short, text);
  if (from === -1 || text.length - from <= short.length) return null;
  return { start: start + from, end, text: text.slice(from) };
}

/** Where in `long` the short form's words start, or -1 when its letters are not there. */
function match(short: string, long: string): number {
  let at = long.length;
  for (let index = short.length - 1; index >= 0; index--) {
    if (!isWordPart(short.charCodeAt(index))) continue;
    const letter = short.charAt(index).toLowerCase();
    do at--;
    while (at >= 0 && (!hasLetterAt(long, at, letter) || (index === 0 && isWordPart(long.charCodeAt(at - 1)))));
    if (at < 0) return -1;
  }
  while (at > 0 && !isSpace(long.charCodeAt(at - 1))) at--;
  while (at < long.length && !isWordPart(long.charCodeAt(at))) at++;
  return at;
}

/** Whether a letter, given as a small one, stands at an offset. */
function hasLetterAt(text: string, offset: number, letter: string): boolean {
  const code = text.charCodeAt(offset);
  if (code >= 128) return text.charAt(offset).toLowerCase() === letter;
  return letter.charCodeAt(0) === (code >= 65 && code <= 90 ? code + 32 : code) && letter.length === 1;
}

function isWordPart(code: number): boolean {
  return isLetter(code) || isDigit(code);
}

import { isDigit } from '../text/characters.ts';
import { mergeRanges, type Range } from '../text/range.ts';
import { type Chunk, splitChunks } from './chunks.ts';
import { frontMatterOf } from './front-matter.ts';
import { isBlank, type MarkdownReading, readMarkdown, trim } from './micromark.ts';
import { type Block, type Comment, LazyProse, type Prose } from './prose.ts';
import { findRunningHeads } from './running-heads.ts';

const BYTE_ORDER_MARK = 0xfeff;
const NUMBER_SIGN = 35;
const DEFINITION = /^[ >\t]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)*\[(?!\^)(?:[^[\]\\\r\n]|\\.|\r\n?|\n){1,999}\]:/m;
const ADDRESS = /(?:https?:\/\/|www\.)[^\s<>[\]^“”"¹²³⁰⁴-⁹\uFFFC]+/gi;
const AFTER_ADDRESS = ".,;:!?)*_'’\\";
/** A flattened marker behind a whole host or file name, neither of which ends in a number: `www.example.org.6`. */
const MARKER_AFTER_ADDRESS = /^((?:https?:\/\/)?(?:[a-z\d-]+\.)+[a-z]{2,}|.*\.(?:html?|pdf|php|aspx?))[.,;:]\d{1,3}$/i;

/**
 * Reads a text as Markdown: CommonMark 0.31 with footnote definitions, front matter, and the backtick rule (`ayn`).
 * Paragraphs without Markdown syntax are read here, the rest by micromark, stretch by stretch; `throughout` has
 * micromark read all of it, with the same result.
 */
export function readProse(text: string, options: { readonly throughout?: boolean } = {}): Prose {
  const matter = frontMatterOf(text);
  const from = matter?.end ?? (text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0);
  const blocks: Block[] = [];
  const hidden: Range[] = [];
  const comments: Comment[] = [];
  if (matter) {
    const range = { start: matter.start, end: matter.end };
    blocks.push({ kind: 'frontMatter', ...range, depth: 0, quoted: false, nesting: 0, label: null });
    hidden.push(range);
  }

  const take = (reading: MarkdownReading) => {
    for (const block of reading.blocks) blocks.push(block);
    for (const range of reading.hidden) hidden.push(range);
    for (const comment of reading.comments) comments.push(comment);
  };
  const chunks = splitChunks(text, from);
  const defines = holdsDefinition(text);
  if (options.throughout || defines) {
    take(readMarkdown(text, from, text.length, Math.max(0, ...chunks.map((chunk) => chunk.brackets))));
  } else {
    for (let index = 0; index < chunks.length; ) {
      const chunk = chunks[index] as Chunk;
      if (chunk.plain) {
        blocks.push(plainBlock(text, chunk));
        index++;
      } else {
        index = readStretch(text, chunks, index, take);
      }
    }
  }
  hideAddresses(text, hidden);
  for (const head of findRunningHeads(text)) hidden.push(head);
  return new LazyProse({
    text,
    blocks,
    hidden: hidden.length > 0 ? mergeRanges(hidden) : hidden,
    comments,
    frontMatter: matter?.content ?? null,
    defines,
  });
}

/** No label of a link reference definition is longer, white space and all. */
export const LONGEST_DEFINITION = 3000;

/** Whether a text may have link reference definitions; or whether a piece of it may, at the start of a line or not. */
export function holdsDefinition(text: string): boolean {
  return text.includes(']:') && DEFINITION.test(text);
}

/**
 * Reads the chunk at `index` and all that a list, quotation, fence or HTML in it may go on over; gives the index of
 * the first chunk after. An unclosed stretch at least doubles at each try, so that the whole takes linear time.
 */
function readStretch(
  text: string,
  chunks: readonly Chunk[],
  index: number,
  take: (reading: MarkdownReading) => void,
): number {
  const { start } = chunks[index] as Chunk;
  let next = index + 1;
  let brackets = (chunks[index] as Chunk).brackets;
  for (;;) {
    while (next < chunks.length && !(chunks[next] as Chunk).flush) next++;
    const end = chunks[next]?.start ?? text.length;
    for (let at = index; at < next; at++) brackets = Math.max(brackets, (chunks[at] as Chunk).brackets);
    const reading = readMarkdown(text, start, end, brackets);
    if (!reading.unclosed || next === chunks.length) {
      take(reading);
      return next;
    }
    reading.unclosed.lastIndex = end;
    const ending = reading.unclosed.exec(text);
    const to = ending ? Math.max(ending.index + ending[0].length, end + (end - start)) : text.length;
    do next++;
    while (next < chunks.length && (chunks[next] as Chunk).start < to);
  }
}

function plainBlock(text: string, chunk: Chunk): Block {
  const { depth } = chunk;
  let { start, end } = trim(text, chunk);
  if (depth > 0) {
    const last = end;
    start += depth;
    let closing = end;
    while (closing > start && text.charCodeAt(closing - 1) === NUMBER_SIGN) closing--;
    if (closing === start || isBlank(text.charCodeAt(closing - 1))) end = closing;
    ({ start, end } = trim(text, { start, end }));
    if (start === end) start = end = last;
  }
  return { kind: depth > 0 ? 'heading' : 'paragraph', start, end, depth, quoted: false, nesting: 0, label: null };
}

/** Bare addresses in the prose; `hidden` grows by them. */
function hideAddresses(text: string, hidden: Range[]): void {
  if (!text.includes('://') && !/www\./i.test(text)) return;
  for (const match of text.matchAll(ADDRESS)) {
    const { 0: found, index: start } = match;
    let length = found.length;
    while (length > 0 && AFTER_ADDRESS.includes(found.charAt(length - 1))) length--;
    if (isDigit(found.charCodeAt(length - 1)))
      length = MARKER_AFTER_ADDRESS.exec(found.slice(0, length))?.[1]?.length ?? length;
    hidden.push({ start, end: start + length });
  }
}

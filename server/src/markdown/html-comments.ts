import type { Range } from '../text/range.ts';
import type { Comment } from './prose.ts';

/** What a line says behind a comment that opens it: to Markdown all of the line is HTML, to the reader it is text. */
export interface TextBehindComment {
  readonly words: Range;
  /** What is not prose. */
  readonly hidden: readonly Range[];
}

const OPENING = '<!--';
const CLOSING = '-->';
const TAG = /<\/?(?!sup\b)[a-z][^<>]*>/gi;

/** The comments in a block of HTML. Looks no further than `within`: a draft may hold thousands of tags. */
export function findComments(text: string, within: Range): Comment[] {
  const comments: Comment[] = [];
  const html = text.slice(within.start, within.end);
  let at = html.indexOf(OPENING);
  while (at !== -1) {
    const end = html.indexOf(CLOSING, at + OPENING.length);
    if (end === -1) break;
    const start = within.start + at;
    const value = html.slice(at + OPENING.length, end);
    comments.push({ start, end: within.start + end + CLOSING.length, value });
    at = html.indexOf(OPENING, end + CLOSING.length);
  }
  return comments;
}

/** The text behind the first of the comments in a block of HTML, which begins with it; null for tags, or nothing. */
export function readTextBehindComment(
  text: string,
  block: Range,
  comments: readonly Comment[],
): TextBehindComment | null {
  const [first] = comments;
  if (first?.start !== block.start) return null;
  const source = text.slice(first.end, block.end);
  const start = block.end - source.trimStart().length;
  if (start === block.end || text.charAt(start) === '<') return null;
  const hidden: Range[] = comments.map((comment) => ({ start: comment.start, end: comment.end }));
  for (const { 0: tag, index } of source.matchAll(TAG))
    hidden.push({ start: first.end + index, end: first.end + index + tag.length });
  return { words: { start, end: block.end }, hidden };
}

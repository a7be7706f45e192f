import type { Range } from '../text/range.ts';

/** A heading that is written in HTML, as web pages and converters write them, and what stands below it. */
export interface HtmlHeading {
  readonly depth: number;
  /** What the heading tags enclose. */
  readonly words: Range;
  /** Text directly below, with no blank line between; null where that is HTML too, or nothing. */
  readonly below: Range | null;
  /** What is not prose, in order. */
  readonly hidden: readonly Range[];
}

const OPENING = /^<h([1-6])(?:\s[^<>]*)?>/i;
const CLOSING = /<\/h[1-6]>$/i;
const BLOCK_TAG = /<(?:\/?(?:h[1-6]|p|div|ul|ol|li|table|tr|td)\b|!)/i;
const TAG = /<\/?[a-z][^<>]*>/gi;
const SUPERSCRIPT = /^<\/?sup\b/i;

/** The heading that fills the first line of a block of HTML, or null. */
export function readHtmlHeading(text: string, block: Range): HtmlHeading | null {
  const source = text.slice(block.start, block.end);
  const opening = OPENING.exec(source);
  if (!opening) return null;
  const lineEnd = source.search(/[\r\n]|$/);
  const line = source.slice(0, lineEnd).trimEnd();
  const inner = line.slice(opening[0].length).replace(CLOSING, '');
  const depth = Number(opening[1]);
  if (!line.toLowerCase().endsWith(`</h${depth}>`) || BLOCK_TAG.test(inner) || inner.replace(TAG, '').trim() === '')
    return null;
  const below = source.slice(lineEnd).trimStart();
  const isText = below !== '' && !below.startsWith('<') && !below.includes('<!');
  const end = isText ? source.length : line.length;
  const hidden: Range[] = [];
  for (const tag of source.slice(0, end).matchAll(TAG))
    if (tag.index < lineEnd || !SUPERSCRIPT.test(tag[0])) hidden.push(shifted(tag.index, tag.index + tag[0].length));
  if (below !== '' && !isText) hidden.push(shifted(source.length - below.length, source.length));
  return {
    depth,
    words: shifted(opening[0].length, opening[0].length + inner.length),
    below: isText ? shifted(source.length - below.length, source.length) : null,
    hidden,
  };

  function shifted(start: number, end: number): Range {
    return { start: block.start + start, end: block.start + end };
  }
}

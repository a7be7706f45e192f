import { type Block, HIDDEN, type Prose } from '../markdown/prose.ts';
import { isInvisible, isSpace } from '../text/characters.ts';
import { itemAt, type Range } from '../text/range.ts';
import type { MarkerKind } from './draft.ts';

/**
 * A line of a paragraph or heading, without the white space and container prefixes around it, and without the mark of a
 * hard line break at its end; never empty.
 */
export interface Line extends Range {
  readonly block: Block;
  /** The first line of its block. */
  readonly first: boolean;
}

/** Lines that hold a list: those from the index `from` on, before `to`. */
export interface List {
  /** `Prose.masked` */
  readonly masked: string;
  /** All lines of the draft. */
  readonly lines: readonly Line[];
  readonly from: number;
  readonly to: number;
  readonly kind: MarkerKind;
}

const HIDDEN_CODE = HIDDEN.charCodeAt(0);
const BACKSLASH = 92;
const BREAK = /<br\s?\/?>$/i;
const LONGEST_BREAK = 6;
const LINE_END = /\r\n?|\n/g;

/** The lines of all paragraphs and headings; a block that opens an entry without content has one empty line. */
export function readLines(prose: Prose): Line[] {
  const { masked } = prose;
  const simple = !masked.includes('\r');
  const lines: Line[] = [];
  for (const block of prose.blocks) {
    if (block.kind !== 'paragraph' && block.kind !== 'heading') continue;
    let from = block.start;
    let first = true;
    while (from <= block.end) {
      let next: number;
      let to: number;
      if (simple) {
        to = masked.indexOf('\n', from);
        if (to === -1 || to > block.end) to = block.end;
        next = to + 1;
      } else {
        LINE_END.lastIndex = from;
        const ending = LINE_END.exec(masked);
        to = ending && ending.index <= block.end ? ending.index : block.end;
        next = ending && ending.index <= block.end ? LINE_END.lastIndex : block.end + 1;
      }
      let start = from;
      let end = to;
      while (start < end && isFiller(masked.charCodeAt(start))) start++;
      end = withoutBreak(prose, start, end);
      if (end > start || (first && block.label)) lines.push({ start, end, block, first });
      first = false;
      from = next;
    }
  }
  return lines;
}

/**
 * `end` without the white space, comments and hard line breaks before it: `Ibid. <!-- check -->`, `Ibid.<br>` and
 * `Ibid.\` end in a full stop.
 */
function withoutBreak(prose: Prose, start: number, end: number): number {
  const { text, masked } = prose;
  let to = end;
  if (masked.charCodeAt(to - 1) === BACKSLASH && masked.charCodeAt(to - 2) !== BACKSLASH) to--;
  for (;;) {
    while (to > start && isBlank(masked.charCodeAt(to - 1))) to--;
    if (masked.charCodeAt(to - 1) !== HIDDEN_CODE) return to;
    const tag = BREAK.exec(text.slice(Math.max(start, to - LONGEST_BREAK), to))?.[0] ?? '';
    const hidden = itemAt(prose.comments, to - 1)?.start ?? to - tag.length;
    if (hidden === to || hidden < start) return to;
    to = hidden;
  }
}

function isBlank(code: number): boolean {
  return isSpace(code) || isInvisible(code);
}

function isFiller(code: number): boolean {
  return isBlank(code) || code === HIDDEN_CODE;
}

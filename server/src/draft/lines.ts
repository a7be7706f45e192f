import { type Block, HIDDEN, type Prose } from '../markdown/prose.ts';
import { isSpace } from '../text/characters.ts';
import type { Range } from '../text/range.ts';

/** A line of a paragraph or heading, without the white space and container prefixes around it; never empty. */
export interface Line extends Range {
  readonly block: Block;
  /** The first line of its block. */
  readonly first: boolean;
}

const HIDDEN_CODE = HIDDEN.charCodeAt(0);
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
      while (end > start && isSpace(masked.charCodeAt(end - 1))) end--;
      if (end > start || (first && block.label)) lines.push({ start, end, block, first });
      first = false;
      from = next;
    }
  }
  return lines;
}

function isFiller(code: number): boolean {
  return isSpace(code) || code === HIDDEN_CODE;
}

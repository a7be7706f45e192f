import { isSpace } from '../text/characters.ts';
import { mergeRanges, type Range } from '../text/range.ts';
import { remembering } from '../text/remember.ts';
import { titlesInItalics } from './italics.ts';
import type { Block, Prose } from './prose.ts';

const MARKS = /[“”"]/g;
const TEXT_BLOCKS = new Set<Block['kind']>(['paragraph', 'heading']);

/** The quotations of a draft, about which several ask. */
export const quotations: (prose: Prose) => readonly Range[] = remembering(findQuotations);

/**
 * Other people's words: what stands in double quotation marks, curly (“ ”) or straight, marks included, blocks inside
 * block quotes, and titles in italics. A quotation lies within one block; a mark without its twin opens nothing. Sorted
 * and disjoint. Only the stretch of text that the blocks cover is looked at.
 */
export function findQuotations(prose: Prose): readonly Range[] {
  const found = inMarks(prose);
  const titles = titlesInItalics(prose.masked, prose.blocks);
  return titles.length > 0 ? mergeRanges([...found, ...titles]) : found;
}

function inMarks(prose: Prose): readonly Range[] {
  const { masked, blocks } = prose;
  const found: Range[] = [];
  for (const block of blocks)
    if (block.quoted && TEXT_BLOCKS.has(block.kind) && block.end > block.start)
      found.push({ start: block.start, end: block.end });
  const quotedBlocks = found.length;

  let index = -1;
  let end = -1;
  let skip = false;
  let curly = -1;
  let straight = -1;
  const last = blocks.at(-1)?.end ?? 0;
  MARKS.lastIndex = blocks[0]?.start ?? 0;
  while (MARKS.test(masked)) {
    const at = MARKS.lastIndex - 1;
    if (at >= last) break;
    if (at >= end) {
      for (let next = blocks[index + 1]; next && next.start <= at; next = blocks[index + 1]) index++;
      const block = blocks[index];
      skip = !block || block.quoted || at >= block.end || !TEXT_BLOCKS.has(block.kind);
      end = block && at < block.end ? block.end : (blocks[index + 1]?.start ?? masked.length);
      curly = -1;
      straight = -1;
    }
    if (skip) continue;
    const mark = masked.charAt(at);
    if (mark === '“') curly = at;
    else if (mark === '"' && opens(masked, at)) straight = at;
    else {
      const start = mark === '”' ? curly : straight;
      if (start === -1) continue;
      // What a pair encloses is part of it, whichever marks it has.
      while (found.length > quotedBlocks && (found.at(-1) as Range).start > start) found.pop();
      found.push({ start, end: at + 1 });
      if (mark === '”') curly = -1;
      else straight = -1;
      if (curly > start) curly = -1;
      if (straight > start) straight = -1;
    }
  }
  return quotedBlocks > 0 ? found.sort((a, b) => a.start - b.start) : found;
}

/** Whether the straight quotation mark at `offset` opens: it follows a space or an opening mark. */
function opens(text: string, offset: number): boolean {
  const before = text.charCodeAt(offset - 1);
  return (isSpace(before) || '([“‘—–-/*_'.includes(text.charAt(offset - 1))) && !isSpace(text.charCodeAt(offset + 1));
}

import { type Change, type Moving, movedRange, shiftRange } from '../text/change.ts';
import { lastStartingBefore, movedBy, type Range } from '../text/range.ts';
import { type Block, type Comment, LazyProse, mask, type Prose } from './prose.ts';
import { holdsDefinition, LONGEST_DEFINITION, readProse } from './read.ts';
import { mayBeRunningHead } from './running-heads.ts';

/** A paragraph that was changed inside, where nothing else was. */
export interface ChangedParagraph {
  readonly change: Change;
  /** Where it is among the blocks. */
  readonly index: number;
  /** The paragraph now. */
  readonly block: Block;
  /** What is not prose in it now. */
  readonly hidden: readonly Range[];
  readonly around: Surroundings;
}

/**
 * A changed paragraph with all from the block of words before it to the one behind, as a text of its own before and after
 * the change; all offsets count from its start.
 */
export interface Surroundings {
  readonly before: Prose;
  readonly after: Prose;
  readonly change: Change;
  /** Where the paragraph is among the blocks of both. */
  readonly index: number;
  /** Where the text starts in the whole. */
  readonly offset: number;
}

/**
 * The paragraph that a change lies in, where Markdown reads it by itself, and all around it as before; else null. It
 * takes time in proportion to the paragraph.
 */
export function findChangedParagraph(prose: Prose, text: string, change: Change): ChangedParagraph | null {
  const { blocks } = prose;
  const index = lastStartingBefore(blocks, change.start);
  const block = blocks[index];
  if (!block || change.start === block.start || !standsAlone(prose, index)) return null;
  const { start } = block;
  const end = lineEnd(prose.text, block.end);
  if (change.end > end || prose.defines || mayDefine(text, start, end + change.by)) return null;
  const before = readParagraph(prose.text.slice(start, end));
  const after = readParagraph(text.slice(start, end + change.by));
  if (!before || !after || before.endings !== after.endings) return null;
  if (before.end !== block.end - start || before.masked !== maskedIn(prose, start, end)) return null;

  const changed: Block = { ...block, end: start + after.end };
  const last = nextText(prose, index, 1);
  const neighbours = blocks.slice(nextText(prose, index, -1), last + 1);
  const from = (neighbours[0] ?? block).start;
  const to = last === index ? end : (blocks[last] as Block).end;
  const around = maskedIn(prose, from, to);
  const comments = prose.comments.filter((comment) => comment.start >= from && comment.end <= to);
  return {
    change,
    index,
    block: changed,
    hidden: after.hidden.map((range) => movedBy(range, start)),
    around: {
      before: extract(prose.text.slice(from, to), around, neighbours, comments, from),
      after: extract(
        text.slice(from, to + change.by),
        around.slice(0, start - from) + after.masked + around.slice(end - from),
        neighbours.map((other) => (other === block ? changed : movedBlock(other, change))),
        comments.map((comment) => ({ ...comment, ...movedRange(comment, change) })),
        from,
      ),
      change: { ...movedBy(change, -from), by: change.by },
      index: neighbours.indexOf(block),
      offset: from,
    },
  };
}

/** The prose with the paragraph as it is now. It takes `prose` over: what stands behind the change is moved in place. */
export function reviseProse(prose: Prose, text: string, paragraph: ChangedParagraph): Prose {
  const { change, index, block } = paragraph;
  const { comments, frontMatter, defines } = prose;
  const old = prose.blocks[index] as Block;
  const end = lineEnd(prose.text, old.end);
  const blocks = prose.blocks as Block[];
  const hidden = prose.hidden.filter((range) => range.end <= old.start || range.start >= end);
  for (const range of hidden) shiftRange(range, change);
  for (const comment of comments) shiftRange(comment, change);
  blocks[index] = block;
  for (let at = index + 1; at < blocks.length; at++) {
    const behind = blocks[at] as Moving<Block>;
    behind.start += change.by;
    behind.end += change.by;
    if (behind.label) shiftRange(behind.label, change);
  }
  hidden.splice(lastStartingBefore(hidden, block.start) + 1, 0, ...paragraph.hidden);
  return new LazyProse({ text, blocks, hidden, comments, frontMatter, defines });
}

/** Whether a block is a paragraph that starts in the first column, between blank lines or below a heading. */
function standsAlone({ text, blocks }: Prose, index: number): boolean {
  const { kind, quoted, nesting, label, start, end } = blocks[index] as Block;
  if (kind !== 'paragraph' || quoted || nesting > 0 || label) return false;
  if (start > 0) {
    if (!isLineEnd(text, start - 1)) return false;
    const above = start - (text.charCodeAt(start - 2) === CR && text.charCodeAt(start - 1) === LF ? 2 : 1);
    const heading = blocks[index - 1];
    const isBelowHeading = heading?.kind === 'heading' && lineEnd(text, heading.end) === above;
    if (!isBelowHeading && !isBlank(text, lineStart(text, above), above)) return false;
  }
  const ending = lineEnd(text, end);
  const below = ending + (text.charCodeAt(ending) === CR && text.charCodeAt(ending + 1) === LF ? 2 : 1);
  return isBlank(text, end, ending) && isBlank(text, below, lineEnd(text, below));
}

/** The next block before or behind one that has words in it, or a label; where there is none, the block itself. */
function nextText(prose: Prose, index: number, step: 1 | -1): number {
  for (let at = index + step; prose.blocks[at]; at += step) {
    const { kind, start, end, label } = prose.blocks[at] as Block;
    if (kind !== 'paragraph' && kind !== 'heading') continue;
    if (label || WORD.test(maskedIn(prose, start, end))) return at;
  }
  return index;
}

/** Whether there may be a link reference definition that has to do with a stretch of a text. */
function mayDefine(text: string, start: number, end: number): boolean {
  return holdsDefinition(text.slice(Math.max(0, start - LONGEST_DEFINITION), end + LONGEST_DEFINITION));
}

/** The lines of a paragraph, if Markdown reads nothing else in them. Offsets count from the start of the lines. */
function readParagraph(lines: string) {
  if (mayBeRunningHead(lines)) return null;
  const { blocks, comments, masked, hidden } = readProse(lines);
  const [block, ...others] = blocks;
  const { kind, start, end, nesting, quoted, label } = block ?? { kind: null };
  if (kind !== 'paragraph' || others.length > 0 || comments.length > 0) return null;
  if (start > 0 || nesting > 0 || quoted || label) return null;
  return { end, masked, hidden, endings: lines.replace(/[^\r\n]+/g, ' ') };
}

function movedBlock(block: Block, change: Change): Block {
  const { label } = block;
  return {
    ...block,
    ...movedRange(block, change),
    label: label && { ...label, ...movedRange(label, change) },
  };
}

/** A stretch of a text as a text of its own, with the blocks and comments given, all of which lie in it. */
function extract(
  text: string,
  masked: string,
  blocks: readonly Block[],
  comments: readonly Comment[],
  from: number,
): Prose {
  const within = <Item extends Range>(item: Item): Item => ({ ...item, ...movedBy(item, -from) });
  return {
    text,
    masked,
    blocks: blocks.map((block) => ({ ...within(block), label: block.label && within(block.label) })),
    hidden: [],
    comments: comments.map(within),
    frontMatter: null,
    defines: false,
  };
}

/** `Prose.masked` of a stretch. */
function maskedIn({ text, hidden }: Prose, from: number, to: number): string {
  const inside: Range[] = [];
  for (let at = Math.max(lastStartingBefore(hidden, from), 0); (hidden[at]?.start ?? to) < to; at++) {
    const { start, end } = hidden[at] as Range;
    if (end > from) inside.push({ start: Math.max(start, from) - from, end: Math.min(end, to) - from });
  }
  return mask(text.slice(from, to), inside);
}

/** Something other than white space and what is hidden. */
const WORD = /[^\s\uFFFC]/;
const LF = 10;
const CR = 13;

function isLineEnd(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset);
  return code === LF || code === CR;
}

function lineStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && !isLineEnd(text, start - 1)) start--;
  return start;
}

function lineEnd(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && !isLineEnd(text, end)) end++;
  return end;
}

function isBlank(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (text.charCodeAt(at) !== 32 && text.charCodeAt(at) !== 9) return false;
  return true;
}

import { type Block, type Comment, HIDDEN, type Prose } from '../markdown/prose.ts';
import { isSpace } from '../text/characters.ts';
import { nearest } from '../text/distance.ts';
import { lineStarts } from '../text/lines.ts';
import { itemAt, lastStartingBefore, type Range } from '../text/range.ts';

/** A word of a comment: its keyword, or a rule that it names. */
export interface Word extends Range {
  readonly text: string;
}

/**
 * A comment that turns rules off or on, in the syntax of remark's message control:
 * `<!--sentinel-citations ignore marker-order-->`. It names the rules, or means all by naming none.
 */
export interface Control extends Range {
  /** As written: it may be none of `ignore`, `disable`, `enable`, `reset`. */
  readonly keyword: Word;
  readonly rules: readonly Word[];
  /** From where to where an `ignore` works; the others work from here on. */
  readonly covers: Range;
  /** The comment, with its line when it is alone on it, and one of the blank lines around: what goes when it goes. */
  readonly whole: Range;
  /** Without it what stands around may be read otherwise: as one word, an empty list item, a block quote that goes on. */
  readonly isSupport: boolean;
}

/** What a comment can do. */
export const KEYWORDS = ['ignore', 'disable', 'enable', 'reset'] as const;
const NAME = 'sentinel-citations';
const MOST_SLIPS = 2;
/** As other programs write it: `sentinel-citations-disable-next-line`. */
const JOINED = /^sentinel-citations?[-_:]+(ignore|disable|enable|reset)((?:-[a-z-]+)?)$/i;
const WORD = /[^\s,]+/g;
/** What opens a list item, in a block quote as well. */
const ITEM = /[\s>]*(?:[-*+]|\d{1,9}[.)])[ \t]+/y;
/** What stands behind dashes is a reason, for people. */
const REASON = /\s(?:--|[–—])(?=\s)/;

/** The comments of a draft that are addressed to this program, in the order of the text. */
export function readControls(prose: Prose): readonly Control[] {
  const addressed = prose.comments.flatMap((comment) => {
    const [name, keyword, ...rules] = wordsOf(comment);
    return name?.text === NAME && keyword ? [{ start: comment.start, end: comment.end, keyword, rules }] : [];
  });
  if (addressed.length === 0) return [];

  const lines = linesOf(prose.text);
  let judged: Range & { readonly blank: boolean } = { start: -1, end: -1, blank: false };
  // Thousands of comments may stand in one line.
  const isAlone = ({ start, end }: Range): boolean => {
    if (judged.start !== start || judged.end !== end)
      judged = { start, end, blank: isBlank(prose.masked, { start, end }) };
    return judged.blank;
  };
  const placed = addressed.map((control): Placed => {
    const first = lineAt(lines, control.start);
    const last = lineAt(lines, control.end);
    const around = { start: (lines[first] as Range).start, end: (lines[last] as Range).end };
    return { control, first, last, around, alone: isAlone(around) };
  });
  return coverings(prose, lines, placed).map((covers, index) => {
    const place = placed[index] as Placed;
    const isSupport = partsText(prose, place) || fillsItem(prose, place) || endsQuote(prose, lines, place);
    return { ...place.control, covers, whole: wholeOf(prose.text, lines, place), isSupport };
  });
}

/** What goes when a comment goes: of two blank lines around the one that it is alone on, one is left. */
function wholeOf(text: string, lines: readonly Range[], { control, first, last, around, alone }: Placed): Range {
  if (!alone) return { start: control.start, end: control.end };
  const isEmpty = (line: Range | undefined) => !line || text.slice(line.start, line.end).trim() === '';
  const [above, below] = [lines[first - 1], lines[last + 1]];
  const isApart = isEmpty(above) && isEmpty(below);
  const start = isApart && above ? above.start : around.start;
  const next = isApart && !above ? (lines[last + 2] ?? below) : below;
  return { start, end: next?.start ?? around.end };
}

/** Whether nothing but the comment keeps what stands on its two sides apart. */
function partsText({ text }: Prose, { control: { start, end } }: Placed): boolean {
  return /\S/.test(text.charAt(start - 1)) && /\S/.test(text.charAt(end));
}

/** Whether nothing but the mark of a list item stands in the line of a comment. */
function fillsItem({ text, masked }: Prose, { control, around }: Placed): boolean {
  ITEM.lastIndex = around.start;
  const opens = ITEM.test(text) && ITEM.lastIndex === control.start;
  return opens && isBlank(masked, { start: control.end, end: around.end });
}

/** Whether a comment keeps a block quote apart from the text below. */
function endsQuote({ text, blocks }: Prose, lines: readonly Range[], { first, last, around, alone }: Placed): boolean {
  const [above, below] = [lines[first - 1], lines[last + 1]];
  if (!alone || !above || !below || text.slice(below.start, below.end).trim() === '') return false;
  const block = blocks[lastStartingBefore(blocks, around.start - 1)];
  return block?.quoted === true && block.end > above.start;
}

/** The names of comments that look as if they were meant for this program, and are not heard: with the right name. */
export function readMisnamed(prose: Prose): readonly (Word & { readonly meant: string })[] {
  return prose.comments.flatMap((comment) => {
    const [name, keyword] = wordsOf(comment);
    const joined = name && JOINED.exec(name.text);
    if (joined) return [{ ...name, meant: `${NAME} ${keywordFor(joined)}` }];
    if (!name || name.text === NAME || !KEYWORDS.some((known) => known === keyword?.text)) return [];
    return nearest(name.text.toLowerCase(), [NAME], MOST_SLIPS) === null ? [] : [{ ...name, meant: NAME }];
  });
}

/** Of what another program does to the next line, or to this one, `ignore` is the nearest. */
function keywordFor([, keyword = '', rest = '']: RegExpExecArray): string {
  return rest.includes('line') ? 'ignore' : keyword.toLowerCase();
}

interface Placed {
  readonly control: Omit<Control, 'covers' | 'whole' | 'isSupport'>;
  readonly first: number;
  readonly last: number;
  /** The lines that it takes up. */
  readonly around: Range;
  readonly alone: boolean;
}

/** What each comment covers. Comments on lines of their own, one below the other, cover the same. */
function coverings(prose: Prose, lines: readonly Range[], placed: readonly Placed[]): Range[] {
  const inside: boolean[] = [];
  for (const [index, { first, alone }] of placed.entries()) {
    const above = placed[index - 1];
    const stacked = alone && above?.alone === true && above.last === first - 1;
    inside.push(stacked ? inside[index - 1] === true : isInText(prose, lines[first - 1]));
  }
  const covers: Range[] = new Array(placed.length);
  for (let index = placed.length - 1; index >= 0; index--) {
    const { control, last, around, alone } = placed[index] as Placed;
    const below = placed[index + 1];
    if (!alone) covers[index] = { start: control.end, end: around.end };
    else if (below?.alone && below.first === last + 1) covers[index] = covers[index + 1] as Range;
    else {
      // Below a paragraph's last line there is no next line of it: then it is about the next block.
      const next = inside[index] ? lines[last + 1] : undefined;
      covers[index] = next && !isBlank(prose.masked, next) ? next : blockAfter(prose.blocks, around.end);
    }
  }
  return covers;
}

function wordsOf(comment: Comment): Word[] {
  const start = comment.start + '<!--'.length;
  const [said = ''] = comment.value.split(REASON, 1);
  return Array.from(said.matchAll(WORD), ({ 0: text, index }) => ({
    text,
    start: start + index,
    end: start + index + text.length,
  }));
}

/** The lines of a text without their endings. */
function linesOf(text: string): Range[] {
  const starts = lineStarts(text);
  return starts.map((start, index) => {
    let end = starts[index + 1] ?? text.length;
    while (end > start && (text.charAt(end - 1) === '\n' || text.charAt(end - 1) === '\r')) end--;
    return { start, end };
  });
}

function lineAt(lines: readonly Range[], offset: number): number {
  return Math.max(lastStartingBefore(lines, offset), 0);
}

function isInText({ text, blocks }: Prose, line: Range | undefined): boolean {
  if (!line) return false;
  let at = line.start;
  while (at < line.end && isSpace(text.charCodeAt(at))) at++;
  const kind = itemAt(blocks, at)?.kind;
  return at < line.end && (kind === 'paragraph' || kind === 'heading');
}

function blockAfter(blocks: readonly Block[], offset: number): Range {
  const block = blocks[lastStartingBefore(blocks, offset) + 1];
  return block ? { start: block.label?.start ?? block.start, end: block.end } : { start: offset, end: offset };
}

function isBlank(masked: string, { start, end }: Range): boolean {
  for (let at = start; at < end; at++) {
    if (masked.charAt(at) !== HIDDEN && !isSpace(masked.charCodeAt(at))) return false;
  }
  return true;
}

import type { Cells, Measure } from '../terminal/cells.ts';
import { harmless } from '../terminal/terminal.ts';

/** A line of the draft, cut to the columns that there are, and where to underline it. */
export interface Excerpt {
  readonly text: string;
  /** Columns before what is underlined. */
  readonly indent: number;
  /** Columns to underline, at least one. */
  readonly length: number;
}

const ELLIPSIS = '…';
/** How far a cut moves to spare a word. */
const LONGEST_STEP = 12;
/** Columns before the range that are shown, however long it is. */
const CONTEXT = 24;

/**
 * The part of a line around `from` … `to` (UTF-16 offsets in the line) that fits into `width` columns. The line may
 * hold anything, and be a megabyte long.
 */
export function excerpt(line: string, from: number, to: number, width: number, measure: Measure): Excerpt {
  const first = Math.max(0, from - width);
  const last = Math.min(line.length, Math.max(from + 1, Math.min(to, from + width)) + width);
  const source = harmless(line.slice(first, last));
  const cells = measure.cells(source);
  const [rangeStart, rangeEnd] = [from - first, to - first];

  let start = 0;
  while (start < cells.count && cells.startAt(start + 1) <= rangeStart) start++;
  let end = start;
  while (end < cells.count && cells.startAt(end) < rangeEnd) end++;

  const kept = cellsToShow(source, cells, start, end, width, { before: first > 0, after: last < line.length });
  const before = kept.cutBefore ? ELLIPSIS : '';
  const indent = before.length + widthOf(cells, kept.start, start);
  const marked = widthOf(cells, start, Math.min(end, kept.end)) + (end > kept.end ? 1 : 0);
  const shown = source.slice(cells.startAt(kept.start), cells.startAt(kept.end));
  return { text: before + shown + (kept.cutAfter ? ELLIPSIS : ''), indent, length: Math.max(1, marked) };
}

interface Shown {
  readonly start: number;
  readonly end: number;
  readonly cutBefore: boolean;
  readonly cutAfter: boolean;
}

/** The cells to show: a little of what stands before, the range, and around it, evenly, what there is room for. */
function cellsToShow(
  source: string,
  cells: Cells,
  rangeStart: number,
  rangeEnd: number,
  width: number,
  more: { readonly before: boolean; readonly after: boolean },
): Shown {
  const { widthAt } = cells;
  // Two columns are kept free for the signs that something is cut off.
  let free = width - 2;
  let start = rangeStart;
  let end = rangeStart;
  let before = 0;
  let after = 0;
  const growLeft = () => {
    before += widthAt(--start);
    free -= widthAt(start);
  };
  const context = Math.min(CONTEXT, width / 4);
  while (before + widthAt(start - 1) <= context) growLeft();
  while (end < Math.max(rangeEnd, rangeStart + 1) && widthAt(end) <= free) free -= widthAt(end++);
  const cut = end < rangeEnd;
  for (;;) {
    const left = widthAt(start - 1) <= free;
    const right = !cut && widthAt(end) <= free;
    if (!left && !right) break;
    if (left && (!right || before <= after)) {
      growLeft();
    } else {
      after += widthAt(end);
      free -= widthAt(end++);
    }
  }
  const cutBefore = start > 0 || more.before;
  const cutAfter = end < cells.count || more.after;
  return {
    start: cutBefore ? wordStart(source, cells, start, rangeStart) : start,
    end: cutAfter && !cut ? wordEnd(source, cells, end, rangeEnd) : end,
    cutBefore,
    cutAfter,
  };
}

/** The start of the first whole word at or after `index`, when there is one near. */
function wordStart(source: string, cells: Cells, index: number, limit: number): number {
  for (let at = index; at < Math.min(index + LONGEST_STEP, limit); at++) if (isSpace(source, cells, at - 1)) return at;
  return index;
}

/** The end of the last whole word at or before `index`, when there is one near. */
function wordEnd(source: string, cells: Cells, index: number, limit: number): number {
  for (let at = index; at > Math.max(index - LONGEST_STEP, limit); at--) if (isSpace(source, cells, at)) return at;
  return index;
}

function isSpace(source: string, cells: Cells, index: number): boolean {
  return index >= 0 && index < cells.count && source[cells.startAt(index)] === ' ';
}

function widthOf({ widthAt }: Cells, from: number, to: number): number {
  let width = 0;
  for (let index = from; index < to; index++) width += widthAt(index);
  return width;
}

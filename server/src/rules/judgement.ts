import { quotations } from '../markdown/quotations.ts';
import type { TextEdit } from '../text/edit.ts';
import { contains, itemAt, lastStartingBefore, mergeRanges, overlaps, type Range } from '../text/range.ts';
import { remembering } from '../text/remember.ts';
import type { Reading } from './rule.ts';

/** Whether an edit is for an author to decide on, whatever the rule that proposes it knows of its own matter. */
export function needsJudgement(reading: Reading, edit: TextEdit): boolean {
  return touchesVerbatim(reading, edit) || pairsBackticks(reading, edit);
}

/** Whether it changes quotations or titles: other people’s words. */
function touchesVerbatim(reading: Reading, edit: TextEdit): boolean {
  const { start, end } = edit;
  // What is added at the end of a block quote is part of it; a quotation ends with its mark.
  if (start === end && itemAt(reading.prose.blocks, start - 1)?.quoted) return true;
  const ranges = verbatimRanges(reading);
  const range = ranges[lastStartingBefore(ranges, Math.max(end - 1, start))];
  if (!range) return false;
  return start === end ? contains(range, start) && start > range.start : overlaps(range, edit);
}

const verbatimRanges = remembering(({ prose, sources }: Reading): readonly Range[] => {
  const titles = sources.references.flatMap(({ title }) => (title ? [title] : []));
  return mergeRanges([...quotations(prose), ...titles]);
});

/** Whether it writes the second backtick of a paragraph: Markdown reads code between two. */
function pairsBackticks({ text, prose }: Reading, { start, end, text: written }: TextEdit): boolean {
  if (!written.includes('`')) return false;
  const block = itemAt(prose.blocks, start);
  if (!block) return false;
  const before = backticksIn(text.slice(block.start, block.end));
  return before < 2 && before - backticksIn(text.slice(start, end)) + backticksIn(written) >= 2;
}

function backticksIn(text: string): number {
  return text.split('`').length - 1;
}

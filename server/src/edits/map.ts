import type { TextEdit } from '../text/edit.ts';
import { lastStartingBefore, type Range } from '../text/range.ts';

/**
 * Where an offset of the edited text was before the edits, which do not touch each other: one offset (an empty range),
 * or all that an edit replaced, for an offset in or at the end of what it wrote.
 */
export function mapBack(edits: readonly TextEdit[]): (offset: number) => Range {
  const sorted = [...edits].sort((a, b) => a.start - b.start);
  let shift = 0;
  const written = sorted.map((edit) => {
    const start = edit.start + shift;
    shift += edit.text.length - (edit.end - edit.start);
    return { start, end: start + edit.text.length, edit, shift };
  });
  return (offset) => {
    const last = written[lastStartingBefore(written, offset)];
    if (!last) return { start: offset, end: offset };
    if (offset <= last.end) return last.edit;
    return { start: offset - last.shift, end: offset - last.shift };
  };
}

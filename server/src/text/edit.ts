import type { Range } from './range.ts';

/** Replaces the text of its range; an empty range inserts, an empty text deletes. */
export interface TextEdit extends Range {
  readonly text: string;
}

/**
 * The text with the edits made. Edits may come in any order; where two overlap, or insert at the same
 * place, the one that starts first (then: that comes first in `edits`) wins and the other is left out whole.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = edits
    .map((edit, index) => ({ edit, index }))
    .sort((a, b) => a.edit.start - b.edit.start || a.index - b.index);
  const kept: TextEdit[] = [];
  for (const { edit } of ordered) {
    const last = kept.at(-1);
    const clashes = last && (edit.start < last.end || (edit.start === last.start && edit.end === last.end));
    if (!clashes) kept.push(edit);
  }
  let result = '';
  let from = 0;
  for (const edit of kept) {
    result += text.slice(from, edit.start) + edit.text;
    from = edit.end;
  }
  return result + text.slice(from);
}

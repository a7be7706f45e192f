import type { Range } from '../text/range.ts';

/** The day on which the examples are checked: what they date after it lies in the future. */
export const EXAMPLE_DAY = '2026-06-15';

const MARKS = /^[ ~]*~[ ~]*$/;

/** The lines of an example's draft, each ended; see `Example.draft` for the lines of marks among them. */
export function lines(...all: readonly string[]): string {
  return `${all.join('\n')}\n`;
}

/** An example's draft without its lines of marks, and the ranges that they mark. */
export function readExample(draft: string): { readonly text: string; readonly marks: readonly Range[] } {
  const marks: Range[] = [];
  let text = '';
  let lineStart = 0;
  for (const line of draft.split(/(?<=\n)/)) {
    const bare = line.replace(/\n$/, '');
    if (MARKS.test(bare)) {
      for (const run of bare.matchAll(/~+/g)) {
        marks.push({ start: lineStart + run.index, end: lineStart + run.index + run[0].length });
      }
    } else {
      lineStart = text.length;
      text += line;
    }
  }
  return { text, marks };
}

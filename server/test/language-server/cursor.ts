import { type Analysis, analyse } from '../../src/analysis.ts';
import type { Range } from '../../src/text/range.ts';

/** A draft with a `|` where the cursor is. */
export interface AtCursor {
  readonly analysis: Analysis;
  readonly offset: number;
}

export function atCursor(marked: string): AtCursor {
  const offset = marked.indexOf('|');
  if (offset === -1 || marked.includes('|', offset + 1)) throw new Error('Expected one “|” in the draft');
  return { analysis: analyse(marked.replace('|', '')), offset };
}

/** The lines of the text that hold the ranges, each with `^` below what its ranges cover. */
export function underlined({ text }: Analysis, ranges: readonly Range[]): string {
  let shown = '';
  let start = 0;
  for (const line of text.split('\n')) {
    const end = start + line.length;
    const here = ranges.filter((range) => range.start < end + 1 && range.end > start);
    if (here.length > 0) {
      const covered = (at: number) => here.some((range) => range.start <= start + at && start + at < range.end);
      shown += `${line}\n${Array.from(line, (_, at) => (covered(at) ? '^' : ' '))
        .join('')
        .trimEnd()}\n`;
    }
    start = end + 1;
  }
  return shown;
}

/**
 * A draft that has a bit of everything, to put a cursor into: `replace` gives the part that the cursor is in, the same
 * but for the `|`.
 */
export const DRAFT = `# Two Wings

The wing split.[1] It fought on,[2] as others did.[3][a] Both recruit.[4]

## Substantive Notes

[a] In the *east*, that is.

## Citations

[1] Ann Lee, “A Split,” Daily Post, May 3, 2016.

[2] Ibid.

[3] See Max Roy, “The War: A History,” Daily Post, May 4, 2016, https://example.org/war_1; Lee.

[4] Ibid.
`;

export function inDraft(replaced: string): AtCursor {
  const plain = replaced.replace('|', '');
  if (!DRAFT.includes(plain)) throw new Error(`Expected “${plain}” in the draft`);
  return atCursor(DRAFT.replace(plain, () => replaced));
}

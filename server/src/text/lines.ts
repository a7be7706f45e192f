import { firstIndex } from './search.ts';

/** A place in a text as people count it: line and column from 1, the column in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/**
 * The offset at which each line starts. Lines end at LF, CRLF or a lone CR, as in CommonMark and in the
 * Language Server Protocol.
 */
export function lineStarts(text: string): number[] {
  const starts = [0];
  if (!text.includes('\r')) {
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    return starts;
  }
  for (const ending of text.matchAll(/\r\n?|\n/g)) starts.push(ending.index + ending[0].length);
  return starts;
}

/** Where `offset` lies in a text whose lines start at `starts`. */
export function positionAt(starts: readonly number[], offset: number): Position {
  const next = firstIndex(starts.length, (index) => (starts[index] as number) > offset);
  const line = Math.max(next, 1);
  return { line, column: offset - (starts[line - 1] as number) + 1, offset };
}

import { createTwoFilesPatch, diffWordsWithSpace, FILE_HEADERS_ONLY } from 'diff';
import { harmless, type Style } from './terminal.ts';

/** Lines. */
const HEADER = 2;

/** What `patch -p1` and `git apply` read. Lines are as they are in the files, but for a terminal, which gets them harmless. */
export function unifiedDiff(name: string, before: string, after: string, { colors, wraps }: Style): string {
  const patch = createTwoFilesPatch(`a/${name}`, `b/${name}`, before, after, undefined, undefined, {
    context: 3,
    headerOptions: FILE_HEADERS_ONLY,
  });
  const lines = patch.split('\n').map((line) => (wraps ? harmless(line.replace(/\r$/, '')) : line));
  // As git has it: without a tab behind it, `patch` takes a name up to its first space.
  if (name.includes(' ')) for (let at = 0; at < HEADER; at++) lines[at] += '\t';
  return (colors.isColorSupported ? inColor(lines, colors) : lines).join('\n');
}

function inColor(lines: readonly string[], colors: Style['colors']): string[] {
  const drawn: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (at < HEADER) drawn.push(colors.bold(line));
    else if (line.startsWith('@@')) drawn.push(colors.cyan(line));
    else if (line.startsWith('-') || line.startsWith('+')) {
      const length = lengthOfChange(lines, at);
      drawn.push(...changeInColor(lines.slice(at, at + length), colors));
      at += length - 1;
    } else drawn.push(line);
  }
  return drawn;
}

/** How many lines from `start` on belong to one change: those that go, and those that come in their place. */
function lengthOfChange(lines: readonly string[], start: number): number {
  let end = start;
  while (lines[end]?.startsWith('-')) end++;
  while (lines[end]?.startsWith('+')) end++;
  return end - start;
}

/** A paragraph is one line, in which a changed word is hard to see: where lines stand for lines, words are inverse. */
function changeInColor(lines: readonly string[], colors: Style['colors']): string[] {
  const before = lines.filter((line) => line.startsWith('-')).map((line) => line.slice(1));
  const after = lines.slice(before.length).map((line) => line.slice(1));
  const isPaired = before.length === after.length;
  const side = (mark: '-' | '+', at: number): string => {
    const color = mark === '-' ? colors.red : colors.green;
    const [old = '', now = ''] = [before[at], after[at]];
    if (!isPaired) return color(mark + (mark === '-' ? old : now));
    const parts = diffWordsWithSpace(old, now).filter(({ added, removed }) => (mark === '-' ? !added : !removed));
    return parts.reduce(
      (text, { value, added, removed }) => text + color(added || removed ? colors.inverse(value) : value),
      color(mark),
    );
  };
  return [...before.map((_, at) => side('-', at)), ...after.map((_, at) => side('+', at))];
}

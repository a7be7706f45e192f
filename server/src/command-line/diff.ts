import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import { harmless, type Style } from './terminal.ts';

/** What `patch -p1` and `git apply` read. Lines are as they are in the files, but for a terminal, which gets them harmless. */
export function unifiedDiff(name: string, before: string, after: string, { colors, wraps }: Style): string {
  const patch = createTwoFilesPatch(`a/${name}`, `b/${name}`, before, after, undefined, undefined, {
    context: 3,
    headerOptions: FILE_HEADERS_ONLY,
  });
  const lines = patch.split('\n').map((line) => {
    const text = wraps ? harmless(line.replace(/\r$/, '')) : line;
    if (text.startsWith('--- ') || text.startsWith('+++ ')) return colors.bold(text);
    if (text.startsWith('@@')) return colors.cyan(text);
    if (text.startsWith('-')) return colors.red(text);
    return text.startsWith('+') ? colors.green(text) : text;
  });
  return lines.join('\n');
}

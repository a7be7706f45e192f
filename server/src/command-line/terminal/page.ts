import { stripVTControlCharacters } from 'node:util';
import type { Style } from './terminal.ts';
import { wrap } from './wrap.ts';

const WIDEST = 88;
const FENCE = /^`{3,}/;
/** Stands for a space that no row ends at. */
const GLUE = '\0';

/** A page of documentation for a terminal: as much of Markdown as the pages of rules use. */
export function renderPage(markdown: string, { colors, width }: Style, widthOf: (text: string) => number): string {
  const measure = (word: string) => widthOf(stripVTControlCharacters(word.replaceAll(GLUE, ' ')));
  const paragraph = (text: string, most: number): string[] => {
    const drawn = inline(text, colors, (code) => measure(code) <= most);
    return wrap(drawn, most, measure).map((row) => row.replaceAll(GLUE, ' '));
  };
  const rows: string[] = [];
  let fence: string | null = null;
  for (const line of markdown.split('\n')) {
    const mark = FENCE.exec(line)?.[0];
    if (fence !== null) {
      if (line === fence) fence = null;
      else
        rows.push(
          line === '' ? '' : `    ${/^[ ~]*~[ ~]*$/.test(line) ? colors.yellow(line.replaceAll('~', '━')) : line}`,
        );
    } else if (mark) {
      fence = mark;
    } else if (line.startsWith('#')) {
      const title = colors.bold(line.replace(/^#+ /, ''));
      rows.push(line.startsWith('# ') ? colors.underline(title) : title);
    } else if (line.startsWith('- ')) {
      const [first, ...rest] = paragraph(line.slice(2), Math.min(width, WIDEST) - 4);
      rows.push(`  • ${first}`, ...rest.map((row) => `    ${row}`));
    } else {
      rows.push(...paragraph(line, Math.min(width, WIDEST)));
    }
  }
  return `${rows.join('\n').trimEnd()}\n`;
}

/** @param isWhole whether code is to stay on one row, to be copied from there */
function inline(text: string, colors: Style['colors'], isWhole: (code: string) => boolean): string {
  // Each word has its own colour, so that none runs on over the end of a row.
  const each = (words: string, draw: (word: string) => string) => words.split(' ').map(draw).join(' ');
  return text
    .replace(/\[([^\]]+)\]\([^)]+\)/g, '$1')
    .replace(/`([^`]+)`/g, (_, code: string) =>
      isWhole(code) ? colors.cyan(code.replaceAll(' ', GLUE)) : each(code, colors.cyan),
    )
    .replace(/\*\*([^*]+)\*\*/g, (_, strong: string) => each(strong, colors.bold))
    .replace(/\*([^*]+)\*/g, (_, stressed: string) => each(stressed, colors.italic));
}

import type { Style } from './terminal.ts';
import { wrap } from './wrap.ts';

const WIDEST = 88;
const FENCE = /^`{3,}/;

/** A page of documentation for a terminal: as much of Markdown as the pages of rules use. */
export function renderPage(markdown: string, { colors, width }: Style, widthOf: (text: string) => number): string {
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
      const [first, ...rest] = wrap(line.slice(2), Math.min(width, WIDEST) - 4, widthOf);
      rows.push(...[`  • ${first}`, ...rest.map((row) => `    ${row}`)].map((row) => inline(row, colors)));
    } else {
      rows.push(...wrap(line, Math.min(width, WIDEST), widthOf).map((row) => inline(row, colors)));
    }
  }
  return `${rows.join('\n').trimEnd()}\n`;
}

function inline(text: string, colors: Style['colors']): string {
  return text
    .replace(/\[([^\]]+)\]\([^)]+\)/g, '$1')
    .replace(/`([^`]+)`/g, (_, code: string) => colors.cyan(code))
    .replace(/\*\*([^*]+)\*\*/g, (_, strong: string) => colors.bold(strong))
    .replace(/\*([^*]+)\*/g, (_, stressed: string) => colors.italic(stressed));
}

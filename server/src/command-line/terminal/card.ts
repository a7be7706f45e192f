import { harmless, type Style } from './terminal.ts';
import { wrap } from './wrap.ts';

/** The card of a concept, which is Markdown, for a terminal. */
export function renderCard(markdown: string, { colors, width }: Style, widthOf: (text: string) => number): string {
  const hanging = (first: string, text: string): string[] => {
    const rows = wrap(plain(text), width - widthOf(first), widthOf);
    return rows.map((row, index) => (index === 0 ? first : ' '.repeat(widthOf(first))) + row);
  };
  const rows = markdown
    .trimEnd()
    .split('\n')
    .flatMap((line): string[] => {
      const [, name, rest = ''] = /^\*\*(.+)\*\*(.*)$/.exec(line) ?? [];
      if (name !== undefined) return [colors.bold(plain(name)) + plain(rest)];
      if (line.startsWith('|:-') || line === '| year | event |') return [];
      const [, year, event] = /^\| (\S+) \| (.+) \|$/.exec(line) ?? [];
      if (year !== undefined && event !== undefined) return hanging(`  ${year.padEnd(4)}  `, event);
      return line.startsWith('- ') ? hanging('  • ', line.slice(2)) : hanging('', line.trimEnd());
    });
  return `${rows.join('\n')}\n`;
}

/** Without links and escapes. */
function plain(markdown: string): string {
  const text = markdown.replace(/\[((?:[^\]\\]|\\.)+)\]\(<[^>]*>\)/g, '$1').replace(/\\([!-/:-@[-`{-~])/g, '$1');
  return harmless(text);
}

import { startOf } from '../../text/cut.ts';
import { onOneLine } from '../../text/spaces.ts';

/** How the words of a hover or of a completion's documentation are dressed. */
export interface Markup {
  readonly kind: 'markdown' | 'plaintext';
  /** Words of a draft, on one line: they show as they are, whatever they hold. */
  readonly text: (words: string) => string;
  readonly strong: (words: string) => string;
  readonly list: (items: readonly string[]) => string;
}

const SPECIAL = /[\\`*_{}[\]<>#|~&!$^=+-]|:(?=\/\/)|(?<=^\d{1,9})[.)]/g;
/** Addresses that may be followed; what a sentence puts behind them is none of theirs. */
const ADDRESS = /\b(?:https?:\/\/|mailto:)[^\s<>“”\p{Cc}]*[^\s<>“”’\p{Cc}.,;:!?)\]]/gu;

/** Everything that CommonMark, GFM or HTML would read is escaped; addresses become links. */
export const MARKDOWN: Markup = {
  kind: 'markdown',
  text: (words) => {
    const line = onOneLine(words);
    let result = '';
    let from = 0;
    for (const { 0: address, index } of line.matchAll(ADDRESS)) {
      result += `${escapeMarkdown(line.slice(from, index))}<${address}>`;
      from = index + address.length;
    }
    return result + escapeMarkdown(line.slice(from));
  },
  strong: (words) => `**${escapeMarkdown(onOneLine(words))}**`,
  list: (items) => items.map((item) => `- ${item}`).join('\n'),
};

export const PLAIN_TEXT: Markup = {
  kind: 'plaintext',
  text: onOneLine,
  strong: onOneLine,
  list: (items) => items.map((item) => `• ${item}`).join('\n'),
};

/** The words up to `most` characters, cut between words. */
export function cutTo(words: string, most: number): string {
  if (words.length <= most) return words;
  const cut = startOf(words, most);
  const space = cut.lastIndexOf(' ');
  return `${space > most / 2 ? cut.slice(0, space) : cut}…`;
}

function escapeMarkdown(words: string): string {
  return words.replace(SPECIAL, '\\$&');
}

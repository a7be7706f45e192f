import { onOneLine } from '../text/spaces.ts';

const SPECIAL = /[\\`*_{}[\]()#+!|<>~&]/g;
const LINK = /^(?:https?:\/\/|mailto:)[^\s<>]+$/i;

/** Text as Markdown that shows it as it is: nothing in it is markup, HTML, or the start of a list. */
export function escapeMarkdown(text: string): string {
  return onOneLine(text)
    .replace(SPECIAL, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/^([-=:])/, '\\$1');
}

/** A link where the address is one of http, https or mailto; otherwise the words alone. */
export function link(text: string, address: string | undefined): string {
  const words = escapeMarkdown(text);
  return address !== undefined && LINK.test(address) ? `[${words}](<${address}>)` : words;
}

/** A list of things that are too many to show: the first, and how many more there are. */
export function cut<Item>(
  items: readonly Item[],
  most: number,
): { readonly shown: readonly Item[]; readonly more: number } {
  // One more line would say no more than the thing itself.
  if (items.length <= most + 1) return { shown: items, more: 0 };
  return { shown: items.slice(0, most), more: items.length - most };
}

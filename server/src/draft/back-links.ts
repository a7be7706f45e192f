import type { Range } from '../text/range.ts';

const ARROW = '[↩↑⤴⬆⏎↵][\\ufe0e\\ufe0f]?';
const IN_LINK = String.raw`(?:${ARROW}|\^(?=\\?\]?\uFFFC))\d{0,2}`;
/** `[back]`, `[Return to text]`, and nothing else in the link. */
const WORDS = String.raw`(?<=[[\uFFFC])(?:(?:go )?back|return|(?:back|return) to (?:the )?(?:text|top|reference|article)|jump (?:up|back))(?=(?:\\?\]){0,2}\uFFFC)`;
/** `^` and `↑` as web pages have them, with the links of a citation that is called several times behind. */
const LEADING = new RegExp(
  String.raw`\uFFFC*[*_]{0,3}\[?(?:${IN_LINK}|\^(?=\s))\]?\uFFFC*[*_]{0,3}\s+(?:[*_]{0,3}\[?[a-z]\]?\uFFFC+[*_]{0,3}\s+){0,26}`,
  'y',
);
/** With the attributes of Pandoc behind: `[↩](#r1){.footnote-back}`. */
const TRAILING = new RegExp(
  String.raw`(?:[\s\uFFFC]*(?:\\?\[){0,2}(?:${IN_LINK}|${WORDS})(?:\\?\]){0,2})+\uFFFC*(?:\{[^{}]*\})?$`,
  'i',
);
const LINKS_BACK = /[↩↑⤴⬆⏎↵^]|\b(?:back|return|jump)\b/i;
const BEGINS = '^↑↩⤴⬆*_[\uFFFC';
const ENDS = '}\uFFFC↩↑⤴⬆⏎↵\ufe0e\ufe0f';
/** The targets of links count. */
const LONGEST = 400;

/** The content of an entry without the links back to where it is called that converters and web pages put around it. */
export function withoutBackLinks(masked: string, { start, end }: Range): Range {
  let [from, to] = [start, end];
  if (from < to && BEGINS.includes(masked.charAt(from))) {
    LEADING.lastIndex = from;
    if (LEADING.test(masked)) from = Math.min(LEADING.lastIndex, to);
  }
  if (from < to && ENDS.includes(masked.charAt(to - 1))) {
    const last = masked.slice(Math.max(from, to - LONGEST), to);
    if (LINKS_BACK.test(last)) to -= TRAILING.exec(last)?.[0].length ?? 0;
  }
  return { start: from, end: to };
}

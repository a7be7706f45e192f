import { startOf } from './cut.ts';
import { onOneLine, withoutQuoteSigns } from './spaces.ts';

/** What opens a title in a citation. */
const OPENING = '“"‘\'';
const LONGEST_QUOTE = 60;
/** What orders words from right to left, or white space that is more than a blank. */
const AMISS = /[\t-\r\u00a0\u1680\u2000-\u200a\u2028-\u202f\u205f\u2066-\u2069\u3000\ufeff]| {2}/;

const INNER = /“([^“”]*)”/g;
/** Single marks inside these; an apostrophe has a letter behind it. */
const INNERMOST = /‘([^‘’]*)’(?!\p{L})/gu;

/** Whether what starts at `offset` stands in quotation marks. */
export function isInQuotes(text: string, offset: number): boolean {
  return offset > 0 && OPENING.includes(text.charAt(offset - 1));
}

/** Text of the draft as a message shows it: on one line, not too long, in curly quotation marks, single ones inside, and so on. */
export function quote(text: string): string {
  const start = startOf(text, 4 * LONGEST_QUOTE);
  const line = AMISS.test(start) ? onOneLine(withoutQuoteSigns(start)) : start.trim();
  const nested = line.includes('”')
    ? line.replace(INNER, (_, inner: string) => `‘${inner.replace(INNERMOST, '“$1”')}’`)
    : line;
  if (nested.length <= LONGEST_QUOTE) return `“${nested}”`;
  const cut = startOf(nested, LONGEST_QUOTE);
  return `“${cut.slice(0, cut.includes(' ') ? cut.lastIndexOf(' ') : cut.length)}…”`;
}

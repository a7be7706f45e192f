import { startOf } from './cut.ts';
import { singleSpaced, withoutQuoteSigns } from './spaces.ts';

const LONGEST_QUOTE = 60;
/** What orders the words around from right to left: the rest of the message would read backwards. */
const DIRECTIONS = /[\u202a-\u202e\u2066-\u2069]/g;
/** Those, or white space that is more than a blank. */
const AMISS = /[\t-\r\u00a0\u1680\u2000-\u200a\u2028-\u202f\u205f\u2066-\u2069\u3000\ufeff]| {2}/;

const INNER = /“([^“”]*)”/g;
/** Single marks inside these; an apostrophe has a letter behind it. */
const INNERMOST = /‘([^‘’]*)’(?!\p{L})/gu;

/** Text of the draft as a message shows it: on one line, not too long, in curly quotation marks, single ones inside, and so on. */
export function quote(text: string): string {
  const start = startOf(text, 4 * LONGEST_QUOTE);
  const line = (AMISS.test(start) ? singleSpaced(withoutQuoteSigns(start).replace(DIRECTIONS, '')) : start).trim();
  const nested = line.includes('”')
    ? line.replace(INNER, (_, inner: string) => `‘${inner.replace(INNERMOST, '“$1”')}’`)
    : line;
  if (nested.length <= LONGEST_QUOTE) return `“${nested}”`;
  const cut = startOf(nested, LONGEST_QUOTE);
  return `“${cut.slice(0, cut.includes(' ') ? cut.lastIndexOf(' ') : cut.length)}…”`;
}

import { isAyn } from '../text/characters.ts';
import type { Range } from '../text/range.ts';

/** Lines of a text between blank lines. */
export interface Chunk extends Range {
  /** Holds no Markdown syntax that changes what is prose: one paragraph, all of it prose. */
  readonly plain: boolean;
  /** Starts at the first column, so that no list item or other container before it can hold it. */
  readonly flush: boolean;
  /** How many closing brackets it holds. */
  readonly brackets: number;
}

const LF = 10;
const CR = 13;
const TAB = 9;
const SPACE = 32;

/** What a character may be the start of. */
const INLINE = 1; // syntax anywhere in a line
const LINE = 2; // syntax as the first character of a line
const roles = new Uint8Array(128);
for (const character of '`<]') roles[character.charCodeAt(0)] = INLINE;
for (const character of '#>-+*_=~0123456789') roles[character.charCodeAt(0)] = LINE;

const LIST_ITEM = /\d{1,9}[.)](?=[ \t\r\n]|$)/y;
const RULE_OR_LIST = /[-+*](?=[ \t\r\n]|$)|(?:[-*_][ \t]*){3}|[-=]+[ \t]*(?=[\r\n]|$)/y;
const HEADING = /#{1,6}(?=[ \t\r\n]|$)/y;
const SUPERSCRIPT_TAG = /<\/?sup>/iy;
const FOOTNOTE_OR_DEFINITION = /\[[^\]\r\n]*\]:/y;

/**
 * Splits `text` from `from` on into its chunks, in one pass. The test for `plain` may call a plain chunk
 * syntax, never the other way round. Link reference definitions are the caller's business.
 */
export function splitChunks(text: string, from: number): Chunk[] {
  const chunks: Chunk[] = [];
  const length = text.length;
  let at = from;
  let start = -1;
  let end = -1;
  let plain = true;
  let flush = true;
  let brackets = 0;
  while (at < length) {
    const lineStart = at;
    let code = text.charCodeAt(at);
    while (code === SPACE || code === TAB) code = text.charCodeAt(++at);
    const first = at;
    const blank = at >= length || code === LF || code === CR;
    if (!blank) {
      if (start === -1) {
        start = lineStart;
        plain = true;
        flush = first === lineStart;
        brackets = 0;
      }
      if (plain && (first - lineStart > 3 || !opensPlain(text, lineStart, first, code))) plain = false;
      for (; at < length; code = text.charCodeAt(++at)) {
        if (code === LF || code === CR) break;
        if (code > 127 || roles[code] !== INLINE) continue;
        if (code === 93) {
          brackets++;
          if (text.charCodeAt(at + 1) === 40) plain = false;
        } else if (plain && !(code === 96 ? isAyn(text, at) : at > first && matchesAt(SUPERSCRIPT_TAG, text, at))) {
          plain = false;
        }
      }
      end = at;
    }
    if (at < length) at += code === CR && text.charCodeAt(at + 1) === LF ? 2 : 1;
    if (blank && start !== -1) {
      chunks.push({ start, end, plain, flush, brackets });
      start = -1;
    }
  }
  if (start !== -1) chunks.push({ start, end, plain, flush, brackets });
  return chunks;
}

/** Whether a line that starts with `code` at `first` opens nothing but a paragraph. */
function opensPlain(text: string, lineStart: number, first: number, code: number): boolean {
  for (let at = lineStart; at < first; at++) if (text.charCodeAt(at) === TAB) return false;
  if (code === 91) return !matchesAt(FOOTNOTE_OR_DEFINITION, text, first);
  if (code > 127 || roles[code] !== LINE) return true;
  if (code === 35) return !matchesAt(HEADING, text, first);
  if (code >= 48 && code <= 57) return !matchesAt(LIST_ITEM, text, first);
  if (code === 62) return false;
  if (code === 126) return text.charCodeAt(first + 1) !== 126;
  return !matchesAt(RULE_OR_LIST, text, first);
}

function matchesAt(pattern: RegExp, text: string, offset: number): boolean {
  pattern.lastIndex = offset;
  return pattern.test(text);
}

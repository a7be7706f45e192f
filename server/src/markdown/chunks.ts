import { isAyn } from '../text/characters.ts';
import type { Range } from '../text/range.ts';

/** Lines of a text between blank lines; a plain heading is one by itself. */
export interface Chunk extends Range {
  /**
   * Holds no Markdown syntax that changes what is prose: one paragraph, all of it prose. Nests containers deeper than
   * anyone writes: it is taken for one as well.
   */
  readonly plain: boolean;
  /** The depth of the heading that a plain chunk is; 0 for a paragraph. */
  readonly depth: number;
  /** Starts at the first column, so that no list item or other container before it can hold it. */
  readonly flush: boolean;
  /** How many closing brackets it holds. */
  readonly brackets: number;
}

const LF = 10;
const CR = 13;
const TAB = 9;
const SPACE = 32;

const BACKTICK = 96;
const NUMBER_SIGN = 35;
const OPENING_PARENTHESIS = 40;
const CLOSING_BRACKET = 93;

/** What may be syntax anywhere in a line, and what ends the line. */
const SYNTAX = /[`<\]\r\n]/g;
/** What may be syntax as the first character of a line. */
const OPENERS = new Set([...'#>-+*_=~`<0123456789['].map((character) => character.charCodeAt(0)));

const LIST_ITEM = /\d{1,9}[.)](?=[ \t\r\n]|$)/y;
const RULE_OR_LIST = /[-+*](?=[ \t\r\n]|$)|(?:[-*_][ \t]*){3}|[-=]+[ \t]*(?=[\r\n]|$)/y;
const DEEPEST_HEADING = 6;
const CONTAINERS = /(?:>[ \t]*|[-+*][ \t]+)+/y;
const DEEPEST = 50;
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
  let depth = 0;
  let tooDeep = false;
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
        tooDeep = false;
        flush = first === lineStart;
        brackets = 0;
        depth = code === NUMBER_SIGN && !isIndented(text, lineStart, first) ? headingDepth(text, first) : 0;
      }
      tooDeep ||= opensContainer(code) && nestsTooDeep(text, first);
      if (depth === 0 && plain && (isIndented(text, lineStart, first) || !opensPlain(text, first, code))) plain = false;
      for (;;) {
        SYNTAX.lastIndex = at;
        at = SYNTAX.test(text) ? SYNTAX.lastIndex - 1 : length;
        code = text.charCodeAt(at);
        if (at === length || code === LF || code === CR) break;
        if (code === CLOSING_BRACKET) {
          brackets++;
          if (text.charCodeAt(at + 1) === OPENING_PARENTHESIS) plain = false;
        } else if (
          plain &&
          !(code === BACKTICK ? isAyn(text, at) : at > first && matchesAt(SUPERSCRIPT_TAG, text, at))
        ) {
          plain = false;
        }
        at++;
      }
      end = at;
    }
    if (at < length) at += code === CR && text.charCodeAt(at + 1) === LF ? 2 : 1;
    if (start !== -1 && (blank || (depth > 0 && plain))) {
      chunks.push({ start, end, plain: plain || tooDeep, depth, flush, brackets });
      start = -1;
    }
  }
  if (start !== -1) chunks.push({ start, end, plain: plain || tooDeep, depth, flush, brackets });
  return chunks;
}

/** Whether a line that starts with `code` at `first` opens nothing but a paragraph. */
function opensPlain(text: string, first: number, code: number): boolean {
  if (!OPENERS.has(code)) return true;
  switch (text.charAt(first)) {
    case '[':
      return !matchesAt(FOOTNOTE_OR_DEFINITION, text, first);
    case '#':
      return headingDepth(text, first) === 0;
    case '>':
      return false;
    case '~':
      return text.charAt(first + 1) !== '~';
    case '-':
    case '+':
    case '*':
    case '_':
    case '=':
      return !matchesAt(RULE_OR_LIST, text, first);
    default:
      return !matchesAt(LIST_ITEM, text, first);
  }
}

/** Whether the white space before `first` may make code of the line. */
function isIndented(text: string, lineStart: number, first: number): boolean {
  if (first - lineStart > 3) return true;
  for (let at = lineStart; at < first; at++) if (text.charCodeAt(at) === TAB) return true;
  return false;
}

function headingDepth(text: string, first: number): number {
  let at = first;
  while (text.charCodeAt(at) === NUMBER_SIGN) at++;
  const after = text.charCodeAt(at);
  const isApart = at === text.length || after === SPACE || after === TAB || after === LF || after === CR;
  return isApart && at - first <= DEEPEST_HEADING ? at - first : 0;
}

function opensContainer(code: number): boolean {
  return code === 62 || code === 45 || code === 42 || code === 43;
}

/** Micromark takes time in the square of the depth of block quotes and lists. */
function nestsTooDeep(text: string, from: number): boolean {
  CONTAINERS.lastIndex = from;
  return (CONTAINERS.exec(text)?.[0].match(/[>*+-]/g)?.length ?? 0) > DEEPEST;
}

function matchesAt(pattern: RegExp, text: string, offset: number): boolean {
  pattern.lastIndex = offset;
  return pattern.test(text);
}

import { isDigit, isLetter, isSpace, isUpper } from '../text/characters.ts';
import { itemAt, type Range } from '../text/range.ts';
import type { Block } from './prose.ts';

const MARKS = ['*', '_'] as const;
const LONGEST_TITLE = 200;
const LEAST_CAPITALS = 2;
/** Words of a title that are written small. */
const SMALL: ReadonlySet<string> = new Set(
  [
    'a about after against among an and as at before between but by during for from in inside into nor of off on onto',
    'or out over per since so than that the their through to toward towards under until up versus via vs with within',
    'without bin de der du el et ibn la le van von y',
  ].flatMap((words) => words.split(' ')),
);
/** The article of a name: `al-Qa`ida`. */
const ARTICLE = /^[ae]l?[a-z]?-./;

/**
 * The titles in italics (`*The Looming Tower*`, `_The ISIS Files_`), with their marks, sorted: two words or more, all of
 * them capitalised but for the small ones. A single word in italics may be stressed, or foreign.
 */
export function titlesInItalics(masked: string, blocks: readonly Block[]): readonly Range[] {
  const found: Range[] = [];
  for (const mark of MARKS) {
    let open = masked.indexOf(mark);
    while (open !== -1) {
      const close = masked.indexOf(mark, open + 1);
      if (close === -1) break;
      const isSpan = close - open <= LONGEST_TITLE && opens(masked, open) && closes(masked, close);
      if (isSpan && isTitle(masked.slice(open + 1, close)) && close < (itemAt(blocks, open)?.end ?? 0))
        found.push({ start: open, end: close + 1 });
      open = isSpan ? masked.indexOf(mark, close + 1) : close;
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

function opens(masked: string, at: number): boolean {
  return !joins(masked, at - 1) && !isSpace(masked.charCodeAt(at + 1)) && !isMark(masked.charAt(at + 1));
}

function closes(masked: string, at: number): boolean {
  return !joins(masked, at + 1) && !isSpace(masked.charCodeAt(at - 1)) && masked.charAt(at - 1) !== '\\';
}

/** Whether a mark beside that character opens and closes nothing by itself. */
function joins(masked: string, at: number): boolean {
  const code = masked.charCodeAt(at);
  return isLetter(code) || isDigit(code) || isMark(masked.charAt(at)) || masked.charAt(at) === '\\';
}

function isMark(character: string): boolean {
  return character === '*' || character === '_';
}

function isTitle(text: string): boolean {
  let capitals = 0;
  for (const [index, word] of text.split(/\s+/).entries()) {
    const from = firstLetter(word);
    if (from === -1) continue;
    const code = word.charCodeAt(from);
    if (isUpper(code)) capitals++;
    else if (!isDigit(code) && (index === 0 || !SMALL.has(word.slice(from))) && !ARTICLE.test(word.slice(from)))
      return false;
  }
  return capitals >= LEAST_CAPITALS;
}

/** Where the first letter or digit of a word stands; -1 in a dash. */
function firstLetter(word: string): number {
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at);
    if (isLetter(code) || isDigit(code)) return at;
  }
  return -1;
}

import { isAyn } from '../../text/characters.ts';
import type { Range } from '../../text/range.ts';
import { lines } from '../example.ts';
import type { Rule } from '../rule.ts';

const BACKTICK = 96;
const BACKSLASH = 92;

export const aynCodeSpan: Rule = {
  id: 'ayn-code-span',
  group: 'markdown',
  severity: 'warning',
  summary: 'Two backticks that stand for letters will be read as code by Markdown.',
  explanation:
    'The backtick writes the Arabic ʿayn and hamza: al-Qa`ida, bay`a. Two of them in one paragraph are an inline code span to Markdown programs, which take the words between out of the prose: markers in them are lost, and the text is set in another font. This program reads them as letters; for the others, escape them with a backslash, as the fix does, or write ʿ. One finding a paragraph.',
  examples: () => [
    {
      title: 'What stands between the two becomes code.',
      draft: lines('The group swore bay`a to al-Qa`ida.', '                   ~~~~~~~~~~~~'),
      messages: ['Unexpected backticks that Markdown reads as a code span, expected them escaped: “\\`”'],
    },
    {
      title: 'One in a paragraph, and backticks that were escaped.',
      draft: lines('The group left al-Qa`ida.', '', 'It swore bay\\`a to al-Qa\\`ida.'),
    },
  ],
  reads: 'paragraphs',
  check: ({ text, prose }, report) => {
    let next = text.indexOf('`');
    for (const block of prose.blocks) {
      if (next !== -1 && next < block.start) next = text.indexOf('`', block.start);
      if (next === -1) return;
      if (next >= block.end || (block.kind !== 'paragraph' && block.kind !== 'heading')) continue;
      if (!text.slice(next + 1, block.end).includes('`')) continue;
      const letters = misreadLetters(text, block);
      const [first, second] = letters.spans[0] ?? [];
      if (first === undefined || second === undefined) continue;
      report({
        start: first,
        end: second + 1,
        message: 'Unexpected backticks that Markdown reads as a code span, expected them escaped: “\\`”',
        fixes: [
          {
            title: 'Escape the backticks that stand for letters in this paragraph with backslashes',
            safe: false,
            edits: letters.all.map((at) => ({ start: at, end: at, text: '\\' })),
          },
        ],
      });
    }
  },
};

/** Backticks in a row. */
interface Run {
  readonly at: number;
  readonly length: number;
  readonly letter: boolean;
  readonly escaped: boolean;
}

/** The backticks of a block that are letters, and the code spans of CommonMark that one of them opens or closes. */
function misreadLetters(text: string, block: Range) {
  const runs: Run[] = [];
  const source = text.slice(block.start, block.end);
  for (let from = source.indexOf('`'); from !== -1; ) {
    let at = block.start + from;
    const start = at;
    while (text.charCodeAt(at) === BACKTICK) at++;
    const length = at - start;
    runs.push({ at: start, length, letter: length === 1 && isAyn(text, start), escaped: isEscaped(text, start) });
    from = source.indexOf('`', at - block.start);
  }
  const all = runs.filter((run) => run.letter).map((run) => run.at);
  const spans: (readonly [number, number])[] = [];
  if (all.length === 0 || runs.length < 2) return { all, spans };

  const following: (number | undefined)[] = [];
  const nearest = new Map<number, number>();
  for (let index = runs.length - 1; index >= 0; index--) {
    const { length } = runs[index] as Run;
    following[index] = nearest.get(length);
    nearest.set(length, index);
  }
  for (let index = 0; index < runs.length; index++) {
    const opener = runs[index] as Run;
    const closing = opener.escaped ? undefined : following[index];
    if (closing === undefined) continue;
    const closer = runs[closing] as Run;
    if (opener.letter || closer.letter) spans.push([opener.at, closer.at]);
    index = closing;
  }
  return { all, spans };
}

function isEscaped(text: string, offset: number): boolean {
  let at = offset;
  while (text.charCodeAt(at - 1) === BACKSLASH) at--;
  return (offset - at) % 2 === 1;
}

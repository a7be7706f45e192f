import { quotations } from '../../markdown/quotations.ts';
import { isLetter } from '../../text/characters.ts';
import { itemAt, type Range } from '../../text/range.ts';
import { lines } from '../example.ts';
import type { Rule } from '../rule.ts';
import { quote } from '../words.ts';

const FIGURE =
  /(?<!p{L})Fig(?:ures?|s?\.)[ \u00a0](\d{1,3})((?:(?:,? (?:and|or|&) |, |[–-])\d{1,3}(?![\d%]|[.,]\d))*)(?!\d)/y;
/** What may stand between the start of a line and a caption. */
const MARKUP = /(?:^|[\r\n>])[ \t>*_[\]!#(]*$/;
const LONGEST_MARKUP = 20;
const LONGEST_RANGE = 50;

export const figureUnresolved: Rule = {
  id: 'figure-unresolved',
  group: 'markdown',
  severity: 'information',
  summary: 'A figure is mentioned but has no caption, or has a caption and is never mentioned.',
  explanation:
    'A caption is a line that starts with the figure’s number: `Figure 3: Attacks by Year`. A mention without one leads nowhere, and a figure that the text never mentions has no place in it. One finding a figure, at its first place.',
  examples: [
    {
      title: 'One figure without a caption, one that is never mentioned.',
      draft: lines(
        'Figure 1 shows the split, and Figure 2 who left.',
        '                              ~~~~~~~~',
        '',
        'Figure 1: Members by Year',
        '',
        'Figure 3: Attacks by Year',
        '~~~~~~~~',
      ),
      messages: [
        'Unexpected mention of “Figure 2” without a caption, expected a line “Figure 2: …”',
        'Unexpected caption of “Figure 3”, expected a mention of it in the text',
      ],
    },
    {
      title: 'Both are mentioned, and both are there.',
      draft: lines(
        'Figures 1 and 2 show the split.',
        '',
        'Figure 1: Members by Year',
        '',
        '**Figure 2:** Attacks by Year',
      ),
    },
  ],
  reads: /Fig/,
  check: ({ text, prose, draft }, report) => {
    const mentions = new Map<number, Range>();
    const captions = new Map<number, Range>();
    const addFirst = (figures: Map<number, Range>, number: number, range: Range) => {
      if (!figures.has(number)) figures.set(number, range);
    };
    // Captions may stand in HTML, mentions in the prose alone.
    for (let start = text.indexOf('Fig'); start !== -1; start = text.indexOf('Fig', start + 1)) {
      FIGURE.lastIndex = start;
      const match = isLetter(text.charCodeAt(start - 1)) ? null : FIGURE.exec(text);
      if (!match) continue;
      const range = { start, end: start + match[0].length };
      const number = Number(match[1]);
      const more = match[2] as string;
      const next = text.charAt(range.end);
      const isCaption = more === '' && (next === ':' || next === '.') && opensLine(text, start);
      if (isCaption) addFirst(captions, number, range);
      else if (itemAt(draft.sections, start)?.kind === 'citations' || itemAt(quotations(prose), start)) continue;
      else if (itemAt(prose.hidden, start)) continue;
      else for (const mentioned of numbersOf(number, more)) addFirst(mentions, mentioned, range);
    }
    for (const [number, range] of mentions) {
      if (captions.has(number)) continue;
      const name = `Figure ${number}`;
      report({
        ...range,
        message: `Unexpected mention of ${quote(name)} without a caption, expected a line ${quote(`${name}: …`)}`,
      });
    }
    for (const [number, range] of captions) {
      if (mentions.has(number)) continue;
      const name = quote(`Figure ${number}`);
      report({ ...range, message: `Unexpected caption of ${name}, expected a mention of it in the text` });
    }
  },
};

function opensLine(text: string, offset: number): boolean {
  return MARKUP.test(offset <= LONGEST_MARKUP ? text.slice(0, offset) : text.slice(offset - LONGEST_MARKUP, offset));
}

/** `Figures 1, 2, and 5–7`: 1, 2, 5, 6, 7. */
function numbersOf(first: number, more: string): number[] {
  const numbers = [first];
  for (const [, separator, digits] of more.matchAll(/([^\d]+)(\d+)/g)) {
    const number = Number(digits);
    const from = (numbers.at(-1) as number) + 1;
    if (/^[–-]$/.test(separator as string) && number - from < LONGEST_RANGE)
      for (let between = from; between < number; between++) numbers.push(between);
    numbers.push(number);
  }
  return numbers;
}

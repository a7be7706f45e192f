import { quotations } from '../../markdown/quotations.ts';
import { isLetter } from '../../text/characters.ts';
import { itemAt, type Range } from '../../text/range.ts';
import { lines } from '../example.ts';
import type { Rule } from '../rule.ts';
import { quote } from '../words.ts';

const FIGURE = /fig(?:ures?|s?\.)[ \u00a0](\d{1,3})((?:(?:,? (?:and|or|&) |, |[–-])\d{1,3}(?![\d%]|[.,]\d))*)(?!\d)/gi;
/** What may stand between the start of a line, or of a paragraph, and a caption. */
const MARKUP = ' \t*_[]!#(';
/** Behind a comment a paragraph begins anew: it may be there to ignore a caption. */
const OPENS_PARAGRAPH = /(?:^|(?:-->|\r\n?|\n)[ \t>]*(?:\r\n?|\n))[ \t>*_[\]!#(]*$/;
const LONGEST_MARKUP = 20;
/** What sets a caption’s words off: a colon, a full stop, a dash. Without it, it is a paragraph that reads as a title. */
const SET_OFF = /[*_]*(?:[:.]|[ \t][–—|-][ \t])/y;
const TITLE = /[ \t*_\])]*(?:$|[\r\n]|(?<=[ \t*_])\p{Lu}[^\r\n]{0,120}[^.\r\n](?:[\r\n]|$))/uy;
const LONGEST_RANGE = 50;
/** Of another work: `Figure 3 of the report`, `the report’s Figure 3`. */
const OF_OTHER = /\s(?:of|in|from)\s/y;
const OWNED = /(?:[’']s?|(?<!\p{L})(?:his|her|its|their))\s$/iu;
const LONGEST_OWNER = 7;

export const figureUnresolved: Rule = {
  id: 'figure-unresolved',
  group: 'markdown',
  severity: 'information',
  summary: 'A figure is mentioned but has no caption, or has a caption and is never mentioned.',
  explanation:
    'A caption is a line that starts with the figure’s number: `Figure 3: Attacks by Year`. A mention without one leads nowhere, and a figure that the text never mentions has no place in it. One finding a figure, at its first place.',
  examples: () => [
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
    {
      title: 'Captions may be set off in other ways, and mentions written small.',
      draft: lines(
        'Figures 1–4 show the split, as does figure 5.',
        '',
        '**Figure 1**: Members by Year',
        '',
        'FIGURE 2 – Attacks by Year',
        '',
        '**Figure 3**',
        '',
        'Figure 4 Camps of the Group',
        '',
        'Figure 5: Roads',
      ),
    },
    {
      title: 'Figures of other works have their captions there.',
      draft: lines('Figure 3 of the report shows the split, and the ministry’s Figure 2 who left.'),
    },
  ],
  reads: /fig/i,
  check: ({ text, prose, draft }, report) => {
    const mentions = new Map<number, Range>();
    const captions = new Map<number, Range>();
    // In lower case they may be of anything: a figure 30 times as high. So may those of other works.
    const hints = new Map<number, Range>();
    const addFirst = (figures: Map<number, Range>, number: number, range: Range) => {
      if (!figures.has(number)) figures.set(number, range);
    };
    // Captions may stand in HTML, mentions in the prose alone.
    for (const match of text.matchAll(FIGURE)) {
      const { index: start } = match;
      if (isLetter(text.charCodeAt(start - 1))) continue;
      const range = { start, end: start + match[0].length };
      const number = Number(match[1]);
      const more = match[2] as string;
      const isCaption = more === '' && opensCaption(text, range);
      if (isCaption) addFirst(captions, number, range);
      else if (itemAt(draft.sections, start)?.kind === 'citations' || itemAt(quotations(prose), start)) continue;
      else if (itemAt(prose.hidden, start)) continue;
      else {
        const figures = text.charAt(start) === 'f' || mayBeOfOther(text, range) ? hints : mentions;
        for (const mentioned of numbersOf(number, more)) addFirst(figures, mentioned, range);
      }
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
      if (mentions.has(number) || hints.has(number)) continue;
      const name = quote(`Figure ${number}`);
      report({ ...range, message: `Unexpected caption of ${name}, expected a mention of it in the text` });
    }
  },
};

function mayBeOfOther(text: string, { start, end }: Range): boolean {
  OF_OTHER.lastIndex = end;
  return OF_OTHER.test(text) || OWNED.test(text.slice(Math.max(0, start - LONGEST_OWNER), start));
}

/** Whether a caption begins with the number that stands there. */
function opensCaption(text: string, { start, end }: Range): boolean {
  const from = Math.max(0, start - LONGEST_MARKUP);
  if (!opensLine(text, from, start)) return false;
  const before = text.slice(from, start);
  SET_OFF.lastIndex = end;
  TITLE.lastIndex = end;
  return SET_OFF.test(text) || (OPENS_PARAGRAPH.test(before) && TITLE.test(text));
}

function opensLine(text: string, from: number, start: number): boolean {
  let at = start;
  while (at > from && MARKUP.includes(text.charAt(at - 1))) at--;
  return at === from || '\r\n>'.includes(text.charAt(at - 1));
}

/** `Figures 1, 2, and 5–7`: 1, 2, 5, 6, 7. */
function numbersOf(first: number, more: string): number[] {
  const numbers = [first];
  if (more === '') return numbers;
  for (const [, separator, digits] of more.matchAll(/([^\d]+)(\d+)/g)) {
    const number = Number(digits);
    const from = (numbers.at(-1) as number) + 1;
    if (/^[–-]$/.test(separator as string) && number - from < LONGEST_RANGE)
      for (let between = from; between < number; between++) numbers.push(between);
    numbers.push(number);
  }
  return numbers;
}

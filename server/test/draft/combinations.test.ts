import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { analyse } from '../../src/analysis.ts';
import { toSuperscript } from '../../src/draft/labels.ts';

// Markers and lists as editors, converters and web pages leave them: each form of the one with each of the other.

type Write = (label: string) => string;

const MARKERS: Readonly<Record<string, Write>> = {
  brackets: (label) => `[${label}]`,
  'escaped brackets': (label) => `\\[${label}\\]`,
  'linked brackets': (label) => `[\\[${label}\\]](#_ftn${label})`,
  links: (label) => `[${label}](#_edn${label})`,
  carets: (label) => `^${label}^`,
  'carets around links': (label) => `^[${label}](#_edn${label})^`,
  'carets in TeX': (label) => `$^{${label}}$`,
  'carets of Mathpix': (label) => `\${ }^{${label}}$`,
  sup: (label) => `<sup>${label}</sup>`,
  'sup around anchors': (label) => `<sup><a href="#c${label}">${label}</a></sup>`,
  'links around sup': (label) => `[<sup>${label}</sup>](#c${label})`,
  superscripts: toSuperscript,
  footnotes: (label) => `[^${label}]`,
  'flattened superscripts': (label) => label,
  emphasis: (label) => `*${label}*`,
  anchors: (label) => `<a href="#c${label}">${label}</a>`,
};
const LABELS: Readonly<Record<string, Write>> = {
  brackets: (label) => `[${label}] `,
  'escaped brackets': (label) => `\\[${label}\\] `,
  'linked brackets': (label) => `[\\[${label}\\]](#_ftnref${label}) `,
  links: (label) => `[${label}](#_ednref${label}) `,
  carets: (label) => `^${label}^ `,
  'carets around links': (label) => `^[${label}](#_ednref${label})^ `,
  'carets in TeX': (label) => `$^{${label}}$ `,
  'carets of Mathpix': (label) => `\${ }^{${label}}$ `,
  sup: (label) => `<sup>${label}</sup> `,
  'sup around anchors': (label) => `<sup id="c${label}"><a href="#r${label}">${label}</a></sup> `,
  'links around sup': (label) => `[<sup>${label}</sup>](#r${label}) `,
  superscripts: (label) => `${toSuperscript(label)} `,
  'flattened superscripts': (label) => label,
  numbers: (label) => `${label} `,
  'numbers and tabs': (label) => `${label}\t`,
  'a list': (label) => `${label}. `,
  'an escaped list': (label) => `${label}\\. `,
  'a list in bullets': (label) => `- ${label}. `,
  'brackets in bullets': (label) => `* [${label}] `,
  'a list with parentheses': (label) => `${label}) `,
  'an escaped list with parentheses': (label) => `${label}\\) `,
  parentheses: (label) => `(${label}) `,
  'bold numbers': (label) => `**${label}.** `,
  'anchors of Pandoc': (label) => `[]{#_ftn${label} .anchor}[${label}](#_ftnref${label}) `,
};
const HEADINGS = ['## Citations\n\n', 'Citations\n', '**Citations**\n\n', '[Citations]{.underline}\n\n'];
const SEPARATORS = ['\n\n', '\n', '  \n'];

const CLAIMS = [
  'The group split in 2014.',
  'Its rival (and others) grew,',
  'both recruited abroad',
  'and “none came back.”',
  'They left in March 2015,',
  'wrote the ministry;',
  'fifteen died that year.',
  'A second group rose in Kunar',
  'which some call ISK,',
  'others the “Province.”',
  'It fought on (until 2016).',
  'Then it ended.',
];
const CITATIONS = [
  'Ann Lee, “A Split,” Daily Post, May 1, 2016.',
  'Ibid.',
  'Cem Kaya, “Abroad,” Daily Post, May 3, 2016.',
  'Mina Diallo, “A Third of the Catch,” Daily Post, May 4, 2016.',
  '“Statement on the Levy,” Governor’s Office, May 6, 2018.',
  'Ira Banks, “Ledgers,” Daily Post, May 6, 2016.',
  'Lee, p. 4.',
  'Lin Wu, “Hills,” Daily Post, May 8, 2016.',
  'Jo Day, “Names,” Daily Post, May 9, 2016.',
  'Max Orr, “Provinces,” Daily Post, May 10, 2016.',
  'Pia Berg, “Until 2016,” Daily Post, May 11, 2016.',
  'Ned Fox, “An End,” Daily Post, May 12, 2016.',
];
const NOTED = [
  ['1', 'The group split in 2014.'],
  ['a', 'Its rival, in the Khorasan Province,'],
  ['2', 'grew.'],
  ['b', 'The men of the TTP,'],
  ['3', 'half of them, left.'],
  ['c', '“All of them.”'],
] as const;
const NOTES = ['The ledgers were shown to the author.', 'A governor denied it.', '“Half” here means two in five.'];
/** Letters that nothing raises are read in text without tags and emphasis. */
const NUMBERS_ALONE = ['emphasis', 'anchors'];
const NUMBERS = CLAIMS.map((_, index) => String(index + 1));

const read = (entries: readonly { readonly label: string }[]) => entries.map((entry) => entry.label);

describe('a draft is read whole', () => {
  for (const [markers, mark] of Object.entries(MARKERS)) {
    for (const [labels, label] of Object.entries(LABELS)) {
      test(`with markers as ${markers}, and the list as ${labels}`, () => {
        const body = NUMBERS.map((number, index) => CLAIMS[index] + mark(number)).join(' ');
        for (const heading of HEADINGS) {
          for (const separator of SEPARATORS) {
            const list = NUMBERS.map((number, index) => label(number) + CITATIONS[index]).join(separator);
            const { draft, findings } = analyse(`${body}\n\n${heading}${list}\n`);
            assert.deepEqual([read(draft.markers), read(draft.citations)], [NUMBERS, NUMBERS], heading + separator);
            const grave = findings.filter(({ severity }) => severity === 'error' || severity === 'warning');
            assert.deepEqual(grave, [], heading + separator);
          }
        }
      });
    }
  }
});

describe('a draft with notes is read whole', () => {
  for (const [markers, mark] of Object.entries(MARKERS)) {
    if (NUMBERS_ALONE.includes(markers)) continue;
    for (const [labels, label] of Object.entries(LABELS)) {
      // A letter on the text of its note is a word.
      if (label('a') === 'a') continue;
      test(`with markers as ${markers}, and the lists as ${labels}`, () => {
        const body = NOTED.map(([name, claim]) => claim + mark(name)).join(' ');
        for (const separator of SEPARATORS) {
          const notes = NOTES.map((note, index) => label('abc'.charAt(index)) + note).join(separator);
          const citations = NUMBERS.slice(0, 3).map((number, index) => label(number) + CITATIONS[index]);
          const text = `${body}\n\nSubstantive Notes\n${notes}\n\nCitations\n${citations.join(separator)}\n`;
          const { draft } = analyse(text);
          assert.deepEqual(
            read(draft.markers),
            NOTED.map(([name]) => name),
            separator,
          );
          assert.deepEqual(
            [read(draft.notes), read(draft.citations)],
            [
              ['a', 'b', 'c'],
              ['1', '2', '3'],
            ],
            separator,
          );
        }
      });
    }
  }
});

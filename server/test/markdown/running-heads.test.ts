import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { analyse, createMemory } from '../../src/analysis.ts';
import { findRunningHeads } from '../../src/markdown/running-heads.ts';

const HEADS = [
  'CTC SENTINEL MARCH 2018',
  'C TC SENTINEL      MARCH 2018',
  'MARCH 2018      CTC SENTINEL     29',
  '28 CTC SENTINEL MARCH/APRIL 2018',
  '28\nCTC SENTINEL MARCH 2018',
  'CTC SENTINEL MARCH 2018\n28',
  'CTC SENTINEL MARCH 2018\n\n28',
];
const LIST = [
  'Ann Lee, “A Split,” Daily Post,\nMay 3, 2016.',
  'Tom Roy, “A Rival,” Daily Post,\nMay 4, 2016.',
  'Ibid.',
];
/** What stands between the two lines of an entry. */
const SET_IN = /(?<=Post,)[\s\S]+(?=May)/;
const LABELS = { brackets: (label: number) => `[${label}] `, numbers: (label: number) => `${label} ` };

describe('heads of pages are no text', () => {
  for (const head of HEADS) {
    for (const eol of ['\n', '\r\n', '\r']) {
      const written = head.replaceAll('\n', eol);
      test(JSON.stringify(written), () => {
        const text = `One${eol}${written}${eol}two.`;
        assert.deepEqual(findRunningHeads(text), [{ start: 3 + eol.length, end: text.length - 4 - eol.length }]);
      });
    }
    for (const [name, label] of Object.entries(LABELS)) {
      test(`between entries and in one, with labels in ${name}: ${JSON.stringify(head)}`, () => {
        const entries = LIST.map((entry, index) => label(index + 1) + entry);
        for (const breaks of ['\n', '\n\n']) {
          const between = entries.join(breaks + head + breaks);
          const inside = entries.join(breaks).replaceAll('Post,\n', `Post,\n${head.replace('\n\n', '\n')}\n`);
          for (const list of [between, inside]) {
            const text = `One.${label(1).trim()} Two.${label(2).trim()}\n${head}\nThree.${label(3).trim()}\n\nCitations\n${list}\n`;
            const { draft, findings, sources } = analyse(text);
            const contents = draft.citations.map(({ content }) => text.slice(content.start, content.end));
            assert.deepEqual(
              contents.map((content) => content.replace(SET_IN, '\n')),
              LIST,
            );
            assert.deepEqual(findings, [], text);
            assert.equal(sources.sources.length, 2);
          }
        }
      });
    }
  }
  for (const text of [
    'CTC SENTINEL\n',
    'CTC Sentinel 11:3 (2018).',
    'In the CTC SENTINEL MARCH 2018',
    '28\n\nMARCH 2018',
  ])
    test(`none: ${JSON.stringify(text)}`, () => assert.deepEqual(findRunningHeads(text), []));
});

describe('heads of pages that are typed or torn are read as they are without a memory', () => {
  const steps: readonly (readonly [before: string, after: string])[] = [
    ['CTC SENTINEL MARCH 201', 'CTC SENTINEL MARCH 2018'],
    ['CTC SENTINE MARCH 2018', 'CTC SENTINEL MARCH 2018'],
    ['CTC SENTINEL MARCH 2018\n\n2x8', 'CTC SENTINEL MARCH 2018\n\n28'],
    ['28x\n\nCTC SENTINEL MARCH 2018', '28\n\nCTC SENTINEL MARCH 2018'],
  ];
  for (const [before, after] of steps)
    for (const [from, to] of [
      [before, after],
      [after, before],
    ])
      test(JSON.stringify([from, to]), () => {
        const draft = (head: string) =>
          `One was.[1]\n\n28\n\n${head}\n\n29\n\nIt ended.[2]\n\nCitations\n[1] A.\n[2] B.\n`;
        const memory = createMemory();
        analyse(draft(from ?? ''), {}, memory);
        const { prose, findings } = analyse(draft(to ?? ''), {}, memory);
        const fresh = analyse(draft(to ?? ''));
        assert.deepEqual([prose.masked, findings], [fresh.prose.masked, fresh.findings]);
      });
});

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readDraft } from '../../src/draft/read.ts';
import { readProse } from '../../src/markdown/read.ts';

const entries = (text: string) => {
  const { citations, notes } = readDraft(readProse(text));
  return [...notes, ...citations].map(({ label, content }) => `${label}: ${text.slice(content.start, content.end)}`);
};

describe('an entry begins with its number as a callout is written, with links back and anchors', () => {
  const table: readonly string[] = [
    ...['^1^ ', '^1^', '\\^1\\^ ', '^[1](#r)^ ', '[^1^](#r) ', '^\\[1\\]^ ', '^(1)^ ', '^1.^ ', '**^1^** ', '^**1**^ '],
    ...[
      '<sup>1</sup> ',
      '<sup id="c">1</sup> ',
      '<SUP>1</SUP> ',
      '<sup>1.</sup> ',
      '<sup>(1)</sup> ',
      '<sup>*1*</sup> ',
    ],
    ...['<sup>[1]</sup> ', '<sup>\\[1\\]</sup> ', '<sup>[1](#r)</sup> ', '<sup><a href="#r">1</a></sup> '],
    ...['[<sup>1</sup>](#r) ', '<a href="#r"><sup>1</sup></a> ', '<a name="c"></a>[1] ', '<a href="#r">[1]</a> '],
    ...['¹ ', '¹', '[¹](#r) ', '[1](#r) ', '[1.](#r) ', '[[1]](#r) ', '\\[[1](#r)\\] ', '*[1]* ', '***[1]*** '],
    ...['<a href="#r">1</a> ', '<a href="#r">1.</a> ', '1\\. ', '1\\) ', '1) ', '1.\t', '\u200b[1] ', '[1]\u200b '],
    ...['[]{#c}[1] ', '[]{#c .anchor}\\[1\\] ', '[]{#c .anchor}[1](#r) ', '[]{#c}^1^ ', '[[1]]{.underline} '],
  ];
  const write = (label: string, number: number) =>
    label.replace('1', String(number)).replace('¹', '⁰¹²³'.charAt(number));
  for (const label of table) {
    test(label, () => {
      const list = ['Jo Day, A.', 'Ibid.', '“B.”'].map((text, index) => write(label, index + 1) + text).join('\n\n');
      const text = `One.[1] Two.[2] Three.[3]\n\nCitations\n\n${list}\n`;
      assert.deepEqual(entries(text), ['1: Jo Day, A.', '2: Ibid.', '3: “B.”']);
    });
  }
});

describe('links back to the text are no part of a citation', () => {
  const behind = ['↩', ' ↩', ' ↩︎', '&nbsp;[↩](#r)', ' [↩︎](#r)', '[↑](#r)', ' [^](#r)', ' [⏎](#r)', ' [\\[↩\\]](#r)'];
  const tags = [
    ' <a href="#r">↩</a>',
    ' <a href="#r" class="back">&nbsp;↩︎</a>',
    ' [↩](#r) [↩2](#s)',
    ' [↩](#r)[↩2](#s)',
    '[↩︎](#r){.footnote-back role="doc-backlink"}',
    ' [back](#r)',
    ' [Return to text](#r)',
    ' [\\[back\\]](#r){.x}',
    ' <a href="#r">Back</a>',
    ' <a href="#r">[Jump up]</a>',
  ];
  const before = [
    '↑ ',
    '^ ',
    '[↑](#r) ',
    '[^](#r) ',
    '**[^](#r)** ',
    '<a href="#r">^</a> ',
    '^ **[a](#r)** **[b](#s)** ',
  ];
  const texts = ['Ann Lee, A.', 'Ibid.', '“B.”'];
  const list = (write: (text: string) => string) =>
    `A.[1] B.[2] C.[3]\n\nCitations\n\n${texts.map((text, index) => `[${index + 1}] ${write(text)}`).join('\n\n')}\n`;
  const expected = texts.map((text, index) => `${index + 1}: ${text}`);
  for (const link of [...behind, ...tags].map((written) => written.replaceAll('&nbsp;', '\u00a0')))
    test(`…${link}`, () => assert.deepEqual(entries(list((text) => text + link)), expected));
  for (const link of before) test(`${link}…`, () => assert.deepEqual(entries(list((text) => link + text)), expected));
  test('but what is written is', () => {
    for (const text of [
      'See https://a.org/b',
      'A, *B*',
      '_A_ [b](#c)',
      '[A](#b), C.',
      '[The Way Back](#b)',
      'x^2^',
      'A ^2^.',
      '^a^ b',
    ])
      assert.deepEqual(entries(list(() => text))[0], `1: ${text}`);
  });
});

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { analyse } from '../../src/analysis.ts';

const HEADS = [
  'Citations: ',
  '**Citations:** ',
  '**Citations**: ',
  'Citations ',
  '__Citations__\u00a0',
  'citations : ',
];
const LABELS = ['[1] ', '\\[1\\] ', '[[1]](#r1) ', '[1](#r1) '];
const TEXTS = ['Ann Lee, “A.”', 'Tom Roy, “B.”', 'Ibid.'];

describe('a list may begin behind its heading', () => {
  for (const head of HEADS) {
    for (const label of LABELS) {
      test(head + label, () => {
        const list = TEXTS.map((text, index) => label.replaceAll('1', `${index + 1}`) + text);
        for (const separator of [' ', '\n', '\n\n', '\r\n']) {
          const text = `One.[1] Two.[2] Three.[3][a]\n\nSubstantive Notes: [a] A note.\n\n${head}${list.join(separator)}\n`;
          const { markers, sections, notes, citations } = analyse(text).draft;
          const contents = [...notes, ...citations].map(({ content }) => text.slice(content.start, content.end));
          assert.deepEqual(contents, ['A note.', ...TEXTS], separator);
          assert.deepEqual(
            sections.map(({ kind }) => kind),
            ['body', 'notes', 'citations'],
          );
          assert.equal(markers.length, 4);
        }
      });
    }
  }
  test('in each of two chapters', () => {
    const chapter = '# A\n\nOne.[1] Two.[2]\n\nCitations: [1] Ann Lee, “A.”\n[2] Tom Roy, “B.”\n\n';
    const { markers, citations, earlierLists } = analyse(chapter + chapter).draft;
    assert.deepEqual([markers.length, citations.length, earlierLists.length], [2, 2, 1]);
  });
});

describe('what speaks of citations heads no list', () => {
  const texts = [
    'Citations: [1], [2] and [3].',
    'Citations: [1] and [2] are old.',
    'Other citations: [1] “Old.”',
    'Citations: [2] “Old.”',
    'Citations:[1] “Old.”',
  ];
  for (const text of texts) {
    test(text, () => {
      const draft = `One.[1]\n\n${text}\n\nTwo.[2] Three.[3]\n\nCitations\n[1] A.\n[2] B.\n[3] C.`;
      const { sections, citations } = analyse(draft).draft;
      assert.deepEqual([sections.length, citations.length], [2, 3]);
    });
  }
});

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readDraft } from '../../src/draft/read.ts';
import { readProse } from '../../src/markdown/read.ts';

const read = (text: string) => readDraft(readProse(text));
const entries = (text: string) => {
  const { citations, notes } = read(text);
  return [...notes, ...citations].map(({ label, content }) => `${label}: ${text.slice(content.start, content.end)}`);
};

describe('of chapters that each have a list of their own the last is the draft', () => {
  const chapter = (name: string, head: string, title = '') =>
    `${title}${name} one.[1] ${name} two.[a] ${name} three.[2]\n\n${head}Substantive Notes\n\n[a] ${name} N.\n\n` +
    `${head}Citations\n\n[1] ${name} C.\n\n[2] ${name} D.\n\n`;
  const expected = ['a: Z N.', '1: Z C.', '2: Z D.'];
  const texts: readonly (readonly [name: string, text: string])[] = [
    ['two, with titles', chapter('X', '## ', '# X\n\n') + chapter('Z', '## ', '# Z\n\n')],
    ['two, as deep as their titles', chapter('X', '# ', '# X\n\n') + chapter('Z', '# ', '# Z\n\n')],
    [
      'three, with titles',
      chapter('X', '### ', '# X\n\n') + chapter('Y', '### ', '# Y\n\n') + chapter('Z', '### ', '# Z\n\n'),
    ],
    ['two, pasted without headings', chapter('X', '') + chapter('Z', '')],
    ['two, of which the first has no notes', chapter('X', '').replace(/Sub.*\n\n.*\n\n/, '') + chapter('Z', '')],
  ];
  for (const [name, text] of texts) {
    test(name, () => {
      const { markers, earlierLists } = read(text);
      assert.deepEqual(entries(text), expected);
      assert.deepEqual(
        markers.map(({ label, start, entry }) => [label, start > text.lastIndexOf('Z one'), entry !== null]),
        ['1', 'a', '2'].map((label) => [label, true, true]),
      );
      assert.deepEqual(
        earlierLists.map(({ start, end }) => text.slice(start, end)),
        text.match(/Citations/g)?.slice(1),
      );
      assert.equal(
        read(text).sections.find(({ start, end }) => start <= text.indexOf('X D') && end > text.indexOf('X D'))?.kind,
        'other',
      );
    });
  }
  test('notes of another chapter are not its own', () => {
    const text = chapter('X', '## ', '# X\n\n') + chapter('Z', '## ', '# Z\n\n').replace(/##[^#]*(?=## Cit)/, '');
    assert.deepEqual(entries(text), ['1: Z C.', '2: Z D.']);
  });
  test('under a name of other places', () => {
    const text = (chapter('X', '## ', '# X\n\n') + chapter('Z', '## ', '# Z\n\n')).replaceAll('Citations', 'Endnotes');
    assert.deepEqual(entries(text), expected);
    assert.equal(read(text).earlierLists.length, 1);
  });
  const others: readonly (readonly [name: string, text: string, markers: number])[] = [
    ['a table of contents', 'Contents\n\nCitations\n\nOne.[1] Two.[2]\n\nCitations\n[1] A.\n[2] B.', 2],
    ['a list that goes on', 'One.[1] Two.[2]\n\n## Citations\n\n[1] A.\n\n## Citations\n\n[2] B.', 2],
    ['a bibliography', 'One.[1] Two.[2]\n\n## Sources\n\n1. A.\n2. B.\n\n## Citations\n\n1. A.\n2. B.', 2],
    ['two lists under other names', 'One.[1] Two.[2]\n\n## Sources\n\n1. A.\n\n## Notes\n\n1. A.\n2. B.', 2],
  ];
  for (const [name, text, markers] of others)
    test(`${name} makes no chapter`, () => {
      assert.deepEqual(read(text).earlierLists, []);
      assert.equal(read(text).markers.length, markers);
    });
  test('the same list twice is of one chapter', () => {
    const text = 'One.[1] Two.[2]\n\n## Citations\n\n[1] A.\n\n## Citations\n\n[1] A.\n\n[2] B.';
    assert.equal(read(text).earlierLists.length, 1);
    assert.deepEqual(entries(text), ['1: A.', '2: B.']);
    assert.equal(read(text).markers.length, 2);
  });
});

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { HIDDEN } from '../../src/markdown/prose.ts';
import { readProse } from '../../src/markdown/read.ts';
import { fixture } from '../support/fixtures.ts';
import { needsReference, reference } from '../support/reference.ts';
import { anyText, hardTexts } from '../support/texts.ts';
import { assertLinear } from '../support/timing.ts';

const hidden = (text: string) => readProse(text).hidden.map(({ start, end }) => text.slice(start, end));
const blocks = (text: string) =>
  readProse(text).blocks.map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);

describe('what is not prose', () => {
  const table: readonly (readonly [name: string, text: string, expected: readonly string[]])[] = [
    ['plain paragraphs', 'One.1\n\nTwo, al-Qa`ida and bay`a.\n', []],
    ['code spans', 'One `code [1]` two.', ['`code [1]`']],
    ['a span around a letter backtick', 'Type `al-Qa`ida` here.', ['`al-Qa`ida`']],
    ['fenced code over blank lines', 'A\n\n```\n[1]\n\n[2]\n```\n\nB', ['```\n[1]\n\n[2]\n```']],
    ['indented code', 'A\n\n    code.1\n\nB', ['code.1']],
    ['link targets', 'See [the report](https://a.org/x_1) now.', ['(https://a.org/x_1)']],
    ['definitions', 'See [it][1].\n\n[1]: https://a.org', ['[1]', '[1]: https://a.org']],
    ['citations like definitions', 'A.[1][2]\n\n[1]: Lee.\n\n[2]: Ibid.\n[3]: “Roads.”\n\n- [a]: Ibid', []],
    [
      'definitions to pages and places',
      '[1]: a/b.\n[2]: #a.\n[3]: b\n[4]: c.md',
      ['[1]: a/b.', '[2]: #a.', '[3]: b', '[4]: c.md'],
    ],
    ['definitions of words', 'See [it][lee].\n\n[lee]: Ibid.', ['[lee]', '[lee]: Ibid.']],
    ['HTML but superscripts', 'A <b class="x">bold</b> claim.<sup>1</sup>', ['<b class="x">', '</b>']],
    ['comments', 'A\n\n<!-- no\n\nprose -->\n\nB', ['<!-- no\n\nprose -->']],
    ['front matter', '---\ntitle: A.1\n---\n\nB', ['---\ntitle: A.1\n---']],
    ['addresses', 'At https://a.org/b?c=1. And <https://d.org>.', ['https://a.org/b?c=1', '<https://d.org>']],
    [
      'addresses before backslashes',
      'At https://a.org/b\\. On www.c.org\\[1\\] at https://d.org.\\\nIt',
      ['https://a.org/b', 'www.c.org', 'https://d.org'],
    ],
    ['an address before a marker', 'At https://a.org/b.[1]', ['https://a.org/b']],
    ['a host before a flattened marker', 'At www.a.org.12 And https://b.org;3 it', ['www.a.org', 'https://b.org']],
    [
      'addresses that end in a number',
      'At http://10.0.0.1 and https://a.org/v1.2',
      ['http://10.0.0.1', 'https://a.org/v1.2'],
    ],
    [
      'the tags of a heading',
      '<h2 id="a">One <b>two</b></h2>\nThree.<sup>1</sup>',
      ['<h2 id="a">', '<b>', '</b></h2>'],
    ],
    ['quotation prefixes', '> One\n> two', ['> ', '> ']],
  ];
  for (const [name, text, expected] of table) test(name, () => assert.deepEqual(hidden(text), expected));
});

test('masked text has the same offsets and line endings', () => {
  const prose = readProse('A `b\r\nc` d\r\n\r\n<!-- e -->\r\n');
  assert.equal(prose.masked, `A ${HIDDEN}${HIDDEN}\r\n${HIDDEN}${HIDDEN} d\r\n\r\n${HIDDEN.repeat(10)}\r\n`);
  assert.deepEqual(
    prose.comments.map(({ value }) => value),
    [' e '],
  );
});

test('front matter is found behind a byte order mark, and its content is known', () => {
  const text = '\uFEFF---\r\nstyle: ctc-sentinel\r\n---\r\nText';
  const { frontMatter } = readProse(text);
  assert.equal(frontMatter && text.slice(frontMatter.start, frontMatter.end), 'style: ctc-sentinel\r\n');
});

describe('what stands behind a comment that opens a line is text', () => {
  const table: readonly (readonly [text: string, blocks: readonly string[], hidden: readonly string[]])[] = [
    ['<!-- a --> [1] Lee.', ['paragraph: [1] Lee.'], ['<!-- a -->']],
    ['<!--a-->One <b>two</b>.<sup>1</sup>', ['paragraph: One <b>two</b>.<sup>1</sup>'], ['<!--a-->', '<b>', '</b>']],
    ['One\n<!-- a --> two', ['paragraph: One', 'paragraph: two'], ['<!-- a -->']],
    ['<!-- a\n\nb --> One. <!-- c -->', ['paragraph: One. <!-- c -->'], ['<!-- a\n\nb -->', '<!-- c -->']],
    ['- <!-- a --> One', ['paragraph: One'], ['<!-- a -->']],
    ['<!-- a --> <div>One</div>', ['html: <!-- a --> <div>One</div>'], ['<!-- a --> <div>One</div>']],
    ['<!-- a --> <!-- b -->', ['html: <!-- a --> <!-- b -->'], ['<!-- a --> <!-- b -->']],
    ['<!-- a', ['html: <!-- a'], ['<!-- a']],
  ];
  for (const [text, expected, notProse] of table)
    test(text, () => assert.deepEqual([blocks(text), hidden(text)], [expected, notProse]));
});

test('blocks are told apart, with the labels that open them', () => {
  assert.deepEqual(blocks('# One #\n\nTwo\n===\n\nThree\n\n***\n\n- four'), [
    'heading: One',
    'heading: Two',
    'paragraph: Three',
    'break: ***',
    'paragraph: four',
  ]);
  const labels = readProse('1. a\n2.\n3. c\n\n[^x]: d\n').blocks.map(({ label, nesting }) => [label?.text, nesting]);
  assert.deepEqual(labels, [
    ['1', 1],
    ['2', 1],
    ['3', 1],
    ['x', 1],
  ]);
});

describe('both readings agree', () => {
  const agree = (text: string) => assert.deepEqual(readProse(text), readProse(text, { throughout: true }));
  test('on any text', () => fc.assert(fc.property(anyText, agree), { numRuns: 3000 }));
  for (const name of ['bracket', 'pasted', 'defects', 'defects-pasted']) {
    test(`on the article ${name}.md`, () => agree(fixture(`article/${name}.md`)));
  }
  test('on the reference article', needsReference, () => agree(reference ?? ''));
});

test('ranges are inside the text, in order and disjoint', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const prose = readProse(text);
      assert.equal(prose.masked.length, text.length);
      for (const ranges of [prose.hidden, prose.blocks]) {
        let end = 0;
        for (const range of ranges) {
          assert.ok(range.start >= end && range.end >= range.start && range.end <= text.length);
          end = range.end;
        }
      }
    }),
    { numRuns: 3000 },
  );
});

describe('reads in linear time', () => {
  for (const [name, make] of Object.entries(hardTexts)) test(name, () => assertLinear(make, (text) => readProse(text)));
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { unifiedDiff } from '../../../src/command-line/terminal/diff.ts';
import { styleOf } from '../../../src/command-line/terminal/terminal.ts';

const plain = styleOf({ color: false, width: 80, wraps: false });
const colored = styleOf({ color: true, width: 80, wraps: false });
const INVERSE = /\p{Cc}\[7m(.*?)\p{Cc}\[27m/gu;

test('in colour, the words that change stand out from their paragraph', () => {
  const before = 'The envoys of Mullah Omer paid, pp. 31-58.\n\nNothing here.\n';
  const after = 'The envoys of Mullah Omar paid, pp. 31–58.\n\nNothing here.\n';
  const shown = unifiedDiff('a.md', before, after, colored);
  assert.deepEqual(
    Array.from(shown.matchAll(INVERSE), ([, words]) => words),
    ['Omer', '-', 'Omar', '–'],
  );
});

test('lines that none stands for are coloured whole', () => {
  const shown = unifiedDiff('a.md', 'One.\n<!--x-->\nTwo.\n', 'One.\nTwo.\n', colored);
  assert.doesNotMatch(shown, INVERSE);
  assert.match(shown, /\p{Cc}\[31m-<!--x-->\p{Cc}\[39m/u);
});

test('colours are all that a diff in colour has more', () => {
  const text = fc
    .array(fc.constantFrom('', 'One two.', 'One three.', '- a', '-- b', '+ c', '++ d', '@@', 'One two'))
    .map((lines) => lines.join('\n'));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const shown = unifiedDiff('a.md', before, after, colored);
      assert.equal(stripVTControlCharacters(shown), unifiedDiff('a.md', before, after, plain));
    }),
  );
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { quotations } from '../../src/markdown/quotations.ts';
import { readProse } from '../../src/markdown/read.ts';

const quoted = (text: string) => quotations(readProse(text)).map(({ start, end }) => text.slice(start, end));

describe('quotations', () => {
  it('are what stands in curly or straight double quotation marks', () => {
    assert.deepEqual(quoted('He said “no” and then "yes, but" no more.'), ['“no”', '"yes, but"']);
    assert.deepEqual(quoted('A "title of ‘one’ and “two” words" here'), ['"title of ‘one’ and “two” words"']);
  });

  it('do not grow past a mark without its twin', () => {
    assert.deepEqual(quoted('An “open one and “a closed one” here” too'), ['“a closed one”']);
    assert.deepEqual(quoted('An “open one\n\nand the next” block'), []);
    assert.deepEqual(quoted('A 6" pipe and a 5" pipe'), []);
  });

  it('are the blocks of a block quote', () => {
    assert.deepEqual(quoted('Before.\n\n> Someone’s words.\n\nAfter “this.”'), ['Someone’s words.', '“this.”']);
  });

  it('are titles in italics', () => {
    assert.deepEqual(quoted('In *The Looming Tower* and (_A Road to Nowhere?_), he'), [
      '*The Looming Tower*',
      '_A Road to Nowhere?_',
    ]);
    assert.deepEqual(quoted('By *al-Qa`ida: A History* of *The 9/11 Wars*'), [
      '*al-Qa`ida: A History*',
      '*The 9/11 Wars*',
    ]);
    assert.deepEqual(quoted('“In *The Road* they said”, *“The Road” and On*'), [
      '“In *The Road* they said”',
      '*“The Road” and On*',
    ]);
  });

  it('are not what is stressed, foreign, bold, a list, or cut', () => {
    for (const text of [
      'It was *not* so, *We Said it was not*, and *bay`a* is *Bay`a*.',
      'The **Looming Tower** and ***Looming Tower*** and \\*Looming Tower\\*.',
      '* The Looming Tower\n* A Tower',
      '3 * The Looming Tower * 4',
      'snake_The_Looming_Tower_case',
      'In *The Looming\n\nTower*',
      `*${'The Tower '.repeat(30)}End*`,
      'Run `*The Looming Tower*` now.',
    ])
      assert.deepEqual(quoted(text), [], text);
  });

  it('leave out code and other text that is not prose', () => {
    assert.deepEqual(quoted('Run `echo "a"` and say “b”.'), ['“b”']);
  });

  it('are sorted, disjoint and inside one block, in any text', () => {
    const piece = fc.constantFrom(
      '“',
      '”',
      '"',
      ' ',
      'a',
      '\n\n',
      '\n',
      '> ',
      '`',
      '(',
      '‘',
      '’',
      '# ',
      '*',
      '_',
      '*The ',
      'Road*',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const prose = readProse(pieces.join(''));
        let last = 0;
        for (const range of quotations(prose)) {
          assert.ok(range.start >= last && range.end > range.start);
          assert.ok(prose.blocks.some((block) => block.start <= range.start && range.end <= block.end));
          last = range.end;
        }
      }),
    );
  });
});

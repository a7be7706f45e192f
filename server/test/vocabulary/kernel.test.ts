import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { COMPILED_KERNEL, compileKernel } from '../../build/kernel.ts';
import { fold, isFolded } from '../../src/vocabulary/fold.ts';
import { hashOf } from '../../src/vocabulary/hash.ts';
import { bareKernel } from '../../src/vocabulary/kernel.ts';
import { FLAG, isJoiner, readBlock, readWords, soundOf, takeText, type Words } from '../../src/vocabulary/words.ts';

const PIECES = [
  'al-',
  ' of ',
  '’s ',
  "s' ",
  '*',
  '\u00AD',
  '1',
  '23',
  '’',
  '`',
  ' ',
  '\n\n',
  '-',
  'LeT',
  'É',
  'ß',
  'İ',
  '中',
  '\uD83D\uDE00',
  '\uD800',
];
const anyText = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary' })))
  .map((parts) => parts.join(''));

const lettersOf = ({ letters, from }: Words, at: number) =>
  String.fromCharCode(...letters.subarray(from[at], from[at + 1]));

describe('the kernel', () => {
  it('is what its sources say (`node server/build/write-kernel.ts` writes it)', async () => {
    assert.equal(readFileSync(new URL(`../../../${COMPILED_KERNEL}`, import.meta.url), 'utf8'), await compileKernel());
  });

  it('reads words in order, each of the letters that stand there, wherever the text stands', () => {
    fc.assert(
      fc.property(anyText, anyText, (before, text) => {
        const block = { start: before.length, end: before.length + text.length };
        const whole = `${before}${text} `;
        takeText(bareKernel(), whole);
        const words = readBlock(bareKernel(), block, []);
        let end = block.start;
        for (let at = 0; at < words.count; at++) {
          const range = { start: words.start[at]!, end: words.end[at]! };
          assert.ok(range.start >= end && range.end > range.start && range.end <= block.end);
          const units = Array.from({ length: range.end - range.start }, (_, index) =>
            fold(whole.charCodeAt(range.start + index)),
          );
          const folded = String.fromCharCode(...units.filter(isFolded));
          assert.equal(lettersOf(words, at), folded);
          assert.equal(words.hash[at], hashOf(folded));
          end = range.end;
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('leaves no letter or digit out', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const units = Array.from({ length: text.length }, (_, index) => fold(text.charCodeAt(index)));
        const { from, count } = readWords(text);
        const possessives = text.match(/[’'`´ʿʾʼʻ]s/g)?.length ?? 0;
        const letters = units.filter(isFolded).length;
        assert.ok(from[count]! <= letters && from[count]! >= letters - possessives);
      }),
      { numRuns: 1000 },
    );
  });

  it('leaves out what stands apart, and looks beyond the end of a text at spaces', () => {
    const text = 'The workers’[1] and Lee’s';
    takeText(bareKernel(), text);
    const { count, end, flags } = readBlock(bareKernel(), { start: 0, end: text.length }, [{ start: 12, end: 15 }]);
    assert.deepEqual([...end.subarray(0, count)], [3, 11, 19, 23]);
    assert.deepEqual([...flags.subarray(0, count)], [FLAG.capitalised, 0, 0, FLAG.capitalised | FLAG.possessive]);
    assert.equal(readWords('workers’').flags[0], FLAG.possessive);
  });

  it('knows joiners and sounds', () => {
    const words = readWords('Hizb ul Mujahideen, i-Islami the');
    assert.deepEqual(
      [0, 1, 2, 3, 4, 5].map((at) => isJoiner(words, at)),
      [false, true, false, true, false, false],
    );
    assert.equal(soundOf('hizb'), soundOf('hezb'));
    assert.equal(soundOf('lashkar'), soundOf('lashcar'));
    assert.notEqual(soundOf('lashkar'), soundOf('lashtar'));
  });

  it('makes room for a text of any length, and reads short ones after it', () => {
    const long = 'Lee met 1 of 22. '.repeat(200_000);
    assert.equal(readWords(long).count, long.split(' ').length - 1);
    assert.equal(readWords('Ann Lee').count, 2);
    assert.ok(bareKernel().memory.buffer.byteLength > long.length);
  });
});

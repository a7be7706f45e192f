import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { COMPILED_KERNEL, compileKernel } from '../../build/kernel.ts';
import { fold, isFolded } from '../../src/vocabulary/fold.ts';
import { hashOf } from '../../src/vocabulary/hash.ts';
import { bareKernel, createKernel, type Kernel } from '../../src/vocabulary/kernel.ts';
import { readVocabulary } from '../../src/vocabulary/load.ts';
import { lookUp } from '../../src/vocabulary/scanner.ts';
import {
  FLAG,
  isJoiner,
  readBlock,
  readWords,
  soundOf,
  takeText,
  type Words,
  writeThroughUtf8,
  writeUnits,
} from '../../src/vocabulary/words.ts';

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

  it('reads the same however a text comes into its memory: through UTF-8, where there are no buffers as in Node', () => {
    const kernel = bareKernel();
    const wordsOf = (text: string, write: (place: number) => void) => {
      kernel.reserveText(text.length);
      write(kernel.text.value);
      const words = readBlock(kernel, { start: 0, end: text.length }, []);
      const { start, end, gap, flags, count } = words;
      return Array.from({ length: count }, (_, at) => [lettersOf(words, at), start[at], end[at], gap[at], flags[at]]);
    };
    fc.assert(
      fc.property(anyText, (text) => {
        assert.deepEqual(
          wordsOf(text, (place) => writeUnits(kernel, text, place, Buffer)),
          wordsOf(text, (place) => writeThroughUtf8(kernel, text, place)),
        );
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

  it('has room for any number of ranges apart: a range of markers is many in one place', () => {
    const text = '[1–99] word '.repeat(300);
    takeText(bareKernel(), text);
    const block = { start: 0, end: text.length };
    const many = Array.from({ length: 300 }, (_, index) =>
      Array.from({ length: 99 }, (_, at) => ({ start: index * 12 + Math.min(at, 4), end: index * 12 + 6 })),
    ).flat();
    const { count, start, end } = readBlock(bareKernel(), block, many);
    assert.equal(count, 300);
    assert.ok([...start.subarray(0, count)].every((at, index) => text.slice(at, end[index]) === 'word'));
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

  it('reads a text after any other', () => {
    const none = { meet: () => -1, consider: () => -1 };
    const written = (words: string, length: number) => words.repeat(length).slice(0, length);
    const ends = (kernel: Kernel, text: string, most: number) => {
      takeText(kernel, text);
      const { end, hash, count } = readBlock(kernel, { start: 0, end: Math.min(text.length, most) }, [
        { start: 3, end: 4 },
      ]);
      return [...end.subarray(0, count), ...hash.subarray(0, count)];
    };
    for (let length = 4090; length < 4300; length++) {
      const [kernel, fresh] = [createKernel(none), createKernel(none)];
      takeText(kernel, 'Ann Lee');
      ends(kernel, written('Ann Lee of ', 2900), 2900);
      const text = written('Tom went up a hill. ', length);
      assert.deepEqual(ends(kernel, text, 44), ends(fresh, text, 44), String(length));
    }
  });

  it('reads on after a text for which there is no room', () => {
    const { reserveText, reserveWords } = bareKernel();
    for (const reserve of [reserveText, reserveWords])
      assert.throws(() => reserve(2 ** 31 - 64), { name: 'RangeError', message: /not enough memory/ });
    assert.equal(readWords('Ann Lee').count, 2);
  });

  it('is kept from draft to draft, however large the vocabulary', () => {
    const groups = Array.from({ length: 80_000 }, (_, index) => ({
      id: `g${index}`,
      kind: 'faction',
      prefLabel: `Name${index} of${index % 999} Dune${index}`,
    }));
    const { vocabulary, problems } = readVocabulary([{ path: 'a.json', text: JSON.stringify({ groups }) }]);
    assert.deepEqual(problems, []);
    const kernels = ['Name7 of7 Dune7 met.', 'They met.'].map((text) => {
      const known = lookUp({ text, vocabulary, markers: [] }, { start: 0, end: text.length }, []);
      return known.words.kernel;
    });
    assert.ok(kernels[0]!.memory.buffer.byteLength > 2 ** 25);
    assert.equal(kernels[0], kernels[1]);
  });

  it('makes room for a text of any length, and reads short ones after it', () => {
    const long = 'Lee met 1 of 22. '.repeat(200_000);
    assert.equal(readWords(long).count, long.split(' ').length - 1);
    assert.equal(readWords('Ann Lee').count, 2);
    assert.ok(bareKernel().memory.buffer.byteLength > long.length);
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { analyse } from '../../src/analysis.ts';
import { readDraft } from '../../src/draft/read.ts';
import { readProse } from '../../src/markdown/read.ts';
import { entrySeries } from '../../src/rules/series.ts';

/** A list of citations with these numbers. */
function seriesOf(ordinals: readonly number[]) {
  const text = `w.[1]\n\n## Citations\n\n${ordinals.map((ordinal) => `[${ordinal}] A source.`).join('\n\n')}\n`;
  return entrySeries(readDraft(readProse(text)), 'citation');
}

const misplaced = (ordinals: readonly number[]) =>
  seriesOf(ordinals).misplaced.map(({ item, before, after, twin, expected }) => ({
    place: [before?.ordinal, item.ordinal, after?.ordinal],
    twin: twin !== null,
    expected,
  }));

describe('a series', () => {
  it('has the second of two swapped neighbours out of its place', () => {
    assert.deepEqual(misplaced([1, 3, 2, 4]), [{ place: [3, 2, 4], twin: false, expected: null }]);
    assert.deepEqual(misplaced([2, 1]), [{ place: [2, 1, undefined], twin: false, expected: 3 }]);
  });

  it('knows which number is due in the place of a wrong one', () => {
    assert.deepEqual(misplaced([1, 2, 7, 4, 5]), [{ place: [2, 7, 4], twin: false, expected: 3 }]);
    assert.deepEqual(misplaced([1, 2, 2, 4]), [{ place: [2, 2, 4], twin: true, expected: 3 }]);
    assert.deepEqual(misplaced([1, 3, 3, 4]), [{ place: [1, 3, 3], twin: true, expected: 2 }]);
  });

  it('takes as few members as can be for misplaced, and all others rise', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 8 }), (ordinals) => {
        const { inOrder, misplaced: outside } = seriesOf(ordinals);
        assert.ok(inOrder.every((item, index) => index === 0 || item.ordinal > (inOrder[index - 1]?.ordinal ?? 0)));
        assert.equal(inOrder.length + outside.length, ordinals.length);
        assert.equal(inOrder.length, longestRising(ordinals));
        assert.equal(new Set([...inOrder, ...outside.map(({ item }) => item)]).size, ordinals.length);
      }),
    );
  });
});

/** By trying all. */
function longestRising(ordinals: readonly number[], above = 0): number {
  const [first, ...rest] = ordinals;
  if (first === undefined) return 0;
  const without = longestRising(rest, above);
  return first > above ? Math.max(without, 1 + longestRising(rest, first)) : without;
}

describe('a citation that a note calls alone', () => {
  const rules = (call: string) =>
    analyse(
      `One.[1] Names vary.[a] Two.[3]\n\n## Substantive Notes\n\n[a] They do.${call}\n\n## Citations\n\n` +
        [1, 2, 3].map((number) => `[${number}] Ann Lee, “Part ${number},” Post, May ${number}, 2020.`).join('\n\n'),
    ).findings.map(({ rule }) => rule);
  for (const call of ['[2]', '[1][2]', '[3][2][1]'])
    it(`is used, and in no order, by ${call}`, () => assert.deepEqual(rules(call), []));
  it('is told from one that nothing calls', () => {
    for (const call of ['', '[1][3]', ' All 2 do.']) assert.deepEqual(rules(call), ['citation-unused']);
    assert.deepEqual(rules('[22]'), ['marker-unresolved', 'citation-unused']);
  });
});

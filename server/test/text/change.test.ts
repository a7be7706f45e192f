import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { changeBetween, isMoved, movedOffset, movedRange, shiftRange } from '../../src/text/change.ts';

/** A text, and what it becomes: long stretches stay, and what is cut out or put in is like what is around it. */
const texts = fc
  .tuple(fc.nat(20_000), fc.nat(9), fc.nat(9), fc.nat(20_000), fc.constantFrom('a', 'ab', '\ud83d\ude00'))
  .map(([head, cut, added, tail, letter]) => {
    const [before, after] = [letter.repeat(head), letter.repeat(tail)];
    return [before + letter.repeat(cut) + after, before + 'ab'.repeat(added) + after] as const;
  });

test('a change is what two texts do not share', () => {
  fc.assert(
    fc.property(texts, ([before, after]) => {
      const change = changeBetween(before, after);
      if (!change) return assert.equal(before, after);
      const { start, end, by } = change;
      const put = after.slice(start, end + by);
      assert.equal(before.slice(0, start) + put + before.slice(end), after);
      const cut = before.slice(start, end);
      assert.ok(cut === '' || put === '' || (cut[0] !== put[0] && cut.at(-1) !== put.at(-1)));
    }),
  );
});

test('what stands behind a change moves, and nothing else', () => {
  const change = { start: 3, end: 5, by: 2 };
  assert.deepEqual(
    [0, 3, 5, 9].map((offset) => movedOffset(offset, change)),
    [0, 3, 7, 11],
  );
  for (const range of [
    { start: 0, end: 3 },
    { start: 1, end: 5 },
    { start: 5, end: 8 },
  ]) {
    const moved = movedRange(range, change);
    assert.ok(isMoved(range, moved, change));
    shiftRange(range, change);
    assert.deepEqual(range, moved);
  }
});

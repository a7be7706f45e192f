import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { mapBack } from '../../src/edits/map.ts';
import { applyEdits } from '../../src/text/edit.ts';

describe('offsets behind edits are mapped to where they were', () => {
  const before = 'one two three four';
  // Longer, away, and put in between.
  const edits = [
    { start: 8, end: 13, text: '' },
    { start: 4, end: 7, text: 'second' },
    { start: 14, end: 14, text: '+' },
  ];
  const after = applyEdits(before, edits);
  const origin = mapBack(edits);
  const where = (offset: number) => {
    const { start, end } = origin(offset);
    return [start, end];
  };
  test('the edited text', () => assert.equal(after, 'one second  +four'));
  test('before the first', () =>
    assert.deepEqual([0, 3].map(where), [
      [0, 0],
      [3, 3],
    ]));
  test('in what an edit wrote, and at its end', () =>
    assert.deepEqual([4, 7, 10].map(where), [
      [4, 7],
      [4, 7],
      [4, 7],
    ]));
  test('where one took text away', () => assert.deepEqual(where(11), [8, 13]));
  test('where one put text in between', () =>
    assert.deepEqual([12, 13].map(where), [
      [14, 14],
      [14, 14],
    ]));
  test('behind them', () => {
    for (let offset = 14; offset <= after.length; offset++)
      assert.deepEqual(where(offset), [offset + before.length - after.length, offset + before.length - after.length]);
  });
  test('between two', () => {
    const far = mapBack([
      { start: 0, end: 1, text: 'abc' },
      { start: 9, end: 10, text: '' },
    ]);
    assert.deepEqual(far(5), { start: 3, end: 3 });
  });
});

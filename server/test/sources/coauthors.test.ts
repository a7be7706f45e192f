import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { analyseCited, meaningsOfLast as last, rulesOfCited as rules } from '../support/citations.ts';

const LEE_AND_ROE = 'Ann Lee and Tom Roe, “Roads of the North,” Post 9:4 (2015).';
const PELL = 'Jo Pell, “Ports,” Post, May 4, 2015.';

describe('a title of several authors is found by one who is not the first', () => {
  for (const short of ['Roe, “Roads of the North.”', 'Roe, “Roads,” p. 4.', 'Tom Roe, “Roads of the North.”'])
    test(short, () => {
      assert.deepEqual(last([LEE_AND_ROE, PELL, short]), ['short 1']);
      assert.deepEqual(
        rules([LEE_AND_ROE, PELL, short]).filter((rule) => rule !== 'short-form-style'),
        [],
      );
    });
  test('rather one of the author’s own', () => {
    const own = 'Tom Roe, “Roads of the North,” Post, May 4, 2016.';
    assert.deepEqual(last([LEE_AND_ROE, own, 'Roe, “Roads.”']), ['short 2']);
  });
  test('with another title it is none', () =>
    assert.deepEqual(last([LEE_AND_ROE, PELL, 'Roe, “Ships.”']), ['short short-form-unresolved']));
  test('alone it is none, but the message says whose work it may be', () => {
    const [finding] = analyseCited([LEE_AND_ROE, PELL, 'Roe.']).findings;
    assert.equal(finding?.message, 'Unexpected short form “Roe” without a full citation, expected “Lee and Roe”');
    assert.equal(finding.related.length, 1);
  });
});

test('of many names that are as near, a message has three', () => {
  const known = ['Petrovic', 'Petrovich', 'Petrovics', 'Petrovici'].map(
    (name) => `Jo ${name}, “On ${name},” Post, 2016.`,
  );
  const [finding] = analyseCited([...known, 'Petrovicz.']).findings;
  const expected = 'expected “Petrovic”, “Petrovich”, or “Petrovics”';
  assert.equal(finding?.message, `Unexpected short form “Petrovicz” without a full citation, ${expected}`);
  assert.equal(finding.related.length, 4);
});

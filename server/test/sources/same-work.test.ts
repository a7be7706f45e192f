import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyseCited } from '../support/citations.ts';

const FULL = 'Kim Lee, “Roads,” Sea Journal 3:2 (2015).';

for (const [what, first, second] of [
  ['another volume', FULL, 'Kim Lee, “Roads,” Sea Journal 4:2 (2015).'],
  ['another issue', FULL, 'Kim Lee, “Roads,” Sea Journal 3:4 (2015).'],
  ['another author beside', FULL, 'Kim Lee and Pat Doe, “Roads,” Sea Journal 3:2 (2015).'],
  ['another author', FULL, 'Pat Doe, “Roads,” Sea Journal 3:2 (2015).'],
  ['another outlet', '“Roads,” Times, May 4, 2015.', '“Roads,” Post, May 4, 2015.'],
] as const) {
  test(`a work of the same title is another one with ${what}`, () => {
    assert.equal(analyseCited([first, second]).sources.sources.length, 2);
    assert.equal(analyseCited([first, first]).sources.sources.length, 1);
  });
}

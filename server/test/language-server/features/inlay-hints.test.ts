import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { analyse } from '../../../src/analysis.ts';
import { inlayHints } from '../../../src/language-server/features/inlay-hints.ts';
import { DRAFT } from '../cursor.ts';

suite('inlay hints', () => {
  const analysis = analyse(DRAFT);
  const shown = (start: number, end: number) =>
    inlayHints(analysis, { start, end }).map(({ offset, label }) => `${DRAFT.slice(offset - 3, offset)} ${label}`);

  test('author and year behind each marker that means a source', () => {
    assert.deepEqual(shown(0, DRAFT.length), ['[1] Lee 2016', '[2] Lee 2016', '[3] Roy 2016; Lee 2016']);
  });

  test('in the range alone', () => {
    const start = DRAFT.indexOf('[2]');
    assert.deepEqual(shown(start, start + 1), ['[2] Lee 2016']);
    assert.deepEqual(shown(0, 10), []);
  });
});

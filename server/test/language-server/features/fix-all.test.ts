import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { analyse } from '../../../src/analysis.ts';
import { applyFixes } from '../../../src/edits/fix.ts';
import { editsBetween, fixAll } from '../../../src/language-server/features/fix-all.ts';
import { applyEdits } from '../../../src/text/edit.ts';
import { fixture } from '../../support/fixtures.ts';
import { anyText } from '../../support/texts.ts';

suite('fix all', () => {
  test('does what the command “fix” does, in edits as small as words', () => {
    const text = fixture('article/defects.md');
    const edits = fixAll(analyse(text), analyse);
    assert.equal(applyEdits(text, edits), applyFixes(text, analyse).text);
    assert.ok(edits.length > 0);
    assert.ok(edits.every(({ start, end }) => end - start < 40));
  });

  test('a clean draft has nothing to fix', () => {
    assert.deepEqual(fixAll(analyse(fixture('article/bracket.md')), analyse), []);
  });

  test('the edits between two texts make the one of the other', () => {
    fc.assert(
      fc.property(anyText, anyText, (before, after) => {
        assert.equal(applyEdits(before, editsBetween(before, after)), after);
      }),
    );
  });
});

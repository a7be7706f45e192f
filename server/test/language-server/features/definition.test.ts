import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { definition } from '../../../src/language-server/features/definition.ts';
import { inDraft } from '../cursor.ts';

function goTo(replaced: string): readonly string[] | undefined {
  const { analysis, offset } = inDraft(replaced);
  const found = definition(analysis, offset);
  return found?.targets.map(({ selection }) => analysis.text.slice(selection.start, selection.end + 8));
}

suite('definition', () => {
  test('from a marker to its entry, and back', () => {
    assert.deepEqual(goTo('on,[|2]'), ['[2] Ibid.\n\n']);
    assert.deepEqual(goTo('[2|] Ibid.'), ['[2] as othe']);
    assert.deepEqual(goTo('[3][|a]'), ['[a] In the ']);
    assert.deepEqual(goTo('[|a] In'), ['[a] Both re']);
  });

  test('from Ibid. and a short form to the full citation, and back to the claims', () => {
    assert.deepEqual(goTo('[2] I|bid.'), ['Ann Lee, “A Split,” Daily Post, May 3, 2016.\n\n[2] I']);
    assert.deepEqual(goTo('; |Lee.'), ['Ann Lee, “A Split,” Daily Post, May 3, 2016.\n\n[2] I']);
    assert.deepEqual(goTo('Ann L|ee'), ['[1] It foug', '[2] as othe', '[3][a] Both']);
  });

  test('from an ambiguous Ibid. to all that it may mean', () => {
    assert.equal(goTo('[4] I|bid.')?.length, 2);
  });

  test('a cursor right behind counts, other words do not', () => {
    assert.deepEqual(goTo('split.[1]| It'), ['[1] Ann Lee']);
    assert.equal(goTo('It fo|ught'), undefined);
  });
});

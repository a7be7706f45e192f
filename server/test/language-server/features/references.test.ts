import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { references } from '../../../src/language-server/features/references.ts';
import { inDraft } from '../cursor.ts';

function found(replaced: string, declaration = false): readonly string[] {
  const { analysis, offset } = inDraft(replaced);
  return references(analysis, offset, declaration).map(({ start, end }) => analysis.text.slice(start, end));
}

suite('references', () => {
  test('all claims that rest on a work, from its marker, its entry, its Ibid. or its short form', () => {
    for (const place of ['split.[|1]', 'on,[|2]', '[|1] Ann', 'Ann L|ee', '[2] I|bid.', '; L|ee.']) {
      assert.deepEqual(found(place), ['[1]', '[2]', '[3]'], place);
    }
  });

  test('the full citations come along when they are asked for', () => {
    assert.deepEqual(found('on,[|2]', true), ['[1]', '[2]', '[3]', 'Ann Lee, “A Split,” Daily Post, May 3, 2016']);
  });

  test('a note has its markers', () => {
    assert.deepEqual(found('[|a] In', true), ['[a]', '[a]']);
  });

  test('other words have none', () => {
    assert.deepEqual(found('It fo|ught', true), []);
  });
});

import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { analyse } from '../../../src/analysis.ts';
import { defaultVocabulary } from '../../../src/default-vocabulary.ts';
import { additions } from '../../../src/language-server/features/add-to-vocabulary.ts';

const TEXT = 'Men of the Desert Unity Front (DUF) met. The Desert Unity Front and the Taliban left.';
const analysis = analyse(TEXT, { vocabulary: defaultVocabulary() });
const ALL = { start: 0, end: TEXT.length };
const GROUP = {
  id: 'desert-unity-front',
  prefLabel: 'Desert Unity Front',
  abbreviation: 'DUF',
  kind: 'organisation',
};

const groupsIn = (...asked: Parameters<typeof additions>) => additions(...asked).map(({ group }) => group);

suite('additions to the vocabulary', () => {
  test('are offered wherever a name stands that is in none, and for no other', () => {
    const at = (word: string, from = 0) => {
      const start = TEXT.indexOf(word, from);
      return groupsIn(analysis, { start, end: start });
    };
    const { abbreviation: _, ...without } = GROUP;
    assert.deepEqual(at('Desert'), [GROUP]);
    assert.deepEqual(at('Unity', 40), [without]);
    assert.deepEqual(at('Taliban'), []);
  });

  test('name the finding that is gone then, wherever the name stands', () => {
    for (const from of [0, 40]) {
      const start = TEXT.indexOf('Unity', from);
      const [addition] = additions(analysis, { start, end: start });
      assert.deepEqual([addition?.finding.rule, addition?.finding.start], ['group-unknown', TEXT.indexOf('Desert')]);
    }
  });

  test('are offered once for a name that comes again', () => {
    assert.deepEqual(groupsIn(analysis, ALL), [GROUP]);
  });

  test('are not offered where nobody asks for unknown names', () => {
    const off = analyse(TEXT, { vocabulary: defaultVocabulary(), rules: { 'group-unknown': 'off' } });
    assert.deepEqual(additions(off, ALL), []);
  });
});

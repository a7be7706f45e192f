import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { analyse } from '../../../src/analysis.ts';
import { defaultVocabulary } from '../../../src/default-vocabulary.ts';
import { additions, additionTo } from '../../../src/language-server/features/add-to-vocabulary.ts';
import { applyEdits } from '../../../src/text/edit.ts';
import { readVocabulary } from '../../../src/vocabulary/load.ts';

const TEXT = 'Men of the Desert Unity Front (DUF) met. The Desert Unity Front and the Taliban left.';
const analysis = analyse(TEXT, { vocabulary: defaultVocabulary() });
const GROUP = '{ id: desert-unity-front, prefLabel: Desert Unity Front, abbreviation: DUF, kind: organisation }';

suite('additions to the vocabulary', () => {
  test('are offered wherever a name stands that is in none, and for no other', () => {
    const titles = (word: string, from = 0) => {
      const start = TEXT.indexOf(word, from);
      return additions(analysis, { start, end: start }).map(({ title }) => title);
    };
    const expected = ['Add “Desert Unity Front” to the vocabulary'];
    assert.deepEqual(titles('Desert'), expected);
    assert.deepEqual(titles('Unity', 40), expected);
    assert.deepEqual(titles('Taliban'), []);
    const off = analyse(TEXT, { vocabulary: defaultVocabulary(), rules: { 'group-unknown': 'off' } });
    assert.deepEqual(additions(off, { start: 0, end: TEXT.length }), []);
  });

  const [name] = analysis.names.unknown;
  assert.ok(name);
  const files: readonly (readonly [what: string, before: string, after: string | null])[] = [
    ['an empty file', '', `groups:\n  - ${GROUP}\n`],
    [
      'a list of groups',
      'groups:\n- { id: a, prefLabel: A B, kind: branch }\n',
      `groups:\n- ${GROUP}\n- { id: a, prefLabel: A B, kind: branch }\n`,
    ],
    [
      'groups between others',
      '# Ours\r\ngroups: # those\r\n    # first\r\n    - id: a\r\n      prefLabel: A B\r\n      kind: branch\r\npeople: []\r\n',
      `# Ours\r\ngroups: # those\r\n    # first\r\n    - ${GROUP}\r\n    - id: a\r\n      prefLabel: A B\r\n      kind: branch\r\npeople: []\r\n`,
    ],
    ['an empty list', 'groups: []\npeople: []\n', `groups:\n  - ${GROUP}\npeople: []\n`],
    ['people alone', 'people: []', `people: []\ngroups:\n  - ${GROUP}\n`],
    ['JSON', '{ "groups": [] }', null],
  ];
  for (const [what, before, after] of files)
    test(`are written into ${what}`, () => {
      const edit = additionTo(before, name, analysis);
      assert.equal(edit && applyEdits(before, [edit]), after);
      if (after === null) return;
      const { vocabulary, problems } = readVocabulary([{ path: 'v', text: after }], defaultVocabulary());
      assert.deepEqual(problems, []);
      assert.deepEqual(analyse(TEXT, { vocabulary }).names.unknown, []);
    });
});

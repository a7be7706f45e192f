import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyse, fix, readVocabulary } from '../../src/library.ts';

const { vocabulary } = readVocabulary([
  { path: 'v', text: 'groups: [{ id: sand, prefLabel: Sand Front, abbreviation: SF, kind: faction }]' },
]);
const TEXT = 'The Sand Front (SF) met. “Sand Frnot,” he said; the Sand Front left.';

test('options that a program gives are heeded', () => {
  const found = (rules: Parameters<typeof analyse>[1]) =>
    analyse(TEXT, { vocabulary, ...rules }).findings.map(({ rule, severity }) => `${severity} ${rule}`);
  assert.deepEqual(found({}), []);
  assert.deepEqual(
    found({
      rules: { 'group-label': ['hint', { abbreviate: true }], 'group-misspelled': ['error', { verbatim: true }] },
    }),
    ['error group-misspelled', 'hint group-label'],
  );
  assert.deepEqual(found({ rules: { 'group-label': ['off', { abbreviate: true }] } }), []);
});

test('other people’s words are reported where that is asked for, and never mended unasked', () => {
  const rules = { 'group-misspelled': ['error', { verbatim: true }] } as const;
  const text = '“Sand-Front,” he said.';
  assert.equal(analyse(text, { vocabulary, rules }).findings.length, 1);
  assert.equal(fix(text, { vocabulary, rules }).text, text);
});

test('options that a rule does not take are a mistake of the program', () => {
  const rules = { 'group-label': ['hint', { abreviate: true }] } as const;
  assert.throws(() => analyse('', { rules }), {
    name: 'TypeError',
    message: 'rules.group-label.1.abreviate: Unexpected option “abreviate”, expected “abbreviate”',
  });
  assert.throws(() => analyse('', { rules: { 'marker-order': ['hint', { a: 1 }] } }), /expected none here/);
});

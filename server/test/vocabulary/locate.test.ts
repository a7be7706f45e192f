import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { locateConcept } from '../../src/vocabulary/locate.ts';

function located(text: string, id = 'b'): readonly string[] | null {
  const place = locateConcept(text, id);
  return place && [place.whole, place.selection].map(({ start, end }) => text.slice(start, end).trimEnd());
}

suite('the place of a concept in a vocabulary file', () => {
  test('is its entry, in whatever list and form', () => {
    assert.deepEqual(located('groups:\n  - id: a\n  - id: b # b\n    prefLabel: B\n'), [
      'id: b # b\n    prefLabel: B',
      'b',
    ]);
    assert.deepEqual(located('groups: []\npeople: [{ id: "b", prefLabel: B }]'), ['{ id: "b", prefLabel: B }', '"b"']);
    assert.deepEqual(located('{"places": [{"id": "b"}]}'), ['{"id": "b"}', '"b"']);
  });

  test('is nowhere where there is none, or no vocabulary', () => {
    for (const text of [
      '',
      'b',
      '- b',
      'groups: b',
      'groups: [b, { prefLabel: b }]',
      'groups: [{ id: bb }]',
      '{ b: [',
    ]) {
      assert.equal(locateConcept(text, 'b'), null, text);
    }
  });
});

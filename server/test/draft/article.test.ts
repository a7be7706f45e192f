import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Draft, Notation } from '../../src/draft/draft.ts';
import { readDraft } from '../../src/draft/read.ts';
import { readProse } from '../../src/markdown/read.ts';
import { inNotation } from '../support/convert.ts';
import { fixture } from '../support/fixtures.ts';
import { needsReference, reference } from '../support/reference.ts';

const NOTATIONS: readonly Notation[] = ['bracket', 'caret', 'sup', 'unicode', 'footnote', 'glued'];
const read = (text: string) => readDraft(readProse(text));
const labels = (draft: Draft, kind: 'citation' | 'note') =>
  draft.markers.filter((marker) => marker.kind === kind).map(({ label }) => label);
const numbersTo = (last: number) => Array.from({ length: last }, (_, index) => String(index + 1));

/** A whole article, each marker once and in order, and the same in each notation and with other line endings. */
function readsWhole(text: string, markers: number): void {
  const draft = read(text);
  const expected = { citations: numbersTo(markers), notes: [...'abcde'] };
  const facts = (other: Draft) => ({ citations: labels(other, 'citation'), notes: labels(other, 'note') });
  const contents = (source: string, other: Draft) =>
    [...other.notes, ...other.citations].map(({ content }) => source.slice(content.start, content.end));
  assert.deepEqual(facts(draft), expected);
  assert.deepEqual(
    draft.citations.map(({ label }) => label),
    expected.citations,
  );
  for (const notation of NOTATIONS) {
    const converted = inNotation(text, draft, notation);
    const other = read(converted);
    assert.deepEqual(facts(other), expected, notation);
    assert.ok(
      other.markers.every((marker) => marker.entry?.label === marker.label),
      notation,
    );
    assert.equal(other.notation, notation);
    assert.deepEqual(contents(converted, other), contents(text, draft), notation);
  }
  const windows = text.replaceAll('\n', '\r\n');
  assert.deepEqual(facts(read(windows)), expected, 'CRLF');
}

describe('the fixture article', () => {
  test('in brackets, and from there in each notation', () => readsWhole(fixture('article/bracket.md'), 116));
  test('pasted, and from there in each notation', () => readsWhole(fixture('article/pasted.md'), 116));
  test('without its Citations section still has its markers read', () => {
    const text = fixture('article/pasted.md');
    const cut = text.slice(0, text.indexOf('Citations\n[1]'));
    assert.deepEqual(labels(read(cut), 'citation'), numbersTo(116));
  });
});

describe('the reference article', () => {
  const text = reference ?? '';
  test('has 89 citation markers and 5 note markers, in each notation', needsReference, () => readsWhole(text, 89));
  test('has its note markers where they stand', needsReference, () => {
    const notes = read(text).markers.filter(({ kind }) => kind === 'note');
    assert.deepEqual(
      notes.map(({ start, end }) => `${text.slice(start - 8, start)}|${text.slice(start, end)}`),
      ['rovince,|a', ' takfiri|b', 'and TTP.|c', '14-2017.|d', 'Deobandi|e'],
    );
  });
  test('has 89 citations and 5 notes, the last without what follows it', needsReference, () => {
    const { citations, notes } = read(text);
    assert.deepEqual([citations.length, notes.length], [89, 5]);
    const last = citations.at(-1);
    assert.equal(last && text.slice(last.content.start, last.content.end), 'Ibid.');
  });
});

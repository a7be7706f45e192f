import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { createTokenizer } from './tokens.ts';

const CITATION = 'constant.numeric.marker.citation';
const NOTE = 'constant.language.marker.note';
const ENTRY = 'constant.numeric.label.citation';
const NOTE_ENTRY = 'constant.language.label.note';
const IBID = 'keyword.other.ibid';
const TITLE = 'string.quoted.double.title';
const SECTION = 'entity.name.section';

let read: (draft: string) => string[];
before(async () => {
  read = await createTokenizer();
});

test('markers are coloured in each notation but glued, which no grammar can tell', () => {
  assert.deepEqual(read('The town fell.[1][a] It rose.^2^ It fell.<sup>3</sup> It rose.⁴ So.ᵇ Again.[^5]'), [
    `1: ${CITATION}`,
    `a: ${NOTE}`,
    `2: ${CITATION}`,
    `3: ${CITATION}`,
    `⁴: ${CITATION}`,
    `ᵇ: ${NOTE}`,
    `5: ${CITATION}`,
  ]);
  assert.deepEqual(read('The town fell.1 It rose.2'), []);
});

test('lists and ranges are one marker', () => {
  assert.deepEqual(read('It fell.[3, 7] It rose.[4–6]'), [`3, 7: ${CITATION}`, `4–6: ${CITATION}`]);
});

test('labels of entries, Ibid. and quoted titles are coloured', () => {
  assert.deepEqual(read('[1] Ada Musa, “The Fall,” Outlet, March 3, 2018.\n\n[2] Ibid., p. 4.\n\n[a] A note.'), [
    `1: ${ENTRY}`,
    `The Fall,: ${TITLE}`,
    `2: ${ENTRY}`,
    `Ibid.: ${IBID}`,
    `a: ${NOTE_ENTRY}`,
  ]);
});

test('entries that follow each other without a blank line, under a bare heading', () => {
  assert.deepEqual(read('Citations\n[1] Ibid.\n[2] Musa, “The Fall.”'), [
    `Citations: ${SECTION}`,
    `1: ${ENTRY}`,
    `Ibid.: ${IBID}`,
    `2: ${ENTRY}`,
    `The Fall.: ${TITLE}`,
  ]);
});

test('an entry of several lines ends with its line, and the text after it is read again', () => {
  assert.deepEqual(read('[1] Ada Musa, “The Fall.\n\nThe town rose.[2]'), [`1: ${ENTRY}`, `2: ${CITATION}`]);
});

test('the ʿayn opens no code, so that markers after it keep their colour', () => {
  assert.deepEqual(read('The bay`a.[1] Of al-Qa`ida.[2]'), [`1: ${CITATION}`, `2: ${CITATION}`]);
});

test('code, links, tasks and indices are left to Markdown', () => {
  assert.deepEqual(read('The `list[1]` of [words][1], see word[2](https://a.example/b[3]).'), []);
  assert.deepEqual(read('- [x] done\n- [a] not\n'), []);
  assert.deepEqual(read('```\na[1]\n[1] Ibid.\n```'), []);
});

test('quotations in the body are no titles', () => {
  assert.deepEqual(read('He said “no more.”[4]'), [`4: ${CITATION}`]);
});

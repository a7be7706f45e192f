import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { meaningsOfLast as last, rulesOfCited as rules } from '../support/citations.ts';

const ROE = 'Jane Roe, “Ports,” Post, May 5, 2015.';
const ROADS = 'Ann Lee, “Roads,” Post, May 4, 2015.';
const SHIPS = 'Ann Lee, “Ships,” Post, May 6, 2015.';

describe('a title behind an “and” may be of the author before', () => {
  test('of the same author', () =>
    assert.deepEqual(last([ROADS, SHIPS, ROE, 'Lee, “Roads,” p. 4, and “Ships,” p. 5.']), ['short 1', 'short 2']));
  test('of the same author, shortened', () =>
    assert.deepEqual(
      last([ROADS, 'Ann Lee, “Ships at Sea,” Post, May 6, 2015.', ROE, 'Lee, “Roads,” p. 4, and “Ships,” p. 5.']),
      ['short 1', 'short 2'],
    ));
  test('rather of the same author than of another', () =>
    assert.deepEqual(
      last([ROADS, 'Tom Pell, “Ships,” Post, May 7, 2015.', SHIPS, 'Lee, “Roads,” p. 4, and “Ships,” p. 5.']),
      ['short 1', 'short 3'],
    ));
  test('of none, where a work has it', () =>
    assert.deepEqual(last([ROADS, '“Ships,” Post, May 6, 2015.', 'Lee, “Roads,” p. 4, and “Ships,” p. 5.']), [
      'short 1',
      'short 2',
    ]));
  test('not where the author is named', () =>
    assert.deepEqual(last([ROADS, ROE, 'Lee, “Ports.”']), ['short short-form-unresolved']));
  test('of another, whose work alone has it', () =>
    assert.deepEqual(last([ROADS, ROE, 'Lee, “Roads,” p. 4, and “Ports,” p. 5.']), ['short 1', 'short 2']));
  test('the names of its own count', () =>
    assert.deepEqual(last([ROADS, ROE, 'Lee, “Roads,” p. 4, and Roe, “Ports,” p. 5.']), ['short 1', 'short 2']));
});

describe('the last of names may be a title', () => {
  for (const [title, form] of [
    ['Boats', 'Lee, Boats, p. 4.'],
    ['Boats', 'Lee, **Boats**, p. 4.'],
    ['Boats and Men', 'Lee, Boats and Men, p. 4.'],
    ['Boats, Ports, and Men', 'Lee, Boats, Ports, and Men, p. 4.'],
    ['Boats Since 2001', 'Lee, Boats Since 2001.'],
    ['Boats and Men Since 2001', 'Lee, Boats and Men Since 2001.'],
  ] as const)
    test(form, () => {
      const book = `Ann Lee, ${title} (London: Hurst, 2015).`;
      assert.deepEqual(last([ROADS, book, form]), ['short 2']);
      assert.deepEqual(rules([ROADS, book, form]), []);
    });
  test('but not one that an “and” joins to the author', () =>
    assert.deepEqual(last([ROADS, 'Ann Lee, Boats (London: Hurst, 2015).', 'Lee and Boats.']), [
      'short short-form-ambiguous',
      'short 2',
    ]));
  test('of the year that it ends in, or that the form gives', () => {
    const books = ['Ann Lee, Boats 2001 (London: Hurst, 2015).', 'Ann Lee, Boats (London: Hurst, 2003).'];
    assert.deepEqual(last([...books, 'Lee, Boats 2001.']), ['short 1']);
    assert.deepEqual(last([...books, 'Lee, Boats, 2003.']), ['short 2']);
  });
});

describe('a list of names may be of the authors of several works', () => {
  const NAMES = 'Abel Bauer Conte Duval Engel Fuchs Gomez Horak Ivers Jonas Kraus Lopez Moser'.split(' ');
  const works = NAMES.map((name) => `Ann ${name}, “${name}’s Roads,” Post, May 4, 2015.`);
  const listed = (count: number) => `${NAMES.slice(0, count - 1).join(', ')}, and ${NAMES[count - 1]}.`;
  test('of twelve', () =>
    assert.deepEqual(
      last([...works, listed(12)]),
      NAMES.slice(0, 12).map((_, index) => `short ${index + 1}`),
    ));
  test('of more it is not', () => assert.deepEqual(last([...works, listed(13)]), ['short short-form-unresolved']));
});

test('a list of many names holds no title', () => {
  const names = 'Abel Bauer Conte Duval Engel Fuchs Gomez Horak Ivers Jonas Kraus'.split(' ');
  const book = (title: string) => `Ann Abel, ${title} (London: Hurst, 2015).`;
  const title = (count: number) => `Boats, ${names.slice(0, count).join(', ')}, and Men`;
  // With the author and the last word, twelve and thirteen.
  assert.deepEqual(last([ROE, book(title(9)), `Abel, ${title(9)}.`]), ['short 2']);
  assert.notDeepEqual(last([ROE, book(title(10)), `Abel, ${title(10)}.`]), ['short 2']);
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { distance, likeliest, nearest } from '../../src/text/distance.ts';

const word = fc.string({ maxLength: 8, unit: fc.constantFrom('a', 'b', 'c') });

describe('distance', () => {
  it('counts insertions, deletions, replacements and swaps of neighbours', () => {
    assert.equal(distance('marker-order', 'marker-oder', 2), 1);
    assert.equal(distance('marker-order', 'amrker-order', 2), 1);
    assert.equal(distance('Sonmez', 'Sonmes', 2), 1);
    assert.equal(distance('abc', 'xyz', 2), 3);
  });

  it('is symmetric, and 0 for equal words alone', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        assert.equal(distance(a, b, 8), distance(b, a, 8));
        assert.equal(distance(a, b, 8) === 0, a === b);
      }),
    );
  });

  it('says no more than that it is over the limit', () => {
    fc.assert(
      fc.property(word, word, fc.nat(8), (a, b, most) => {
        assert.equal(distance(a, b, most), Math.min(distance(a, b, 8), most + 1));
      }),
    );
  });
});

describe('nearest', () => {
  it('is the first of the candidates with the fewest changes', () => {
    assert.equal(nearest('note-oder', ['note-unused', 'note-order', 'node-order'], 3), 'note-order');
    assert.equal(nearest('note', ['something', 'else'], 2), null);
  });
});

describe('likeliest', () => {
  const NAMES = [
    'citation-date',
    'citation-page-range',
    'marker-order',
    'marker-in-heading',
    'note-order',
    'altLabels',
  ];

  it('is one that is a single change away', () => {
    assert.equal(likeliest('marker-ordr', NAMES, 4), 'marker-order');
    assert.equal(likeliest('citation-dates', NAMES, 4), 'citation-date');
  });

  it('is the only name that begins so, before one that is merely near', () => {
    assert.equal(nearest('citation-pages', NAMES, 4), 'citation-date');
    assert.equal(likeliest('citation-pages', NAMES, 4), 'citation-page-range');
    assert.equal(likeliest('citation-page', NAMES, 4), 'citation-page-range');
    assert.equal(likeliest('alt', NAMES, 2), 'altLabels');
  });

  it('is none where several begin so, or hardly anything is written', () => {
    assert.equal(likeliest('marker', NAMES, 4), null);
    assert.equal(likeliest('al', NAMES, 1), null);
    assert.equal(likeliest('s', NAMES, 0), null);
  });

  it('is the nearest otherwise', () => {
    assert.equal(likeliest('mrkrordr', NAMES, 4), 'marker-order');
  });
});

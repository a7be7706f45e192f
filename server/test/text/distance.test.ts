import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { distance, nearest } from '../../src/text/distance.ts';

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

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { meaningsOfLast as last, readCitations, rulesOfCited as rules } from '../support/citations.ts';

const PELL = 'Jo Pell, “Ports,” Post, May 4, 2015.';
const IMPRINT = '(London: Hurst, 2009), pp. 33–57.';
const IN_ROADS = `Ann Lee, “On Ships,” in Tom Roe and Al Q. Kay eds., Roads: An Atlas ${IMPRINT}`;

describe('a volume of which a part is named in full is found by its editors', () => {
  for (const short of ['Roe and Kay, Roads.', 'Roe and Kay, Roads, p. 5.', 'Roe and Kay, p. 5.', 'Roe, Roads, p. 5.'])
    test(short, () => {
      assert.deepEqual(last([IN_ROADS, PELL, short]), ['short 1']);
      assert.deepEqual(rules([IN_ROADS, PELL, short]), []);
    });
  test('the first of several parts of one', () => {
    const other = `Al Orr, “On Boats,” in Tom Roe and Al Q. Kay eds., Roads: An Atlas ${IMPRINT}`;
    assert.deepEqual(last([IN_ROADS, other, 'Roe and Kay, Roads, p. 5.']), ['short 1']);
  });
  test('of two volumes, the title tells', () => {
    const other = `Al Orr, “On Boats,” in Tom Roe and Al Q. Kay eds., Rivers ${IMPRINT}`;
    assert.deepEqual(last([IN_ROADS, other, 'Roe and Kay, p. 5.']), ['short short-form-ambiguous']);
    assert.deepEqual(last([IN_ROADS, other, 'Roe and Kay, Rivers, p. 5.']), ['short 2']);
  });
  test('others are none', () =>
    assert.deepEqual(last([IN_ROADS, PELL, 'Roe and Orr, p. 5.']), ['short short-form-unresolved']));
});

describe('what a short form says of a volume', () => {
  const roads = 'Tom Roe (ed.), Roads: An Atlas (London: Hurst, 2009).';
  for (const short of ['Roe (ed.), Roads.', 'Roe (ed.), Roads, p. 5.', 'Roe ed., Roads, p. 5.'])
    test(short, () => assert.deepEqual(last([roads, PELL, short]), ['short 1']));
  for (const short of ['Lee, in Roe and Kay, Roads, p. 5.', 'Lee, in Roe and Kay, p. 5.', 'Lee, in Roe (ed.), p. 5.'])
    test(short, () => assert.deepEqual(last([IN_ROADS, PELL, short]), ['short 1']));
});

describe('what is said of the editors in parentheses ends their names', () => {
  for (const [head, title] of [
    ['Ann Lee and Tom Roe (eds.), ', 'Roads, Ports, and Men'],
    ['Ann Lee and Tom Roe (eds), ', 'Roads'],
    ['Ann Lee and Tom Roe (ed.), ', 'Roads and Ports'],
  ] as const)
    for (const behind of [
      ' (London: Hurst, 2008).',
      ', trans. Al Kay (London: Hurst, 2008).',
      ', 2nd ed. (London: Hurst, 2008).',
    ])
      test(`${head}${title}${behind}`, () => {
        const work = `${head}${title}${behind}`;
        const [source] = readCitations(work).sources.sources;
        assert.deepEqual(
          source?.authors.map(({ family }) => family),
          ['Lee', 'Roe'],
        );
        assert.equal(source?.title?.text, title);
        assert.deepEqual(rules([work, PELL, 'Lee and Roe, p. 4.']), []);
      });
  test('so does the abbreviation of an office', () => {
    const work = 'Harbor Police Office (Harpol), Trends, Figures, and Men (The Hague: Harpol, 2018).';
    assert.equal(readCitations(work).sources.sources[0]?.title?.text, 'Trends, Figures, and Men');
  });
});

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { meaningsOfLast as last, readCitations, rulesOfCited as rules } from '../support/citations.ts';

const LIND = 'Al Lind, The Long War (London: Hurst, 2018), p. 22.';
const PELL = 'Jo Pell, “Ports,” Post, May 4, 2015.';

describe('a sentence of the author’s own before a source is no source, though it gives a year', () => {
  for (const sentence of [
    'According to Lind, the group had 2,000 fighters in 2017.',
    'According to Lind, the group was small.',
    'Lind estimated the number at 2,000 in 2017.',
    'The United Nations put the number at 4,000 in May 2018.',
    'A decree of June 2018 gave him the title.',
    'Lind told Post as much in 2017.',
  ])
    test(sentence, () => {
      const citations = [LIND, PELL, `${sentence} Lind, p. 33.`];
      assert.deepEqual(last(citations), ['short 1']);
      assert.deepEqual(rules(citations), []);
      assert.equal(readCitations(...citations).sources.commentary.size, 1);
      assert.deepEqual(last([LIND, PELL, `Lind, p. 33. ${sentence}`]), ['short 1']);
    });
  test('nor is it where it stands alone an author’s', () =>
    assert.deepEqual(last([LIND, PELL, 'According to Lind, the group was small.', 'Lind.']), ['short 1']));
});

describe('what leads up to a source that is pointed at is none', () => {
  for (const lead of [
    'For more on the attack of 2015,',
    'On the size of the group in 2017,',
    'For the figure of 2,000 fighters in May 2017',
    'The attack of 2015 was another,',
    'In June 2018, they were fewer,',
  ])
    test(lead, () => {
      const citations = [LIND, PELL, `${lead} see Lind, p. 33.`];
      assert.deepEqual(last(citations), ['short 1']);
      assert.deepEqual(rules([...citations, 'Ibid.']), []);
    });
  for (const work of [
    'On the Origin of Roads (Oslo: Kay, 2001)',
    '“On the Road,” Post, May 4, 2016',
    'Decree 4, May 2016',
  ])
    test(`but ${work} is a source`, () =>
      assert.deepEqual(last([LIND, PELL, `${work}; see also Lind, p. 33.`]), ['full 3', 'short 1']));
});

describe('who stands before an Ibid. is the author of what is named above', () => {
  for (const short of ['Lind, ibid.', 'Lind, ibid., p. 4.', 'According to Lind, ibid., p. 4.'])
    test(short, () => {
      assert.deepEqual(last([LIND, PELL, short]), ['short 1']);
      assert.deepEqual(rules([LIND, PELL, short]), []);
    });
  test('who is named nowhere is an error', () =>
    assert.deepEqual(last([LIND, PELL, 'Orr, ibid., p. 4.']), ['short short-form-unresolved']));
});

describe('what an author made of a source is none', () => {
  for (const lead of [
    'Author’s calculations based on',
    'Author’s calculation, based on data from',
    'Authors’ analysis of data from',
    'Authors’ own estimates drawn from figures in',
  ])
    test(lead, () => {
      for (const short of ['Lind, p. 33.', 'Lind, The Long War.'])
        assert.deepEqual(last([LIND, PELL, `${lead} ${short}`]), ['short 1']);
    });
  test('alone it is all that is said', () =>
    assert.deepEqual(last([LIND, PELL, 'Author’s calculations.']), ['full 3']));
});

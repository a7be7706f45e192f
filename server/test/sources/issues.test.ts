import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { meaningsOfLast as last, rulesOfCited as rules } from '../support/citations.ts';

const ROE = 'Jane Roe, “Ports,” Post, May 5, 2015.';

describe('an issue of a magazine is called by its number, however both are written', () => {
  const named = [
    '4',
    '4, p. 39',
    ', Issue 4',
    ', Issue 4, p. 39',
    ', issue 4, p. 39',
    ', no. 4, p. 39',
    ' Issue 4, p. 39',
  ];
  for (const full of [
    'Dabiq, Issue 4, October 2014, p. 38.',
    'Dabiq, Issue 4, October 11, 2014, p. 38.',
    '“The Failed Crusade,” Dabiq, Issue 4, October 2014, p. 38.',
    '“The Failed Crusade,” Dabiq Issue 4, October 2014, p. 38.',
    '“The Failed Crusade,” Dabiq #4, October 2014, p. 38.',
    '“The Failed Crusade,” Dabiq 4, October 2014, p. 38.',
    '“The Failed Crusade,” Dabiq, no. 4, October 2014, p. 38.',
    'Dabiq, Issue 4, “The Failed Crusade,” October 2014, p. 38.',
    'Dabiq 4, “The Failed Crusade,” Al-Hayat, October 2014, p. 38.',
  ]) {
    for (const place of named) {
      const short = `Dabiq${/^\d/.test(place) ? ' ' : ''}${place}.`;
      test(`${short} for ${full}`, () => {
        assert.deepEqual(last([full, ROE, short]), ['short 1']);
        assert.deepEqual(rules([full, ROE, short]), []);
        const other = short.replace('4', '7');
        assert.deepEqual(last([full, ROE, other]), ['full 3'], other);
        assert.deepEqual(rules([full, ROE, other]), [], other);
      });
    }
  }
});

test('of two issues the number tells which', () => {
  const issues = ['Inspire, Issue 16, November 2016, p. 3.', 'Inspire, Issue 17, August 2017, p. 10.'];
  for (const short of ['Inspire 17.', 'Inspire 17, p. 11.', 'Inspire, Issue 17, p. 11.', 'Inspire, no. 17.'])
    assert.deepEqual(last([...issues, short]), ['short 2'], short);
});

test('a number behind an author is a page', () => {
  assert.deepEqual(last(['Kim Lee, “Issue 4,” Times, May 4, 2015.', ROE, 'Lee, 7.']), ['short 1']);
  assert.deepEqual(last(['Kim Lee, Roads 2 (London: Hurst, 2014).', ROE, 'Lee, 33.']), ['short 1']);
});

test('what says the month is a reference in full', () => {
  for (const full of ['Lee, Twitter, March 3, 2017.', 'Lee, March 2017.', 'Dabiq, Issue 7, February 2015, p. 3.'])
    assert.deepEqual(last(['Kim Lee, “Roads,” Times, March 3, 2017.', ROE, full]), ['full 3'], full);
  for (const title of ['The Events of May 1968', 'Events'])
    assert.deepEqual(last(['Kim Lee, “The Events of May 1968,” Times, March 3, 2017.', ROE, `Lee, ${title}, p. 4.`]), [
      'short 1',
    ]);
});

describe('an issue may be named without a comma', () => {
  const articles = ['“Just Terror,” Dabiq issue 12, November 2015, p. 3.', '“Ports,” Dabiq issue 4, October 2014.'];
  for (const short of [
    'Dabiq issue 12.',
    'Dabiq issue 12, p. 4.',
    'Dabiq no. 12, p. 4.',
    'Dabiq 12.',
    'Dabiq, issue 12.',
  ])
    test(short, () => {
      assert.deepEqual(last([...articles, ROE, short]), ['short 1']);
      assert.deepEqual(rules([...articles, ROE, short, 'Dabiq 12, p. 28.']), []);
    });
  test('but another is another work', () => assert.deepEqual(last([...articles, ROE, 'Dabiq issue 13.']), ['full 4']));
});

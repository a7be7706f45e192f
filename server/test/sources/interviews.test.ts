import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { meaningsOfLast as last, readCitations, rulesOfCited as rules } from '../support/citations.ts';

const PELL = 'Tom Pell, “Ports,” Post, May 5, 2015.';
const ROE = 'Jane Roe, “Ports,” Post, May 5, 2015.';

describe('who was interviewed, or wrote to the author, is called by the surname', () => {
  for (const [full, short, authors] of [
    ['Ilkka Salmi, interview by CTC Sentinel, May 2018.', 'Salmi.', 'Ilkka Salmi'],
    ['Ilkka Salmi, telephone interview with author, Brussels, May 2018.', 'Salmi, p. 4.', 'Ilkka Salmi'],
    [
      'Russell M. Baker and Ann Lee, interview by Terry Gross, NPR, May 4, 2016.',
      'Baker and Lee.',
      'Russell M. Baker | Ann Lee',
    ],
    ['Tom Pell, email to author, May 4, 2016.', 'Pell.', 'Tom Pell'],
    ['Author interview with Gilles de Kerchove, Brussels, May 2018.', 'De Kerchove.', 'Gilles de Kerchove'],
    ['Author’s telephone interview with Ali Soufan, New York, May 2016.', 'Soufan.', 'Ali Soufan'],
    ['Jo Doe, interview, London, May 2019.', 'Doe.', 'Jo Doe'],
    ['Jo Doe and Ann Lee, author interview, London, May 2019.', 'Doe and Lee.', 'Jo Doe | Ann Lee'],
    ['Jo Doe, telephone interview, May 2019.', 'Doe.', 'Jo Doe'],
    ['Jo Doe, interviewed in London, May 2019.', 'Doe.', 'Jo Doe'],
    ['Author interview with Ali Soufan.', 'Ali Soufan, p. 4.', 'Ali Soufan'],
  ] as const)
    test(`${short} for ${full}`, () => {
      const [reference] = readCitations(full).sources.references;
      assert.equal(reference?.type, 'interview');
      assert.equal(reference.authors.map(({ text }) => text).join(' | '), authors);
      assert.deepEqual(last([full, ROE, short]), ['short 1']);
      assert.deepEqual(rules([full, ROE, short]), []);
    });
  for (const full of [
    'Senior Taliban commander, interview with the author, Kabul, May 2018.',
    'Author interview, Addis Ababa, May 2018.',
    'Author interview with officials, Addis Ababa, May 2018.',
    'Author interview with Taliban commander, Addis Ababa, May 2018.',
    'Author interview with the Ministry of Finance, May 2018.',
    'Interview with Ali Soufan in New York, May 2018.',
  ])
    test(`nobody is named: ${full}`, () => assert.deepEqual(readCitations(full).sources.references[0]?.authors, []));
  for (const [full, ...shorts] of [
    ['Author interview, Rob Saale, April 2020.', 'Saale.', 'Rob Saale.', 'Saale, p. 4.', 'See Saale.'],
    ['Author telephone interview, Aimen Dean, former spy, Doha, May 2019.', 'Dean.'],
    ['Author interview, former agent Ali Soufan, New York, May 2018.', 'Soufan.'],
    ['Author interviews, Sipan Hemo and Polat Can, Qamishli, May 2019.', 'Can.'],
    ['Interview with Sipan Hemo in Qamishli, May 2019.', 'Hemo.'],
    ['Author email correspondence, Hassan al-Roe, May 2018.', 'al-Roe.', 'Roe.'],
  ] as const)
    for (const short of shorts)
      test(`who is named behind a comma: ${short} for ${full}`, () => {
        assert.deepEqual(last([full, PELL, short]), ['short 1']);
        assert.deepEqual(rules([full, PELL, short]), []);
      });
  test('of several interviews, with others', () => {
    const interviews = ['Author interview, Rob Saale, April 2020.', 'Author interview, Aimen Dean, Doha, May 2019.'];
    assert.deepEqual(last([...interviews, PELL, 'Saale and Dean.']), ['short 1', 'short 2']);
    assert.deepEqual(last([...interviews, PELL, 'Dean and Pell.']), ['short 2', 'short 3']);
    const again = 'Author interview, Rob Saale, May 2020.';
    assert.deepEqual(last([...interviews, again, 'Saale.']), ['short short-form-ambiguous']);
    assert.deepEqual(last([...interviews, 'Jane Saale, “Ports,” Post, May 5, 2015.', 'Saale.']), ['short 3']);
  });
  test('who is not named is unknown', () => {
    const interview = 'Author interview, senior official, Rome, May 2018.';
    assert.deepEqual(rules([interview, PELL, 'Official.']), ['short-form-unresolved']);
    assert.deepEqual(rules(['Author interview, Rob Saale, April 2020.', PELL, 'Saal.']), ['short-form-unresolved']);
  });
  test('a work called so is no interview', () =>
    assert.equal(readCitations('Jo Doe, Interview (London: Hurst, 2016).').sources.references[0]?.type, 'book'));
  test('but rather who wrote', () => {
    const interview = 'Author interview with Jane Roe, May 2018.';
    assert.deepEqual(last([interview, ROE, 'Roe.']), ['short 2']);
    assert.deepEqual(last([ROE, interview, 'Roe.']), ['short 1']);
  });
  test('of two interviews none is meant', () =>
    assert.deepEqual(
      last(['Ilkka Salmi, interview by Post, May 2018.', 'Ilkka Salmi, interview by Post, June 2018.', 'Salmi.']),
      ['short short-form-ambiguous'],
    ));
});

describe('who gave an interview may be said to have given one', () => {
  for (const full of ['Author interview with Jane Roe, London, April 2019.', 'Author interview, Jane Roe, April 2019.'])
    for (const short of ['Roe, author interview.', 'Roe, interview.', 'Jane Roe, author interview.'])
      test(`${short} for ${full}`, () => {
        const [again] = last([full, PELL, short]);
        assert.equal(again, 'short 1');
        assert.deepEqual(
          rules([full, 'Roe.', PELL, short]).filter((rule) => rule !== 'short-form-style'),
          [],
        );
      });
});

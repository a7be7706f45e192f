import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { meaningsOfLast as last, readCitations, rulesOfCited as rules } from '../support/citations.ts';

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

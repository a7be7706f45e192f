import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { meaningsOfLast as last, rulesOfCited as rules } from '../support/citations.ts';

const ROE = 'Jane Roe, “Ports,” Post, May 5, 2015.';

describe('what is filed in a court is called by its case, or a party, and what it is', () => {
  for (const full of [
    'United States v. Mohamad Jamal Khweis, Criminal Complaint, No. 1:16-CR-143 (E.D. Va. June 11, 2015).',
    'United States v. Mohamad Jamal Khweis, “Criminal Complaint,” Eastern District of Virginia, June 11, 2015.',
    '“Criminal Complaint,” United States of America v. Mohamad Jamal Khweis, Eastern District of Virginia, June 11, 2015.',
    '“United States v. Mohamad Jamal Khweis, Criminal Complaint,” Eastern District of Virginia, June 11, 2015.',
  ]) {
    for (const short of [
      'Khweis, Criminal Complaint, p. 3.',
      'Khweis, “Criminal Complaint,” p. 3.',
      'Khweis, “Complaint.”',
      'United States v. Khweis, Criminal Complaint, p. 3.',
      'U.S. v. Khweis, Criminal Complaint.',
      'USA v. Khweis, “Criminal Complaint,” para. 4.',
      'United States v. Khweis, p. 3.',
      'United States v. Khweis.',
      'Khweis, p. 3.',
      'Khweis.',
    ])
      test(`${short} for ${full}`, () => {
        assert.deepEqual(last([full, ROE, short]), ['short 1']);
        assert.deepEqual(rules([full, ROE, short]), []);
      });
    for (const other of [
      'United States v. Khweis, “Sentencing Memorandum,” p. 3.',
      'United States v. Amin, “Criminal Complaint,” p. 3.',
      'United States v. Khweis, Sentencing Memorandum, p. 3.',
    ])
      test(`but not ${other} by ${full}`, () => assert.deepEqual(last([full, ROE, other]), ['full 3']));
  }
  test('of two the words tell which', () => {
    const filings = [
      'United States v. Mohamad Khweis, “Criminal Complaint,” Eastern District of Virginia, June 11, 2015.',
      'United States v. Mohamad Khweis, “Indictment,” Eastern District of Virginia, May 4, 2016.',
    ];
    assert.deepEqual(last([...filings, 'United States v. Khweis, “Indictment,” p. 3.']), ['short 2']);
    assert.deepEqual(last([...filings, 'Khweis, “Criminal Complaint,” p. 3.']), ['short 1']);
    assert.deepEqual(last([...filings, 'United States v. Khweis, p. 3.']), ['short short-form-ambiguous']);
  });
  test('the case may stand behind', () => {
    const full =
      '“Criminal Complaint,” United States of America v. Akayed Ullah, Southern District, December 12, 2017.';
    assert.deepEqual(last([full, ROE, '“Criminal Complaint,” USA v. Ullah, p. 3.']), ['short 1']);
    assert.deepEqual(last([full, ROE, '“Criminal Complaint,” USA v. Amin, p. 3.']), ['full 3']);
  });
});

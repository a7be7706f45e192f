import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { meaningsOfLast as last, readCitations, rulesOfCited as rules } from '../support/citations.ts';

const PELL = 'Jo Pell, “Ports,” Post, May 4, 2015.';

describe('a law is called by its name, without the year and what is said behind it', () => {
  for (const [full, ...shorts] of [
    ['Harbor Act 2000, s. 58.', 'Harbor Act, s. 1.', 'Harbor Act.'],
    ['Ports and Harbors Act 2015.', 'Ports and Harbors Act, s. 26.', 'Ports and Harbors Act.'],
    ['Unlawful Harbors (Prevention) Act, 1967.', 'Unlawful Harbors (Prevention) Act.', 'UHPA, section 4.'],
    ['USA HARBOR Act of 2001, Pub. L. No. 107-56, 115 Stat. 272 (2001).', 'HARBOR Act, section 2.', 'USA HARBOR Act.'],
    ['Foreign Harbor Act of 1978, 50 U.S.C. 1801.', 'Foreign Harbor Act.', 'Foreign Harbor Act, § 4.'],
  ] as const)
    for (const short of shorts)
      test(`${short} for ${full}`, () => {
        assert.deepEqual(last([full, PELL, short]), ['short 1']);
        assert.deepEqual(rules([full, PELL, short]), []);
      });
  test('two of one name are told apart by the year', () => {
    const laws = ['Harbor Act 2000, s. 58.', 'Harbor Act 2006, s. 5.'];
    assert.deepEqual(last([...laws, 'Harbor Act, s. 1.']), ['short short-form-ambiguous']);
    const again = [...laws, 'Harbor Act 2006, s. 1.'];
    assert.equal(readCitations(...again).sources.references[2]?.source?.id, 's2');
    assert.deepEqual(rules(again), []);
  });
});

describe('a section of a law is no year', () => {
  for (const [law, year] of [
    ['Foreign Harbor Act of 1978, 50 U.S.C. 1801.', 1978],
    ['Foreign Harbor Act, 50 U.S.C. § 1801 (2012).', 2012],
    ['Export Rules, 15 C.F.R. 2004.', null],
  ] as const)
    test(law, () => assert.equal(readCitations(law).sources.sources[0]?.year, year));
});

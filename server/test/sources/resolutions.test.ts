import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { meaningsOfLast as last, rulesOfCited as rules } from '../support/citations.ts';

const PELL = 'Jo Pell, “Ports,” Post, May 4, 2015.';
const OTHER = 'UN Security Council Resolution 1267 (1999).';

describe('a resolution is called by its number, whoever is said to have passed it', () => {
  for (const full of [
    'UN Security Council Resolution 2178 (2014), para. 5.',
    'UNSC Res 2178 (24 September 2014) UN Doc S/RES/2178.',
    'UN Security Council, Resolution 2178, S/RES/2178 (September 24, 2014).',
    '“Resolution 2178 (2014),” United Nations Security Council, September 24, 2014.',
    'UN Security Council, “Resolution 2178,” September 24, 2014.',
  ])
    for (const short of [
      'Resolution 2178.',
      'Resolution 2178, para. 6.',
      'Security Council Resolution 2178, para. 6.',
      'UN Security Council, Resolution 2178, para. 6.',
      'S.C. Res. 2178, ¶ 6.',
      'UNSCR 2178, para. 6.',
      'S/RES/2178, para. 6.',
    ])
      test(`${short} for ${full}`, () => {
        assert.deepEqual(last([full, OTHER, PELL, short]), ['short 1']);
        assert.deepEqual(last([OTHER, full, PELL, short]), ['short 2']);
        assert.deepEqual(rules([full, OTHER, PELL, short]), []);
      });
  test('one that a report was asked for by is none', () => {
    const report = '“Report submitted pursuant to resolution 2368 (2017),” UN Security Council, January 20, 2020.';
    assert.deepEqual(last([report, PELL, 'Resolution 2368, para. 4.']), ['full 3']);
  });
});

describe('a document that has but a number is one work', () => {
  for (const [first, again] of [
    ['UN Doc. S/2015/358, para. 12.', 'S/2015/358, para. 14.'],
    ['S/2015/358, para. 12.', 'UN Doc. S/2015/358, para. 14.'],
    ['U.N. Doc. A/HRC/32/CRP.2, para. 3.', 'A/HRC/32/CRP.2, para. 5.'],
  ] as const)
    test(`${first} ${again}`, () => {
      assert.deepEqual(last([first, PELL, again]), ['short 1']);
      assert.deepEqual(rules([first, PELL, again]), []);
    });
});

test('a panel is found in the title of its report', () => {
  const report = '“Final Report of the Panel of Experts on Yemen,” S/2019/83, January 25, 2019.';
  assert.deepEqual(last([report, PELL, 'Panel of Experts on Yemen, p. 12.']), ['short 1']);
  assert.deepEqual(last([report, PELL, 'Panel of Experts on Mali, p. 12.']), ['full 3']);
});

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { meaningsOfLast as last, rulesOfCited as rules } from '../support/citations.ts';

const PELL = 'Jo Pell, “Ports,” Post, May 4, 2015.';

describe('a source without a title is called by a name and what it is', () => {
  for (const [full, short] of [
    ['Author telephone interview, Jane Roe, April 2019.', 'Roe interview.'],
    ['Author interview with Jane Roe, London, April 2019.', 'Roe interview.'],
    ['Jane Roe, author interview, London, April 2019.', 'Jane Roe interview.'],
    ['General Jane Roe, press briefing, Pentagon, May 4, 2018.', 'Roe press briefing.'],
    ['Author e-mail correspondence with Jane Roe, July 2017.', 'Roe e-mail.'],
    ['Jane Roe (@roe), “The harbor burns,” tweet, May 23, 2017, https://twitter.com/roe/status/1.', 'Roe tweet.'],
    [
      'United States v. Jane Roe, No. 15-cr-10009 (S.D. Fla. 2015), criminal complaint.',
      'Roe criminal complaint, p. 3.',
    ],
    ['United States v. Jane Roe, No. 15-cr-10009 (S.D. Fla. 2015), criminal complaint.', 'Roe complaint.'],
    ['United States v. Jane Roe, Indictment, Southern District of Ohio, May 2016.', 'Roe indictment, p. 3.'],
    ['Criminal complaint, United States v. Jane Roe, District of Maine, May 4, 2017.', 'Roe criminal complaint, p. 3.'],
  ] as const)
    test(`${short} for ${full}`, () => {
      assert.deepEqual(last([full, PELL, short]), ['short 1']);
      assert.deepEqual(rules([full, PELL, short]), []);
    });
  for (const [full, other] of [
    ['Jane Roe, “Rivers,” Post, May 4, 2016.', 'Roe tweet.'],
    ['Author telephone interview, Jane Roe, April 2019.', 'Kay interview.'],
    ['United States v. Jane Roe, Indictment, Southern District of Ohio, May 2016.', 'Roe criminal complaint.'],
  ] as const)
    test(`but not ${other} by ${full}`, () => assert.deepEqual(last([full, PELL, other]), ['full 3']));
  test('one of a kind is told from others of the same name', () => {
    const works = ['Jane Roe, “Rivers,” Post, May 4, 2016.', 'Author interview, Jane Roe, April 2019.'];
    assert.deepEqual(last([...works, 'Roe interview.']), ['short 2']);
  });
});

test('what was filed may be said behind the court', () => {
  const full = 'United States v. Jane Roe, No. 15-cr-10009 (S.D. Fla. 2015), criminal complaint.';
  assert.deepEqual(last([full, PELL, 'U.S. v. Roe, criminal complaint.']), ['short 1']);
  assert.deepEqual(last([full, PELL, 'U.S. v. Roe, sentencing memorandum.']), ['full 3']);
});

describe('a title that names no author may be said to be of somebody its reference speaks of', () => {
  for (const [full, short] of [
    [
      '“Harbor Attack,” Amaq, November 25, 2017, translated by SITE Intelligence Group.',
      'SITE Intelligence Group, “Harbor Attack.”',
    ],
    [
      '“Tenth Report of the Monitoring Team,” UN Security Council, July 2019.',
      'Monitoring Team, “Tenth Report,” p. 9.',
    ],
    ['Jane Roe, host, Harbor Podcast, episode 14, “Boats,” May 2018.', 'Roe, “Boats,” 50:03.'],
  ] as const)
    test(`${short} for ${full}`, () => {
      assert.deepEqual(last([full, PELL, short]), ['short 1']);
      assert.deepEqual(rules([full, PELL, short]), []);
    });
  test('but not of others', () =>
    assert.deepEqual(last(['“Boats,” Post, May 2018.', PELL, 'Roe, “Boats.”']), ['short short-form-unresolved']));
});

describe('a surname and the day tell a work', () => {
  const works = ['Jane Roe, “Rivers,” Post, May 4, 2016.', 'Jane Roe, “Lakes,” Post, June 5, 2018.', PELL];
  test('of that day', () => {
    assert.deepEqual(last([...works, 'Roe, June 5, 2018.']), ['short 2']);
    assert.deepEqual(rules([...works, 'Roe, June 5, 2018.']), []);
  });
  for (const other of ['Roe, June 6, 2018.', 'Roe, June 2018.', 'Dawn, June 5, 2018.', 'Kay, June 5, 2018.'])
    test(`and no other: ${other}`, () => assert.deepEqual(last([...works, other]), ['full 4']));
});

describe('a statement is called by who made it, though the name stands behind the title', () => {
  const said = 'Jane Q. Roe, Director of Harbors, Senate Select Committee on Harbors, January 29, 2019';
  for (const kind of ['Statement for the Record', 'Testimony', 'prepared remarks'])
    for (const short of ['Roe, p. 12.', 'Roe.', 'Jane Roe, p. 12.'])
      test(`${kind}, ${short}`, () =>
        assert.deepEqual(last([`“Worldwide Threats,” ${kind}, ${said}.`, PELL, short]), ['short 1']));
  test('but not by who is named in another work', () =>
    assert.deepEqual(last([`“Worldwide Threats,” Post, ${said}.`, PELL, 'Roe, p. 12.']), [
      'short short-form-unresolved',
    ]));
});

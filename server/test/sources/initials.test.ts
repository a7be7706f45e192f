import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { meaningsOfLast as last, rulesOfCited as rules } from '../support/citations.ts';

const ROE = 'Jane Roe, “Ports,” Post, May 5, 2015.';

describe('offices of the United Nations, spelled out or not, are known by their initials', () => {
  for (const [name, initials] of [
    ['UN Security Council', 'UNSC'],
    ['U.N. Security Council', 'UNSC'],
    ['United Nations Security Council', 'UNSC'],
    ['UN Office on Drugs and Crime', 'UNODC'],
    ['UN Assistance Mission in Afghanistan', 'UNAMA'],
    ['United Nations Assistance Mission for Iraq', 'UNAMI'],
    ['UN Office for the Coordination of Humanitarian Affairs', 'OCHA'],
    ['UN Office for the Coordination of Humanitarian Affairs', 'UNOCHA'],
    ['Office of the UN High Commissioner for Human Rights', 'OHCHR'],
    ['Office of the United Nations High Commissioner for Human Rights', 'OHCHR'],
  ] as const)
    for (const full of [`${name}, “The Night,” July 3, 2016.`, `“The Night,” ${name}, July 2016.`])
      for (const short of [`${initials}, p. 4.`, `${initials}.`, `${initials}, “The Night.”`])
        test(`${short} for ${full}`, () => {
          assert.deepEqual(last([full, ROE, short]), ['short 1']);
          assert.deepEqual(rules([full, ROE, short]), []);
        });
  for (const name of ['UN Security Council', 'U.N. Assistance Mission in Afghanistan', 'Assistance Mission for Iraq'])
    test(`UNAMI is none of ${name}`, () =>
      assert.notEqual(last([`“The Night,” ${name}, July 2016.`, ROE, 'UNAMI, p. 4.'])[0], 'short 1'));
});

test('so is the office of a ministry that stands behind it', () => {
  const full = '“The Night,” U.S. Treasury Department, Office of Foreign Assets Control, May 3, 2017.';
  for (const short of ['OFAC.', 'OFAC, p. 4.']) assert.deepEqual(last([full, ROE, short]), ['short 1']);
});

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { meaningsOfLast as last, rulesOfCited as rules } from '../support/citations.ts';

const ROE = 'Jane Roe, “Ports,” Post, May 5, 2015.';
const TREASURY = '“Terrorist Financing Risk Assessment,” U.S. Department of the Treasury, June 2015.';
const STATE = '“Country Reports on Terrorism,” U.S. Department of State, July 2018.';
const COUNCIL = '“Twenty-second report,” United Nations Security Council, July 27, 2018.';
const SPOKESPERSON = '“Background Briefing,” Office of the Spokesperson, U.S. Department of State, June 3, 2017.';
const CRISIS = '“The Lake Wars,” International Crisis Group, July 2018.';

describe('a work may be called by the words that its title or its outlet begins or ends with', () => {
  for (const [full, short] of [
    ['Ann Lind, Boats of War (London: Hurst, 2012).', 'Boats, p. 4.'],
    ['Ann Lind, The Boats of War (London: Hurst, 2012).', 'Boats of War, p. 4.'],
    ['Ann Lind, *Boats of War* (London: Hurst, 2012).', '*Boats*, p. 4.'],
    [TREASURY, 'Treasury, p. 2.'],
    [TREASURY, 'Treasury.'],
    [TREASURY, 'U.S. Treasury, p. 2.'],
    [TREASURY, 'Treasury Department, p. 2.'],
    [TREASURY, 'U.S. Treasury Department, p. 2.'],
    [TREASURY, 'Department of the Treasury, p. 2.'],
    [TREASURY, 'U.S. Treasury, “Terrorist Financing Risk Assessment,” p. 2.'],
    [STATE, 'State Department, “Country Reports on Terrorism,” p. 40.'],
    [STATE, 'United States Department of State, p. 40.'],
    [STATE, 'US State Department, “Country Reports on Terrorism,” p. 40.'],
    [COUNCIL, 'U.N. Security Council, p. 8.'],
    [COUNCIL, 'UN Security Council, “Twenty-second report,” p. 8.'],
    [COUNCIL, 'Security Council, p. 8.'],
    ['U.N. Security Council, “Twenty-second report,” July 27, 2018.', 'United Nations Security Council, p. 8.'],
    ['United Nations Security Council, “Twenty-second report,” July 27, 2018.', 'UN Security Council, p. 8.'],
    [CRISIS, 'Crisis Group, p. 8.'],
    [CRISIS, 'Crisis Group, “The Lake Wars,” p. 8.'],
    ['“Blessed Operation,” Nashir News Agency, May 23, 2017.', 'Nashir.'],
    ['“Flames of War II,” Al Hayat Media Center, November 29, 2017.', 'Al-Hayat, “Flames of War II.”'],
    ['Amnesty International, “The Lake Wars,” 2016, p. 4.', 'Amnesty, p. 5.'],
    ['Lead Inspector General for Operation Resolve, “Report,” May 2018, p. 4.', 'Lead Inspector General, p. 5.'],
    ['Wilayat Ninawa Media Office, “They Gave,” June 17, 2015.', 'Wilayat Ninawa, “They Gave,” 3:20.'],
    [SPOKESPERSON, 'Department of State, “Background Briefing.”'],
    [SPOKESPERSON, 'U.S. Department of State, “Background Briefing.”'],
    [SPOKESPERSON, 'State Department.'],
    [
      'The Military Balance (London: International Institute for Strategic Studies, 2018).',
      'International Institute, p. 3.',
    ],
    ['“Bericht des Ausschusses,” Deutscher Bundestag, June 21, 2021.', 'Bundestag, p. 12.'],
  ] as const) {
    test(`${short} for ${full}`, () => {
      assert.deepEqual(last([full, ROE, short]), ['short 1']);
      assert.deepEqual(rules([full, ROE, short]), []);
    });
  }
  test('of two that begin alike none is meant', () => {
    const books = ['Ann Lind, Boats of War (London: Hurst, 2012).', 'Tom Pell, Boats of Peace (London: Hurst, 2014).'];
    assert.deepEqual(last([...books, 'Boats, p. 4.']), ['short short-form-ambiguous']);
  });
  for (const other of ['War, p. 4.', 'Peace, p. 4.', 'Point, p. 4.', 'Group, “No Such Work,” p. 4.', 'At, p. 4.'])
    test(`but not by others: ${other}`, () =>
      assert.deepEqual(
        last([
          'Ann Lind, Boats of War at Sea (London: Hurst, 2012).',
          '“Harbors,” Combating Terrorism Center at West Point Press, May 2015.',
          CRISIS,
          other,
        ]),
        ['short short-form-unresolved'],
      ));
});

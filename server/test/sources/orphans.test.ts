import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { meaningsOfLast as last, analyseCited as read, rulesOfCited as rules } from '../support/citations.ts';

const ROE = 'Jane Roe, “Ports,” Post, May 5, 2015.';
const LEE = 'Kim Lee, “Roads,” Times, May 4, 2015';

describe('names or a title of which a page alone is said may be part of any work above', () => {
  const PAIRS = [
    ['Steve Coll, Ghost Wars (New York: Penguin, 2004), p. 10.', 'Ghost Wars, p. 11.'],
    ['Sayyid Qutb, Milestones (Damascus: Dar al-Ilm, n.d.), p. 7.', '“Milestones,” p. 8.'],
    ['“The Islamic State’s Files,” Zaman al-Wasl, March 2016 (hereinafter “ISIS Files”), p. 5.', '“ISIS Files,” p. 6.'],
    ['Interview with Ali Soufan, New York, May 2016, transcript, p. 4.', 'Ali Soufan, p. 5.'],
    ['“They Came at Night,” Human Rights Watch, July 2016.', 'Human Rights Watch, p. 4.'],
    ['David Anderson, “Attacks in London,” Home Office, December 2017.', 'Lord Anderson, p. 4.'],
  ] as const;
  for (const [full, short] of PAIRS)
    test(short, () => assert.ok(!rules([full, short]).includes('short-form-unresolved')));
});

describe('names or a title, and a page, of which no work above has a word, are a short form of none', () => {
  for (const short of [
    'Ann Nobody, p. 4.',
    'See Ann Nobody, p. 4.',
    'Ann Nobody and Tom Noone, pp. 4–6.',
    '“No Such Title,” p. 3.',
    'Ann Nobody, “No Such Title,” p. 3.',
    'FBI, p. 4.',
    'United Nations, p. 4.',
    'Ann Nobody, para. 4.',
    'Ann Nobody, chapter 4.',
    '“Letter from Oslo,” p. 3.',
  ]) {
    test(short, () => {
      assert.deepEqual(last([`${LEE}.`, ROE, short]), ['short short-form-unresolved']);
      assert.deepEqual(rules([`${LEE}.`, ROE, short, short]), ['short-form-unresolved']);
    });
  }
  for (const full of [
    'Ann Nobody, p. 4, May 2016.',
    '“No Such Title,” Daily Post, p. 3.',
    'Ann Nobody, “No Such Title,” Daily Post, p. 3.',
    'Author interview, Ann Nobody, p. 4.',
    'Ann Nobody, p. 4, available at https://example.org/a.',
    'The 9/11 Commission Report, p. 5.',
    'Field notes, p. 5.',
    ...['Dabiq 3, p. 10.', 'Inspire 13, p. 5.', 'al-Naba 98, p. 5.', 'S. Hrg. 114-8, p. 4.', 'H. Rept. 109-507, p. 4.'],
    ...[
      'Cm 9608, p. 14.',
      'Government Exhibit 114, p. 3.',
      'Exhibit 114.',
      'Document 14.',
      'Tape 1141.',
      'Respondent 12.',
    ],
    ...[
      'Trial Transcript, p. 3.',
      'Trial transcript, p. 3.',
      'Criminal Complaint, p. 3.',
      'Indictment, p. 3.',
      'Affidavit, p. 3.',
    ],
    ...['Statement for the Record, p. 12.', 'Al-Anfal 8:60.', 'Deuteronomy 20:10.'],
    'Federal indictment of May, para. 4.',
  ]) {
    test(`but ${full} is a work`, () => assert.deepEqual(last([`${LEE}.`, ROE, full]), ['full 3']));
  }
});

describe('what is cited by the name of its title', () => {
  const STRATEGY = '“CONTEST: The Strategy for Countering Terrorism,” Home Office, June 2018.';
  const CASE = 'United States v. Ahmed El Gammal, indictment, S.D.N.Y., August 2015.';
  for (const [full, short] of [
    [STRATEGY, 'CONTEST, p. 12.'],
    [STRATEGY, 'CONTEST.'],
    ['Shiraz Maher, Salafi-Jihadism: The History of an Idea (London: Hurst, 2016).', 'Salafi-Jihadism, p. 4.'],
    ['Steve Coll, Ghost Wars: The Secret History (New York: Penguin, 2004).', 'Ghost Wars, p. 11.'],
    ['Lawrence Wright, The Looming Tower: The Road (New York: Knopf, 2006).', 'Looming Tower, p. 4.'],
    ['“Foreign Fighters,” The Soufan Group, December 2015.', 'Soufan Group, p. 6.'],
    ['“Verfassungsschutzbericht 2017,” Bundesamt, July 2018.', 'Verfassungsschutzbericht, p. 171.'],
    ['“Verfassungsschutzbericht 2017,” Bundesamt, July 2018.', 'Verfassungsschutzbericht 2017, p. 171.'],
    [
      '“Country Reports on Terrorism 2017,” U.S. Department of State, September 2018.',
      'Country Reports on Terrorism 2017, p. 40.',
    ],
    ['“The Failed Crusade,” Dabiq 4, October 2014, p. 38.', 'Dabiq 4, p. 39.'],
    ['“Letter to Atiyya,” SOCOM-2012-0000010, Harmony Program.', 'SOCOM-2012-0000010, p. 5.'],
    ['“Twenty-second report,” United Nations Security Council, S/2018/705, July 27, 2018.', 'S/2018/705, para. 8.'],
    [
      'Bernard Haykel, “On Salafi Thought,” in Roel Meijer ed., Global Salafism (London: Hurst, 2009), p. 33.',
      'Meijer, p. 83.',
    ],
    ['Abdul Salam Zaeef, My Life with the Taliban (London: Hurst, 2010), p. 66.', 'Mullah Zaeef, p. 67.'],
    ['David Anderson, “Attacks in London,” Home Office, December 2017.', 'Lord Anderson, p. 4.'],
    [CASE, 'El Gammal indictment, p. 14.'],
    [CASE, 'El Gammal indictment, para. 14.'],
    ['Steve Coll, Ghost Wars (New York: Penguin, 2004).', 'Ghost Wars, p. 11.'],
    ['Sayyid Qutb, Milestones (Damascus: Dar al-Ilm, 1964).', 'Milestones, p. 11.'],
    ['“Country Reports,” Bureau of Counterterrorism (CT), July 2018.', 'CT, p. 9.'],
    ['“Country Reports,” Bureau of Counterterrorism (CT), July 2018.', 'Bureau of Counterterrorism, p. 9.'],
    ['Regina v. Anjem Choudary, Central Criminal Court, September 6, 2016.', 'R v. Choudary, p. 3.'],
  ] as const) {
    test(`${short} for ${full}`, () => {
      assert.deepEqual(last([full, ROE, short]), ['short 1']);
      assert.deepEqual(rules([full, ROE, short]), []);
    });
  }
});

describe('an issue of a magazine is no other one', () => {
  for (const [full, other] of [
    ['Dabiq, Issue 4, October 2014, p. 38.', 'Dabiq 7, p. 54.'],
    ['“The Failed Crusade,” Dabiq 4, October 2014, p. 38.', 'Dabiq 7, p. 54.'],
    ['Rumiyah, Issue 3, November 2016, p. 2.', 'Rumiyah 5, p. 3.'],
  ] as const) {
    test(other, () => {
      assert.deepEqual(last([full, ROE, other]), ['full 3']);
      assert.deepEqual(rules([full, ROE, other]), []);
    });
  }
});

describe('an abbreviation that may be that of an office is no orphan', () => {
  for (const [initials, name] of [
    ['ACLED', 'Armed Conflict Location & Event Data Project'],
    ['OCHA', 'U.N. Office for the Coordination of Humanitarian Affairs'],
    ['START', 'National Consortium for the Study of Terrorism and Responses to Terrorism'],
    ['UNICEF', 'United Nations Children’s Fund'],
    ['CENTCOM', 'U.S. Central Command'],
    ['BfV', 'Bundesamt für Verfassungsschutz'],
    ['CTED', 'U.N. Counter-Terrorism Executive Directorate'],
  ] as const) {
    test(initials, () => assert.deepEqual(rules([`“The Night,” ${name}, July 2016.`, ROE, `${initials}, p. 4.`]), []));
  }
});

test('what is emphasised is named with its signs', () => {
  const [finding] = read([ROE, '*No Such Book*, p. 4.', '**No Such Author**, p. 4.']).findings;
  assert.equal(
    finding?.message,
    'Unexpected short form “*No Such Book*, p. 4” without a full citation, expected the work in full',
  );
});

test('a video is cited by the minute', () => {
  const video = '“Flames of War II,” Al-Hayat Media Center, November 29, 2017.';
  assert.deepEqual(rules([video, ROE, 'Flames of War II, min. 12.']), []);
});

test('a short form that is as short as can be is not told to become itself', () => {
  assert.deepEqual(
    rules([
      'Charlie Winter, Twitter, March 3, 2017.',
      'Charlie Winter, “Roads,” Post, May 4, 2017.',
      'Winter, Twitter.',
    ]),
    [],
  );
});

test('a number before a page is told from one that is the page, whichever comes first', () => {
  assert.deepEqual(last([`${LEE}.`, ROE, 'Lee 4, p. 5.']), ['full 3']);
  assert.deepEqual(last([`${LEE}.`, ROE, 'Lee 4.', 'Lee 4, p. 5.']), ['full 4']);
});

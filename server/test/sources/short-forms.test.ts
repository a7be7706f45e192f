import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fold } from '../../src/sources/fold.ts';
import {
  meaningsOfLast as last,
  analyseCited as read,
  readCitations,
  rulesOfCited as rules,
} from '../support/citations.ts';

const ROE = 'Jane Roe, “Ports,” Post, May 5, 2015.';
const LEE = 'Kim Lee, “Roads,” Times, May 4, 2015';
const KAY = 'Tom Kay, “Rivers,” Post, May 7, 2015';

describe('authors of whom something is said are known by their surnames', () => {
  const said = [' (@kimlee),', ' [pseud.],', ', tweet,', ', Twitter post,', ' (pseudonym),'];
  for (const words of said) {
    test(words, () => {
      const citations = [`Kim Lee${words} “Roads Are Long,” May 4, 2015.`, ROE, 'Lee.'];
      assert.deepEqual(last(citations), ['short 1']);
      assert.deepEqual(rules(citations), []);
    });
  }
  for (const words of [' (ed.),', ', ed.,', ' (eds.),', ', eds.,', ' (trans.),']) {
    test(`${words} before an unquoted title`, () => {
      const full = `Kim Lee and Pat Doe${words} Roads of War (London: Hurst, 2014).`;
      for (const short of ['Lee and Doe.', 'Lee and Doe, Roads of War.', 'Lee and Doe, Roads of War, p. 4.']) {
        assert.deepEqual(last([full, ROE, short]), ['short 1'], short);
        assert.deepEqual(rules([full, ROE, short]), [], short);
      }
      assert.equal(read([full, ROE]).sources.sources[0]?.title?.text, 'Roads of War');
    });
  }
  test('a post without a title', () => {
    assert.deepEqual(last(['Kim Lee (@kimlee), tweet, May 4, 2015.', ROE, 'Lee.']), ['short 1']);
  });
});

describe('a second source inside an entry is a source', () => {
  for (const joint of [', quoted in ', ', cited in ', ', as cited in ', ', as quoted in ', ', and ', ' and ']) {
    test(joint, () => {
      const full = `${LEE}${joint}${KAY}.`;
      for (const short of ['Kay.', 'Lee.', 'Kay, “Rivers.”']) {
        assert.deepEqual(last([full, ROE, short]), ['short 1'], short);
        assert.deepEqual(rules([full, ROE, short]), [], short);
      }
      assert.equal(read([full]).sources.sources.length, 2);
    });
  }
  test('who is quoted alone is none', () => {
    assert.deepEqual(rules([`Zarqawi, quoted in ${KAY}.`, ROE, 'Kay.']), []);
  });
  test('what is joined inside a source parts nothing', () => {
    for (const one of [
      '“Roads,” Times, May 4, 2015, and the author’s own notes.',
      'Kim Lee, “Roads,” Times and Post, May 4, 2015.',
      'Kim Lee, “Roads, 2015 and Pat Doe, a Life,” Times, May 4, 2015.',
      'Author interviews, security officials, Kabul, March 2015 and April 2016.',
    ]) {
      assert.equal(read([one]).sources.references.length, 1, one);
    }
  });
});

describe('what is added to a short form leaves it one', () => {
  const additions = [
    ' (emphasis added).',
    ', emphasis added.',
    ' (author’s translation).',
    ', note 3.',
    ', p. 4 (emphasis added).',
  ];
  for (const addition of additions) {
    test(addition, () => {
      const other = 'Kim Lee, “Hills,” Times, May 9, 2015.';
      assert.deepEqual(last([`${LEE}.`, other, `Lee, “Roads”${addition}`]), ['short 1']);
      assert.deepEqual(last([`${LEE}.`, ROE, `Lee${addition}`]), ['short 1']);
    });
  }
});

test('a book’s title of one word is no second author', () => {
  const books = ['Kim Lee, Jihad (London: Hurst, 2014).', 'Kim Lee, Roads (London: Hurst, 2015).'];
  for (const [short, label] of [
    ['Lee, Jihad.', '1'],
    ['Lee, Roads, p. 3.', '2'],
    ['Lee, Roads, 33.', '2'],
  ] as const) {
    assert.deepEqual(last([...books, ROE, short]), [`short ${label}`], short);
    assert.deepEqual(rules([...books, ROE, short]), [], short);
  }
});

test('two authors and a book’s title', () => {
  const book = 'Kim Lee and Pat Doe, Fighting to the End (London: Hurst, 2014).';
  const article = 'Kim Lee and Pat Doe, “Roads,” Times, May 4, 2015.';
  for (const title of ['Fighting to the End', 'Fighting']) {
    assert.deepEqual(last([book, article, `Lee and Doe, ${title}.`]), ['short 1']);
  }
});

test('court cases', () => {
  for (const full of [
    'United States v. Mohamed Chesser, 10-CR-395 (E.D. Va. 2010).',
    '“United States v. Zachary Chesser,” Eastern District of Virginia, October 20, 2010.',
  ]) {
    assert.deepEqual(last([full, ROE, 'United States v. Chesser.']), ['short 1']);
    assert.deepEqual(rules([full, ROE, 'United States v. Chesser.']), []);
  }
  assert.deepEqual(rules([ROE, 'United States v. Chesser.']), []);
});

test('court cases by one party, or with the government abbreviated', () => {
  for (const government of ['U.S.', 'US', 'United States']) {
    for (const full of [
      `${government} v. Zachary Chesser, 10-CR-395 (E.D. Va. 2010).`,
      `“${government} v. Zachary Chesser et al.,” Eastern District of Virginia, October 20, 2010.`,
    ]) {
      for (const short of ['Chesser.', 'U.S. v. Chesser.', 'US v. Zachary Chesser.', 'United States v. Chesser.']) {
        assert.deepEqual(last([full, ROE, short]), ['short 1'], `${full} ${short}`);
        assert.deepEqual(rules([full, ROE, short]), [], `${full} ${short}`);
      }
      assert.deepEqual(last([full, ROE, 'Chester.']), ['short short-form-unresolved']);
      assert.deepEqual(last([full, ROE, 'U.S. v. Chester.']), ['full 3']);
    }
  }
  const holder = 'Holder v. Humanitarian Law Project, 561 U.S. 1 (2010).';
  for (const short of ['Holder.', 'Humanitarian Law Project.'])
    assert.deepEqual(last([holder, ROE, short]), ['short 1']);
});

test('a source in parentheses ends where they close', () => {
  const hills = 'Ann Poe, “Hills,” Post, May 8, 2015';
  const full = 'Tom Kay, “Rivers,” Post, May 7, 2015';
  const read = (content: string) => {
    const { text, sources } = readCitations(`${LEE}.`, ROE, content);
    return sources.references
      .filter(({ citation }) => citation.ordinal === 3)
      .map(({ start, end, source }) => `${text.slice(start, end)} → ${source?.id}`);
  };
  assert.deepEqual(read(`Zarqawi’s letter (as cited in ${full}).`), [`${full} → s3`]);
  assert.deepEqual(read(`(as cited in ${full}).`), [`${full} → s3`]);
  assert.deepEqual(read(`${hills} (as cited in ${full}).`), [`${hills} → s3`, `${full} → s3b`]);
  assert.deepEqual(read(`${hills} (quoted in Lee).`), [`${hills} → s3`, 'Lee → s1']);
  assert.deepEqual(read(`${hills} (as cited in Lee, “Roads,” p. 4).`), [`${hills} → s3`, 'Lee, “Roads,” p. 4 → s1']);
  assert.deepEqual(read(`${hills} (see also Lee), quoted in ${full}.`), [`${hills} → s3`, 'Lee → s1', `${full} → s3b`]);
  assert.deepEqual(read('Doe (as cited in Lee, p. 4).'), ['Lee, p. 4 → s1']);
});

test('an agency stands for the one article of its own that names no author', () => {
  const report = '“Roads,” Reuters, May 4, 2015.';
  assert.deepEqual(last([report, ROE, 'Reuters.']), ['short 1']);
  assert.deepEqual(last([report, '“Hills,” Reuters, May 5, 2015.', 'Reuters.']), ['short short-form-ambiguous']);
});

test('remarks of one word are no names', () => {
  const words = ['Unpublished.', 'Classified.', 'Redacted.', 'Forthcoming.'];
  for (const word of words) {
    assert.deepEqual(rules([ROE, word, word]), []);
    assert.deepEqual(rules([`Jane Roe, “Ports,” Post, May 5, 2015. ${word}`, 'Ibid.']), []);
  }
});

test('what is a letter off Ibid. is offered as Ibid.', () => {
  for (const written of ['Idem', 'Ibd', 'Ibib', 'lbid', 'Ibíd', 'Ibis', 'I bid']) {
    for (const locator of ['', ', p. 4']) {
      const { text, findings } = read([ROE, `${written}.${locator}${locator && '.'}`]);
      const [finding, ...others] = findings;
      assert.equal(finding?.rule, 'short-form-unresolved', written);
      const edit = finding?.fixes.at(-1)?.edits[0];
      assert.equal(
        edit && text.slice(0, edit.start) + edit.text + text.slice(edit.end),
        text.replace(`${written}.`, 'Ibid.'),
      );
      assert.deepEqual(others, []);
    }
  }
  assert.deepEqual(rules([ROE, 'Pat Idem, “Hills,” Times, May 9, 2015.', 'Roe.', 'Idem.']), []);
});

test('two ambiguities are two findings', () => {
  const found = rules([
    `${LEE}.`,
    'Kim Lee, “Hills,” Times, May 9, 2015.',
    'Lee.',
    'Kim Lee, “Lakes,” Times, May 9, 2015.',
    'Lee.',
  ]);
  assert.deepEqual(found, ['short-form-ambiguous', 'short-form-ambiguous']);
});

test('what has no width in a name does not part it', () => {
  for (const name of ['Ro\u00ade', 'Ro\u200be', '\ufeffRoe', 'Ro\u200de', 'Ro\u2060e']) {
    assert.deepEqual(rules([`Jane ${name}, “Ports,” Post, May 5, 2015.`, LEE.concat('.'), 'Roe.']), [], name);
    assert.deepEqual(rules([ROE, LEE.concat('.'), `${name}.`]), [], name);
  }
});

describe('a place in a work is a place, however it is said', () => {
  const places =
    'p. 10|pp. 5 and 9|pp. 5 & 9|pp. 5, 9, and 12|pp. xi–xii|p. 5, fn. 3|p. 5 fn. 3|p. 5, note 3|p. 5n|p. 7n2|p. 7 n. 2|' +
    'p. 5f|pp. 5ff|pp. 5–7 and passim|passim|chap. 3, p. 4|introduction|appendix|appendix A|p. 5, table 2|vol. 2, p. 3|§ 4|' +
    'pp. 12–14; 17|at 5 and 9';
  for (const place of places.split('|')) {
    test(place, () => {
      const full = `${LEE}.`;
      for (const short of [`Lee, ${place}.`, `Lee, “Roads,” ${place}.`]) {
        assert.deepEqual(last([full, ROE, short]), ['short 1'], short);
        assert.deepEqual(rules([full, ROE, short, 'Lee, p. 12.']), [], short);
        const { locator } = read([full, ROE, short]).sources.references.at(-1) ?? {};
        assert.equal(locator?.text, place.replace('at ', ''), short);
      }
      assert.deepEqual(rules([full, ROE, `Nobody, ${place}.`]), ['short-form-unresolved']);
    });
  }
  test('with initials an author is one, known or not', () => {
    assert.deepEqual(last([`${LEE}.`, ROE, 'K. Lee, p. 5.']), ['short 1']);
    assert.deepEqual(rules([`${LEE}.`, ROE, 'N. O. Body, p. 5.']), ['short-form-unresolved']);
  });
  test('the year of the work may stand before it', () => {
    for (const short of ['Lee 2015, p. 5.', 'Lee (2015), p. 5.', 'Lee (2015), pp. 5 and 9.']) {
      assert.deepEqual(last([`${LEE}.`, ROE, short]), ['short 1'], short);
      assert.deepEqual(rules([`${LEE}.`, ROE, short.replace('Lee', 'Nobody')]), ['short-form-unresolved'], short);
    }
    const later = 'Kim Lee, “Rails,” Times, May 4, 2019.';
    assert.deepEqual(last([`${LEE}.`, later, 'Lee (2019), p. 5.']), ['short 2']);
  });
});

test('titles in letters beyond the Basic Multilingual Plane are told apart', () => {
  const titles = ['𞤀𞤁𞤂 𞤀𞤁', '𞤃𞤄𞤅 𞤃𞤄𞤅𞤆'];
  const citations = titles.map((title) => `Kim Lee, “${title},” Times, May 4, 2015.`);
  assert.deepEqual(last([...citations, `Lee, “${titles[1]}.”`]), ['short 2']);
  // In what is built, none of these is known to be a letter.
  assert.equal(fold('𞤀𞤁: “𞤂”'), '𞤢𞤣 𞤤');
});

test('what other styles write for Ibid. becomes one, in all places', () => {
  const citations = [ROE, 'Id., p. 4.', 'Id.', 'Idem.'];
  const [finding, ...others] = read(citations).findings.filter(({ rule }) => rule === 'short-form-unresolved');
  assert.deepEqual(
    finding?.fixes.map(({ title, edits }) => [title, edits.length]),
    [['Replace “Id.” with “Ibid.”', 2]],
  );
  assert.deepEqual(
    others.flatMap(({ fixes }) => fixes.map(({ title }) => title)),
    ['Replace “Idem.” with “Ibid.”'],
  );
});

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

describe('an organisation is known by its initials', () => {
  const REPORT = 'Human Rights Watch, “They Came at Night,” July 2016.';
  const OF_NO_AUTHOR = '“They Came at Night,” Human Rights Watch, July 2016.';
  for (const full of [REPORT, OF_NO_AUTHOR]) {
    for (const short of [
      'HRW.',
      'See HRW.',
      'HRW, p. 4.',
      'H.R.W., p. 4.',
      'HRW, “They Came at Night.”',
      'HRW; Roe.',
    ]) {
      test(`${short} for ${full}`, () => {
        assert.equal(last([full, ROE, short])[0], 'short 1');
        assert.deepEqual(rules([full, ROE, short]), []);
      });
    }
  }
  const known: Readonly<Record<string, string>> = {
    'Department of Defense': 'DoD',
    'The Department of Defense': 'DoD',
    'U.S. Department of Defense': 'DoD',
    'U.S. Department of Justice': 'DOJ',
    'U.K. Ministry of Defence': 'MOD',
    'Ministry of Defence': 'MOD',
    'The Soufan Group': 'TSG',
    'Soufan Group': 'SG',
    'National Counterterrorism Center': 'NCTC',
    'United Nations Office on Drugs and Crime': 'UNODC',
    'Counter-Terrorism Committee Executive Directorate': 'CTCED',
    'Armed Conflict Location & Event Data Project': 'ACLEDP',
    'Afghanistan Research and Evaluation Unit (AREU)': 'AREU',
  };
  for (const [name, initials] of Object.entries(known)) {
    test(`${initials} for ${name}`, () => {
      assert.deepEqual(last([`${name}, “The Night,” July 2016.`, ROE, `${initials}, p. 4.`]), ['short 1']);
      assert.deepEqual(last([`“The Night,” ${name}, July 2016.`, ROE, `${initials}, p. 4.`]), ['short 1']);
    });
  }
  test('with several works, its title tells which', () => {
    const other = 'Human Rights Watch, “They Left at Dawn,” July 2017.';
    assert.deepEqual(last([REPORT, other, 'HRW, p. 4.']), ['short short-form-ambiguous']);
    assert.deepEqual(last([REPORT, other, 'HRW, “They Left.”']), ['short 2']);
  });
  for (const full of ['HRW, “Another Title,” July 2017.', 'HRW, “Another Title.”', 'HR.']) {
    test(`${full} is no short form of another`, () => {
      assert.deepEqual(last([REPORT, `${LEE}.`, full]), ['full 3']);
    });
  }
  test('an author called so comes first', () => {
    const own = 'HRW, “Another Title,” July 2017.';
    assert.deepEqual(last([REPORT, own, 'HRW, p. 4.']), ['short 2']);
  });
});

describe('what a citation says that its source is called', () => {
  const REPORT = 'Department of Energy, “Quadrennial Review Report,” February 2010';
  const called: readonly [full: string, ...shorts: string[]][] = [
    [`${REPORT} (hereafter QR).`, 'QR.', 'QR, p. 4.', 'See QR, pp. 4–6.', 'QR; Roe.'],
    [
      `${REPORT} (hereinafter cited as “Energy Report”).`,
      '“Energy Report,” p. 4.',
      'Energy Report, p. 4.',
      '“Energy Report.”',
    ],
    [`${REPORT} [henceforth: the Review].`, 'The Review, p. 4.', 'Review, p. 4.', 'Review.'],
    [`${REPORT}, hereafter *Review*.`, '*Review*, p. 4.', 'Review, p. 4.'],
    [`${LEE} (hereafter referred to as Lee, Long Roads).`, 'Lee, Long Roads, p. 4.', 'Lee.', 'Lee, “Long Roads.”'],
  ];
  for (const [full, ...shorts] of called) {
    for (const short of shorts) {
      test(`${short} for ${full}`, () => {
        assert.equal(last([full, ROE, short])[0], 'short 1');
        assert.deepEqual(rules([full, ROE, short]), []);
      });
    }
  }
  test('before it was said, too late', () => {
    assert.deepEqual(rules(['QR, p. 4.', `${REPORT} (hereafter QR).`]), ['short-form-before-full']);
  });
  test('nothing else is called so', () => {
    assert.deepEqual(last([`${REPORT} (hereafter QR).`, ROE, 'QRX.']), ['full 3']);
    assert.deepEqual(last([`${REPORT} (hereafter cited by page).`, ROE, 'Reed, “Cited by Page,” May 2015.']), [
      'full 3',
    ]);
  });
});

describe('a work with and without its subtitle is one', () => {
  const long = 'Shiraz Maher, Salafi-Jihadism: The History of an Idea (London: Hurst, 2016).';
  const short = 'Shiraz Maher, Salafi-Jihadism (London: Hurst, 2016).';
  for (const citations of [
    [long, ROE, short],
    [short, ROE, long],
  ]) {
    test(citations[0] as string, () => assert.deepEqual(rules(citations), ['full-citation-repeated']));
  }
  for (const other of [
    'Shiraz Maher, Salafi-Jihadism: Another Idea (London: Hurst, 2016).',
    'Shiraz Maher, Salafi-Jihadism (London: Hurst, 2018).',
    'Ann Lee, Salafi-Jihadism (London: Hurst, 2016).',
  ]) {
    test(`but not ${other}`, () => assert.deepEqual(rules([long, ROE, other]), []));
  }
});

test('a law, whose name is as short as can be, may be cited by section after section', () => {
  const act = (section: number) => `Terrorism Act 2000, section ${section}.`;
  assert.deepEqual(rules([act(58), ROE, act(59), 'Ibid., section 60.']), []);
});

describe('the short form of a book has its title as it stands in the citation', () => {
  const other = 'Shiraz Maher, “A Second Work,” CTC Sentinel 8:3 (2015).';
  for (const [title, written] of [
    ['Roads and Death', 'Roads and Death'],
    ['*Roads and Death*', '*Roads and Death*'],
    ['_Roads and Death_', '_Roads and Death_'],
    ['“Roads and Death,”', '“Roads and Death.”'],
  ] as const) {
    test(title, () => {
      const book = `Shiraz Maher, ${title} (London: Hurst, 2016).`;
      const { findings } = read([book, other, 'Maher.']);
      const [fix] = findings.find(({ rule }) => rule === 'short-form-ambiguous')?.fixes ?? [];
      assert.deepEqual(
        fix?.edits.map(({ text }) => text),
        [`Maher, ${written}`],
      );
      assert.deepEqual(last([book, other, `Maher, ${written}${written.endsWith('”') ? '' : '.'}`]), ['short 1']);
    });
  }
});

describe('scripture and law are cited by a place in them', () => {
  for (const work of [
    ...[
      'Qur’an, 9:29.',
      'Qur`an 9:29.',
      'Quran 9:29.',
      'Quran.',
      'The Qur’an, 9:5.',
      'Koran, 2:191.',
      'Bukhari, 52:50.',
    ],
    ...[
      'U.S. Constitution, Article 3.',
      'Constitution, Article 3.',
      'U.N. Charter, Article 51.',
      'Title 18, section 2339.',
    ],
    ...['Geneva Convention, Article 3.', 'Rome Statute, art. 8.', '18 U.S.C. § 2339B.'],
  ]) {
    test(work, () => assert.deepEqual(rules([ROE, work, work]), []));
  }
  test('which a person is not', () => assert.deepEqual(rules([ROE, 'Burke, 9:29.']), ['short-form-unresolved']));
});

describe('a title without quotation marks may have some inside', () => {
  for (const [title, short] of [
    ['The “Other” War', 'The “Other” War'],
    ['*The “Other” War*', '*The “Other” War*'],
    ['Inside the “Caliphate”: Life and Death', 'Inside the “Caliphate”'],
    ['Understanding “Lone Wolves”', 'Understanding “Lone Wolves”'],
  ] as const) {
    test(title, () => {
      const book = `Ann Lee, ${title} (London: Hurst, 2016).`;
      const [source] = read([book]).sources.sources;
      assert.deepEqual(
        [source?.authors.map(({ text }) => text), source?.title?.text],
        [['Ann Lee'], title.replaceAll('*', '')],
      );
      assert.deepEqual(rules([book, ROE, 'Lee.', 'Lee, p. 4.']), []);
      if (!title.startsWith('Understanding')) assert.deepEqual(last([book, ROE, `Lee, ${short}, p. 4.`]), ['short 1']);
    });
  }
  for (const missing of [
    'Ann Lee “The War,” Post, May 4, 2016.',
    'Ann Lee, Tom Roy “The War,” Post, May 4, 2016.',
    'Ann Lee, RAND “The War,” May 4, 2016.',
  ]) {
    test(`but not where a comma is missing: ${missing}`, () =>
      assert.equal(read([missing]).sources.sources[0]?.title?.text, 'The War'));
  }
});

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { meaningsOfLast as last, analyseCited as read, rulesOfCited as rules } from '../support/citations.ts';

const ROE = 'Jane Roe, “Ports,” Post, May 5, 2015.';

/** Each short form means the citation in full before it, and nothing is found in it. */
const mean = (pairs: readonly (readonly [full: string, ...shorts: string[]])[]) => {
  for (const [full, ...shorts] of pairs)
    for (const short of shorts)
      test(`${short} for ${full}`, () => {
        assert.deepEqual(last([full, ROE, short]), ['short 1']);
        assert.deepEqual(
          rules([full, ROE, short]).filter((rule) => rule !== 'short-form-style'),
          [],
        );
      });
};

describe('a middle name may be left out', () => {
  mean([
    ['Aaron Y. Zelin, “The War,” Washington Institute, June 2014.', 'Aaron Zelin, p. 4.', 'A. Zelin, p. 4.'],
    [
      'Aaron Y. Zelin, “The War,” Washington Institute, June 2014.',
      'A.Y. Zelin, p. 4.',
      'Aaron Zelin, “The War,” p. 4.',
    ],
    ['Aaron Zelin, “The War,” Washington Institute, June 2014.', 'Aaron Y. Zelin, p. 4.'],
    ['C. Christine Fair, Fighting to the End (New York: Press, 2014).', 'Christine Fair, p. 4.', 'C. C. Fair, p. 4.'],
  ]);
  for (const other of ['Adam Zelin, p. 4.', 'B. Zelin, p. 4.', 'Adam Y. Zelin, p. 4.'])
    test(`but no other name stand for it: ${other}`, () =>
      assert.notDeepEqual(last(['Aaron Y. Zelin, “The War,” Washington Institute, June 2014.', ROE, other]), [
        'short 1',
      ]));
});

describe('a part that any book has is no title of a work', () => {
  mean([
    [
      'Roel Meijer ed., Global Salafism: A New Movement (London: Hurst, 2009).',
      'Meijer, “Introduction,” p. 3.',
      'Meijer, “Preface.”',
      'Meijer, “Conclusion,” pp. 4–5.',
    ],
  ]);
  test('but where one has the title', () => {
    const books = [
      'Roel Meijer, Global Salafism: A New Movement (London: Hurst, 2009).',
      'Roel Meijer, “Introduction,” in Roel Meijer ed., Another Book (London: Hurst, 2009).',
    ];
    assert.deepEqual(last([...books, 'Meijer, “Introduction,” p. 3.']), ['short 2']);
  });
});

describe('the number that an office gave a document tells it, whoever is named before', () => {
  const report = '“Twenty-second report,” United Nations Security Council, S/2018/705, July 27, 2018.';
  const letter = 'United Nations Security Council, “Letter of the Chair,” S/2018/705, July 27, 2018.';
  for (const full of [report, letter])
    mean([
      [
        full,
        'U.N. Security Council, S/2018/705, p. 8.',
        'United Nations, S/2018/705, para. 8.',
        'United Nations Security Council, S/2018/705.',
        'U.N. Doc. S/2018/705, para. 8.',
        'UN document S/2018/705, para. 8.',
      ],
    ]);
  test('but no other', () =>
    assert.deepEqual(last([report, ROE, 'U.N. Security Council, S/2019/50, p. 8.']), ['full 3']));
});

describe('the number of a citation above, behind the author', () => {
  const two = ['Shiraz Maher, “Roads,” Post, May 4, 2016.', 'Shiraz Maher, “Ships,” Post, June 4, 2016.'];
  for (const back of [
    '(note 2)',
    '(n. 2)',
    '(n 2)',
    ', note 2 above',
    ', n. 2 above',
    '(note 2 above)',
    ', supra note 2',
  ]) {
    for (const place of ['', ', p. 4']) {
      const short = `Maher${back.startsWith('(') ? ' ' : ''}${back}${place}.`;
      test(short, () => {
        assert.deepEqual(last([...two, ROE, short]), ['short 2']);
        assert.deepEqual(rules([...two, ROE, short]), []);
      });
    }
  }
  test('behind a title', () => {
    assert.deepEqual(last([...two, ROE, 'Maher, “Ships” (note 2), p. 4.']), ['short 2']);
  });
  test('a note of the work is a place in it', () => {
    assert.deepEqual(last([two[0] as string, ROE, 'Maher, note 2.']), ['short 1']);
    assert.deepEqual(last([two[0] as string, ROE, 'Maher, “Roads,” note 2.']), ['short 1']);
  });
});

describe('another citation may be pointed at by its number alone', () => {
  const maher = 'Shiraz Maher, “Roads,” Post, May 4, 2016.';
  for (const pointer of ['See note 1.', 'See also n. 1.', 'See endnote 1.', 'See Footnote 1.', 'See citation 1.'])
    test(pointer, () => {
      assert.deepEqual(last([maher, ROE, pointer]), ['short 1']);
      assert.deepEqual(rules([maher, ROE, pointer, 'Ibid., p. 4.']), []);
    });
  test('beside another source', () =>
    assert.deepEqual(last([maher, ROE, 'See note 1; Roe, p. 5.']), ['short 1', 'short 2']));
  for (const other of ['See note 4.', 'See note 2.', 'See note a.', 'See notes 1 and 2.', 'See figure 1.'])
    test(`but not below, nor several sources, nor what is none: ${other}`, () =>
      assert.deepEqual(rules([maher, `${ROE.slice(0, -1)}; Ann Lee, “Ships,” Post, May 6, 2015.`, other]), []));
});

describe('“According to” may stand before a reference', () => {
  mean([
    [
      'Shiraz Maher, “Roads,” Post, May 4, 2016.',
      'According to Maher.',
      'According to Maher, p. 4.',
      'According to Maher, “Roads,” p. 4.',
    ],
  ]);
  test('in full', () => {
    const [lee] = read(['According to Ann Lee, “Ships,” Post, May 6, 2015.']).sources.sources;
    assert.deepEqual([lee?.authors.map(({ text }) => text), lee?.title?.text], [['Ann Lee'], 'Ships']);
  });
  for (const said of ['Interpol', 'officials who asked not to be named', 'Maher, the number was lower', 'the author'])
    test(`or what is none: according to ${said}`, () => {
      const maher = 'Shiraz Maher, “Roads,” Post, May 4, 2016.';
      assert.deepEqual(rules([maher, ROE, `According to ${said}.`]), []);
      assert.equal(read([`${maher} According to ${said}.`]).sources.sources.length, 1);
    });
});

describe('who gave a testimony, or the like, is called by the surname', () => {
  mean([
    ['Testimony of Nicholas J. Rasmussen, Director, before the Senate, May 4, 2017.', 'Rasmussen.', 'Rasmussen, p. 4.'],
    ['Statement of Christopher Wray before the House, May 4, 2017.', 'Wray.', 'Christopher Wray.'],
    ['Prepared Statement of Ann Lee and Tom Kay, House Committee, May 4, 2017.', 'Lee and Kay.'],
    ['Twitter post by Ann Lee (@annlee), June 4, 2018, 9:01 a.m., https://a.org/1.', 'Lee.'],
    ['Audio statement by Abu Bakr al-Roe, Al-Furqan, May 4, 2018.', 'al-Roe.'],
  ]);
  test('before another work of the same person', () => {
    const works = ['Statement of Ann Lee, House Committee, May 4, 2017.', ROE, 'Lee.'];
    assert.deepEqual(rules([...works, 'Ann Lee, “Ships,” Post, May 6, 2017.']), []);
  });
  for (const nobody of ['Statement by the Prime Minister, May 4, 2018.', 'Statement of Harbor Office, May 4, 2018.'])
    test(`nobody is named: ${nobody}`, () =>
      assert.ok(!read([nobody]).sources.sources[0]?.authors.some(({ family }) => !family.includes(' '))));
});

describe('posts are cited by the name of their user', () => {
  mean([
    [
      '@AbuUmar8246, “The brothers advance,” tweet, June 10, 2014.',
      '@AbuUmar8246.',
      '@AbuUmar8246, “The brothers advance.”',
      '@AbuUmar8246, tweet.',
    ],
    ['@abu_umar, Twitter, June 10, 2014, 4:12 PM.', '@abu_umar, Twitter.', '@abu_umar.'],
  ]);
  test('another post is another work', () => {
    const posts = ['@abu_umar, “Roads,” tweet, June 10, 2014.', '@abu_umar, “Ships,” tweet, June 11, 2014.'];
    assert.deepEqual(rules(posts), []);
    assert.deepEqual(last([...posts, '@abu_umar, “Ships.”']), ['short 2']);
  });
  test('who is named nowhere is a work alone', () => assert.deepEqual(last([ROE, '@nobody.']), ['full 2']));
});

describe('a title may be cut before an ’s', () => {
  mean([['Aki Peritz, “Al-Qaeda in Iraq’s Prison Breaks,” CTC Sentinel 6:2 (2013).', 'Peritz, “Al-Qaeda in Iraq.”']]);
});

describe('offices of other countries, and those with an “and” or a dash in their names', () => {
  mean([
    [
      'Bundesamt für Verfassungsschutz, “Verfassungsschutzbericht,” July 2018, p. 170.',
      'Bundesamt für Verfassungsschutz, p. 171.',
      'BfV, p. 171.',
    ],
    [
      'International Centre for Counter-Terrorism – The Hague, “Foreign Fighters,” April 2016, p. 50.',
      'International Centre for Counter-Terrorism – The Hague, p. 51.',
    ],
  ]);
  for (const [full, short] of [
    ['Intelligence and Security Committee of Parliament, “Attacks,” May 2018, p. 44.', 'ISC, p. 45.'],
    ['International Centre for Counter-Terrorism – The Hague, “Foreign Fighters,” April 2016.', 'ICCT, p. 51.'],
  ] as const)
    test(`${short} is no orphan`, () => assert.deepEqual(rules([full, ROE, short]), []));
});

describe('a document is called by its number alone', () => {
  mean([
    [
      'Usama bin Ladin, “Letter to Shaykh Mahmud,” SOCOM-2012-0000019, May 2010.',
      'SOCOM-2012-0000019.',
      'Harmony Document SOCOM-2012-0000019.',
      'bin Ladin, SOCOM-2012-0000019, p. 4.',
    ],
  ]);
  test('but of one that no citation gives it is the work', () =>
    assert.deepEqual(last([ROE, 'SOCOM-2012-0000019.']), ['full 2']));
});

describe('letters that Unicode does not part from their bar are those without', () => {
  mean([
    ['Truls Tønnessen, “Heirs,” Perspectives 9:4 (2015).', 'Tonnessen.', 'Tønnessen, p. 4.'],
    ['Łukasz Błaszczak, “Heirs,” Perspectives 9:4 (2015).', 'Blaszczak.'],
    ['Jörg Weiß, “Œuvres,” Perspectives 9:4 (2015).', 'Weiss, “Oeuvres.”'],
  ]);
});

test('what is said of a title in brackets is no outlet', () => {
  const full = '“Joint Declaration” [in Arabic], Jaysh al-Islam, January 3, 2018.';
  assert.equal(read([full]).sources.sources[0]?.container?.text, 'Jaysh al-Islam');
  assert.deepEqual(last([full, ROE, 'Jaysh al-Islam, “Joint Declaration.”']), ['short 1']);
  assert.deepEqual(rules([full, ROE, 'Jaysh al-Islam, “Joint Declaration.”']), []);
});

describe('a year tells the works of an office apart', () => {
  const works = [
    'Human Rights Watch, “Iraq: Escapees,” April 14, 2015.',
    'Human Rights Watch, “Libya: Killings,” November 27, 2017.',
    '“Mali: Killings,” International Crisis Group, November 27, 2018.',
    '“Niger: Killings,” International Crisis Group, November 27, 2019.',
  ];
  for (const [short, label] of [
    ['HRW, 2015.', 1],
    ['HRW (2017), p. 4.', 2],
    ['International Crisis Group, 2018.', 3],
    ['Crisis Group, 2019.', 4],
  ] as const)
    test(short, () => assert.deepEqual(last([...works, short]), [`short ${label}`]));
});

describe('names that begin with a sign for ʿayn', () => {
  for (const sign of ['`', '‘', '’', 'ʿ']) {
    mean([
      [`Muhammad ${sign}Abd al-Salam Faraj, “The Duty,” Cairo Press, May 1981, p. 4.`, 'Faraj, p. 5.', 'Faraj.'],
      [`Abu ${sign}Umar al-Baghdadi, “The Promise,” Al-Furqan, May 3, 2007.`, 'al-Baghdadi.'],
      [
        `${sign}Abdallah ${sign}Azzam, Join the Caravan (London: Press, 2001), p. 4.`,
        `${sign}Azzam, p. 5.`,
        'Azzam, p. 5.',
      ],
    ]);
  }
  mean([
    ['‘Abd al-Rahman al-Rashed and ‘Ali Hashem, “Roads,” Post, May 3, 2016.', 'Al-Rashed and Hashem.'],
    ['Abd al-Rahman al-Rashed and `Ali Hashem, “Roads,” Post, May 3, 2016.', 'Al-Rashed and Hashem.'],
  ]);
  test('a title in single quotation marks is none', () => {
    for (const title of ['‘Ships and Rivers’', '‘Al-Qaeda Rising’', '‘Roads’']) {
      const full = `Kim Lee and Pat Doe, ${title}, Times, May 4, 2015.`;
      const names = read([full]).sources.sources[0]?.authors.map(({ text }) => text);
      assert.deepEqual(names, ['Kim Lee', 'Pat Doe'], title);
      assert.deepEqual(last([full, ROE, `Lee and Doe, ${title}, p. 4.`]), ['short 1'], title);
    }
  });
});

test('who directed a film is no sentence of its own', () => {
  const [only, ...others] = read(['“Homegrown,” dir. Greg Barker, HBO, February 8, 2016.']).sources.sources;
  assert.equal(only?.title?.text, 'Homegrown');
  assert.deepEqual(others, []);
});

describe('a work of which a name and a title, or a title and a year, are all that is said is called like others', () => {
  mean([
    [
      'National Counterterrorism Center, “Profiles,” 2014.',
      'NCTC.',
      'NCTC, “Profiles.”',
      'NCTC, p. 4.',
      'Counterterrorism Center.',
      'National Counterterrorism Center.',
    ],
    ['“Profiles of Terror,” 2014.', '“Profiles.”', '“Profiles,” p. 4.'],
    ['Global Witness, “Profiles.”', 'Global Witness.'],
  ]);
  test('wherever it stands', () =>
    assert.deepEqual(
      read(['NCTC.', 'National Counterterrorism Center, “Profiles,” 2014.']).sources.references.map(
        ({ form, problem, antecedent }) => `${form} ${problem} ${antecedent?.label}`,
      ),
      ['short short-form-before-full 2', 'full null 2'],
    ));
  test('but not by what it has nothing of', () =>
    assert.deepEqual(last(['National Counterterrorism Center, “Profiles,” 2014.', 'FBI.']), ['full 2']));
});

describe('a title may be said to be its author’s', () => {
  const [roads, ports] = ['Ann Lee, “Roads and Wars,” Post, May 3, 2016.', 'Kim Cho and Lou Day, “Ports,” Post, 2017.'];
  mean([
    [roads, 'See Lee’s “Roads and Wars.”', "Lee's “Roads,” p. 4.", 'Ann Lee’s “Roads,” p. 4.'],
    [ports, 'Cho and Day’s “Ports.”'],
    ['John Lloyd’s, “Roads,” Post, May 3, 2016.', 'Lloyd’s, “Roads.”'],
  ]);
  test('and is not then', () =>
    assert.deepEqual(last([roads, ROE, 'Roe’s “Roads.”']), ['short short-form-unresolved']));
});

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { meaningsOfLast as last, analyseCited as read, rulesOfCited as rules } from '../support/citations.ts';

// What references look like in print beside the forms that a style sheet gives.

/** Each last citation and what it means, after the others; nothing is found in them. */
const means = (others: readonly string[], cases: Readonly<Record<string, readonly string[]>>) => {
  for (const [citation, meanings] of Object.entries(cases)) {
    test(citation, () => {
      assert.deepEqual(last([...others, citation]), meanings);
      assert.deepEqual(rules([...others, citation]), []);
    });
  }
};

const ROE = 'Jane Roe, “Ports,” Post, May 5, 2015.';
const KAY = 'Tom Kay, “Rivers,” Post, May 7, 2015.';
const LEE = 'Kim Lee, “Roads,” Times, May 4, 2015.';

describe('a title without quotation marks may hold what names do', () => {
  const books = [
    'Olivier Marr, Roads and Death (London: Hurst, 2017).',
    'Olivier Marr, Harbors (London: Hurst, 2013).',
    'Ann Lind and Tom Pell, Boats and Men (London: Hurst, 2012).',
    'Ann Lind, War, Boats, and Ports (London: Hurst, 2011).',
    'Daniel Beck, North Coast, the Lake State, and the Global Harbor Movement (Oxford: Press, 2015).',
  ];
  means(books, {
    'Marr, Roads and Death, p. 4.': ['short 1'],
    'Marr, *Roads and Death*, p. 4.': ['short 1'],
    'Marr, Roads and Death.': ['short 1'],
    'Lind and Pell, Boats and Men, p. 4.': ['short 3'],
    'Lind, War, Boats, and Ports, p. 4.': ['short 4'],
    'Beck, North Coast, the Lake State, and the Global Harbor Movement, p. 4.': ['short 5'],
  });
});

describe('a year may be part of a title', () => {
  const books = [
    'Ann Lind, Policing Ports Since 2001 (London: Hurst, 2018).',
    'Ann Lind, Post-2001 Harbors (London: Hurst, 2016).',
    'Clive Hall, The Harbor Acts in 2018 (London: Hurst, 2019).',
    'Clive Hall, Rivers (London: Hurst, 2017).',
  ];
  means(books, {
    'Lind, Policing Ports Since 2001, p. 4.': ['short 1'],
    'Lind, Policing Ports Since 2001.': ['short 1'],
    'Lind, Post-2001 Harbors, p. 6.': ['short 2'],
    'Hall, The Harbor Acts in 2018, p. 17.': ['short 3'],
  });
  test('it is read whole', () => {
    const [first] = read(books).sources.sources;
    assert.equal(first?.title?.text, 'Policing Ports Since 2001');
    assert.equal(first?.year, 2018);
  });
});

describe('a place in a work, in whatever words', () => {
  const places = [
    ...['page 33', 'pages 3–5', 'especially pp. 4–8', 'esp. p. 4', 'in particular p. 4', 'here p. 4', 'para. 22.11'],
    ...['paras. 2.1–2.4', 'section 4.2', 'footnote 12', 'endnote 4', 'Annex 3', 'Annex A', 'slide 4', 'at 12:44'],
    ...['s 58(1)(a)', 'section 4(2)', 'art. 5(1)', '§ 4(b)', '§ 2339B(a)(1)', '[27]', '[27]–[29]', '[27] and [31]'],
    ...['12:44', '00:14:22', 'p. A-3', 'loc. 344', 'Kindle location 344', 'Exhibit A', 'lines 4–8', 'box 1'],
    ...[
      'map 3',
      'episode 3',
      'Part II',
      'Executive Summary',
      'S. 44',
      'p. 4 and note 3',
      'specimen 7B',
      'specimens 7A and 7B',
      'p. 4b',
    ],
  ];
  for (const place of places) {
    test(place, () => {
      for (const full of [
        'Shiraz Mahl, Harbors (London: Hurst, 2016).',
        'Shiraz Mahl, “Harbors,” Post, May 3, 2016.',
      ]) {
        assert.deepEqual(last([full, ROE, `Mahl, ${place}.`]), ['short 1'], full);
        assert.deepEqual(last([full, ROE, `Mahl, ${place}.`, KAY, 'Mahl.']), ['short 1']);
        assert.deepEqual(last([full, ROE, `Mahr, ${place}.`]), ['short short-form-unresolved']);
        assert.deepEqual(last([full, ROE, `Mahl, “Harbors,” ${place}.`]), ['short 1']);
      }
    });
  }
  means([LEE, ROE], {
    'Lee, cited above.': ['short 1'],
    'Lee, ¶¶ 12–14.': ['short 1'],
    'As noted in Lee.': ['short 1'],
    'Data from Lee, p. 4.': ['short 1'],
    'Source: Lee, table 2.': ['short 1'],
    'Lee, as cited above, p. 4.': ['short 1'],
    'Lee, p. 4, and Roe, p. 5.': ['short 1', 'short 2'],
    'Lee, p. 4 and Roe, p. 5.': ['short 1', 'short 2'],
    'Lee, pp. 4 and 9, and Roe, “Ports,” p. 5.': ['short 1', 'short 2'],
  });
});

describe('works of the same title', () => {
  const pairs: readonly [string, string][] = [
    ['“Harbor Men,” National River Center, 2016.', '“Harbor Men,” Mapping Rivers, 2016.'],
    ['“Iraq,” Amnesty International, January 2018.', '“Iraq,” Human Rights Watch, January 2018.'],
    [
      '“Indictment,” United States v. Doe, District of Utah, May 2018.',
      '“Indictment,” United States v. Roe, District of Utah, May 2018.',
    ],
    [
      '“Press Release,” River Office, District of Utah, May 2018.',
      '“Press Release,” River Office, District of Maine, May 2018.',
    ],
    ['Quran 9:5.', 'Quran 4:74.'],
    ['Author’s calculations based on river data.', 'Author’s calculations based on river data.'],
  ];
  for (const [one, other] of pairs)
    test(`are not each other: ${other}`, () => assert.ok(!rules([one, ROE, other]).includes('full-citation-repeated')));
  const same: readonly [string, string][] = [
    ['“Harbor Men,” New York Times, May 3, 2016.', '“Harbor Men,” The New York Times, May 3, 2016.'],
    ['Peter R. Neum, “Total,” Post, January 26, 2015.', 'Peter Neum, “Total,” Post, January 26, 2015.'],
    ['“Harbor Men,” Post, 2016.', 'Ann Lee, “Harbor Men,” Post, 2016.'],
  ];
  for (const [one, other] of same)
    test(`are one: ${other}`, () => assert.deepEqual(rules([one, ROE, other]), ['full-citation-repeated']));
  means(['Ann Lind, “The Lake State,” Post, May 3, 2018.', 'Ann Lind, “The Lake State in Chad,” Post, May 9, 2018.'], {
    'Lind, “The Lake State.”': ['short 1'],
    'Lind, “The Lake State in Chad.”': ['short 2'],
  });
});

describe('what follows a reference and is none', () => {
  const remarks = [
    ...[
      'On file with the author.',
      'Translation by the author.',
      'Emphasis added.',
      'Author’s translation.',
      '(Arabic)',
    ],
    ...['Copy on file with author.', 'Translation by River Intelligence Group.', 'In French.'],
    ...['Name withheld at interviewee’s request.', 'Originally published as “Old Title,” Other, May 1, 2018.'],
  ];
  for (const remark of remarks)
    test(remark, () => {
      assert.deepEqual(last([LEE, `${ROE} ${remark}`, 'Ibid.']), ['ibid 2']);
      assert.ok(!rules([LEE, `${ROE} ${remark}`, 'Ibid.']).some((rule) => rule.startsWith('ibid')));
    });
  test('how an interview was held', () => {
    const interview = 'Author interview, official, Abuja, May 2018. The interview was conducted by phone.';
    assert.deepEqual(rules([LEE, interview, 'Ibid.']), []);
  });
});

describe('a title with its outlet, and without its date', () => {
  const report = '“Flawed Rivers: Accountability for Harbor Crimes,” Human Rights Watch, December 5, 2017.';
  means([report, LEE, ROE], {
    '“Flawed Rivers,” Human Rights Watch, p. 5.': ['short 1'],
    '“Flawed Rivers,” Human Rights Watch.': ['short 1'],
    'Lee, “Roads,” Times.': ['short 2'],
    '“Another Title,” Human Rights Watch.': ['full 4'],
    '“Flawed Rivers,” Daily Post.': ['full 4'],
  });
  means(['Kim Lee, “Weekly,” Critical Post, May 3, 2018.', 'Kim Lee, “Weekly,” Critical Post, May 10, 2018.'], {
    'Lee, “Weekly,” May 10, 2018.': ['short 2'],
  });
});

describe('a second title without an author of its own', () => {
  means([LEE, 'Kim Lee, “Ships,” Times, May 4, 2016.', '“Country Reports,” Department of Rivers, June 2016.'], {
    'Lee, “Roads,” p. 76, and “Ships,” p. 208.': ['short 1', 'short 2'],
    'Lee, “Roads” and “Country Reports.”': ['short 1', 'short 3'],
  });
});

describe('a second source behind other words', () => {
  for (const joint of [', quoting ', ', citing ', ', as well as ', ', reviewing ', ' and ']) {
    test(joint, () => {
      const full = `Kim Lee, “Roads,” Times, May 4, 2015${joint}Tom Kay, “Rivers,” Post, May 7, 2016.`;
      assert.deepEqual(last([full, ROE, 'Kay.']), ['short 1']);
      assert.deepEqual(last([full, ROE, 'Lee.']), ['short 1']);
      assert.equal(read([full]).sources.sources[0]?.year, 2015);
    });
  }
  test('who is quoted without a work is none', () =>
    assert.equal(read(['Kim Lee, “Roads,” Times, May 4, 2015, quoting Tom Kay.']).sources.sources.length, 1));
  means([LEE, ROE, KAY], { 'Compare Lee, pp. 20–22, with Roe, “Ports.”': ['short 1', 'short 2'] });
});

describe('names', () => {
  for (const [full, short] of [
    ['Lim Kuan Yow, From Third Port to First (London: Hurst, 2000).', 'Lim, p. 4.'],
    ['Rogelio Alonzo Pasqual, Harbors (London: Hurst, 2000).', 'Alonzo, p. 4.'],
  ] as const)
    test(`the family name is not the last: ${short}`, () => assert.deepEqual(last([full, ROE, short]), ['short 1']));
  test('who wrote to the author wrote no work', () => {
    for (const what of ['email to author', 'conversation with author', 'letter to the author', 'interview with author'])
      assert.deepEqual(last([`Kim Lee, ${what}, May 3, 2018.`, LEE, 'Lee.']), ['short 2'], what);
  });
  test('a given name that is wrong', () => {
    const { findings } = read(['Marc Sager, Harbors (London: Hurst, 2008).', ROE, 'Mark Sager, p. 10.']);
    assert.match(findings[0]?.message ?? '', /expected “Marc Sager”$/);
  });
});

describe('works without an author', () => {
  means(['“Dabiq 7,” Al-Hayat Media Center, February 2015.', '“Dabiq 8,” Al-Hayat Media Center, March 2015.'], {
    'Dabiq 7, p. 3.': ['short 1'],
    '“Dabiq 8,” p. 3.': ['short 2'],
  });
  test('of a magazine the number tells which', () => {
    const issues = [
      'Al-Naba’ 145, Islamic State, August 30, 2018, p. 4.',
      'Al-Naba’ 146, Islamic State, August 31, 2018.',
    ];
    assert.deepEqual(last([...issues, 'Al-Naba’ 145, p. 5.']), ['short 1']);
  });
  means(['“Indictment,” United States v. Doe, District of Utah, May 2018.', ROE], {
    'United States v. Doe, p. 5.': ['short 1'],
    'Doe, p. 5.': ['short 1'],
  });
  means(['“Operation River: Lead Report,” Department of Rivers, November 2019 (“River Report”).', ROE], {
    'River Report, p. 3.': ['short 1'],
    '“River Report,” p. 3.': ['short 1'],
  });
  means(['“Operation River,” Department of Rivers, November 2019. Hereafter cited as River Report.', ROE], {
    'River Report, p. 3.': ['short 1'],
  });
});

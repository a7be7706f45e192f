import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fold } from '../../src/sources/reading/fold.ts';
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

test('a title is the same where its signs are escaped', () => {
  assert.equal(fold('Al\\-Qa\\`ida\\’s “Roads”'), fold('al-Qa`ida’s “Roads”'));
  assert.equal(fold('Al-Qa\\`ida: é'), fold('al-Qa`ida é'));
  const citations = ['Kim Lee, “Al-Qa`ida’s Roads,” Times, May 4, 2015.', 'Kim Lee, “Ports,” Times, May 5, 2015.'];
  assert.deepEqual(last([...citations, 'Lee, “Al-Qa\\`ida’s Roads.”']), ['short 1']);
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
    'Department of Defense Office of Inspector General': 'DoD OIG',
    'Lead Inspector General': 'Lead IG',
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
  for (const [title, initials] of [
    ['Global Terrorism Database', 'GTD'],
    ['National Strategy for Counterterrorism of the United States of America', 'NSCT'],
    ['National Defense Strategy: A Summary', 'NDS'],
  ])
    test(`so is a title that names no author: ${initials}`, () => {
      const report = `“${title},” White House, October 2018.`;
      assert.deepEqual(last([report, ROE, `${initials}, p. 4.`]), ['short 1']);
      assert.deepEqual(last([report, ROE, `${initials}.`]), ['short 1']);
      assert.deepEqual(last([`Ann Lee, ${report}`, ROE, `${initials}.`]), ['full 3']);
    });
  for (const other of ['Head IG, p. 4.', 'Lead IX, p. 4.'])
    test(`a name of which a part is another is not: ${other}`, () =>
      assert.notDeepEqual(last(['Lead Inspector General, “The Night,” July 2016.', ROE, other]), ['short 1']));
  test('a rank is part of a person’s name', () =>
    assert.deepEqual(last(['General John Allen, “The Night,” July 2016.', ROE, 'Allen.']), ['short 1']));
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

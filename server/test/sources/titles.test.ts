import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { meaningsOfLast as last, analyseCited as read, rulesOfCited as rules } from '../support/citations.ts';

const ROE = 'Jane Roe, “Ports,” Post, May 5, 2015.';

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
      'Al-Tawbah, 9:29.',
      'al-Anfal, 8:60–61.',
      'An-Nisa, 4:74.',
      'Surat al-Tawba, 9:5.',
      'Surah al-Tawbah, 9:5.',
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
  for (const person of ['Burke, 9:29.', 'al-Suri, p. 9.', 'al-Suri, 12.'])
    test(`which a person is not: ${person}`, () => assert.deepEqual(rules([ROE, person]), ['short-form-unresolved']));
  test('nor one who is named above', () => {
    const video = 'Abu Muhammad al-Adnani, “Roads,” Al-Furqan, May 4, 2015.';
    assert.deepEqual(last([video, ROE, 'al-Adnani, 12:40.']), ['short 1']);
  });
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

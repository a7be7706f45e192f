import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Description } from '../../src/sources/source.ts';
import { analyseCited, meaningsOfLast, readCitations, rulesOfCited } from '../support/citations.ts';

type Fields = Readonly<Record<string, string | number | null>>;

/** Each citation is one reference, with such parts as texts; authors as their family names. */
function read(cases: readonly (readonly [content: string, fields: Fields])[]): void {
  for (const [content, fields] of cases)
    test(content, () => {
      const [reference, ...others] = readCitations(content).sources.references;
      assert.ok(reference);
      assert.deepEqual(others, []);
      const found = Object.keys(fields).map((name) => {
        const value = reference[name as keyof Description];
        if (name === 'authors') return [name, reference.authors.map(({ family }) => family).join(' | ')];
        return [name, value && typeof value === 'object' && 'text' in value ? value.text : value];
      });
      assert.deepEqual(Object.fromEntries(found), fields);
    });
}

describe('an editor alone is set off from the title by a comma as several are', () => {
  const book = { type: 'book', title: 'Roads', publisher: 'Hurst', place: 'London', year: 2011 };
  read([
    ['Alex P. Pell, ed., Roads (London: Hurst, 2011).', { ...book, authors: 'Pell' }],
    ['Alex P. Pell, ed. Roads (London: Hurst, 2011).', { ...book, authors: 'Pell' }],
    ['Alex P. Pell (ed.), Roads (London: Hurst, 2011).', { ...book, authors: 'Pell' }],
    ['Alex P. Pell and Ann Lee, eds., Roads (London: Hurst, 2011).', { ...book, authors: 'Pell | Lee' }],
  ]);
});

describe('pages may follow the year in parentheses after a comma alone', () => {
  read([
    ['Ann Lee, Roads (London: Hurst, 2011), 39–98.', { publisher: 'Hurst', year: 2011, pages: '39–98' }],
    ['Ann Lee, Roads (London: Hurst, 2011), 73.', { pages: '73' }],
    ['Ann Lee, “Roads,” Post 20:4 (2008), 518-542.', { container: 'Post', volume: '20', pages: '518-542' }],
    ['Ann Lee, “Roads,” Post 20:4 (2008), 1914–1918.', { year: 2008, pages: '1914–1918' }],
    ['Ann Lee, “Roads,” Forum (Oslo, 2015), 24 September 2016.', { year: 2016, day: 24, pages: null }],
    ['Ann Lee, “Roads,” Forum (Oslo), 2016.', { year: 2016, pages: null }],
    ['Ann Lee, “Roads,” Post (2015), 9/11 special.', { year: 2015, pages: null }],
  ]);
});

describe('who translated a work, or held an interview, is not where it came out', () => {
  const post = { title: 'Roads', container: 'Post', publisher: null, year: 2016 };
  read([
    ...['trans. FBIS', 'translated by Ann Lee', 'interview by Ann Lee', 'interviewed by Ann Lee', 'ed. Ann Lee'].map(
      (role) => [`Tom Pell, “Roads,” ${role}, Post, May 4, 2016.`, { ...post, authors: 'Pell' }] as const,
    ),
    ['Tom Pell, “Roads,” interview by Ann Lee, Post 8:3 (2016).', { ...post, volume: '8' }],
    ['Tom Pell, “Roads,” Interview With Harbors, Post, May 4, 2016.', { container: 'Interview With Harbors' }],
    ['Tom Pell, “Roads,” Translated Texts, Post, May 4, 2016.', { container: 'Translated Texts', publisher: 'Post' }],
  ]);
});

describe('the number of an edition is no publisher, and none of a volume', () => {
  read([
    ['HLA Hart, The Concept of Law (2nd edn, OUP 1994) 135.', { publisher: 'OUP', place: null, year: 1994 }],
    ['Ann Lee, Roads (3rd ed., London: Hurst, 2011), p. 4.', { publisher: 'Hurst', place: 'London' }],
    ['Ann Lee, Roads (rev. ed., London: Hurst, 2011), p. 4.', { publisher: 'Hurst', place: 'London' }],
    [
      'Max Abrahms, “Roads,” Post 31, 2 (2006): 42–78.',
      { container: 'Post', volume: '31', issue: '2', pages: '42–78' },
    ],
  ]);
});

describe('what is said of a book behind its title is none of it', () => {
  const book = { type: 'book', authors: 'Lind', title: 'Roads', place: 'London', publisher: 'Hurst', year: 1999 };
  const editions = ['2nd ed.', '3rd edn', '2d ed.', 'second edition', 'rev. ed.', 'revised and updated edition'];
  const roles = ['trans. Tom Pell', 'translated by Tom Pell and Al Roe', 'ed. Jean-Pierre Roe', 'edited by Al Roe'];
  for (const said of [...editions, ...roles, '2nd ed., trans. Tom Pell', 'trans. Tom Pell, ed. Al Roe'])
    read([
      [`Ann Lind, Roads, ${said} (London: Hurst, 1999), p. 4.`, { ...book, pages: '4' }],
      [`Ann Lind, *Roads*, ${said} (London: Hurst, 1999).`, book],
    ]);
  read([
    ['Ann Lind, Roads, Ports, and the Edition (London: Hurst, 1999).', { title: 'Roads, Ports, and the Edition' }],
    ['Ann Lind, The First Edition (London: Hurst, 1999).', { title: 'The First Edition' }],
    ['Ann Lind, Roads, Translated (London: Hurst, 1999).', { title: 'Roads, Translated' }],
  ]);
  for (const [full, short] of [
    ['Ann Lind, Roads, trans. Tom Pell (London: Hurst, 1999).', 'Lind, Roads, p. 4.'],
    ['Ann Lee, “Ships,” in Roads, ed. Al Roe and Tom Pell (London: Hurst, 1999), pp. 3–9.', 'Pell, p. 5.'],
    ['Ann Lee, “Ships,” in Roads, edited by Tom Pell (London: Hurst, 1999), pp. 3–9.', 'Pell, p. 5.'],
  ] as const)
    test(`${short} for ${full}`, () => {
      const citations = [full, 'Ann Lind, “Ports,” Post, May 4, 2015.', short];
      assert.deepEqual(meaningsOfLast(citations), ['short 1']);
      assert.deepEqual(rulesOfCited(citations), []);
    });
});

describe('whose name holds another mark is an author', () => {
  read([
    ['David Anderson Q.C., “Roads,” Post, May 4, 2016.', { authors: 'Anderson' }],
    [
      'Harbor Agency for Roads (Portpol), Roads 2018 (The Hague: Portpol, 2018), 22.',
      { authors: 'Harbor Agency for Roads (Portpol)', title: 'Roads 2018', year: 2018 },
    ],
    [
      'National Commission on Attacks upon the Harbors, The Commission Report (New York: Norton, 2004).',
      { authors: 'National Commission on Attacks upon the Harbors', title: 'The Commission Report' },
    ],
  ]);
});

describe('a title in single quotation marks is one', () => {
  const post = { title: 'Roads', container: 'Post', year: 2016 };
  for (const [open, close] of ['‘’', "''"].map((marks) => [...marks] as [string, string]))
    read([
      [`Ann Lee, ${open}Roads${close}, Post, 4 May 2016.`, { ...post, authors: 'Lee' }],
      [`Ann Lee, ${open}Roads,${close} Post, 4 May 2016.`, { ...post, authors: 'Lee' }],
      [`Ann Lee, *${open}Roads${close}*, Post, 4 May 2016.`, { ...post, authors: 'Lee' }],
      [`${open}Roads${close}, Post, 4 May 2016.`, post],
      [`See also ${open}Roads${close}, Post, 4 May 2016.`, post],
      [`Ann Lee, ${open}Roads?${close} Post, 4 May 2016.`, { ...post, title: 'Roads?' }],
      [`Ann Lee, ${open}One; Two. Three${close}, Post, 4 May 2016.`, { ...post, title: 'One; Two. Three' }],
      [`Ann Lee, ${open}The “Other” War${close}, Post, 4 May 2016.`, { ...post, title: 'The “Other” War' }],
      [
        `Ann Lee, ${open}The Muslims${close} Road to al-Qa${close}ida${close}, Post, 4 May 2016.`,
        { ...post, title: `The Muslims${close} Road to al-Qa${close}ida` },
      ],
      [`Ann Lee, ${open}Roads${close} (2016) 8 Post 3.`, { authors: 'Lee', title: 'Roads', year: 2016 }],
      [
        `Ann Lee, ${open}Roads${close}, in Kim Lind (ed.), Ports (London: Hurst, 2016), pp. 3–9.`,
        { type: 'book', authors: 'Lee', title: 'Roads', container: 'Kim Lind (ed.), Ports', pages: '3–9' },
      ],
    ]);
  describe('but no word or letter of a title or a name', () =>
    read([
      ['‘Abd al-Salam Roe, ‘Roads’, Post, 4 May 2016.', { authors: 'Roe', title: 'Roads' }],
      ['‘Umar Lee, “Rise of the ‘Harbor’,” Post, May 4, 2016.', { authors: 'Lee', title: 'Rise of the ‘Harbor’' }],
      ['‘Umar Lee. “Roads of ‘Ali’, a Life,” Post, May 4, 2016.', { authors: 'Lee', title: 'Roads of ‘Ali’, a Life' }],
      ...['The ‘Other’ War', 'War and ‘Peace’', 'Inside the Great ‘Harbor’', '‘Other’ Wars'].map(
        (title) => [`Ann Lee, ${title} (London: Hurst, 2016).`, { type: 'book', authors: 'Lee', title }] as const,
      ),
      ["Ann Lee, 'Abd’s Road, Muslims' Roads (London: Hurst, 2016).", { title: "'Abd’s Road, Muslims' Roads" }],
    ]));
  for (const short of ['Lind.', 'Lind, ‘The Harbor’, p. 4.', 'Lind, ‘The Harbor’ 5.', 'Lind, “The Harbor,” p. 4.'])
    test(`a short form means it: ${short}`, () => {
      const works = ['Ann Lind, ‘The Harbor’ (2015) 8 Survival 3.', 'Tom Pell, “Ports,” Post, May 4, 2015.'];
      assert.deepEqual(meaningsOfLast([...works, short]), ['short 1']);
      assert.deepEqual(rulesOfCited([...works, short]), []);
    });
  test('a fix writes it in marks, as titles are', () => {
    const works = ['Ann Lind, ‘The Harbor’, Post, May 4, 2015.', 'Ann Lind, “Ports,” Post, May 4, 2016.', 'Lind.'];
    const [finding] = analyseCited(works).findings;
    assert.deepEqual(
      finding?.fixes.map(({ edits }) => edits[0]?.text),
      ['Lind, “The Harbor.”', 'Lind, “Ports.”'],
    );
  });
});

describe('a judgment is dated by the first year in brackets, which is none of its name', () => {
  const gul = { title: 'R v Gul', date: '2013', year: 2013, container: null, volume: null };
  read([
    ['R v Gul [2013] UKSC 64.', gul],
    ['R v Gul [2013] UKSC 64, [27].', gul],
    ['R v Gul [2013] UKSC 64, [2014] AC 1260 [27]–[29].', gul],
    ['Kadi v Council (No 3) [2008] ECR I-6351.', { title: 'Kadi v Council (No 3)', year: 2008 }],
    ['Handyside v United Kingdom (1976) 1 EHRR 737.', { title: 'Handyside v United Kingdom', year: 1976 }],
    ['Ann Lee, Roads [1916] (London: Hurst, 2016).', { title: 'Roads [1916]', publisher: 'Hurst', year: 2016 }],
    ['Ann Lee, “Roads” [1916], Post, May 4, 2016.', { container: 'Post', year: 2016 }],
    ['Ann Lee, “Roads,” Post [2016].', { container: 'Post', publisher: null, year: 2016 }],
  ]);
  for (const short of ['Gul.', 'R v Gul.', 'Gul [27].', 'R v Gul, [27]–[29].', 'R v Gul [2013] UKSC 64.'])
    test(`a short form, or the same again: ${short}`, () => {
      const citations = ['R v Gul [2013] UKSC 64.', 'Tom Pell, “Ports,” Post, May 4, 2015.', short];
      assert.equal(analyseCited(citations).sources.references[2]?.source?.id, 's1');
      assert.deepEqual(rulesOfCited(citations), []);
    });
});

describe('where a title came out may stand behind the year', () => {
  const roads = { type: 'article-journal', authors: 'Lee', title: 'Roads', year: 2016, pages: '3' };
  read([
    ['Ann Lee, ‘Roads’ (2016) 8 Survival 3.', { ...roads, container: 'Survival', volume: '8', issue: null }],
    ['Ann Lee, ‘Roads’ (2016) 8(2) Survival 3, 5.', { ...roads, container: 'Survival', volume: '8', issue: '2' }],
    ['Ann Lee, “Roads” [2016] Public Law 3.', { ...roads, container: 'Public Law', volume: null }],
    ['Ann Lee, “Roads” (2016).', { container: null, volume: null, pages: null }],
    ['Ann Lee, “Roads,” Post (2016), p. 3.', { container: 'Post', pages: '3' }],
  ]);
});

describe('what says behind a semicolon where a work is found, or reported again, is no other work', () => {
  const report = { title: 'Roads', container: 'Post', url: 'https://a.org/x' };
  read([
    ['“Roads,” Post, May 4, 2018; URL: https://a.org/x.', report],
    ['“Roads,” Post, May 4, 2018, p. 22; URL: https://a.org/x; last accessed 4 May 2019.', report],
    ['“Roads,” Post, May 4, 2018; available at https://a.org/x (accessed May 4, 2019).', report],
    ['“Roads,” Post, May 4, 2018, https://a.org/x; accessed May 4, 2019.', { ...report, accessed: 'May 4, 2019' }],
    ['R v Gul [2013] UKSC 64; [2014] AC 1260 [27].', { title: 'R v Gul', year: 2013 }],
  ]);
  test('but what has a name is', () =>
    assert.equal(
      readCitations('“Roads,” Post, May 4, 2018; Available Light, “Rivers,” Post, May 5, 2018; https://a.org/x.')
        .sources.sources.length,
      3,
    ));
});

describe('the year may stand between the authors and the title', () => {
  const roads = { authors: 'Lee | Roe', title: 'Roads', container: 'Post', date: '2016', year: 2016 };
  read([
    ['Ann Lee and Tom Roe (2016), “Roads,” Post 8:3, pp. 4–9.', { ...roads, volume: '8', issue: '3', pages: '4–9' }],
    ['Ann Lee & Tom Roe (2016). “Roads,” Post, 8(3), pp. 4–9.', { ...roads, volume: '8', issue: '3', pages: '4–9' }],
    ['Ann Lee and Tom Roe (2016a) “Roads,” Post 8:3.', roads],
    ['Ann Lee and Tom Roe (2016), “Roads,” Post, May 4, 2016.', { ...roads, date: 'May 4, 2016' }],
    ['Ann Lee, “Roads,” Post, vol. 8(3), 2016.', { container: 'Post', volume: '8', issue: '3' }],
  ]);
  for (const short of ['Lee and Roe.', 'Lee and Roe, “Roads,” p. 4.', 'Lee and Roe (2016), p. 4.'])
    test(`a short form means it: ${short}`, () => {
      const works = ['Ann Lee and Tom Roe (2016), “Roads,” Post 8:3.', 'Tom Pell, “Ports,” Post, May 4, 2015.'];
      assert.deepEqual(meaningsOfLast([...works, short]), ['short 1']);
      assert.deepEqual(rulesOfCited([...works, short]), []);
    });
});

describe('laws and law reviews, abbreviated, are one reference', () => {
  for (const law of ['Pub. L. No. 107-40, 115 Stat. 224', 'Pub. L. 107-40, 115 Stat. 224'])
    read([[`Authorization for Use of Harbors, ${law} (2001).`, { year: 2001 }]]);
  for (const review of ['120 Harv. L. Rev. 1000', '95 Geo. L.J. 1000'])
    read([[`Jane Doe, The Law of Harbors, ${review} (2007).`, { authors: 'Doe', year: 2007 }]]);
  test('but an author is not', () =>
    assert.equal(
      readCitations('Jane Roe, “Ports,” Post, May 5, 2015. L. Jones, “Roads,” Post, May 4, 2015.').sources.references
        .length,
      2,
    ));
});

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Description } from '../../src/sources/source.ts';
import { analyseCited, meaningsOfLast, readCitations, rulesOfCited } from '../support/citations.ts';

type Fields = Readonly<Record<string, string | number | null>>;

const PELL = 'Tom Pell, “Ports,” Post, May 4, 2015.';

/** Each citation is one full reference with such parts, and the short forms mean it without a finding. */
function read(cases: readonly (readonly [content: string, fields: Fields, shortForms: readonly string[]])[]): void {
  for (const [content, fields, shortForms] of cases)
    test(content, () => {
      const [reference, ...others] = readCitations(content).sources.references;
      assert.ok(reference);
      assert.deepEqual(others, []);
      const found = Object.keys(fields).map((name) => {
        const value = reference[name as keyof Description];
        if (name === 'authors') return [name, reference.authors.map(({ text }) => text).join(' | ')];
        return [name, value && typeof value === 'object' && 'text' in value ? value.text : value];
      });
      assert.deepEqual(Object.fromEntries(found), fields);
      for (const short of shortForms) {
        assert.deepEqual(meaningsOfLast([content, PELL, short]), ['short 1'], short);
        const rules = rulesOfCited([content, PELL, short]).filter((rule) => !/^citation-/.test(rule));
        assert.deepEqual(rules, [], short);
      }
    });
}

describe('authors whose surname stands first', () => {
  const roads = { title: 'Roads', container: 'Post', year: 2015 };
  const two = ['Lee and Roe.', 'Lee and Roe, “Roads,” p. 4.', 'Lee, “Roads.”'];
  read([
    ['Lee, Ann. “Roads.” Post, May 4, 2015.', { ...roads, authors: 'Ann Lee', day: 4 }, ['Lee.', 'Lee, p. 4.']],
    ['Lee, Ann B., “Roads,” Post, May 4, 2015.', { ...roads, authors: 'Ann B. Lee' }, ['Lee.', 'Ann B. Lee.']],
    ['Lee, Ann, and Tom Roe. “Roads.” Post 9:4 (2015).', { ...roads, authors: 'Ann Lee | Tom Roe', volume: '9' }, two],
    ['Lee, Ann, and Tom Roe, “Roads,” Post 9:4 (2015).', { ...roads, authors: 'Ann Lee | Tom Roe' }, two],
    ['Lee, Ann, and Tom Roe. “Roads.” Post 9, no. 4 (2015): 3–9.', { ...roads, issue: '4', pages: '3–9' }, two],
    ['Lee, Ann, and Tom Roe. 2015. “Roads.” Post 9 (4): 3–9.', { ...roads, volume: '9', issue: '4' }, two],
    ['Lee, A. and Roe, T. (2015) ‘Roads’, Post, 9(4), pp. 3–9.', { ...roads, authors: 'A. Lee | T. Roe' }, two],
    ['Lee, Ann, Tom Roe, and Al Kay. “Roads.” Post (2015).', { authors: 'Ann Lee | Tom Roe | Al Kay' }, ['Lee et al.']],
    ['Lee, Ann, Tom Roe, et al. “Roads.” Post (2015).', { authors: 'Ann Lee | Tom Roe' }, ['Lee et al.']],
    ['Lee, Ann, Jr. “Roads.” Post (2015).', { authors: 'Ann Lee, Jr.' }, ['Lee.']],
    ['van der Berg, Jan, and Ben Connable. “Roads.” Post (2015).', { authors: 'Jan van der Berg | Ben Connable' }, []],
    ['Della Porta, Donatella. “Roads.” Post (2015).', { authors: 'Donatella Della Porta' }, ['Della Porta.']],
    ['al-Tamimi, Aymenn Jawad. “Roads.” Post (2015).', { authors: 'Aymenn Jawad al-Tamimi' }, ['al-Tamimi.']],
    ['Ruiz Calvo, C., & Roe, T. “Roads.” Post (2015).', { authors: 'C. Ruiz Calvo | T. Roe' }, ['Ruiz Calvo and Roe.']],
  ]);
  test('several in one entry, and behind a signal', () => {
    const citation = 'See also Lee, Ann. “Roads.” Post 9:4 (2015); Roe, Tom, and Al Kay. “Ships.” Post 9:5 (2015).';
    const { sources } = readCitations(citation).sources;
    assert.deepEqual(
      sources.map(({ authors, title }) => [authors.map(({ text }) => text).join(' | '), title?.text]),
      [
        ['Ann Lee', 'Roads'],
        ['Tom Roe | Al Kay', 'Ships'],
      ],
    );
  });
  test('the same work with its authors in the usual order', () => {
    const works = ['Lee, Ann. “Roads.” Post, May 4, 2015.', 'Ann Lee, “Roads,” Post, May 4, 2015.'];
    assert.deepEqual(readCitations(...works).sources.sources.length, 1);
  });
});

describe('a list of names in the usual order is left as it is', () => {
  for (const [head, authors] of [
    ['Ann Lee, Tom Roe, “', 'Ann Lee | Tom Roe'],
    ['Ben Connable, Tom Roe, and Al Kay, “', 'Ben Connable | Tom Roe | Al Kay'],
    ['Lee, Roe, and Kay. “', 'Lee | Roe | Kay'],
    ['Lee, Roe, Kay, and Pell. “', 'Lee | Roe | Kay | Pell'],
    ['Reuters, Kabul, “', 'Reuters | Kabul'],
    ['UNICEF, World Vision, “', 'UNICEF | World Vision'],
    ['Ministry of Interior, Government of Oman. “', 'Ministry of Interior | Government of Oman'],
    ['Tom Roe, Jr. “', 'Tom Roe, Jr.'],
  ] as const)
    test(head, () => {
      const [reference] = readCitations(`${head}Roads,” Post, May 4, 2015.`).sources.references;
      assert.equal(reference?.authors.map(({ text }) => text).join(' | '), authors);
    });
  test('short forms with unquoted titles', () => {
    const works = ['Ann Lee, Roads (London: Hurst, 2001).', 'Al Kay, Ports (London: Hurst, 2002).'];
    assert.deepEqual(meaningsOfLast([...works, 'Lee, Roads. Kay, Ports.']), ['short 1', 'short 2']);
    assert.deepEqual(meaningsOfLast([...works, 'Lee, Roads. Tom Pell, “Ships,” Post, May 4, 2016.']), [
      'short 1',
      'full 3',
    ]);
  });
});

describe('books in the form of a bibliography', () => {
  const book = { type: 'book', authors: 'Ann Lee | Tom Roe', title: 'Roads: An Atlas', publisher: 'Hurst', year: 2015 };
  const alone = { ...book, authors: 'J. Ann Lee' };
  const two = ['Lee and Roe, p. 4.', 'Lee and Roe, Roads, p. 4.'];
  read([
    ['Lee, Ann, and Tom Roe. Roads: An Atlas. London: Hurst, 2015.', { ...book, place: 'London' }, two],
    ['Lee, Ann, and Tom Roe. *Roads: An Atlas*. London: Hurst, 2015.', book, two],
    ['Lee, Ann, and Tom Roe. Roads: An Atlas. Hurst, 2015.', { ...book, place: null }, two],
    ['Lee, Ann, and Tom Roe. Roads. 3rd ed. London: Hurst, 2015.', { authors: 'Ann Lee | Tom Roe', year: 2015 }, two],
    ['Lee, Ann, and Tom Roe, eds. Roads: An Atlas. London: Hurst, 2015.', book, two],
    ['Lee, Ann, and Tom Roe. 2015. Roads: An Atlas. London: Hurst.', book, two],
    [
      'Lee, Ann, and Tom Q. Roe. Roads: An Atlas (London: Hurst, 2015).',
      { ...book, authors: 'Ann Lee | Tom Q. Roe' },
      two,
    ],
    ['Lee, J. Ann. Roads: An Atlas. London: Hurst, 2015.', alone, ['Lee, p. 4.']],
    ['Lee, Ann J. Roads: An Atlas. London: Hurst, 2015.', { ...alone, authors: 'Ann J. Lee' }, ['Lee, p. 4.']],
    ['Lee, Ann J. Roads: An Atlas. Hurst, 2015.', { ...alone, authors: 'Ann J. Lee' }, ['Lee, p. 4.']],
    ['Lee, J. Roads. London: Hurst, 2015.', { ...alone, authors: 'J. Lee', title: 'Roads' }, ['Lee, p. 4.']],
    ['Lee, A. B. Roads. New York: St. Martin’s Press, 2015.', { authors: 'A. B. Lee', title: 'Roads' }, ['Lee, p. 4.']],
  ]);
});

describe('the date behind the authors, and a title without quotation marks', () => {
  const roads = { authors: 'A. Lee | T. Roe', title: 'Roads of the north: An atlas', year: 2015 };
  const article = { ...roads, type: 'article-journal', container: 'Survival', volume: '9', issue: '4', pages: '14–30' };
  const press = {
    ...roads,
    type: 'article-newspaper',
    container: 'The Post',
    month: 3,
    day: 12,
    date: '2015, March 12',
  };
  const two = ['Lee and Roe, p. 20.', 'Lee & Roe, 2015.', 'Lee and Roe, “Roads of the North.”'];
  read([
    ['Lee, A., & Roe, T. (2015). Roads of the north: An atlas. Survival, 9(4), 14–30.', article, two],
    [
      'Lee, A., & Roe, T. (2015). Roads of the north: An atlas. *Survival*, *9*(4), 14–30. https://doi.org/10.1/x',
      article,
      two,
    ],
    ['Lee, A., & Roe, T. (2015, March 12). Roads of the north: An atlas. The Post. https://a.org/x', press, two],
    [
      'Lee, A., & Roe, T. (2015). *Roads of the north: An atlas* (3rd ed.). Hurst.',
      { ...roads, publisher: 'Hurst' },
      two,
    ],
    ['Lee, A., & Roe, T. (Eds.). (2015). Roads of the north: An atlas. Hurst.', { ...roads, publisher: 'Hurst' }, two],
    ['Lee, A. and Roe, T. (2015) Roads of the north: An atlas. London: Hurst.', { ...roads, place: 'London' }, two],
    [
      'Lee, A., & Roe, T. (2015). What we know is little. Survival, 9(4), 14–30.',
      { title: 'What we know is little' },
      [],
    ],
    [
      'Lee, A. (2015). Why “foreign” roads? A reply. Survival, 9(4), 14–30.',
      { title: 'Why “foreign” roads? A reply' },
      [],
    ],
    ['Lee, A. (2015). Where do roads end? The Post. https://a.org/x', { title: 'Where do roads end?' }, ['Lee.']],
    ['Lee, A. (n.d.). Roads. Hurst.', { title: 'Roads', year: null }, ['Lee, p. 4.']],
    [
      'Harbor Institute. (2015). Roads: An atlas. https://a.org/x',
      { authors: 'Harbor Institute' },
      ['Harbor Institute, p. 4.'],
    ],
  ]);
  test('commentary stays', () => {
    const citation = 'Lee, A. (2015). Roads. Survival, 9(4), 14–30. The authors say that none is open.';
    const { commentary, references } = readCitations(citation).sources;
    assert.equal(references.length, 1);
    assert.equal(commentary.size, 1);
  });
});

test('a fix writes the authors as notes do, and means the same', () => {
  const works = ['Lee, Ann, and Tom Roe. Roads: An Atlas. London: Hurst, 2015.', PELL, 'Lee and Roe.'];
  const [finding] = analyseCited(works).findings;
  assert.equal(finding?.rule, 'citation-author-separator');
  assert.deepEqual(
    finding?.fixes[0]?.edits.map(({ text }) => text),
    ['Ann Lee and Tom Roe', ','],
  );
});

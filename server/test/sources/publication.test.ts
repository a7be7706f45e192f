import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Description } from '../../src/sources/source.ts';
import { readCitations } from '../support/citations.ts';

/** The only reference of a citation, and its fields of the names given: parts as their texts. */
function fieldsOf(content: string, names: readonly (keyof Description)[]): Readonly<Record<string, unknown>> {
  const [reference, ...others] = readCitations(content).sources.references;
  assert.ok(reference, content);
  assert.deepEqual(others, [], content);
  const texts = names.map((name) => {
    const value = reference[name];
    return [name, value && typeof value === 'object' && 'text' in value ? value.text : value] as const;
  });
  return Object.fromEntries(texts);
}

type Fields = Readonly<Record<string, string | number | null>>;

function read(cases: readonly (readonly [content: string, fields: Fields])[]): void {
  for (const [content, fields] of cases)
    test(content, () => assert.deepEqual(fieldsOf(content, Object.keys(fields) as (keyof Description)[]), fields));
}

describe('a date from one day, month or year to another is one, of the last', () => {
  const post = { container: 'Post', publisher: null };
  read([
    ...[
      'December 2016/January 2017',
      'December 2016–January 2017',
      'December 2016 – January 2017',
      '30 December 2016–2 January 2017',
      'December 30, 2016–January 2, 2017',
      'Dec. 30, 2016–Jan. 2, 2017',
    ].map((date) => [`Kim Lee, “Roads,” Post, ${date}.`, { ...post, date, year: 2017, month: 1 }] as const),
    ...['April 29–May 3, 2016', '29 April–3 May 2016', '1–3 May 2016', 'April 29 – May 3, 2016'].map(
      (date) => [`Kim Lee, “Roads,” Post, ${date}.`, { ...post, date, year: 2016, month: 5, day: 3 }] as const,
    ),
    ...[
      '2016–2017',
      '2016–17',
      '2016/2017',
      '2016/17',
      'Winter 2016–2017',
      'Winter 2016/17',
      'Winter 2016/Spring 2017',
    ].map((date) => [`Kim Lee, “Roads,” Post, ${date}.`, { ...post, date, year: 2017, month: null }] as const),
    ...['2016-2017', '2016–17', '2016/17', 'Winter 2016/2017', 'December 2016/January 2017'].map(
      (date) => [`Kim Lee, “Roads,” Post 8:3 (${date}): pp. 4–9.`, { ...post, date, year: 2017, volume: '8' }] as const,
    ),
    ['Kim Lee, “Roads,” Post 8:3 (2013): pp. 1914–1918.', { date: '2013', pages: '1914–1918' }],
    ['Kim Lee, “Roads,” Post 8:3 (2013): 1914–1918.', { date: '2013', pages: '1914–1918' }],
    ['Kim Lee, Report 2014-2017.', { title: 'Report 2014-2017', date: null }],
  ]);
});

describe('a date goes over lines that are indented', () => {
  for (const indent of ['', '  ', '   ', '    '])
    read(
      ['May\n5, 2016', 'May 5,\n2016', '5\nMay 2016', '5 May\n2016'].map((date) => {
        const written = date.replace('\n', `\n${indent}`);
        return [`Kim Lee, “Roads,” Post, ${written}.`, { container: 'Post', publisher: null, date: written, day: 5 }];
      }),
    );
});

describe('a book is of the year in its imprint, whatever date its title holds', () => {
  for (const title of ['The Events of May 1968', 'War Diary: 1 January 2001–31 December 2005'])
    read([
      [
        `Ann Lind, ${title} (London: Hurst, 1999), p. 4.`,
        { type: 'book', title, place: 'London', publisher: 'Hurst', year: 1999, month: null, pages: '4' },
      ],
      [`Ann Lind, ${title} (Hurst, 1999).`, { type: 'book', title, publisher: 'Hurst', year: 1999 }],
      [`Ann Lind, ${title} (2nd edn, Hurst 1999).`, { type: 'book', title, year: 1999 }],
      [`Ann Lind, *${title}* (London, 1999).`, { title, year: 1999, month: null }],
      [
        `Kim Lee, “Roads,” in Ann Lind ed., ${title} (London: Hurst, 1999), pp. 3–9.`,
        { container: `Ann Lind ed., ${title}`, place: 'London', publisher: 'Hurst', year: 1999, month: null },
      ],
    ]);
  read([
    ['Ann Lind, The Events (London: Hurst, May 1999).', { title: 'The Events', publisher: 'Hurst', month: 5 }],
    ['Kim Lee, “Roads,” Post, May 4, 2016 (updated in 2018).', { year: 2016, month: 5 }],
    ['Kim Lee, “Roads,” Post, May 4, 2016 (Updated 2018).', { year: 2016, month: 5 }],
    ['Kim Lee, “Roads,” speech at the Forum (Oslo, 2015), May 4, 2016.', { year: 2016, month: 5 }],
    ['Author interview, official, Kabul, May 2016 (again in 2018).', { year: 2016, month: 5 }],
  ]);
});

describe('an imprint may follow a full stop', () => {
  const book = { type: 'book', place: 'London', publisher: 'Hurst', year: 1999, month: null };
  for (const title of ['Roads', 'The Events of May 1968', 'Ports Since 1968', 'Roads of the U.S.: A History'])
    read([
      [`Ann Lind, ${title}. London: Hurst, 1999.`, { ...book, title, pages: null }],
      [`Ann Lind, *${title}*. London: Hurst, 1999, pp. 4–9.`, { ...book, title, pages: '4–9' }],
      [`Ann Lind, ${title}. London: Hurst, 1999, p. 4.`, { ...book, title, pages: '4' }],
    ]);
  read([
    [
      'Ann Lind, Roads. Washington, D.C.: Hurst & Co., 1999.',
      { ...book, place: 'Washington, D.C.', publisher: 'Hurst & Co.' },
    ],
    ['Ann Lind, Roads. A History: Ports (London: Hurst, 1999).', { ...book, title: 'Roads. A History: Ports' }],
  ]);
  for (const two of [
    'Ann Lee, Roads, 2015. Iraq: The Long Road, 2016.',
    'Ann Lee, Report, May 2015. Iraq: The Long Road, Post, 2016.',
    'Ann Lee, “Roads,” Post 8:3 2015. Iraq: The Long Road, 2016.',
  ])
    test(`but what is dated ends before one: ${two}`, () =>
      assert.equal(readCitations(two).sources.references.length, 2));
});

describe('the number of an issue is no part of what a magazine, or its publisher, is called', () => {
  const dabiq = { title: 'Just Terror', container: 'Dabiq', publisher: null, volume: null, issue: '12', month: 11 };
  for (const issue of [', Issue 12', ' Issue 12', ', issue 12', ', no. 12', ' #12'])
    read([
      [`“Just Terror,” Dabiq${issue}, November 2015.`, dabiq],
      [`“Just Terror,” Dabiq${issue}, November 2015, p. 4.`, { ...dabiq, pages: '4' }],
      [`“Just Terror,” Dabiq${issue} (November 2015): p. 4.`, { ...dabiq, pages: '4' }],
      [`Dabiq${issue}, “Just Terror,” November 2015.`, dabiq],
      [`Dabiq${issue}, “Just Terror,” Al-Hayat, November 2015.`, { ...dabiq, publisher: 'Al-Hayat' }],
    ]);
  read([
    ['Dabiq 12, “Just Terror,” November 2015.', dabiq],
    ['al-Naba 101, “Editorial,” October 12, 2017.', { container: 'al-Naba', issue: '101', day: 12 }],
    ['Voice of Hind, Issue 3, “Editorial,” May 2020.', { container: 'Voice of Hind', issue: '3' }],
    ['“Just Terror,” Dabiq no. 12 (November 2015): p. 4.', dabiq],
    ['“Roads,” Occasional Paper No. 12, May 2015.', { container: 'Occasional Paper No. 12', issue: null }],
    ['“Roads,” Working Paper, no. 12, Harbor Center, May 2015.', { publisher: 'no. 12, Harbor Center', issue: null }],
    ['“Roads,” Journal of Ports, vol. 8, no. 12 (2015).', { container: 'Journal of Ports', volume: '8', issue: '12' }],
    ['Resolution 2178, “Roads,” May 2014.', { container: null, issue: null }],
    ['Chapter 4, “Roads,” May 2014.', { container: null, issue: null }],
    ['Chapter 4, “Roads,” Post, May 2014.', { container: 'Post', publisher: null, issue: null }],
  ]);
});

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Description } from '../../src/sources/source.ts';
import { readCitations } from '../support/citations.ts';

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

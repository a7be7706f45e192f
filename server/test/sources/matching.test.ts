import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { createIndexes } from '../../src/sources/catalogue/indexes.ts';
import { meaningsOfLast, readCitations } from '../support/citations.ts';

const ROE = 'Jane Roe, “Ports,” Post, May 5, 2015.';

describe('a name that is no author’s means the surest of the works that are called so', () => {
  // The first is meant, wherever it stands.
  const works: readonly (readonly [string, string, string, string])[] = [
    ['Dabiq 4.', 'an issue, not an article', '“Dabiq 4,” Al-Hayat, May 1, 2014.', '“Roads,” Dabiq, May 4, 2015.'],
    ['Begum.', 'an outlet, not a party', '“Roads,” Begum, May 4, 2015.', 'Doe v. Begum, Complaint, May 1, 2014.'],
    [
      'OHB, p. 4.',
      'a party, not initials',
      'Doe v. OHB, Complaint, May 1, 2014.',
      'Office of Harbors and Boats, “Roads,” May 4, 2015.',
    ],
    [
      'Kuan.',
      'a family name, not a title',
      'Lee Kuan Yew, “Roads,” Times, May 4, 2015.',
      'Ann Poe, Kuan (London: Hurst, 2014).',
    ],
    [
      'Meijer, p. 4.',
      'a title, not an editor',
      'Ann Poe, Meijer (London: Hurst, 2014).',
      'Tom Kay, “Rivers,” in Roel Meijer ed., Boats (London: Hurst, 2009), p. 33.',
    ],
    [
      'OHB, “Roads.”',
      'an outlet, not initials',
      '“Roads Are Long,” OHB, May 4, 2015.',
      'Office of Harbors and Boats, “Roads to War,” May 4, 2015.',
    ],
    [
      'Kuan, “Roads.”',
      'an outlet, not a family name',
      '“Roads Are Long,” Kuan, May 4, 2015.',
      'Lee Kuan Yew, “Roads to War,” Times, May 4, 2015.',
    ],
  ];
  for (const [form, what, meant, other] of works) {
    test(`${form}: ${what}`, () => {
      assert.deepEqual(meaningsOfLast([meant, other, ROE, form]), ['short 1']);
      assert.deepEqual(meaningsOfLast([other, meant, ROE, form]), ['short 2']);
      assert.deepEqual(meaningsOfLast([other, ROE, form]), ['short 1'], 'the other alone');
    });
  }
});

const others = (count: number) =>
  Array.from({ length: count }, (_, index) => `Jane Roe, “Survey ${index},” Post, May 5, 2015.`);

test('a title means the same work of an author, however many others there are', () => {
  const title = (most: number) =>
    fc
      .array(fc.constantFrom('Road', 'Roads', 'to', 'the', 'Port', 'Ports'), { minLength: 1, maxLength: most })
      .map((words) => words.join(' '));
  fc.assert(
    fc.property(fc.uniqueArray(title(4), { minLength: 1, maxLength: 6 }), title(3), (titles, called) => {
      const works = titles.map((written, index) => `Jane Roe, “${written},” Post, June ${index + 1}, 2015.`);
      const form = `Roe, “${called}.”`;
      assert.deepEqual(meaningsOfLast([...works, ...others(60), form]), meaningsOfLast([...works, ...others(1), form]));
    }),
  );
});

test('of many works by one author, those are looked at that have a word of the title, the rarest', () => {
  const { sources } = readCitations(...others(500)).sources;
  const items = sources.map((source, position) => ({
    ...{ source, position, called: null, persons: [] },
    ...{ said: '', authors: null, title: null },
  }));
  const { titled } = createIndexes();
  assert.deepEqual(titled(items, 'survey 77'), [items[77]]);
  assert.deepEqual(titled(items, 'roads'), []);
  assert.equal(titled(items, 'survey').length, 500);
});

describe('a surname means rather those whose whole surname it is than those of whose it is a part', () => {
  const whole = 'Salamatu Bukar, “Roads,” Post, May 5, 2015.';
  const part = 'Hadiza Mai-Bukar, “Ports,” Post, May 6, 2015.';
  for (const works of [
    [whole, part],
    [part, whole],
  ]) {
    test(works.join(' '), () => {
      assert.deepEqual(meaningsOfLast([...works, 'Bukar.']), [`short ${works.indexOf(whole) + 1}`]);
      assert.deepEqual(meaningsOfLast([...works, 'Mai-Bukar.']), [`short ${works.indexOf(part) + 1}`]);
      assert.deepEqual(meaningsOfLast([...works, 'Bukar, “Ports.”']), [`short ${works.indexOf(part) + 1}`]);
    });
  }
  test('a part of one alone', () => assert.deepEqual(meaningsOfLast([part, ROE, 'Bukar.']), ['short 1']));
  test('an article or a particle may be left out, so that both are meant', () => {
    for (const other of ['Ayman al-Bukar', 'Jan van der Bukar'])
      assert.deepEqual(meaningsOfLast([whole, `${other}, “Seas,” Post, May 7, 2015.`, 'Bukar.']), [
        'short short-form-ambiguous',
      ]);
  });
});

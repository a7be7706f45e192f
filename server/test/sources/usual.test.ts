import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { Entry } from '../../src/draft/draft.ts';
import { readProse } from '../../src/markdown/read.ts';
import { readAny } from '../../src/sources/reading/read.ts';
import { readUsual } from '../../src/sources/reading/usual.ts';

function entryOf(text: string): Entry {
  const range = { start: 0, end: text.length };
  const labelRange = { start: 0, end: 0 };
  return {
    kind: 'citation',
    label: '1',
    ordinal: 1,
    ...range,
    labelRange,
    content: range,
    form: 'text',
    slip: null,
  };
}

const USUAL = [
  'Jo Do, “Roads to Kabul,” Daily Post, July 27, 2016.',
  'Jo Do and Ann Lee, “Roads to Kabul?” Daily Post, July 2016.',
  'Do, Jo, and Ann McDonald, “Roads to ‘Kabul,’” Jane’s Monitor, Sept 7, 1999.',
  '“Roads: An Atlas,” RFE/RL’s Radio, May 4, 2015.',
  'Jo Do, “Roads,” Journal of War & Peace 8:3 (2015).',
  'Jo Do, “Roads,” Survival 58:4 (2016): pp. 131–158.',
  'Jo Do, “Roads,” Institute for Roads (2015).',
  'Ibid.',
];

const UNUSUAL = [
  'See Do, “Roads,” Daily Post, July 27, 2016.',
  'Do, “Roads,” For more, July 27, 2016.',
  'Jo Do, “Roads,” Daily Post, accessed July 27, 2016.',
  'Jo Do, “Roads?” Compare Roe, July 27, 2016.',
  'Author Interview, “Roads,” Kabul, July 2016.',
  'Jo Do, “Roads,” Statement, July 27, 2016.',
  'Jo Do, “Roads,” Forthcoming Books, July 2016.',
  'Jo Do, “Roads,” Post May, 2016.',
  'Ibid., p. 4.',
];

const WORDS =
  'Do Lee Roads See Compare Ibid Author Interview INTERVIEW With Accessed Available Forthcoming Report Vol No P For In ' +
  'The A An Press Release Statement Art And May Spring McDonald Al-Hayat Jane’s RFE/RL is an interview by see also of & and';
const word = fc.constantFrom(...WORDS.split(' '));
const words = fc.array(word, { minLength: 1, maxLength: 4 }).map((list) => list.join(' '));
const names = fc
  .array(fc.tuple(words, fc.constantFrom(', ', ' and ', ', and ')), { maxLength: 3 })
  .map((list) => list.flat().join(''));
const stop = fc.constantFrom(',', ',’', '?', '!', '.', ' 2016, and Lee,', '; ');
const published = fc.constantFrom(
  ...[', July 27, 2016.', ', May 2016.', ', Sept. 2016.', ', July 0, 2016.', ', Summer 2016.', ', 2016.', ' (2016).'],
  ...[' 8:3 (2015).', ' 1850:3 (2015).', ' 8:3 (2015): pp. 1914–1918.', ' (2015): pp. 3-4.', ' 3 May 2016.', '.'],
);
const nearlyUsual = fc.tuple(names, words, stop, words, published).map(([who, title, mark, outlet, when]) => {
  const set = who.replace(/( and|, and)? $/, '').replace(/[^,]$/, '$&,');
  return `${set === '' ? '' : `${set} `}“${title}${mark}” ${outlet}${when}`;
});

describe('a citation of a usual form is read at once', () => {
  for (const text of USUAL) test(text, () => assert.ok(readUsual(readProse(text), entryOf(text))));
  for (const text of UNUSUAL)
    test(`but not ${text}`, () => assert.equal(readUsual(readProse(text), entryOf(text)), null));

  test('as all citations are read', () => {
    let count = 0;
    const check = (text: string) => {
      const prose = readProse(text);
      const entry = entryOf(text);
      const usual = readUsual(prose, entry);
      if (!usual) return;
      count++;
      const { references, commentary } = readAny(prose, entry);
      assert.deepEqual({ references, commentary }, { references: [usual], commentary: [] });
    };
    USUAL.forEach(check);
    fc.assert(fc.property(nearlyUsual, check), { numRuns: 5000 });
    assert.ok(count > 100, `${count} were of a usual form`);
  });
});

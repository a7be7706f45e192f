import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { defaultVocabulary } from '../../src/default-vocabulary.ts';
import { readProse } from '../../src/markdown/read.ts';
import { labelsIn } from '../../src/vocabulary/compile.ts';
import { findMentions } from '../../src/vocabulary/mentions.ts';

const vocabulary = defaultVocabulary();
const labels = labelsIn(vocabulary.matcher);
const LABELS = labels.map(({ text }) => text);
const PIECES = [
  ...' -–’\'`*_().,;“”‘’"\n\u00A0',
  '\n\n',
  '’s',
  '’s ',
  '1',
  '23',
  'a',
  'A',
  'ud',
  'al-',
  ' of ',
  'é',
  'İ',
  'ß',
  '\uD800',
  '(IMU)',
  '(LeT',
];
const text = fc
  .array(fc.oneof(fc.constantFrom(...LABELS), fc.constantFrom(...PIECES), fc.string()), { maxLength: 40 })
  .map((parts) => parts.join(''));

describe('names in any text', () => {
  it('are in order, disjoint and inside, and say what stands there', () => {
    fc.assert(
      fc.property(text, (draft) => {
        const prose = readProse(draft);
        const { mentions, introductions, unknown } = findMentions(prose, vocabulary);
        let from = 0;
        for (const { start, end, text: name } of mentions) {
          assert.ok(start >= from && end > start && end <= draft.length);
          assert.equal(prose.masked.slice(start, end), name);
          from = end;
        }
        for (const { start, end, text: name } of unknown) assert.equal(prose.masked.slice(start, end), name);
        for (const { start, end, abbreviation, name } of introductions) {
          assert.equal(prose.masked.slice(start, end), abbreviation);
          assert.equal(prose.masked.slice(name.start, name.end), name.text);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('are right once they are replaced', () => {
    fc.assert(
      fc.property(fc.constantFrom(...labels), (label) => {
        const [mention] = findMentions(readProse(`Then ${label.text} met.`), vocabulary).mentions;
        if (!mention?.replacement) return;
        const [again] = findMentions(readProse(`Then ${mention.replacement} met.`), vocabulary).mentions;
        assert.equal(again?.replacement, null);
        assert.equal(again?.concept, mention.concept);
      }),
      { numRuns: 1000 },
    );
  });

  it('are found in a paragraph longer than most drafts, and after it', () => {
    const long = `${'They met there again. '.repeat(60_000)}The Haqqani Netwrok and Boko Haram met.`;
    for (const text of [long, 'The Haqqani Netwrok and Boko Haram met.', long])
      assert.deepEqual(
        findMentions(readProse(text), vocabulary).mentions.map(({ concept, kind }) => [concept.id, kind]),
        [
          ['haqqani-network', 'near'],
          ['boko-haram', 'preferred'],
        ],
      );
  });

  it('take time in proportion to the text', () => {
    const units = [
      '(',
      'A',
      'Islamic ',
      'Lashkar-e-',
      'A1',
      'a’s',
      '*',
      '- ',
      'Islamic State (',
      'Front ',
      'al-',
      'Jamaat-ul-Xyz ',
      'X of ',
    ];
    for (const unit of units) {
      const draft = unit.repeat(Math.ceil(400_000 / unit.length));
      const prose = {
        text: draft,
        masked: draft,
        blocks: [],
        hidden: [],
        comments: [],
        frontMatter: null,
        defines: false,
      };
      const started = performance.now();
      findMentions(prose, vocabulary);
      assert.ok(performance.now() - started < 2000, unit);
    }
  });
});

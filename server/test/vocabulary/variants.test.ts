import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { defaultVocabulary } from '../../src/default-vocabulary.ts';
import { readProse } from '../../src/markdown/read.ts';
import { findMentions } from '../../src/vocabulary/mentions.ts';
import { isSpelledAlike } from '../../src/vocabulary/variants.ts';
import { needsReference, reference } from '../support/reference.ts';
import { assertLinear } from '../support/timing.ts';

const vocabulary = defaultVocabulary();
const variantsIn = (text: string) =>
  findMentions(readProse(text), vocabulary).variants.map(({ text: word, usual }) => `${word} / ${usual}`);
/** The first name twice, then the second. */
const told = (usual: string, rare: string) => `We met ${usual} in May. In June ${usual} left, and then ${rare} came.`;

describe('a name that is spelled in two ways within a draft', () => {
  const pairs: readonly (readonly [usual: string, rare: string])[] = [
    ['Maulana Zahidullah', 'Maulana Zahidulah'],
    ['Borhan Siddiqui', 'Burhan Siddiqui'],
    ['Mohammed Rashidi', 'Mohammad Rashidi'],
    ['Bruce Hoffman', 'Bruce Hoffmann'],
    ['Stephen Tankel', 'Stephan Tankel'],
    ['Ramadan Shallah', 'Ramazan Shallah'],
    ['Mehmood Akhtar', 'Mahmood Akhtar'],
    ['Colonel Nasrullah', 'Colonel Nasrlulah'],
  ];
  for (const [usual, rare] of pairs)
    it(`is reported where it is rarer: ${rare}`, () => {
      const differs = usual.split(' ').findIndex((word, index) => word !== rare.split(' ')[index]);
      assert.deepEqual(variantsIn(told(usual, rare)), [`${rare.split(' ')[differs]} / ${usual}`]);
    });

  it('is not reported where both are as frequent', () => {
    assert.deepEqual(variantsIn('Borhan Siddiqui met Burhan Siddiqui.'), []);
  });

  it('is not reported in quotations, nor beside another name', () => {
    assert.deepEqual(variantsIn(told('Borhan Siddiqui', '“Burhan Siddiqui,” he said,')), []);
    assert.deepEqual(variantsIn(told('Borhan Siddiqui', 'Burhan Karimov')), []);
  });
});

describe('two names', () => {
  // Of people, places and bodies that are real and not the same.
  const distinct = [
    ['Jalaluddin', 'Jamaluddin'],
    ['Habibullah', 'Hasibullah'],
    ['Hamidullah', 'Hamdullah'],
    ['Najibullah', 'Nasibullah'],
    ['Rahimullah', 'Rahmatullah'],
    ['Asadullah', 'Saadullah'],
    ['Nasiruddin', 'Naziruddin'],
    ['Fakhruddin', 'Badruddin'],
    ['Rashid', 'Rashad'],
    ['Kamila', 'Kamala'],
    ['Mansour', 'Nassour'],
    ['Christian', 'Christina'],
    ['Daniel', 'Danielle'],
    ['Robert', 'Roberta'],
    ['Michael', 'Michelle'],
    ['Anderson', 'Andersen'],
    ['Peterson', 'Petersen'],
    ['Williams', 'William'],
    ['Karimi', 'Karimov'],
    ['Afghan', 'Afghani'],
    ['Pakistan', 'Pakistani'],
    ['Niger', 'Nigeria'],
    ['Nigeria', 'Nigerian'],
    ['Nigerian', 'Nigerien'],
    ['Austria', 'Australia'],
    ['Slovakia', 'Slovenia'],
    ['Iranian', 'Iraqi'],
    ['Islamic', 'Islamist'],
    ['Eastern', 'Western'],
    ['Northern', 'Southern'],
    ['Minister', 'Ministry'],
    ['Minister', 'Ministers'],
    ['Terrorism', 'Terrorist'],
    ['Communist', 'Communism'],
    ['Council', 'Counsel'],
    ['Strategy', 'Strategic'],
    ['Organization', 'Organisation'],
  ] as const;
  for (const [one, other] of distinct)
    it(`are not taken for one: ${one} and ${other}`, () => {
      assert.equal(isSpelledAlike(one.toLowerCase(), other.toLowerCase()), false);
      assert.deepEqual(variantsIn(told(`Gholam ${one}`, `Gholam ${other}`)), []);
      assert.deepEqual(variantsIn(told(`${one} Zadran`, `${other} Zadran`)), []);
    });

  it('are alike or not in either order', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abdehiklmosu'), minLength: 5, maxLength: 12 });
    fc.assert(fc.property(word, word, (a, b) => assert.equal(isSpelledAlike(a, b), isSpelledAlike(b, a))));
  });
});

describe('the names of a draft', () => {
  it('are no two spellings of one in the reference article', needsReference, () => {
    assert.deepEqual(variantsIn(reference ?? ''), []);
  });

  it('are compared in time in proportion to the text', () => {
    const letters = 'abcdefghijklmnopqrst';
    const name = (number: number) => `Z${[...String(number)].map((digit) => letters[Number(digit)]).join('')}abcdef`;
    const draft = (length: number) =>
      `${Array.from({ length: length / 16 }, (_, index) => `Mullah ${name(index)}`).join(', ')}.`;
    assertLinear(draft, (text) => findMentions(readProse(text), vocabulary));
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaultVocabulary } from '../../src/default-vocabulary.ts';
import { readProse } from '../../src/markdown/read.ts';
import { findMentions } from '../../src/vocabulary/mentions.ts';

const introduced = (text: string) =>
  findMentions(readProse(text), defaultVocabulary()).introductions.map(
    ({ abbreviation, name, part, mention }) =>
      `${abbreviation} = ${name.text} (${part}${mention ? `, ${mention.concept.id}` : ''})`,
  );

describe('introductions of abbreviations', () => {
  const cases: readonly (readonly [what: string, text: string, ...expected: string[]])[] = [
    [
      'after a name of the vocabulary',
      'The Tehrik-i-Taliban Pakistan (TTP) grew.',
      'TTP = Tehrik-i-Taliban Pakistan (body, tehrik-i-taliban-pakistan)',
    ],
    [
      'after a possessive',
      'Islamic State Khorasan’s (ISK) rise',
      'ISK = Islamic State Khorasan (body, islamic-state-khorasan)',
    ],
    [
      'with small letters of joiners',
      'Jamaat-ud-Dawa (JuD) and Lashkar-e-Taiba (LeT)',
      'JuD = Jamaat-ud-Dawa (body, jamaat-ud-dawa)',
      'LeT = Lashkar-e-Taiba (body, lashkar-e-taiba)',
    ],
    ['after a misspelled name', 'Laskar-e-Taiba (LeT)', 'LeT = Laskar-e-Taiba (body, lashkar-e-taiba)'],
    [
      'after a longer name',
      'Federally Administered Tribal Areas in Pakistan (FATA)',
      'FATA = Federally Administered Tribal Areas in Pakistan (body, fata)',
    ],
    ['after a name that is not known', 'the Desert Unity Front (DUF) met', 'DUF = Desert Unity Front (body)'],
    ['in nested parentheses', 'a party (once the Delta United Forces (DUF)) met', 'DUF = Delta United Forces (body)'],
    [
      'with more in the parentheses',
      'Jamaat-ud-Dawa (JuD, its wing) met',
      'JuD = Jamaat-ud-Dawa (body, jamaat-ud-dawa)',
    ],
    ['not of other parentheses', 'The Taliban (in Kabul), a man (see Figure), ten (10), and (a) or (FDD) stay.'],
  ];
  for (const [what, text, ...expected] of cases)
    it(`are found ${what}`, () => assert.deepEqual(introduced(text), expected));

  it('are told apart by abstract and body', () => {
    const name = 'Tehrik-i-Taliban Pakistan (TTP)';
    const parts = (text: string) => introduced(text).map((one) => /\((\w+),/.exec(one)?.[1]);
    assert.deepEqual(parts(`Abstract: The ${name} grew.\n\nThe ${name} grew.`), ['abstract', 'body']);
    assert.deepEqual(parts(`## Abstract\n\nThe ${name} grew.\n\n## Growth\n\nThe ${name} grew.`), ['abstract', 'body']);
  });
});

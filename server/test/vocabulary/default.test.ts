import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { analyse } from '../../src/analysis.ts';
import { defaultVocabulary } from '../../src/default-vocabulary.ts';
import { readProse } from '../../src/markdown/read.ts';
import { findMentions } from '../../src/vocabulary/mentions.ts';

const vocabulary = defaultVocabulary();
const found = (text: string) =>
  analyse(text, { vocabulary }).findings.map(({ rule, start, end }) => `${rule} ${text.slice(start, end)}`);

describe('the vocabulary that comes along', () => {
  it('finds each name whole, and changes none that is right', () => {
    for (const { id, prefLabel, acceptedLabels = [] } of vocabulary.concepts.values()) {
      for (const label of [prefLabel, ...acceptedLabels]) {
        const { mentions } = findMentions(readProse(`They met at ${label} there.`), vocabulary);
        assert.deepEqual(
          mentions.map(({ concept, text, replacement }) => [concept.id, text, replacement]),
          [[id, label, null]],
        );
      }
    }
  });

  it('has another name for each that is not preferred', () => {
    for (const { id, altLabels = [] } of vocabulary.concepts.values()) {
      for (const label of altLabels) {
        const { mentions } = findMentions(readProse(`They met at ${label} there.`), vocabulary);
        assert.deepEqual(
          mentions.map(({ concept, text }) => [concept.id, text]),
          [[id, label]],
        );
        assert.notEqual(mentions[0]?.replacement, null, label);
      }
    }
  });

  for (const text of [
    'The New IRA claimed it, the Provisional IRA and the Continuity IRA did not.',
    'Harakat Ansar Allah al-Awfiya left, and so did Ansar Allah al-Awfiya.',
    'The Islamic State of Iraq (ISI) grew. The leaders of ISI met.',
    'The Somali National Army (SNA) came. The SNA left.',
    'The Islamic State in Iraq grew, and so did the Islamic State in Pakistan.',
    'Of the Afrika Korps and the Africa Corps the second is in Mali.',
    'The Popular Front for the Liberation of Palestine (PFLP) and its General Command met. The PFLP left.',
    'Of Khyber Pakhtunkhwa, Khyber is a district.',
    'Hezbollah (Party of God) grew, as did Lebanese Hezbollah’s enemies.',
    'Neo-JMB is small, and so is the Order of Nine Angles (O9A). O9A grew.',
    'Abu Mus`ab al-Zarqawi and Abu Musab al-Zarqawi are one man, whom Isam al-Barqawi taught.',
  ])
    it(`leaves alone: ${text}`, () => assert.deepEqual(found(text), []));

  for (const [text, expected] of Object.entries({
    'The Movement for Oneness and Jihad in West Africa split.':
      'group-label Movement for Oneness and Jihad in West Africa',
    'In Khyber Pakhtunkwa it rained.': 'name-variant Khyber Pakhtunkwa',
    'The Terorgram Collective grew.': 'group-misspelled Terorgram Collective',
  }))
    it(`reports: ${text}`, () => assert.deepEqual(found(text), [expected]));
});

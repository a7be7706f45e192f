import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { analyse } from '../../src/analysis.ts';
import { defaultVocabulary } from '../../src/default-vocabulary.ts';

const vocabulary = defaultVocabulary();
const found = (text: string, rules = {}) =>
  analyse(text, { vocabulary, rules }).findings.map(
    ({ rule, start, end }) => `${rule} ${start} ${text.slice(start, end)}`,
  );

describe('a clause that says what else a group is called', () => {
  for (const text of [
    'The Islamic State (also known as ISIS or ISIL) lost Mosul.',
    'The Islamic State (previously called ISIS) lost Mosul.',
    'The Islamic State, a.k.a. ISIS, ISIL, or Daesh, lost Mosul.',
    'The Islamic State (aka “Daesh”) lost Mosul.',
    'The Islamic State (formerly the Islamic State of Iraq and Syria (ISIS) or ISIL) lost Mosul.',
    'The Islamic State (*also known as* **ISIS**) lost Mosul.',
    'The Islamic State (also\nknown as\nISIS or\nISIL) lost Mosul.',
    'The group, once known as the Islamic State of Iraq and Syria, ISIS, lost Mosul.',
    'Harakat al-Shabaab al-Mujahideen, commonly known as al-Shabaab, rules parts of Somalia.',
    'Harakat al-Shabaab al-Mujahideen (HSM), also called al-Shabaab, rules parts of Somalia.',
    'Harakat al-Shabaab al-Mujahideen (HSM)—better known as al-Shabaab—rules parts of Somalia.',
    'The Islamic State of Iraq and the Levant (ISIL), widely known as the Islamic State, lost Mosul.',
    'The Houthis (formally Ansar Allah) rule Sanaa.',
    'The movement calls itself Ansar Allah.',
    'In 2013, Baghdadi renamed his group the Islamic State of Iraq and the Levant (ISIL).',
    'The Islamic State grew. In 2013, it was renamed the Islamic State of Iraq and the Levant (ISIL).',
    'In 2013, the group rebranded itself as ISIS.',
    'In 2013, the group changed its name to ISIS.',
    'They fought under the name of Ansar Allah.',
    'The Pakistani Taliban, better known as the TTP, grew. TTP leaders met.',
    'The Houthis, or Ansar Allah, rule Sanaa.',
    'The Islamic State (or ISIS) lost Mosul.',
    'The Houthis (Ansar Allah) rule Sanaa.',
    'The Houthis (“Ansar Allah”) rule Sanaa.',
    '**The Houthis** (*Ansar Allah*) rule Sanaa.',
    'Ansar Allah (the Houthis) rules Sanaa.',
    'The Houthis, Ansar Allah, rule Sanaa.',
    'The Houthis—Ansar Allah—rule Sanaa.',
    'The Islamic State (ISIS; in Arabic, “Daesh”) lost Mosul.',
    'Ansar Allah, as the group calls itself, rules Sanaa.',
    'Ansar Allah, which is what they call themselves, rules Sanaa.',
    'ISIS, as it was then known, took Mosul.',
    'ISIS (as the Islamic State was called until 2014) took Mosul.',
    'Boko Haram, or Jama’atu Ahlis Sunna Lidda’awati wal-Jihad (JAS), took Gwoza.',
  ])
    test(`is left alone: ${JSON.stringify(text)}`, () => assert.deepEqual(found(text), []));

  const REPORTED: Readonly<Record<string, readonly string[]>> = {
    'The Islamic State (also known as ISIS) lost Mosul. ISIS fled.': ['group-label 51 ISIS'],
    'The Islamic State (also known as the caliphate) lost to Ansar Allah.': ['group-label 56 Ansar Allah'],
    'The Islamic State (also known as ISIS), Ansar Allah, and al-Qa`ida met.': ['group-label 40 Ansar Allah'],
    'Ansar Allah met what is known as al-Shabaab.': ['group-label 0 Ansar Allah'],
    'Ansar Allah fell out with others, also known as the Houthis.': ['group-label 0 Ansar Allah'],
    'Towns that were formerly ISIS-held prospered.': ['group-label 25 ISIS'],
    'They joined al-Shabaab, or ISIS.': ['group-label 27 ISIS'],
    'They held the Islamic State, or ISIS-run towns.': ['group-label 32 ISIS'],
    'The Islamic State or ISIS lost Mosul.': ['group-label 21 ISIS'],
    'The so-called ISIS lost Mosul.': ['group-label 14 ISIS'],
    'The Islamic State (ISIS) lost Mosul. ISIS fled.': ['group-label 37 ISIS'],
    'The Islamic State (ISIS fighters) lost Mosul.': ['group-label 19 ISIS'],
    'The Islamic State (ISIS-run) lost Mosul.': ['group-label 19 ISIS'],
    'The Houthis, Ansar Allah men among them, left.': ['group-label 13 Ansar Allah'],
    'Jamaat-ud-Dawah (JuD) denied it.': ['group-label 0 Jamaat-ud-Dawah'],
    'JuD (Jamaat-ud-Dawah) denied it.': ['group-label 5 Jamaat-ud-Dawah'],
    'The Islamic State of Iraq and Syria (ISIS) lost Mosul.': [
      'group-label 4 Islamic State of Iraq and Syria',
      'group-label 37 ISIS',
    ],
    'The Islamic State (Ansar Allah) lost Mosul.': ['group-label 19 Ansar Allah'],
    'ISIS, as is well known, lost Mosul.': ['group-label 0 ISIS'],
    'ISIS, as it was then strong, took Mosul.': ['group-label 0 ISIS'],
    'He recalled ISIS attacks.': ['group-label 12 ISIS'],
    'A group known as TTP grew.': ['abbreviation-undefined 17 TTP'],
    'Jamaat-ud-Dawa denied it. Others called Jamaat-ud-Dawa (JuD) names.': ['abbreviation-late 56 JuD'],
  };
  for (const [text, due] of Object.entries(REPORTED)) test(`is not: ${text}`, () => assert.deepEqual(found(text), due));

  test('is left alone where abbreviations are asked for', () => {
    const abbreviate = { 'group-label': ['information', { abbreviate: true }] };
    const text = 'The Taliban met. Jamaat-ud-Dawa (JuD), also known as Jamaat-ul-Dawa, denied it.';
    assert.deepEqual(found(text, abbreviate), []);
  });
});

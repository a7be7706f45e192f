import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { analyse, createMemory } from '../../src/analysis.ts';
import { defaultVocabulary } from '../../src/default-vocabulary.ts';

const vocabulary = defaultVocabulary();
const toldOf = (findings: ReturnType<typeof analyse>['findings'], text: string) =>
  findings.map(({ rule, start, end }) => `${rule} ${text.slice(start, end)}`);
const found = (text: string) => toldOf(analyse(text, { vocabulary }).findings, text);

const LEFT_ALONE = [
  'Reporters published *The ISIS Files* in 2020.',
  'Reporters published _The ISIS Files_.',
  'She wrote *Inside Al-Qaeda: Global Network of Terror*, and they *ISIS: The State of Terror*.',
  'A film, *Talliban’s War*, was shown.',
  'It is all in (*The Road\nto ISIS*).',
  'Reporters published the ISIS Files.',
  'The Al-Qaida Sanctions Committee met.',
  'Members of the Al-Qaida\nSanctions Committee met.',
  'The ISIL (Da’esh) and Al-Qaida Sanctions Committee met.',
  'The ISIL (Da’esh) & Al-Qaida Sanctions List grew.',
  'The Counter-ISIS Finance Group and the Defeat-ISIS Task Force met.',
  'The Hizballah International Financing Prevention Act passed.',
  'A UN team to Promote Accountability for Crimes Committed by Da’esh/ISIL left.',
];

const REPORTED: Readonly<Record<string, readonly string[]>> = {
  '*ISIS* grew.': ['group-label ISIS'],
  'The *Al-Qaeda in Iraq* cell grew.': ['group-label Al-Qaeda in Iraq'],
  '*Hayyat Tahrir al-Sham* (HTS) grew. HTS left.': ['group-label Hayyat Tahrir al-Sham'],
  'The *Laskar-e-Taiba’s* men left.': ['group-misspelled Laskar-e-Taiba'],
  'They say *that ISIS must go*, and they mean it.': ['group-label ISIS'],
  '**The ISIS Men** grew.': ['group-label ISIS'],
  'Of 3 * The ISIS Men * 4 none left.': ['group-label ISIS'],
  'Some_The ISIS Men_all left.': ['group-label ISIS'],
  'ISIS files papers. Al-Qaeda Central is at large.': ['group-label ISIS', 'group-label Al-Qaeda'],
  'ISIS fighters and Documents were found.': ['group-label ISIS'],
  'Anti-ISIS forces won.': ['group-label ISIS'],
  '## The ISIS Strategy\n\nIt failed.': ['group-label ISIS'],
};

describe('a group’s name in the name of something else', () => {
  for (const text of LEFT_ALONE)
    test(`is left alone: ${JSON.stringify(text)}`, () => assert.deepEqual(found(text), []));
  for (const [text, expected] of Object.entries(REPORTED))
    test(`is told from others: ${JSON.stringify(text)}`, () => assert.deepEqual(found(text), expected));

  test('is read alike after each keystroke', () => {
    const memory = createMemory();
    const text = ['It began.', ...LEFT_ALONE, ...Object.keys(REPORTED)].join('\n\n');
    analyse(text, { vocabulary }, memory);
    for (const [at, character] of [...text].entries()) {
      if (!'*_FCLA-'.includes(character)) continue;
      const edited = `${text.slice(0, at)}x${text.slice(at + 1)}`;
      const { findings } = analyse(edited, { vocabulary }, memory);
      assert.deepEqual(toldOf(findings, edited), found(edited), edited.slice(at - 20, at + 20));
      analyse(text, { vocabulary }, memory);
    }
  });
});

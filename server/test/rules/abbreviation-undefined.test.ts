import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { analyse } from '../../src/analysis.ts';
import { defaultVocabulary } from '../../src/default-vocabulary.ts';
import { applyEdits } from '../../src/text/edit.ts';

const vocabulary = defaultVocabulary();
const undefinedIn = (text: string) =>
  analyse(text, { vocabulary }).findings.filter(({ rule }) => rule === 'abbreviation-undefined');

describe('an abbreviation beside a name of its group', () => {
  for (const text of [
    'Tehrik-i-Taliban Pakistan (hereafter TTP) grew. TTP left.',
    'Tehrik-i-Taliban Pakistan (hereafter, “TTP”) grew. TTP left.',
    'Tehrik-i-Taliban Pakistan (henceforth referred to as *TTP*) grew. TTP left.',
    'Tehrik-i-Taliban Pakistan (“TTP” or “the movement”) grew. TTP left.',
    'Tehrik-i-Taliban Pakistan (Pakistani Taliban or TTP) grew. TTP left.',
    'Tehrik-i-Taliban Pakistan, abbreviated as TTP, grew. TTP left.',
    'Tehrik-i-Taliban Pakistan, better known by its acronym TTP, grew. TTP left.',
    'Tehrik-i-Taliban Pakistan [TTP] grew. TTP left.',
    'Tehrik-i-Taliban Pakistan—TTP—grew. TTP left.',
    'TTP (Tehrik-i-Taliban Pakistan) grew. TTP left.',
    'TTP (short for Tehrik-i-Taliban Pakistan) grew. TTP left.',
    'The TTP, or Tehrik-i-Taliban Pakistan, grew. TTP left.',
    'Fighters of Lashkar-e-Taiba’s (LeT’s) left. LeT grew.',
    'The Armed Islamic Group (Groupe Islamique Armé, GIA) grew. GIA left.',
    'The Salafist Group for Preaching and Combat (French acronym: GSPC) grew. GSPC left.',
    'The MNLA (Mouvement National de Libération de l’Azawad) grew. MNLA left.',
    'The Islamic Revolutionary Guard Corps–Quds Force (IRGC-QF) grew. The IRGC left.',
  ])
    test(`is introduced: ${text}`, () => assert.deepEqual(undefinedIn(text), []));

  for (const text of [
    'Tehrik-i-Taliban Pakistan grew. TTP left.',
    'Tehrik-i-Taliban Pakistan grew (as TTP had before).',
    'Tehrik-i-Taliban Pakistan, which TTP men left, grew.',
    'Tehrik-i-Taliban Pakistan grew (in the north and east, TTP had before).',
    'The GIA (in the Years of Terror) grew.',
    'Tehrik-i-Taliban Pakistan grew. Others (Hamas, TTP) left.',
    'He said “Tehrik-i-Taliban Pakistan, or TTP, grew.” TTP left.',
    'Abstract: Tehrik-i-Taliban Pakistan (hereafter TTP) grew.\n\nThe TTP left.',
    'TTP left. Tehrik-i-Taliban Pakistan (hereafter TTP) grew.',
  ])
    test(`is not: ${JSON.stringify(text)}`, () => assert.equal(undefinedIn(text).length, 1));
});

test('the fix introduces an abbreviation where the group is named first', () => {
  const mended = (text: string) => applyEdits(text, undefinedIn(text)[0]?.fixes[0]?.edits ?? []);
  assert.equal(mended('Tehrik-i-Taliban Pakistan grew. TTP left.'), 'Tehrik-i-Taliban Pakistan (TTP) grew. TTP left.');
  assert.equal(mended('TTP left. It grew.'), 'Tehrik-i-Taliban Pakistan (TTP) left. It grew.');
});

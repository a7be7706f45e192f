import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { analyse } from '../../../src/analysis.ts';
import { codeLenses } from '../../../src/language-server/features/code-lens.ts';
import { fixture } from '../../support/fixtures.ts';
import { DRAFT } from '../cursor.ts';

suite('code lens', () => {
  test('above each entry that names a source, and each note, the claims that rest on it', () => {
    assert.deepEqual(
      codeLenses(analyse(DRAFT)).map(({ start, end, title, claims }) => [
        DRAFT.slice(start, end),
        title,
        claims.map((claim) => DRAFT.slice(claim.start, claim.end)).join(''),
      ]),
      [
        ['[a]', 'Cited by 1 claim', '[a]'],
        ['[1]', 'Cited by 3 claims', '[1][2][3]'],
        ['[3]', 'Cited by 1 claim', '[3]'],
      ],
    );
  });

  test('every marker of a clean article is counted', () => {
    const analysis = analyse(fixture('article/bracket.md'));
    const claims = new Set(codeLenses(analysis).flatMap((lens) => lens.claims));
    assert.equal(claims.size, analysis.draft.markers.length);
  });
});

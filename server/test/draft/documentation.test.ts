import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { analyse } from '../../src/analysis.ts';
import { defaultVocabulary } from '../../src/default-vocabulary.ts';
import { inFolder } from '../support/command.ts';

const PAGE = readFileSync(fileURLToPath(new URL('../../../docs/drafts.md', import.meta.url)), 'utf8');
const [EXAMPLE = '', FRONT_MATTER = ''] = Array.from(PAGE.matchAll(/^```md\n(.*?)^```$/gms), ([, text = '']) => text);
/** The first cells of the table whose head is `head`, without the marks of code. */
const rowsBelow = (head: string): string[][] => {
  const table = PAGE.slice(PAGE.indexOf(head)).split('\n\n')[0] ?? '';
  return table
    .split('\n')
    .slice(2)
    .map((row) => Array.from(row.matchAll(/\| ([^|]+?) (?=\|)/g), ([, cell = '']) => cell.replace(/^`|`$/g, '')));
};

test('nothing is found in the draft that docs/drafts.md shows', () => {
  const { findings, draft, sources } = analyse(EXAMPLE, { vocabulary: defaultVocabulary(), today: '2020-01-01' });
  assert.deepEqual(findings, []);
  assert.deepEqual([draft.citations.length, draft.notes.length], [7, 1]);
  assert.deepEqual(new Set(sources.references.map(({ form }) => form)), new Set(['full', 'ibid', 'short']));
});

test('markers are read in the notations that docs/drafts.md shows', () => {
  const rows = rowsBelow('| notation |');
  assert.equal(rows.length, 6);
  for (const [notation = '', citation = '', note = ''] of rows) {
    const [claim, letter] = notation === 'glued' ? [citation, note] : [`claim.${citation}`, `claim.${note}`];
    const lists =
      '## Substantive Notes\n\n[a] More.\n\n## Citations\n\n[1] Ann Lee, “A Split,” Daily Post, May 3, 2016.\n';
    const { draft } = analyse(`One ${claim} Two ${letter} Three.\n\n${lists}`);
    const read = draft.markers.map((marker) => [marker.kind, marker.label, marker.notation]);
    assert.deepEqual(read, [
      ['citation', '1', notation],
      ['note', 'a', notation],
    ]);
  }
});

test('citations are read in the forms that docs/drafts.md shows', () => {
  const rows = rowsBelow('| | |');
  assert.equal(rows.length, 5);
  for (const [name, entry = ''] of rows) {
    const { sources, findings } = analyse(`A claim.[1]\n\n## Citations\n\n[1] ${entry}\n`);
    assert.deepEqual([sources.references.map(({ form }) => form), findings], [['full'], []], name);
  }
});

test('the first draft and the front matter that docs/drafts.md shows make a file a draft', () => {
  inFolder({ 'a.md': EXAMPLE, 'b.md': `${FRONT_MATTER}\nNothing yet.\n`, 'c.md': 'Nothing yet.\n' }, ({ run }) => {
    assert.equal(run(['check']).stdout, '✔ nothing to report in 2 drafts, 1 other file passed over\n');
  });
});

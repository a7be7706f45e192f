import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';

const SOURCES = new URL('../../src/', import.meta.url);
const FIXTURES = new URL('../../../test-fixtures/', import.meta.url);

/** The marker of its note stands in a word: it is looked for up to the end. */
const NOTE_IN_WORD = `The men of Khorasana fought in 2016.1 They left.2

Substantive Notes

[a] Khorasan is a region.

Citations

[1] Ann Lee, “A Split,” Daily Post, May 3, 2016.

[2] Ibid.
`;
const SCRIPT = `
  import { readFileSync } from 'node:fs';
  const { analyse } = await import('${new URL('analysis.ts', SOURCES)}');
  const { defaultVocabulary } = await import('${new URL('default-vocabulary.ts', SOURCES)}');
  const read = (name) => readFileSync(new URL(name + '.md', '${FIXTURES}'), 'utf8');
  const fixtures = ['article/pasted', 'article/bracket', 'article/defects-pasted', 'readme/draft'];
  for (const text of [${JSON.stringify(NOTE_IN_WORD)}, ...fixtures.map(read)]) {
    analyse(text, { vocabulary: defaultVocabulary(), today: '2026-11-23' });
  }
`;

test('no offset is kept as a number on the heap, which V8 says when it turns to that', () => {
  const flags = ['--trace-generalization', '--input-type=module', '--eval', SCRIPT];
  const { stdout, status } = spawnSync(process.execPath, flags, { encoding: 'utf8', maxBuffer: 1 << 28 });
  assert.equal(status, 0);
  const boxed = stdout.split('\n').filter((line) => /\](?:start|end|base|clear):[vs]\{.*->d\{/.test(line));
  const ours = boxed.filter((line) => line.includes('/server/src/'));
  assert.deepEqual(ours, []);
});

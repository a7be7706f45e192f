import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FORMATS } from '../../../src/command-line/formats/formats.ts';
import { archive } from '../../support/archive.ts';
import { inFolder } from '../../support/command.ts';
import { fixture } from '../../support/fixtures.ts';

/** More than threads take ahead of what is written, or fewer. */
const MANY = 40;
const FEW = 8;
const filesWith = (drafts: number) => ({
  ...archive(drafts),
  'bad.md': Buffer.from('caf\xe9.[1]\n', 'latin1'),
  'none.md': '# No draft\n',
  'wrong/.sentinel-citations.yaml': 'notation: loud\n',
  'wrong/a.md': fixture('article/bracket.md'),
  'wrong/b.md': fixture('article/bracket.md'),
});

for (const format of FORMATS) {
  test(`threads change nothing of what is written as ${format}`, () => {
    // However many there are, they know nothing of formats: with one of these, all numbers are tried.
    const counts = format === 'json' ? ['0', '1', '3'] : ['2'];
    inFolder(filesWith(format === 'json' ? MANY : FEW), ({ run }) => {
      const [alone, ...others] = [undefined, ...counts].map((count) =>
        run(['check', '--format', format, ...(count === undefined ? [] : ['--workers', count])]),
      );
      assert.equal(alone?.status, 2);
      for (const other of others) assert.deepEqual(other, alone);
    });
  });
}

test('threads share a baseline', () => {
  inFolder(archive(12), ({ run }) => {
    const known = ['--baseline', 'known.json'];
    run(['check', ...known, '--update-baseline', '--workers', '2']);
    const { stdout, stderr, status } = run(['check', ...known, '--workers', '2', '--fail-on', 'hint']);
    assert.deepEqual([stderr, status], ['', 0]);
    assert.match(stdout, /^✔ nothing to report in 12 drafts, \d+ known findings left out\n$/);
  });
});

test('a draft that takes more memory than a thread has is checked all the same', () => {
  // What it is made of takes far more memory than its text.
  const markers = Array.from({ length: 40_000 }, (_, index) => `[${index + 1}]`).join('');
  inFolder(
    { ...archive(3), 'large.md': `Text.${markers}\n\nCitations\n\n[1] Ann Lee, “A,” B, May 3, 2016.\n` },
    ({ run }) => {
      const args = ['check', '--format', 'json', '--quiet'];
      assert.deepEqual(run([...args, '--workers', '2']), run(args));
    },
  );
});

test('a number of threads is a number', () => {
  inFolder(archive(1), ({ run }) => {
    for (const count of ['-1', 'many', '1.5']) {
      const { stderr, status } = run(['check', '--workers', count]);
      assert.deepEqual([stderr, status], [`sentinel-citations: --workers ${count}: expected a number from 0\n`, 2]);
    }
  });
});

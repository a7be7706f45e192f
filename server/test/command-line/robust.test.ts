import assert from 'node:assert/strict';
import { readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { archive } from '../support/archive.ts';
import { inFolder, inFolderAsync } from '../support/command.ts';
import { FLAWED } from '../support/drafts.ts';

const MANY = 100;
/** Milliseconds after which the program is killed: before it begins, in the midst of the work, when all is done. */
const MOMENTS = [60, 140, 200, 260, 320, 380, 440, 520, 640, 900];

test('whatever is wrong with some drafts, all others are checked, and each trouble is one line', () => {
  const good = archive(MANY);
  const files = {
    ...good,
    'wrong/latin.md': Buffer.from('caf\xe9.[1]\n', 'latin1'),
    'wrong/huge.md': `${'One sentence of many stands here. '.repeat(12)}\n\n`.repeat(50_000).slice(0, 20_000_000),
    'wrong/folder.md/keep.txt': '',
  };
  inFolder(files, ({ path, run }) => {
    symlinkSync('circle.md', path('circle.md'));
    symlinkSync(path('.'), path('wrong/round'));
    const paths = ['.', 'circle.md', 'wrong/folder.md', 'wrong/none.md'];
    const { stdout, stderr, status } = run(['check', '--format', 'json', '--quiet', ...paths]);
    assert.equal(status, 2);
    assert.deepEqual(stderr.trimEnd().split('\n').sort(), [
      'circle.md: its symbolic links go in a circle',
      'wrong/folder.md: there are no drafts here',
      'wrong/latin.md: invalid UTF-8 on line 1, at byte 3: save it as UTF-8',
      'wrong/none.md: there is no such file or folder',
    ]);
    const report: { files: { file: string }[]; summary: { skipped: number } } = JSON.parse(stdout);
    assert.deepEqual(report.files.map(({ file }) => file).sort(), Object.keys(good).sort());
    assert.equal(report.summary.skipped, 1, 'what is huge here is no draft');
  });
});

test('two at once on one archive write what one writes', async () => {
  await inFolderAsync(archive(30), async ({ run, start }) => {
    const args = ['check', '--format', 'json', '--cache-location', '.kept', '--workers', '2'];
    const alone = run(args.filter((arg) => !arg.includes('kept') && !arg.includes('cache'))).stdout;
    for (let round = 0; round < 2; round++) {
      const both = [start(args), start(args)];
      await Promise.all(both.map((one) => one.ended()));
      for (const one of both) assert.equal(one.stdout(), alone);
    }
  });
});

test('killed at any moment, the command leaves nothing half-written', async () => {
  const flawed = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`drafts/${index}.md`, FLAWED]));
  await inFolderAsync(flawed, async ({ path, run, start }) => {
    run(['check', 'drafts', '--baseline', 'known.json', '--update-baseline']);
    const known = readFileSync(path('known.json'), 'utf8');
    const anew = run(['check', 'drafts', '--format', 'json']).stdout;
    const check = ['check', 'drafts', '--format', 'json', '--cache-location', 'kept', '--output', 'found.json'];
    const update = ['check', 'drafts', '--baseline', 'known.json', '--update-baseline'];
    const mended = FLAWED.replace('131-158', '131–158');
    for (const moment of MOMENTS) {
      writeFileSync(path('found.json'), 'what was there before');
      const running = [start(check), start(update), start(['fix', 'drafts'])];
      await setTimeout(moment);
      await Promise.all(running.map((one) => one.end('SIGKILL')));
      const found = readFileSync(path('found.json'), 'utf8');
      if (found !== 'what was there before') JSON.parse(found);
      JSON.parse(readFileSync(path('known.json'), 'utf8'));
      for (const name of readdirSync(path('drafts')).filter((file) => file.endsWith('.md'))) {
        const text = readFileSync(path(`drafts/${name}`), 'utf8');
        assert.ok(text === FLAWED || text === mended, name);
      }
      for (const name of Object.keys(flawed)) writeFileSync(path(name), FLAWED);
    }
    // What was kept of all that is right.
    assert.equal(run(['check', 'drafts', '--format', 'json', '--cache-location', 'kept']).stdout, anew);
    run(update);
    assert.equal(readFileSync(path('known.json'), 'utf8'), known);
  });
});

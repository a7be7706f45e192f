import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { shardOf } from '../../../src/command-line/files/shard.ts';
import { archive } from '../../support/archive.ts';
import { inFolder, type Workplace } from '../../support/command.ts';
import { CLEAN, FLAWED } from '../../support/drafts.ts';

test('shards are the whole, none overlaps, and they differ by one at most', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer()), fc.integer({ min: 1, max: 12 }), (items, count) => {
      const shards = Array.from({ length: count }, (_, at) => shardOf(items, { index: at + 1, count }));
      assert.deepEqual(new Set(shards.flat()), new Set(items));
      assert.equal(shards.flat().length, items.length);
      const sizes = shards.map(({ length }) => length);
      assert.ok(Math.max(...sizes) - Math.min(...sizes) <= 1);
    }),
  );
});

interface Report {
  readonly files: readonly { readonly file: string }[];
}
const checked = ({ run }: Workplace, ...args: readonly string[]): Report['files'] => {
  const { stdout, stderr } = run(['check', '--format', 'json', ...args]);
  assert.equal(stderr, '');
  const report: Report = JSON.parse(stdout);
  return report.files;
};
const names = (place: Workplace, ...args: readonly string[]) => checked(place, ...args).map(({ file }) => file);

test('what all shards report is what one run reports', () => {
  inFolder({ ...archive(10), 'README.md': '# No draft\n' }, (place) => {
    const whole = checked(place);
    for (const count of [1, 3, 20]) {
      const parts = Array.from({ length: count }, (_, at) => checked(place, '--shard', `${at + 1}/${count}`));
      const all = parts.flat().sort((a, b) => (a.file < b.file ? -1 : 1));
      assert.deepEqual(all, whole);
    }
  });
});

test('a shard that there cannot be is one clear line', () => {
  inFolder({ 'a.md': CLEAN }, ({ run }) => {
    for (const shard of ['0/2', '3/2', '1', '1/0', 'a/b', '-1/2']) {
      const { stdout, stderr, status } = run(['check', `--shard=${shard}`]);
      const line = `sentinel-citations: --shard ${shard}: expected I/N, with I from 1 to N\n`;
      assert.deepEqual([stdout, stderr, status], ['', line, 2]);
    }
  });
});

const hasGit = (() => {
  try {
    execFileSync('git', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

const withoutGit = { skip: hasGit ? false : 'there is no git' };

/** A git repository in the folder, with all that is in it committed. */
function repository({ folder }: Workplace): (...args: readonly string[]) => void {
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {
      cwd: folder,
      stdio: 'pipe',
    });
  git('init', '-q', '-b', 'main');
  git('add', '.');
  git('commit', '-qm', 'All');
  return git;
}

test('only what changed since a revision is checked', withoutGit, () => {
  inFolder({ 'a.md': CLEAN, 'b ü.md': CLEAN, 'c.md': CLEAN, 'sub/d.md': CLEAN, 'e.md': CLEAN }, (place) => {
    const { path, run } = place;
    const git = repository(place);
    assert.deepEqual(names(place, '--since', 'HEAD'), []);
    assert.equal(run(['check', '--since', 'HEAD']).stdout, '✔ no drafts to check\n');
    git('checkout', '-qb', 'branch');
    writeFileSync(path('b ü.md'), FLAWED);
    git('commit', '-qam', 'One');
    writeFileSync(path('sub/d.md'), FLAWED);
    mkdirSync(path('new'));
    writeFileSync(path('new/f.md'), FLAWED);
    git('rm', '-q', 'e.md');
    assert.deepEqual(names(place, '--since', 'HEAD'), ['new/f.md', 'sub/d.md']);
    assert.deepEqual(names(place, '--since', 'main'), ['b ü.md', 'new/f.md', 'sub/d.md']);
    assert.deepEqual(names(place, '--since', 'main', 'a.md', 'sub'), ['sub/d.md']);
    git('stash', '-q');
    git('checkout', '-q', 'main');
    writeFileSync(path('c.md'), FLAWED);
    git('commit', '-qam', 'Two');
    git('checkout', '-q', 'branch');
    assert.deepEqual(
      names(place, '--since', 'main'),
      ['b ü.md', 'new/f.md'],
      'what changed elsewhere did not change here',
    );

    const line = (revision: string, env: Readonly<Record<string, string>> = {}) =>
      run(['check', `--since=${revision}`], { env }).stderr;
    assert.equal(line('none'), 'sentinel-citations: --since none: there is no such revision\n');
    assert.equal(line(''), '--since: expected a revision\n');
    assert.equal(line('--output=x'), 'sentinel-citations: --since --output=x: there is no such revision\n');
    assert.equal(line('main', { PATH: '/none' }), 'sentinel-citations: --since main: git was not found\n');
  });
  inFolder({ 'a.md': CLEAN }, ({ run, folder }) => {
    const { stderr, status } = run(['check', '--since', 'main'], { env: { GIT_CEILING_DIRECTORIES: folder } });
    assert.deepEqual(
      [stderr, status],
      ['sentinel-citations: --since main: the current folder is in no git repository\n', 2],
    );
  });
});

test('that a clone is cut off before a revision is said, and nothing is written', withoutGit, () => {
  inFolder({ 'origin/a.md': CLEAN }, (place) => {
    const origin = { ...place, folder: place.path('origin') };
    const git = repository(origin);
    writeFileSync(place.path('origin/a.md'), FLAWED);
    git('commit', '-qam', 'Flawed');
    git('clone', '-q', '--depth', '1', pathToFileURL(origin.folder).href, place.path('clone'));
    const { stdout, stderr, status } = place.run(['check', '--since', 'HEAD~1', '--format', 'json'], {
      cwd: place.path('clone'),
    });
    const line =
      'sentinel-citations: --since HEAD~1: there is no such revision in this shallow clone (git fetch --unshallow)\n';
    assert.deepEqual([stdout, stderr, status], ['', line, 2]);
  });
});

test('what was moved changed where it is now, from whichever folder one looks', withoutGit, () => {
  inFolder({ 'in/a.md': CLEAN, 'in/sub/b.md': CLEAN, 'in/sub/deep/c.md': CLEAN, 'out.md': CLEAN }, (place) => {
    const inside = { ...place, folder: place.path('in') };
    const git = repository(inside);
    mkdirSync(place.path('in/new'));
    git('mv', 'a.md', 'sub/moved.md');
    git('mv', 'sub/deep', 'new/deep');
    git('commit', '-qm', 'Moved');
    // Some have git say names from the folder that they are in.
    git('config', 'diff.relative', 'true');
    writeFileSync(place.path('in/sub/not added.md'), FLAWED);
    const from = (cwd: string, ...args: readonly string[]) =>
      place.run(['check', '--since', 'HEAD~1', '--format', 'json', ...args], { cwd: place.path(cwd) });
    const namesFrom = (...args: Parameters<typeof from>) =>
      JSON.parse(from(...args).stdout).files.map(({ file }: { file: string }) => file);
    assert.deepEqual(namesFrom('in'), ['new/deep/c.md', 'sub/moved.md', 'sub/not added.md']);
    assert.deepEqual(namesFrom('in/sub'), ['moved.md', 'not added.md']);
    assert.deepEqual(namesFrom('in/sub', '..'), ['../new/deep/c.md', 'moved.md', 'not added.md']);

    const { stderr, status } = from('in', 'sub/moved.md', '../out.md');
    const line = 'sentinel-citations: --since HEAD~1: ../out.md is not in the git repository of the current folder\n';
    assert.deepEqual([stderr, status], [line, 2]);
    assert.deepEqual(namesFrom('in', 'sub/moved.md', '../out.md'), ['sub/moved.md']);
  });
});

test('of a repository inside another one, where something changed, all is checked', withoutGit, () => {
  inFolder({ 'a.md': CLEAN }, (place) => {
    repository(place);
    for (const name of ['nested', 'nestling']) mkdirSync(place.path(name));
    const inside = { ...place, folder: place.path('nested') };
    writeFileSync(place.path('nested/b.md'), FLAWED);
    repository(inside);
    assert.deepEqual(names(place, '--since', 'HEAD'), ['nested/b.md']);
    assert.deepEqual(names(place, 'nested', '--since', 'HEAD'), ['nested/b.md']);
  });
});

test(
  'a submodule changed where a draft in it is new, changed or committed, whatever git leaves out elsewhere',
  withoutGit,
  () => {
    inFolder({ 'a.md': CLEAN, 'sub/b.md': CLEAN, 'sub/c.md': CLEAN }, (place) => {
      const inside = repository({ ...place, folder: place.path('sub') });
      const git = repository(place);
      const since = () => names(place, '--since', 'HEAD');
      for (const ignored of [null, 'all']) {
        if (ignored !== null) git('config', 'diff.ignoreSubmodules', ignored);
        assert.deepEqual(since(), []);
        writeFileSync(place.path('sub/new.md'), FLAWED);
        assert.deepEqual(since(), ['sub/b.md', 'sub/c.md', 'sub/new.md'], `new, ${ignored}`);
        inside('clean', '-qf');
        writeFileSync(place.path('sub/b.md'), FLAWED);
        assert.deepEqual(since(), ['sub/b.md', 'sub/c.md'], `changed, ${ignored}`);
        inside('commit', '-qam', 'Changed');
        assert.deepEqual(since(), ['sub/b.md', 'sub/c.md'], `committed, ${ignored}`);
        inside('reset', '-q', '--hard', 'HEAD~1');
      }
    });
  },
);

test('that git refuses a repository is said as git says it', withoutGit, () => {
  inFolder({ 'a.md': CLEAN }, (place) => {
    repository(place);
    const { stderr, status } = place.run(['check', '--since', 'HEAD'], {
      env: { GIT_TEST_ASSUME_DIFFERENT_OWNER: '1', LANGUAGE: 'de' },
    });
    assert.match(stderr, /^sentinel-citations: --since HEAD: git says: detected dubious ownership [^\n]+\n$/);
    assert.equal(status, 2);
  });
});

import assert from 'node:assert/strict';
import { readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { openBaseline } from '../../../src/command-line/drafts/baseline.ts';
import { inFolder, inFolderAsync } from '../../support/command.ts';
import { FLAWED } from '../../support/drafts.ts';
import { fixture } from '../../support/fixtures.ts';
import { reportOf } from '../../support/report.ts';

const QUIET = { stdout: '', stderr: '', status: 0 };
const CHECK = ['check', '--baseline', 'known.json', '--format', 'github', '--fail-on', 'hint'];

test('known findings are left out, wherever edits move them', () => {
  inFolder({ 'a.md': fixture('article/defects.md'), 'b/c.md': FLAWED }, ({ run, path }) => {
    assert.deepEqual(run([...CHECK, '--update-baseline']), QUIET);
    assert.deepEqual(run(CHECK), QUIET);
    writeFileSync(
      path('b/c.md'),
      `A first paragraph.\n\n${FLAWED.replaceAll('[2]', '[12]').replaceAll('[1]', '[11]')}`,
    );
    const { stdout, stderr } = run(['check', '--baseline', 'known.json', '--format', 'json', 'b']);
    const rules = JSON.parse(stdout).files[0].findings.map(({ rule }: { rule: string }) => rule);
    assert.deepEqual(
      [rules.includes('marker-unresolved'), rules.includes('citation-page-range'), stderr],
      [false, false, ''],
    );
  });
});

test('a draft may be called whatever objects have', () => {
  const names = ['constructor', 'prototype', '__proto__', 'toString'];
  inFolder(Object.fromEntries(names.map((name) => [name, FLAWED])), ({ run }) => {
    assert.deepEqual(run([...CHECK, '--update-baseline', ...names]), QUIET);
    assert.deepEqual(run([...CHECK, ...names]), QUIET);
  });
});

test('people are told how many findings were written', () => {
  inFolder({ 'a.md': FLAWED, 'b.md': FLAWED }, ({ run }) => {
    const update = ['check', '--baseline', 'known.json', '--update-baseline'];
    assert.equal(run([...update, 'a.md']).stdout, '✔ known.json: 3 findings written, from 1 draft\n');
    // It holds those of drafts that were not checked again.
    assert.equal(run([...update, 'b.md']).stdout, '✔ known.json: 6 findings written, from 1 draft\n');
    const { stdout } = run(['check', '--baseline', 'known.json']);
    assert.equal(stdout, '✔ nothing to report in 2 drafts, 6 known findings left out\n');
  });
});

test('a new finding that is like a known one is reported', () => {
  inFolder({ 'a.md': FLAWED }, ({ run, path }) => {
    run([...CHECK, '--update-baseline']);
    writeFileSync(path('a.md'), `${FLAWED}\n${FLAWED.split('\n').at(-2)?.replace('[2]', '[3]')}\n`);
    const { stdout, status } = run(CHECK);
    assert.equal(status, 1);
    assert.equal(stdout.match(/title=citation-page-range/g)?.length, 1);
  });
});

test('what is no longer there is said, and dropped by an update', () => {
  inFolder({ 'a.md': FLAWED, 'b.md': FLAWED, 'c.md': FLAWED }, ({ run, path }) => {
    run([...CHECK, '--update-baseline']);
    writeFileSync(path('a.md'), FLAWED.replace('131-158', '131–158'));
    rmSync(path('b.md'));
    const { stdout, stderr, status } = run([...CHECK, 'a.md']);
    assert.deepEqual([stdout, status], ['', 0]);
    assert.deepEqual(stderr.trimEnd().split('\n'), [
      'known.json: 1 of the findings in a.md is no longer there (--update-baseline)',
      'known.json: 3 of the findings in b.md are no longer there (--update-baseline)',
    ]);
    run([...CHECK, '--update-baseline', 'a.md']);
    assert.deepEqual(run(CHECK), QUIET);
    assert.deepEqual(Object.keys(JSON.parse(readFileSync(path('known.json'), 'utf8')).files), ['a.md', 'c.md']);
  });
});

test('a baseline is the same from every folder, and byte-identical for identical findings', () => {
  inFolder({ 'z.md': FLAWED, 'b/a.md': FLAWED }, ({ run, path }) => {
    run([...CHECK, '--update-baseline']);
    const written = readFileSync(path('known.json'), 'utf8');
    run([...CHECK, '--update-baseline', 'z.md', 'b']);
    assert.equal(readFileSync(path('known.json'), 'utf8'), written);
    assert.deepEqual(run(['check', path('b'), '--baseline', path('known.json'), '--format', 'github']), QUIET);
  });
});

test('a baseline that cannot be used is one clear line', () => {
  inFolder({ 'a.md': FLAWED, 'broken.json': '{', 'other.json': '{"files":[]}' }, ({ run }) => {
    const linesOf = (...args: readonly string[]) => {
      const { stdout, stderr, status } = run(['check', 'a.md', ...args]);
      assert.deepEqual([stdout, status], ['', 2]);
      return stderr;
    };
    assert.equal(linesOf('--baseline', 'none.json'), 'none.json: there is no such file; --update-baseline makes it\n');
    for (const name of ['broken.json', 'other.json'])
      assert.equal(
        linesOf('--baseline', name),
        `${name}: Unexpected content, expected what --update-baseline writes\n`,
      );
    assert.match(linesOf('--update-baseline'), /^\S*.*expected --baseline FILE as well\n$/);
  });
});

test('runs that write one baseline at once, each of its own drafts, keep what the others wrote', async () => {
  await inFolderAsync({ 'a.md': FLAWED, 'b.md': FLAWED, 'c.md': FLAWED }, async ({ path }) => {
    const names = ['a.md', 'b.md', 'c.md'];
    const runs = await Promise.all(names.map(() => openBaseline(path('known.json'), true)));
    for (const [at, run] of runs.entries()) {
      const draft = path(names[at] ?? '');
      const { findings } = reportOf(draft, FLAWED);
      run.note(draft, run.unknown(draft, FLAWED, findings).keys);
    }
    const written = await Promise.all(runs.map((run) => run.update()));
    assert.deepEqual(
      written.sort((a, b) => a - b),
      [3, 6, 9],
    );
    assert.deepEqual(Object.keys(JSON.parse(readFileSync(path('known.json'), 'utf8')).files), names);
    assert.deepEqual(readdirSync(path('.')).sort(), [...names, 'known.json'].sort());
  });
});

test('a run that was killed while it wrote a baseline keeps no other from it', async () => {
  await inFolderAsync({ 'a.md': FLAWED, 'known.json.lock': '' }, async ({ path }) => {
    const longAgo = new Date(Date.now() - 60_000);
    utimesSync(path('known.json.lock'), longAgo, longAgo);
    await (await openBaseline(path('known.json'), true)).update();
    assert.deepEqual(readdirSync(path('.')).sort(), ['a.md', 'known.json']);
  });
});

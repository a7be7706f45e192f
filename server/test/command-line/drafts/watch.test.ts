import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { archive } from '../../support/archive.ts';
import { inFolderAsync } from '../../support/command.ts';
import { CLEAN, FLAWED } from '../../support/drafts.ts';

const VOCABULARY = 'people:\n  - id: roy\n    prefLabel: Ben Roy\n    hiddenLabels: [Ben Rye]\n';

test('a watch checks again what changes, appears and goes, until it is told to end', async () => {
  const files = { 'drafts/a.md': CLEAN, 'drafts/sub/b.md': CLEAN, 'v.yaml': VOCABULARY };
  await inFolderAsync(files, async ({ start, path }) => {
    const watching = start(['check', 'drafts', '--watch', '--vocabulary', 'v.yaml', '--format', 'github']);
    /** The rules that are reported after a change, for each file. */
    const after = async (change: () => void) => {
      const before = watching.stdout().length;
      const runs = watching.stderr().split('waiting').length;
      change();
      await watching.until(() => watching.stderr().split('waiting').length > runs);
      await watching.settled();
      const said = watching.stdout().slice(before);
      const last = said.split('\n').filter(Boolean);
      return [...new Set(last.map((line) => /file=([^,]+),.*title=([^:]+)::/.exec(line)?.slice(1).join(' ') ?? line))];
    };
    assert.deepEqual(await after(() => {}), []);
    assert.deepEqual(await after(() => writeFileSync(path('drafts/a.md'), CLEAN.replace('[2]', '[3]'))), [
      'drafts/a.md marker-unresolved',
      'drafts/a.md citation-unused',
    ]);
    assert.deepEqual(await after(() => rmSync(path('drafts/a.md'))), []);
    const more = await after(() => {
      mkdirSync(path('drafts/new/deep'), { recursive: true });
      writeFileSync(path('drafts/new/deep/c.md'), FLAWED);
    });
    assert.ok(more.includes('drafts/new/deep/c.md marker-unresolved'), more.join('\n'));
    const off = 'rules: { marker-unresolved: off, citation-quotes: off, citation-page-range: off }\n';
    // Above what is watched, and where there was none.
    assert.deepEqual(await after(() => writeFileSync(path('.sentinel-citations.yaml'), off)), []);
    assert.deepEqual(
      await after(() => {
        writeFileSync(path('drafts/sub/b.tmp'), CLEAN.replace('Its rival', 'Ben Rye'));
        renameSync(path('drafts/sub/b.tmp'), path('drafts/sub/b.md'));
      }),
      ['drafts/sub/b.md name-variant'],
    );
    assert.deepEqual(await after(() => writeFileSync(path('v.yaml'), VOCABULARY.replace('Rye', 'Ray'))), []);
    assert.deepEqual(await watching.end('SIGINT'), { status: 0, signal: null });
  });
});

test('a watch goes on after what cannot be done, and writes no file that it watches', async () => {
  await inFolderAsync({ 'a.md': CLEAN }, async ({ start, path }) => {
    const watching = start(['check', '.', '--watch', '--output', 'found.md']);
    const runs = () => watching.stderr().split('waiting').length - 1;
    await watching.until(() => runs() === 1);
    rmSync(path('a.md'));
    await watching.until(() => /there are no drafts here/.test(watching.stderr()));
    await watching.until(() => runs() === 2);
    writeFileSync(path('a.md'), FLAWED);
    await watching.until(() => runs() === 3);
    await watching.settled();
    assert.equal(runs(), 3);
    assert.deepEqual(await watching.end('SIGTERM'), { status: 0, signal: null });
  });
});

test('folders that make way for others of the same name are watched as before', async () => {
  await inFolderAsync({ 'drafts/sub/a.md': CLEAN }, async ({ start, path }) => {
    // Without a configuration, nothing but the drafts has to be watched.
    const watching = start(['check', 'drafts', '--watch', '--no-config', '--format', 'github']);
    const runs = () => watching.stderr().split('waiting').length - 1;
    await watching.until(() => runs() === 1);
    for (const gone of ['drafts/sub', 'drafts']) {
      // As when another branch is checked out.
      if (gone === 'drafts') renameSync(path(gone), path('old'));
      else rmSync(path(gone), { recursive: true });
      mkdirSync(path('drafts/sub'), { recursive: true });
      writeFileSync(path('drafts/sub/a.md'), CLEAN);
      await watching.settled();
      const before = watching.stdout().length;
      writeFileSync(path('drafts/sub/a.md'), FLAWED);
      await watching.until(() => watching.stdout().length > before);
      assert.match(watching.stdout().slice(before), /^::error file=drafts\/sub\/a\.md,/);
      await watching.settled();
    }
    await watching.end('SIGINT');
  });
});

test('what a baseline holds is read again when it changes', async () => {
  await inFolderAsync({ 'drafts/a.md': FLAWED }, async ({ start, run, path }) => {
    const known = ['--baseline', 'known.json'];
    writeFileSync(path('known.json'), '{ "schemaVersion": 1, "files": {} }');
    const watching = start(['check', 'drafts', '--watch', ...known]);
    await watching.until(() => /1 error, 1 warning/.test(watching.stdout()));
    run(['check', 'drafts', ...known, '--update-baseline']);
    await watching.until(() => /3 known findings left out/.test(watching.stdout()));
    await watching.end('SIGINT');
  });
});

test('what git ignores is asked again when it changes above what is watched', async () => {
  await inFolderAsync({ 'drafts/a.md': FLAWED, '.git/HEAD': 'ref: refs/heads/main\n' }, async ({ start, path }) => {
    const watching = start(['check', 'drafts', '--watch', '--format', 'github']);
    await watching.until(() => /waiting/.test(watching.stderr()));
    writeFileSync(path('.gitignore'), 'drafts/a.md\n');
    await watching.until(() => /there are no drafts here/.test(watching.stderr()));
    await watching.end('SIGINT');
  });
});

test('a watch that is told to end in the middle of a run ends there, and leaves nothing unfinished', async () => {
  await inFolderAsync(archive(400), async ({ start, path }) => {
    writeFileSync(path('found.json'), 'what was there before');
    const watching = start(['check', '--watch', '--format', 'json', '--output', 'found.json']);
    const unfinished = () => readdirSync(path('.')).filter((name) => name.startsWith('found.json.'));
    await watching.until(() => unfinished().length > 0 || /waiting/.test(watching.stderr()));
    assert.deepEqual(await watching.end('SIGINT'), { status: 0, signal: null });
    assert.equal(watching.stderr(), '');
    assert.deepEqual(unfinished(), []);
    assert.ok(existsSync(path('found.json')));
  });
});

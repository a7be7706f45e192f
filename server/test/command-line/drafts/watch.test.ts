import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { archive } from '../../support/archive.ts';
import { inFolderAsync } from '../../support/command.ts';
import { CLEAN, FLAWED } from '../../support/drafts.ts';

const VOCABULARY = 'people:\n  - id: roy\n    prefLabel: Ben Roy\n    hiddenLabels: [Ben Rye]\n';
const noLinks = { skip: process.platform === 'win32' && 'Windows lets few users make symbolic links' };

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

test('runs of a watch that fail leave nothing behind', async () => {
  await inFolderAsync({ 'a.md': CLEAN, 'b.md': CLEAN }, async ({ start, path }) => {
    const watching = start(['check', '.', '--watch', '--output', 'a.md']);
    const runs = () => watching.stderr().split('waiting').length - 1;
    // More than Node lets listen to one event without a word.
    for (let run = 1; run <= 12; run++) {
      await watching.until(() => runs() >= run);
      assert.deepEqual(readdirSync(path('.')), ['a.md', 'b.md']);
      writeFileSync(path('b.md'), `${CLEAN}${'\n'.repeat(run)}`);
    }
    assert.match(watching.stderr(), /^--output: expected another file than a\.md, which is read$/m);
    assert.doesNotMatch(watching.stderr(), /MaxListeners/);
    await watching.end('SIGTERM');
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

for (const named of ['top/drafts', 'top/drafts/*.md', 'top/drafts/a.md']) {
  test(`${named} is watched as before when folders on the way to it go and come back`, async () => {
    await inFolderAsync({ 'top/drafts/a.md': CLEAN }, async ({ start, path }) => {
      const watching = start(['check', named, '--watch', '--no-config', '--format', 'github']);
      const misses = () => watching.stderr().split(/there (?:is no such file|are no drafts)/).length - 1;
      await watching.until(() => /waiting/.test(watching.stderr()));
      const goings = [
        () => rmSync(path('top/drafts'), { recursive: true }),
        () => rmSync(path('top'), { recursive: true }),
        () => renameSync(path('top'), path('old')),
      ];
      for (const go of goings) {
        const before = misses();
        go();
        await watching.until(() => misses() > before);
        await watching.settled();
        mkdirSync(path('top/drafts'), { recursive: true });
        // For longer than one run takes, there is nothing but the folder.
        await watching.settled();
        const written = watching.stdout().length;
        writeFileSync(path('top/drafts/a.md'), FLAWED);
        await watching.until(() => watching.stdout().length > written);
        assert.match(watching.stdout().slice(written), /^::error file=top\/drafts\/a\.md,/);
      }
      await watching.end('SIGINT');
    });
  });
}

test('what symbolic links lead to is watched, folders on the way to it as well', noLinks, async () => {
  const files = { 'texts/a.md': CLEAN, 'other/a.md': CLEAN, 'links/b.md': CLEAN, 'shared/style.yaml': '' };
  await inFolderAsync(files, async ({ start, path }) => {
    symlinkSync('links/a.md', path('a.md'));
    symlinkSync('../folder/a.md', path('links/a.md'));
    symlinkSync('texts', path('folder'));
    symlinkSync('shared/style.yaml', path('.sentinel-citations.yaml'));
    const watching = start(['check', 'a.md', '--watch', '--format', 'github']);
    await watching.until(() => /waiting/.test(watching.stderr()));
    const after = async (change: () => void, stream: 'stdout' | 'stderr', expected: RegExp) => {
      const written = watching[stream]().length;
      change();
      await watching.until(() => expected.test(watching[stream]().slice(written)));
      await watching.settled();
    };
    await after(() => writeFileSync(path('texts/a.md'), FLAWED), 'stdout', /marker-unresolved/);
    await after(
      () => writeFileSync(path('shared/style.yaml'), 'rules: 1\n'),
      'stderr',
      /^\.sentinel-citations\.yaml:1/m,
    );
    await after(() => writeFileSync(path('shared/style.yaml'), ''), 'stdout', /marker-unresolved/);
    await after(() => rmSync(path('texts'), { recursive: true }), 'stderr', /^a\.md: /m);
    mkdirSync(path('texts'));
    await watching.settled();
    await after(() => writeFileSync(path('texts/a.md'), FLAWED), 'stdout', /marker-unresolved/);
    symlinkSync('other', path('new'));
    await after(() => renameSync(path('new'), path('folder')), 'stderr', /waiting/);
    await after(() => writeFileSync(path('other/a.md'), FLAWED), 'stdout', /marker-unresolved/);
    await watching.end('SIGINT');
  });
});

test('a watch outlives symbolic links that go in a circle', noLinks, async () => {
  await inFolderAsync({}, async ({ start, path }) => {
    symlinkSync('b.md', path('a.md'));
    symlinkSync('a.md/../a.md', path('b.md'));
    const watching = start(['check', 'a.md', 'a.md/*.md', '--watch', '--no-config', '--format', 'github']);
    await watching.until(() => /waiting/.test(watching.stderr()));
    rmSync(path('b.md'));
    writeFileSync(path('b.md'), FLAWED);
    await watching.until(() => /::error file=a\.md/.test(watching.stdout()));
    assert.deepEqual(await watching.end('SIGINT'), { status: 0, signal: null });
  });
});

test('beside a draft that is named, whatever it is called, no other is watched', async () => {
  await inFolderAsync({ 'a.txt': CLEAN, 'b.md': CLEAN }, async ({ start, path }) => {
    const watching = start(['check', 'a.txt', '--watch', '--no-config']);
    const runs = () => watching.stderr().split('waiting').length - 1;
    await watching.until(() => runs() === 1);
    writeFileSync(path('b.md'), FLAWED);
    await watching.settled();
    assert.equal(runs(), 1);
    writeFileSync(path('a.txt'), FLAWED);
    await watching.until(() => runs() > 1);
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

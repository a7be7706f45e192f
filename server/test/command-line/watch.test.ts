import assert from 'node:assert/strict';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { inFolderAsync } from '../support/command.ts';
import { CLEAN, FLAWED } from '../support/drafts.ts';

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

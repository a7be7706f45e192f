import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { applyPatch } from 'diff';
import { writeDraft } from '../../../src/command-line/files/write.ts';
import { inFolder } from '../../support/command.ts';
import { CLEAN, FLAWED } from '../../support/drafts.ts';
import { fixture } from '../../support/fixtures.ts';

const MENDED = FLAWED.replace('131-158', '131–158');

test('fix mends what is safe, says so, and leaves the rest', () => {
  inFolder({ 'a.md': FLAWED, 'b.md': CLEAN }, ({ run, path }) => {
    const { status, stdout, stderr } = run(['fix', '.']);
    assert.deepEqual([status, stderr], [0, '']);
    assert.match(
      stdout,
      /^a\.md\n {2}✔ Replace “131-158” with “131–158” {2}citation-page-range\n\n✔ 1 fix in 1 draft\n$/,
    );
    assert.equal(readFileSync(path('a.md'), 'utf8'), MENDED);
    assert.equal(readFileSync(path('b.md'), 'utf8'), CLEAN);
    assert.equal(run(['fix', '.']).stdout, '✔ nothing to mend in 2 drafts\n');
    assert.equal(readFileSync(path('a.md'), 'utf8'), MENDED);
  });
});

test('check counts nothing that fix leaves alone', () => {
  inFolder({ 'a.md': FLAWED.replace(/^\[/gm, '> [') }, ({ run }) => {
    const { stdout } = run(['check', 'a.md']);
    assert.match(stdout, /maybe: Replace “131-158” with “131–158”/);
    assert.doesNotMatch(stdout, /can be mended/);
    assert.equal(run(['fix', 'a.md']).stdout, '✔ nothing to mend in 1 draft\n');
  });
});

const SHAPES: Readonly<Record<string, (text: string) => string>> = {
  'CRLF line endings': (text) => text.replaceAll('\n', '\r\n'),
  'CR line endings': (text) => text.replaceAll('\n', '\r'),
  'a byte order mark': (text) => `\uFEFF${text}`,
  'no final newline': (text) => text.trimEnd(),
  'several final newlines': (text) => `${text}\n\n\n`,
  'characters outside of the plane': (text) => text.replace('# A', '# 😀 \u0000 A'),
};

for (const [name, shape] of Object.entries(SHAPES)) {
  test(`fix keeps ${name}`, () => {
    inFolder({ 'a.md': shape(FLAWED) }, ({ run, path }) => {
      assert.equal(run(['fix', 'a.md']).status, 0);
      assert.equal(readFileSync(path('a.md'), 'utf8'), shape(MENDED));
    });
  });
}

test('fix keeps permissions, follows symbolic links, and leaves no other file behind', () => {
  inFolder({ 'a.md': FLAWED }, ({ run, path, folder }) => {
    chmodSync(path('a.md'), 0o640);
    symlinkSync('a.md', path('link.md'));
    assert.equal(run(['fix', 'link.md']).status, 0);
    assert.equal(readFileSync(path('a.md'), 'utf8'), MENDED);
    assert.equal(statSync(path('a.md')).mode & 0o777, 0o640);
    assert.ok(lstatSync(path('link.md')).isSymbolicLink());
    assert.deepEqual(readdirSync(folder), ['a.md', 'link.md']);
  });
});

test('a file without anything to mend is not written', () => {
  inFolder({ 'a.md': CLEAN }, ({ run, path }) => {
    const before = statSync(path('a.md'));
    run(['fix', 'a.md']);
    const after = statSync(path('a.md'));
    assert.deepEqual([after.mtimeMs, after.ino], [before.mtimeMs, before.ino]);
  });
});

test('a file that changed since it was read is not overwritten', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sentinel-citations-'));
  const path = join(folder, 'a.md');
  await writeFile(path, 'Somebody else wrote this.');
  await assert.rejects(writeDraft(path, FLAWED, MENDED), /changed in the meantime/);
  assert.equal(await readFile(path, 'utf8'), 'Somebody else wrote this.');
  await rm(folder, { recursive: true });
});

test('invalid UTF-8 is not rewritten', () => {
  const bytes = Buffer.concat([Buffer.from(FLAWED), Buffer.from([0xe2, 0x82])]);
  inFolder({ 'a.md': bytes }, ({ run, path }) => {
    const { status, stderr } = run(['fix', 'a.md']);
    assert.deepEqual(
      [status, stderr],
      [2, `a.md: invalid UTF-8 on line 10, at byte ${bytes.length - 2}: save it as UTF-8\n`],
    );
    assert.ok(readFileSync(path('a.md')).equals(bytes));
  });
});

test('standard input is mended to standard output', () => {
  inFolder({}, ({ run }) => {
    for (const text of [FLAWED, CLEAN, '']) {
      const { status, stdout } = run(['fix', '-'], { input: text });
      assert.deepEqual([status, stdout], [0, text.replace('131-158', '131–158')]);
    }
  });
});

const hasPatch = spawnSync('patch', ['--version']).status === 0;

for (const [name, shape] of Object.entries({ 'as they are': (text: string) => text, ...SHAPES })) {
  test(`the diff of a dry run applies to drafts with ${name}`, () => {
    const before = shape(fixture('article/defects.md'));
    inFolder({ 'drafts/a.md': before, 'drafts/b c.md': shape(FLAWED) }, ({ run, path, folder }) => {
      const { status, stdout } = run(['fix', '--dry-run', 'drafts']);
      assert.equal(status, 0);
      assert.equal(readFileSync(path('drafts/a.md'), 'utf8'), before);
      const [first = ''] = stdout.split(/^(?=--- a\/drafts\/b)/m);
      const patched = applyPatch(before, first);
      if (hasPatch) {
        const { status: applied, stdout: said } = spawnSync('patch', ['-p1', '--binary'], {
          cwd: folder,
          input: stdout,
        });
        assert.equal(applied, 0, String(said));
        assert.equal(run(['fix', 'drafts']).stdout, '✔ nothing to mend in 2 drafts\n');
        assert.equal(readFileSync(path('drafts/a.md'), 'utf8'), patched);
      }
    });
  });
}

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import fc from 'fast-check';
import { archive } from '../support/archive.ts';
import { inFolder, inFolderAsync } from '../support/command.ts';
import { FLAWED } from '../support/drafts.ts';

const MANY = 1000;
const MENDED = FLAWED.replace('131-158', '131–158');

test('whatever is wrong with some drafts, all others are checked, and each trouble is one line', () => {
  const good = { ...archive(MANY), 'huge.md': hugeDraft(20_000_000) };
  const files = { ...good, 'wrong/latin.md': Buffer.from('caf\xe9.[1]\n', 'latin1'), 'wrong/folder.md/keep.txt': '' };
  inFolder(files, ({ path, run }) => {
    symlinkSync('circle.md', path('wrong/circle.md'));
    symlinkSync('gone.md', path('wrong/nowhere.md'));
    symlinkSync(path('.'), path('wrong/round'));
    const paths = ['.', 'wrong/folder.md', 'wrong/none.md'];
    const { stdout, stderr, status } = run(['check', '--format', 'json', '--quiet', ...paths]);
    assert.equal(status, 2);
    assert.deepEqual(stderr.trimEnd().split('\n').sort(), [
      'wrong/circle.md: its symbolic links go in a circle',
      'wrong/folder.md: there are no drafts here',
      'wrong/latin.md: invalid UTF-8 on line 1, at byte 3: save it as UTF-8',
      'wrong/none.md: there is no such file or folder',
      'wrong/nowhere.md: there is no such file or folder',
    ]);
    const report: { files: { file: string }[]; summary: { skipped: number } } = JSON.parse(stdout);
    assert.deepEqual(report.files.map(({ file }) => file).sort(), Object.keys(good).sort());
    assert.equal(report.summary.skipped, 0);
  });
});

/** A draft of so many bytes, with as many citations as fit in it. */
function hugeDraft(bytes: number): string {
  const claim = (number: number) => `The group numbered ${number} split from its rival in that year.[${number}]\n\n`;
  const entry = (number: number) => `[${number}] Ann Lee, “Split ${number},” Survival 58:4 (2016): pp. 131–158.\n\n`;
  const numbers = Array.from({ length: Math.ceil(bytes / 140) }, (_, index) => index + 1);
  return `${numbers.map(claim).join('')}## Citations\n\n${numbers.map(entry).join('')}`;
}

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

test('two that mend at once leave drafts as one leaves them', async () => {
  const flawed = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`drafts/${index}.md`, FLAWED]));
  await inFolderAsync(flawed, async ({ path, start }) => {
    const both = [start(['fix', 'drafts']), start(['fix', 'drafts'])];
    await Promise.all(both.map((one) => one.ended()));
    // Who comes second finds the draft mended, or as it is being changed, and leaves it.
    for (const one of both)
      assert.match(one.stderr(), /^(?:drafts\/\d+\.md: the file was changed in the meantime.*\n)*$/);
    assert.deepEqual(
      readdirSync(path('drafts')).sort(),
      Object.keys(flawed)
        .map((name) => name.slice(7))
        .sort(),
    );
    for (const name of Object.keys(flawed)) assert.equal(readFileSync(path(name), 'utf8'), MENDED);
  });
});

test('killed at any moment, the command leaves nothing half-written', async () => {
  const flawed = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`drafts/${index}.md`, FLAWED]));
  await inFolderAsync(flawed, async ({ path, run, start }) => {
    const before = performance.now();
    run(['check', 'drafts', '--baseline', 'known.json', '--update-baseline']);
    /** Milliseconds that the three below take together, about. */
    const whole = 2 * (performance.now() - before);
    const known = readFileSync(path('known.json'), 'utf8');
    const anew = run(['check', 'drafts', '--format', 'json']).stdout;
    const check = ['check', 'drafts', '--format', 'json', '--cache-location', 'kept', '--output', 'found.json'];
    const update = ['check', 'drafts', '--baseline', 'known.json', '--update-baseline'];
    const moment = fc.double({ min: 0, max: 1.2, noNaN: true });
    const signal = fc.constantFrom<NodeJS.Signals>('SIGKILL', 'SIGKILL', 'SIGTERM', 'SIGINT');
    await fc.assert(
      fc.asyncProperty(moment, signal, async (part, by) => {
        writeFileSync(path('found.json'), 'what was there before');
        for (const name of Object.keys(flawed)) writeFileSync(path(name), FLAWED);
        rmSync(path('kept'), { recursive: true, force: true });
        const running = [start(check), start(update), start(['fix', 'drafts'])];
        await setTimeout(part * whole);
        await Promise.all(running.map((one) => one.end(by)));

        const found = readFileSync(path('found.json'), 'utf8');
        if (found !== 'what was there before') JSON.parse(found);
        JSON.parse(readFileSync(path('known.json'), 'utf8'));
        for (const name of Object.keys(flawed)) {
          const text = readFileSync(path(name), 'utf8');
          assert.ok(text === FLAWED || text === MENDED, name);
        }
        const kept = existsSync(path('kept')) ? readdirSync(path('kept')) : [];
        for (const name of kept.filter((file) => file.endsWith('.json'))) {
          JSON.parse(
            readFileSync(path(`kept/${name}`), 'utf8')
              .split('\n')
              .slice(1)
              .join('\n'),
          );
        }
        // Who is asked to end, and not made to, takes away what is not finished.
        const strays = [...strayIn(readdirSync(path('.'))), ...readdirSync(path('drafts')).filter(isNoDraft)];
        if (by !== 'SIGKILL') assert.deepEqual(strays, []);
        for (const name of readdirSync(path('drafts')).filter(isNoDraft)) rmSync(path(`drafts/${name}`));
        for (const name of strayIn(readdirSync(path('.')))) rmSync(path(name));
        // What was kept of all that is right.
        for (const name of Object.keys(flawed)) writeFileSync(path(name), FLAWED);
        assert.equal(run(['check', 'drafts', '--format', 'json', '--cache-location', 'kept']).stdout, anew);
      }),
      { numRuns: 12, endOnFailure: true },
    );
    run(update);
    assert.equal(readFileSync(path('known.json'), 'utf8'), known);
  });
});

/** Files beside those that are meant to be there. */
function strayIn(names: readonly string[]): readonly string[] {
  return names.filter((name) => !['drafts', 'kept', 'known.json', 'found.json'].includes(name));
}

function isNoDraft(name: string): boolean {
  return !name.endsWith('.md');
}

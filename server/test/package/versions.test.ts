import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import manifest from '../../../package.json' with { type: 'json' };
import { archive } from '../support/archive.ts';
import { inFolder } from '../support/command.ts';

/** The packed file, installed by npm in a folder of its own, on every line of Node that it says it runs on. */

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
/** The first that is supported, the last of the line between, and the one that development runs on. */
const VERSIONS = ['20.19.5', '22.23.3', manifest.devDependencies.node];
/** What the npm package `node` brings: a package for each platform. */
const PLATFORM = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;

/** What another program imports. */
const LIBRARY = `
import { analyse, defaultVocabulary } from 'sentinel-citations';
import { remarkSentinelCitations } from 'sentinel-citations/remark';
const { findings } = analyse('Text.\\n\\n## Citations\\n\\n[1] Ann Lee, “A,” B, May 3, 2016.\\n', { vocabulary: defaultVocabulary() });
console.log(findings.map(({ rule }) => rule).join(), typeof remarkSentinelCitations());
`;

const folder = mkdtempSync(join(tmpdir(), 'sentinel-citations-'));
const program = join(folder, 'node_modules/sentinel-citations/dist/cli.js');
const npm = (...args: readonly string[]) =>
  spawnSync('npm', [...args, '--no-audit', '--no-fund', '--ignore-scripts'], {
    cwd: folder,
    encoding: 'utf8',
    timeout: 120_000,
  });

before(() => {
  const packed = spawnSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  const [{ filename }] = JSON.parse(packed.stdout);
  const { status, stderr } = npm('install', '--offline', `./${filename}`);
  assert.equal(status, 0, stderr);
});
after(() => rmSync(folder, { recursive: true, force: true }));

for (const version of VERSIONS) {
  test(`the packed program checks an archive on Node ${version}`, (context) => {
    const node = version === process.versions.node ? process.execPath : install(version);
    if (node === null) return context.skip(`Node ${version} cannot be installed here`);
    inFolder(archive(12), (place) => {
      const run = (...args: readonly string[]) =>
        spawnSync(node, [program, ...args], {
          cwd: place.folder,
          // What it keeps goes with the rest.
          env: { ...process.env, XDG_CACHE_HOME: folder, LOCALAPPDATA: folder, HOME: folder },
          encoding: 'utf8',
          timeout: 60_000,
        });
      assert.equal(run('--version').stdout, `${manifest.version}\n`);
      const imported = spawnSync(node, ['--input-type=module', '--eval', LIBRARY], { cwd: folder, encoding: 'utf8' });
      assert.deepEqual([imported.stdout, imported.stderr], ['citation-unused function\n', '']);
      for (const args of [
        ['check'],
        ['check', '--format', 'sarif', '--workers', '2'],
        ['check', '--format', 'json', '--cache-location', 'kept'],
        ['check', '--format', 'json', '--cache-location', 'kept'],
        ['rules', 'ibid-ambiguous'],
        ['fix', '--dry-run'],
      ]) {
        const { stdout, stderr, status } = run(...args);
        assert.deepEqual({ stdout, stderr, status }, place.run(args), args.join(' '));
      }
    });
  });
}

/** Installs a version of Node beside the program; null where there is no network. */
function install(version: string): string | null {
  const name = `node-${version}`;
  const { status } = npm('install', '--no-save', `${name}@npm:${PLATFORM}@${version}`);
  if (status !== 0) return null;
  return join(folder, 'node_modules', name, process.platform === 'win32' ? 'bin/node.exe' : 'bin/node');
}

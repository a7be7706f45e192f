import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { packageExtension } from './package.ts';
import { ROOT, SCRATCH, setUpHost } from './set-up.ts';

/**
 * Runs the suite in a real VS Code: from the sources, from the packaged extension, in the extension host of a browser,
 * and another suite in a workspace that is not trusted. `VSCODE` names a `code` of one's own to run the first two in;
 * it is the npm VS Code otherwise.
 */

const SUITE = join(SCRATCH, 'suite.cjs');
const RESTRICTED = join(SCRATCH, 'restricted.cjs');
const WORKSPACE = join(SCRATCH, 'workspace');
const PACKAGE = join(SCRATCH, 'sentinel-citations.vsix');
/** Tests of an installed extension need one under development: it is empty. */
const EMPTY = join(SCRATCH, 'empty');
const WEB = join(SCRATCH, 'web');
const CODE_HOST = join(ROOT, 'client/test/host/code-host.ts');

// The stand-in for VS Code and npm run on this Node too.
process.env['PATH'] = `${dirname(process.execPath)}${delimiter}${process.env['PATH']}`;
const own = process.env['VSCODE'];
await setUpHost();
await build({
  entryPoints: {
    suite: join(ROOT, 'client/test/suite/index.ts'),
    restricted: join(ROOT, 'client/test/suite/restricted.ts'),
  },
  outdir: SCRATCH,
  outExtension: { '.js': '.cjs' },
  bundle: true,
  format: 'cjs',
  platform: 'browser',
  external: ['vscode'],
  logLevel: 'warning',
});
await mkdir(EMPTY, { recursive: true });
await writeFile(
  join(EMPTY, 'package.json'),
  JSON.stringify({ name: 'empty', publisher: 'none', version: '0.0.0', engines: { vscode: '*' } }),
);
await packageExtension(PACKAGE);

const only = process.argv.slice(2);
let failed = 0;
await inVsCode('sources', ROOT, [], own);
await inVsCode('package', EMPTY, [`--install-extension=${PACKAGE}`], own);
await inVsCode('web', await webExtension(), [], CODE_HOST, join(WEB, 'suite.cjs'));
// The runner tells any VS Code to trust everything; the stand-in can be told otherwise.
await inVsCode('restricted', ROOT, ['--restricted'], CODE_HOST, RESTRICTED);
process.exitCode = failed > 0 ? 1 : 0;

/** The extension without its entry for Node: VS Code then runs it, and its tests, in the browser. */
async function webExtension(): Promise<string> {
  const { main: _main, ...manifest } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'));
  await rm(WEB, { recursive: true, force: true });
  for (const part of ['dist', 'docs', 'syntaxes', 'client/media', 'client/snippets', 'client/walkthrough'])
    await cp(join(ROOT, part), join(WEB, part), { recursive: true });
  await writeFile(join(WEB, 'package.json'), JSON.stringify(manifest));
  // Tests run where the extension runs that they are a part of.
  await cp(SUITE, join(WEB, 'suite.cjs'));
  return WEB;
}

async function inVsCode(
  name: string,
  extensionDevelopmentPath: string,
  options: readonly string[],
  vscodeExecutablePath = CODE_HOST,
  extensionTestsPath = SUITE,
): Promise<void> {
  if (only.length > 0 && !only.includes(name)) return;
  const started = performance.now();
  console.log(`\n${name}:`);
  await rm(WORKSPACE, { recursive: true, force: true });
  await cp(join(ROOT, 'client/test/workspace'), WORKSPACE, { recursive: true });
  try {
    await runTests({
      vscodeExecutablePath,
      extensionDevelopmentPath,
      extensionTestsPath,
      launchArgs: [join(WORKSPACE, 'two-roots.code-workspace'), ...options],
    });
  } catch (error) {
    failed += 1;
    console.log(error instanceof Error ? error.message : error);
  }
  console.log(`${((performance.now() - started) / 1000).toFixed(1)} s`);
}

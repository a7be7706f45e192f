import { spawn } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
/** What is made for tests in VS Code; git ignores it. */
export const SCRATCH = join(ROOT, '.vscode-test');
export const HOST = join(SCRATCH, 'host');
const VS_CODE = join(HOST, 'node_modules/code-server/lib/vscode');
export const SERVER = join(VS_CODE, 'out/server-main.js');

/** A whole VS Code and a browser to show it in, as npm has them: nothing is compiled, nothing comes from elsewhere. */
const PACKAGES = { 'code-server': '4.139.1', 'playwright-core': '1.65.1', '@sparticuz/chromium': '147.0.0' };
const STAMP = join(HOST, 'complete.json');
const NPM_OPTIONS = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-progress', '--loglevel=error'];
/** Milliseconds. */
const NPM_LIMIT = 300_000;

/**
 * Installs the VS Code that tests run in, once for each set of versions; takes a minute or two.
 *
 * @throws when npm cannot, as without a network
 */
export async function setUpHost(): Promise<void> {
  const wanted = JSON.stringify(PACKAGES);
  if ((await readFile(STAMP, 'utf8').catch(() => '')) === wanted) return;
  console.log(`Installing a VS Code into ${HOST}, once; this takes a minute or two …`);
  await rm(HOST, { recursive: true, force: true });
  await mkdir(HOST, { recursive: true });
  await writeFile(join(HOST, 'package.json'), JSON.stringify({ private: true, dependencies: PACKAGES }));
  await npmInstall(HOST);
  // VS Code ships in its package without what it depends on.
  await npmInstall(VS_CODE, '--omit=dev');
  await npmInstall(join(VS_CODE, 'extensions'), '--omit=dev');
  await writeFile(STAMP, wanted);
}

function npmInstall(folder: string, ...options: string[]): Promise<void> {
  return new Promise((settle, fail) => {
    const npm = spawn('npm', ['install', ...NPM_OPTIONS, ...options], {
      cwd: folder,
      stdio: ['ignore', 'inherit', 'inherit'],
      timeout: NPM_LIMIT,
    });
    npm.on('error', fail);
    npm.on('close', (code) =>
      code === 0 ? settle() : fail(new Error(`The VS Code could not be installed: npm ended with ${code}.`)),
    );
  });
}

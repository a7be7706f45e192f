#!/usr/bin/env node
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Backend, startBackend } from './backend.ts';
import { type Browser, type Page, startBrowser } from './browser.ts';

/**
 * Stands in for VS Code's `code`: takes the arguments that @vscode/test-electron passes, runs the tests in the
 * workbench of the npm VS Code, prints what they log, and ends with their code.
 */

const { values, positionals } = parseArgs({
  options: {
    extensionDevelopmentPath: { type: 'string' },
    extensionTestsPath: { type: 'string' },
    'install-extension': { type: 'string', multiple: true },
    restricted: { type: 'boolean' },
  },
  strict: false,
  allowPositionals: true,
});
const workspace = positionals[0];
/** The workspace is not trusted until the tests open the editor that asks for it. */
const restricted = values.restricted === true;
/** Milliseconds that a run of the tests may take. */
const LIMIT = 300_000;
/** Of VS Code's own: what it lacks here, and what it cannot reach. */
const NOISE =
  /^\[|^%c|^Canceled|^CodeExpectedError|ENOTFOUND|bindings file|native-watchdog|Creating a socket|connection token|is already registered|authentication provider/;

let backend: Backend | undefined;
let browser: Browser | undefined;
try {
  backend = await startBackend({ install: texts(values['install-extension']), restricted });
  browser = await startBrowser();
  process.exitCode = await runTests(browser, backend.authority);
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  await browser?.close();
  await backend?.stop();
}

async function runTests(browser: Browser, authority: string): Promise<number> {
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  const remote = (path: string) => `vscode-remote://${authority}${resolve(path)}`;
  const payload: [string, string][] = [['skipWelcome', 'true']];
  for (const key of ['extensionDevelopmentPath', 'extensionTestsPath'] as const) {
    for (const path of texts(values[key])) payload.push([key, remote(path)]);
  }
  const query = new URLSearchParams({ payload: JSON.stringify(payload) });
  if (workspace !== undefined) query.set('workspace', resolve(workspace));

  let finish: (code: number) => void = () => {};
  const end = new Promise<number>((settle) => {
    finish = settle;
  });
  await page.exposeFunction('codeAutomationLog', (type: string, values: readonly unknown[]) => {
    const text = values.map((value) => (typeof value === 'string' ? value : JSON.stringify(value))).join(' ');
    if (type !== 'warn' && !NOISE.test(text)) console.log(text);
  });
  await page.exposeFunction('codeAutomationExit', (code: number) => finish(code));
  const limit = setTimeout(() => {
    console.error(`The tests did not end within ${LIMIT / 1000} s.`);
    finish(1);
  }, LIMIT);
  await page.goto(`http://${authority}/?${query}`);
  if (restricted) grantTrust(page).catch((error: unknown) => console.error(`The workspace was not trusted: ${error}`));
  const code = await end;
  clearTimeout(limit);
  return code;
}

/** Trusts the workspace in the editor that the tests open, where they come to that. */
async function grantTrust(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Trust', exact: true }).click({ timeout: LIMIT });
}

function texts(value: unknown): string[] {
  return [value].flat().filter((item) => typeof item === 'string');
}

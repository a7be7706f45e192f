import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { HOST } from './set-up.ts';

/** What is used of Playwright's page: the host's packages are no dependency of the project, so it has no types of theirs. */
export interface Page {
  readonly goto: (url: string) => Promise<unknown>;
  readonly exposeFunction: (name: string, run: (...values: never[]) => void) => Promise<unknown>;
  readonly getByRole: (
    role: string,
    options: { readonly name: string | RegExp; readonly exact?: boolean },
  ) => { readonly click: (options?: { readonly timeout: number }) => Promise<unknown> };
  readonly locator: (selector: string) => {
    readonly count: () => Promise<number>;
    readonly first: () => { readonly waitFor: (options?: { readonly state: 'hidden' }) => Promise<unknown> };
  };
  readonly keyboard: {
    readonly press: (key: string) => Promise<unknown>;
    readonly type: (text: string) => Promise<unknown>;
  };
  readonly mouse: { readonly move: (x: number, y: number) => Promise<unknown> };
  readonly screenshot: (options: { readonly path: string; readonly clip?: object }) => Promise<unknown>;
}

export interface Browser {
  readonly newPage: (options: object) => Promise<Page>;
  readonly close: () => Promise<void>;
}

const OPTIONS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
];

/** Starts the browser; `CHROMIUM` may name another one. */
export async function startBrowser(): Promise<Browser> {
  const fromHost = createRequire(join(HOST, 'package.json'));
  const { chromium: playwright } = fromHost('playwright-core');
  const executablePath = process.env['CHROMIUM'] ?? (await bundled(fromHost.resolve('@sparticuz/chromium')));
  return playwright.launch({ executablePath, args: OPTIONS });
}

async function bundled(module: string): Promise<string> {
  const { default: chromium } = await import(pathToFileURL(module).href);
  return chromium.executablePath();
}

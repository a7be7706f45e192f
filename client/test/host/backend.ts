import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SERVER } from './set-up.ts';

export interface Backend {
  /** `127.0.0.1:40123` */
  readonly authority: string;
  readonly stop: () => Promise<void>;
}

export interface BackendOptions {
  /** Packaged extensions to install before the start. */
  readonly install?: readonly string[];
  readonly settings?: Readonly<Record<string, unknown>>;
  /** 0: any that is free. */
  readonly port?: number;
  /** Lets the page start tests and take what they log. */
  readonly forTests?: boolean;
  /** Asks whether the workspace is to be trusted, which is given to tests otherwise. */
  readonly restricted?: boolean;
}

const QUIET = ['--accept-server-license-terms', '--telemetry-level', 'off'];
const READY = /Extension host agent listening on (\d+)/;
/** Milliseconds. */
const START_LIMIT = 60_000;

/** The address of VS Code with a folder and one of its files open, and nothing that greets. */
export function addressOf({ authority }: Backend, folder: string, file: string): string {
  const payload = JSON.stringify([
    ['skipWelcome', 'true'],
    ['openFile', `vscode-remote://${authority}${file}`],
  ]);
  return `http://${authority}/?${new URLSearchParams({ folder, payload })}`;
}

/** Starts VS Code's server with a state of its own, which is gone when it stops. */
export async function startBackend({
  install = [],
  settings = {},
  port = 0,
  forTests = true,
  restricted = !forTests,
}: BackendOptions): Promise<Backend> {
  const state = mkdtempSync(join(tmpdir(), 'sentinel-citations-host-'));
  const folders = ['--server-data-dir', state, '--extensions-dir', join(state, 'extensions')];
  await mkdir(join(state, 'data/Machine'), { recursive: true });
  await writeFile(join(state, 'data/Machine/settings.json'), JSON.stringify(settings));
  for (const file of install) await installExtension(file, folders);

  const tests = forTests ? ['--enable-smoke-test-driver'] : [];
  const trust = restricted ? [] : ['--disable-workspace-trust'];
  const address = ['--host', '127.0.0.1', '--port', String(port), '--without-connection-token'];
  const server = spawn(process.execPath, [SERVER, ...address, ...tests, ...trust, ...QUIET, ...folders], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stop = async () => {
    if (server.exitCode === null && server.kill()) await once(server, 'exit');
    rmSync(state, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  try {
    return { authority: `127.0.0.1:${await listening(server)}`, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function installExtension(file: string, folders: readonly string[]): Promise<void> {
  const installer = spawn(process.execPath, [SERVER, '--install-extension', file, '--force', ...QUIET, ...folders], {
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: START_LIMIT,
  });
  let said = '';
  const hear = (data: Buffer) => {
    said += data;
  };
  installer.stdout.on('data', hear);
  installer.stderr.on('data', hear);
  await once(installer, 'close');
  if (!/successfully installed/.test(said)) throw new Error(`${file} could not be installed:\n${said}`);
}

function listening(server: ChildProcess): Promise<string> {
  return new Promise((settle, fail) => {
    let said = '';
    const limit = setTimeout(() => fail(new Error(`VS Code’s server did not start:\n${said}`)), START_LIMIT);
    const hear = (data: Buffer) => {
      said += data;
      const port = READY.exec(said)?.[1];
      if (port === undefined) return;
      clearTimeout(limit);
      settle(port);
    };
    server.stdout?.on('data', hear);
    server.stderr?.on('data', hear);
    server.on('exit', (code) => {
      clearTimeout(limit);
      fail(new Error(`VS Code’s server ended with ${code}:\n${said}`));
    });
  });
}

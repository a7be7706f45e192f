import { type ChildProcess, type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('../../../dist/cli.js', import.meta.url));

interface RunResult {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Workplace {
  readonly folder: string;
  /** The absolute path of a file in it. */
  readonly path: (name: string) => string;
  /** Runs the built command in it. */
  readonly run: (args: readonly string[], options?: RunOptions) => RunResult;
  /** Starts it there, and leaves it running. */
  readonly start: (args: readonly string[]) => Running;
}

interface Running {
  readonly stdout: () => string;
  readonly stderr: () => string;
  /** Resolves when `holds` does, which is asked after each output; fails after a while. */
  readonly until: (holds: () => boolean) => Promise<void>;
  /** Resolves when nothing was written for a while. */
  readonly settled: () => Promise<void>;
  /** Resolves when it ended by itself. */
  readonly ended: () => Promise<unknown>;
  readonly end: (
    signal: NodeJS.Signals,
  ) => Promise<{ readonly status: number | null; readonly signal: NodeJS.Signals | null }>;
}

interface RunOptions {
  readonly input?: string | Buffer;
  readonly env?: Readonly<Record<string, string>>;
  /** The folder to run it in, where it is another one. */
  readonly cwd?: string;
  /** Another program than the built one. */
  readonly program?: string | undefined;
}

/** Calls `work` with a new folder that holds `files`, and removes it. */
export function inFolder<Result>(files: Files, work: (place: Workplace) => Result): Result {
  const place = createPlace(files);
  try {
    return work(place);
  } finally {
    rmSync(place.folder, { recursive: true, force: true });
  }
}

/** The same for work that takes its time. */
export async function inFolderAsync<Result>(
  files: Files,
  work: (place: Workplace) => Promise<Result>,
): Promise<Result> {
  const place = createPlace(files);
  try {
    return await work(place);
  } finally {
    place.stop();
    rmSync(place.folder, { recursive: true, force: true });
  }
}

/** What the files are to hold, by their names in the folder. */
type Files = Readonly<Record<string, string | Buffer>>;

function createPlace(files: Files): Workplace & { readonly stop: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'sentinel-citations-'));
  const path = (name: string) => join(folder, name);
  const children: ChildProcess[] = [];
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(path(name)), { recursive: true });
    writeFileSync(path(name), content);
  }
  return {
    folder,
    path,
    run: (args, options) => runIn(folder, args, options),
    start: (args) => {
      const child = spawn(process.execPath, [PROGRAM, ...args], { cwd: folder, env: environment() });
      children.push(child);
      return follow(child);
    },
    stop: () => {
      for (const child of children) child.kill('SIGKILL');
    },
  };
}

function runIn(
  folder: string,
  args: readonly string[],
  { input = '', env = {}, cwd = folder, program = PROGRAM }: RunOptions = {},
): RunResult {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd,
    env: { ...environment(), ...env },
    input,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    timeout: 60_000,
  });
  return { status, stdout, stderr };
}

/** With it, the command keeps nothing, and takes nothing that was kept. */
export const KEEPING_NOTHING = { SENTINEL_CITATIONS_NO_CACHE: '1' } as const;

/**
 * That of this process, without what it says of its terminal. What the command compiles of itself is kept for the tests
 * of one file, which start it in half the time, and not in the user's folder.
 */
function environment(): NodeJS.ProcessEnv {
  const { FORCE_COLOR: _force, NO_COLOR: _no, COLUMNS: _columns, ...rest } = process.env;
  return { ...rest, ...keepingApart() };
}

let kept: string | null = null;

function keepingApart(): NodeJS.ProcessEnv {
  // There, the folder is known by the home folder alone, in which git has its configuration.
  if (process.platform === 'darwin') return KEEPING_NOTHING;
  if (kept === null) {
    const folder = mkdtempSync(join(tmpdir(), 'sentinel-citations-kept-'));
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
    kept = folder;
  }
  return { XDG_CACHE_HOME: kept, LOCALAPPDATA: kept };
}

/** Milliseconds until somebody has waited for too long, and without output until all is said. */
const PATIENCE = 60_000;
const SILENCE = 400;

function follow(child: ChildProcessWithoutNullStreams): Running {
  const written = { stdout: '', stderr: '' };
  const ended = once(child, 'close');
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      written[name] += text;
    });
  }
  const until = async (holds: () => boolean) => {
    for (let waited = 0; !holds(); waited += 20) {
      if (waited > PATIENCE) throw new Error(`Waited in vain; standard error: ${written.stderr}`);
      await setTimeout(20);
    }
  };
  const settled = async () => {
    for (let before = -1, now = 0; now !== before; now = written.stdout.length + written.stderr.length) {
      before = now;
      await setTimeout(SILENCE);
    }
  };
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await ended;
    return { status: child.exitCode, signal: child.signalCode };
  };
  return { stdout: () => written.stdout, stderr: () => written.stderr, until, settled, ended: () => ended, end };
}

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
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
}

interface RunOptions {
  readonly input?: string | Buffer;
  readonly env?: Readonly<Record<string, string>>;
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
    rmSync(place.folder, { recursive: true, force: true });
  }
}

/** What the files are to hold, by their names in the folder. */
type Files = Readonly<Record<string, string | Buffer>>;

function createPlace(files: Files): Workplace {
  const folder = mkdtempSync(join(tmpdir(), 'sentinel-citations-'));
  const path = (name: string) => join(folder, name);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(path(name)), { recursive: true });
    writeFileSync(path(name), content);
  }
  return { folder, path, run: (args, options) => runIn(folder, args, options) };
}

function runIn(folder: string, args: readonly string[], { input = '', env = {} }: RunOptions = {}): RunResult {
  const { FORCE_COLOR: _force, NO_COLOR: _no, COLUMNS: _columns, ...rest } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], {
    cwd: folder,
    // Nothing is left behind in the user's folder.
    env: { ...rest, SENTINEL_CITATIONS_NO_CACHE: '1', ...env },
    input,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    timeout: 60_000,
  });
  return { status, stdout, stderr };
}

import { readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';
import { BUILD } from '../configuration/build.ts';
import { keep, readKept, sweep, userCacheFolder } from '../configuration/cache-folder.ts';

/** A script of the build, which was run; what it imports on demand may be others. */
interface LoadedScript<Exports> {
  readonly exports: Exports;
  /** Keeps what V8 has compiled of it by now, for the next time. */
  readonly keepCode: () => void;
}

interface KeptCode {
  /** How many runs have added to it. */
  readonly runs: number;
  readonly code: Buffer;
}

/** Runs that add what they compiled to what is kept: no two do quite the same. */
export const MOST_RUNS = 3;
/** Where in the file stands, after the name of the build: how many runs have added, and how long the code is. */
const RUNS = BUILD.length;
const LENGTH = RUNS + 4;
/** When the script was written. */
const WRITTEN = LENGTH + 4;
/** The code, of which V8 makes a copy where it does not begin at a multiple of 8 bytes. */
const CODE = WRITTEN + 8;

/**
 * Loads a script with what earlier runs compiled of it. Node's own cache holds no function that is not called at once,
 * which is nearly all, or else every function there is; what a run has called by its end is two thirds of that, and
 * loads in as much less time. It is nothing to another build, and V8 takes none of another version or other flags.
 *
 * @param name tells runs apart that call different functions, in letters and hyphens
 */
export function loadScript<Exports>(url: URL, name: string): LoadedScript<Exports> {
  const file = placeFor(name);
  const written = statSync(url).mtimeMs;
  const kept = file === null ? null : readCode(file, written);
  // The build writes nothing beyond ASCII.
  const source = readFileSync(url, 'latin1');
  const script = new Script(source, { filename: fileURLToPath(url), ...(kept && { cachedData: kept.code }) });
  const runs = kept && !script.cachedDataRejected ? kept.runs : 0;
  const parts: LoadedScript<unknown>[] = [];
  const require = (path: string) => {
    const part = loadScript(new URL(path, url), `${name}-${basename(path, '.cjs')}`);
    parts.push(part);
    return part.exports;
  };
  const module = { exports: {} };
  script.runInThisContext()(module.exports, module, url.href, require);
  return {
    exports: module.exports as Exports,
    keepCode: () => {
      for (const part of parts) part.keepCode();
      if (file === null || runs >= MOST_RUNS) return;
      writeCode(file, written, { runs: runs + 1, code: script.createCachedData() });
    },
  };
}

/** Null where nothing is to be kept. */
function placeFor(name: string): string | null {
  const folder = process.env['SENTINEL_CITATIONS_NO_CACHE'] ? null : userCacheFolder('code');
  return folder && join(folder, `${name}-${process.version}-${process.arch}.bin`);
}

/**
 * What was kept of the script as it was last written. V8 would run another's; that it is what V8 made, and whole, V8
 * sees by its sum (`compileForCommands`).
 */
function readCode(file: string, written: number): KeptCode | null {
  const kept = isOwn(file) ? readKept(file) : null;
  if (!kept || kept.length < CODE || kept.toString('latin1', 0, RUNS) !== BUILD) return null;
  if (kept.readUInt32LE(LENGTH) !== kept.length - CODE || kept.readDoubleLE(WRITTEN) !== written) return null;
  return { runs: kept.readUInt32LE(RUNS), code: kept.subarray(CODE) };
}

/** What another user left is not run, as where `sudo` keeps the home folder. Windows has no such numbers. */
function isOwn(file: string): boolean {
  try {
    return process.getuid === undefined || statSync(file).uid === process.getuid();
  } catch {
    return false;
  }
}

function writeCode(file: string, written: number, { runs, code }: KeptCode): void {
  const head = Buffer.alloc(CODE);
  head.write(BUILD, 'latin1');
  head.writeUInt32LE(runs, RUNS);
  head.writeUInt32LE(code.length, LENGTH);
  head.writeDoubleLE(written, WRITTEN);
  sweep(dirname(file));
  keep(file, Buffer.concat([head, code]));
}

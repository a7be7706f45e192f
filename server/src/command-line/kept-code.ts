import { readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';
import { BUILD } from '../configuration/build.ts';
import { keepWhole, readWhole, userCacheFolder } from '../configuration/cache-folder.ts';

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
/** The build, how many runs have added, and when the script was written. */
const HEAD = BUILD.length + 16;

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

/** What was kept of the script as it was last written. V8 would run what is damaged, or another's. */
function readCode(file: string, written: number): KeptCode | null {
  const kept = isOwn(file) ? readWhole(file) : null;
  if (kept?.head.length !== HEAD || kept.head.toString('latin1', 0, BUILD.length) !== BUILD) return null;
  if (kept.head.readDoubleLE(BUILD.length + 8) !== written) return null;
  return { runs: kept.head.readUInt32LE(BUILD.length), code: kept.content };
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
  const head = Buffer.alloc(HEAD);
  head.write(BUILD, 'latin1');
  head.writeUInt32LE(runs, BUILD.length);
  head.writeDoubleLE(written, BUILD.length + 8);
  keepWhole(file, head, code);
}

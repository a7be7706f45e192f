import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';

const NAME = 'sentinel-citations';
/** What `keep` calls a file that it has not finished. */
const UNFINISHED = /^(?:[\da-f]{64}|[a-z-]+-v[\w.-]+)\.[a-z]+\.\d+-\d+\.tmp$/;
/** Tells a thread from others of the same process; to ask Node for its number would load what threads take. */
const WRITER = Math.floor(Math.random() * 2 ** 32);
/** Milliseconds after which whoever began a file is known to be gone: to write one takes a few. */
const ABANDONED = 3_600_000;
/** The largest vocabularies take a tenth of it. */
const MOST_BYTES = 2 ** 28;

/**
 * One of the user's folders for what the program can make again, as an absolute path: by the XDG Base Directory
 * Specification, or where macOS and Windows keep such things. Null for a user without a home, as some containers have.
 */
export function userCacheFolder(name: 'code' | 'results' | 'vocabularies'): string | null {
  const own = ownFolder();
  return own && join(own, name);
}

function ownFolder(): string | null {
  const { XDG_CACHE_HOME: xdg, LOCALAPPDATA: local } = process.env;
  // By that specification, a path that is not absolute is none.
  if (xdg && isAbsolute(xdg)) return join(xdg, NAME);
  const home = homeFolder();
  if (home === null) return null;
  if (process.platform === 'darwin') return join(home, 'Library', 'Caches', NAME);
  if (process.platform === 'win32') return join(local ?? join(home, 'AppData', 'Local'), NAME, 'Cache');
  return join(home, '.cache', NAME);
}

function homeFolder(): string | null {
  try {
    const home = homedir();
    return isAbsolute(home) ? home : null;
  } catch {
    return null;
  }
}

/** The bytes of a kept file; null where there is none, or it cannot be read. Whoever reads them trusts nothing in them. */
export function readKept(file: string): Buffer | null {
  try {
    // What somebody put there may be a pipe, or without an end.
    const stats = statSync(file);
    return stats.isFile() && stats.size <= MOST_BYTES ? readFileSync(file) : null;
  } catch {
    return null;
  }
}

/**
 * Removes what programs that were killed left unfinished in a folder of kept files, some time after; several may do so
 * at once. What cannot be removed harms nobody.
 */
export function sweep(folder: string): void {
  try {
    for (const name of readdirSync(folder)) {
      if (!UNFINISHED.test(name)) continue;
      const path = join(folder, name);
      const stats = statSync(path, { throwIfNoEntry: false });
      if (stats && Date.now() - stats.mtimeMs > ABANDONED) rmSync(path, { force: true });
    }
  } catch {
    // There is no such folder yet, or it is closed to us.
  }
}

/**
 * Keeps a file whole or not at all, whoever else writes it at the same time. What cannot be kept is made again the next
 * time: that is no failure.
 */
export function keep(file: string, content: string | Uint8Array): void {
  const unfinished = `${file}.${process.pid}-${WRITER}.tmp`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(unfinished, content);
    renameSync(unfinished, file);
  } catch {
    try {
      rmSync(unfinished, { force: true });
    } catch {
      // Where the folder is none, there is nothing to remove.
    }
  }
}

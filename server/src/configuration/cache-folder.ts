import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { threadId } from 'node:worker_threads';

const NAME = 'sentinel-citations';

/**
 * The user's folder for what the program can make again, as an absolute path: by the XDG Base Directory Specification,
 * or where macOS and Windows keep such things.
 */
export function userCacheFolder(): string {
  const { XDG_CACHE_HOME: xdg, LOCALAPPDATA: local } = process.env;
  if (xdg) return join(xdg, NAME);
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', NAME);
  if (process.platform === 'win32') return join(local ?? join(homedir(), 'AppData', 'Local'), NAME, 'Cache');
  return join(homedir(), '.cache', NAME);
}

/** The bytes of a kept file; null where there is none, or it cannot be read. Whoever reads them trusts nothing in them. */
export function readKept(file: string): Buffer | null {
  try {
    return readFileSync(file);
  } catch {
    return null;
  }
}

/**
 * Keeps a file whole or not at all, whoever else writes it at the same time. What cannot be kept is made again the next
 * time: that is no failure.
 */
export function keep(file: string, content: string | Uint8Array): void {
  const unfinished = `${file}.${process.pid}-${threadId}.tmp`;
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

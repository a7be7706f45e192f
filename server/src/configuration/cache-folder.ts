import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';

const NAME = 'sentinel-citations';
/** What `keep` calls a file that it has not finished. */
const UNFINISHED = /^(?:[\da-f]{64}|[\da-f]{8}|[a-z-]+-v[\w.-]+)\.[a-z]+\.\d+-\d+\.tmp$/;
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

/** The bytes before the head of a whole file: the lengths of its head and its content. */
const LENGTHS = 8;

/** What was kept in a file, whole. */
export interface Whole {
  /** What the content was made for: the reader knows whether that is what it looks for. */
  readonly head: Buffer;
  readonly content: Buffer;
}

/**
 * Reads what `keepWhole` wrote; null for what is damaged, cut off, or anything else. The content is there twice, since
 * to compare the two takes a tenth of a checksum, for which Node would have to load a library as well.
 */
export function readWhole(file: string): Whole | null {
  const bytes = readKept(file);
  if (!bytes || bytes.length < LENGTHS) return null;
  const from = LENGTHS + bytes.readUInt32LE(0);
  const length = bytes.readUInt32LE(4);
  if (bytes.length !== from + 2 * length) return null;
  const content = bytes.subarray(from, from + length);
  return content.equals(bytes.subarray(from + length)) ? { head: bytes.subarray(LENGTHS, from), content } : null;
}

/** @param head of a multiple of 8 bytes, so that the content is aligned */
export function keepWhole(file: string, head: Buffer, content: Uint8Array): void {
  const lengths = Buffer.alloc(LENGTHS);
  lengths.writeUInt32LE(head.length);
  lengths.writeUInt32LE(content.length, 4);
  sweep(dirname(file));
  keep(file, Buffer.concat([lengths, head, content, content]));
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
 * Makes a folder, and those above it. Node's own way to do that does not come back where no folder can be made in one
 * that there is, as in /proc.
 *
 * @param folder an absolute path
 * @throws the error of the system that says why it cannot be made
 */
export function makeFolder(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
  const above = dirname(folder);
  if (above !== folder) makeFolder(above);
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another process may have made it.
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw error;
  }
}

/**
 * Keeps a file whole or not at all, whoever else writes it at the same time. What cannot be kept is made again the next
 * time: that is no failure.
 */
export function keep(file: string, content: string | Uint8Array): void {
  const unfinished = `${file}.${process.pid}-${WRITER}.tmp`;
  try {
    makeFolder(dirname(file));
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

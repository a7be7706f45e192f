import { fstatSync, statSync, writeSync } from 'node:fs';
import { devNull } from 'node:os';
import { FAILED, reasonOf } from '../failure.ts';

// Node's own streams are twenty modules, which take a start longer to load than most of ours: where no terminal is to be
// asked, what is said is written directly, and is out when the call returns.

const OUTPUT = 1;
const ERRORS = 2;
/** Milliseconds until a pipe that is full is tried again. */
const PATIENCE = 10;

/**
 * Writes to standard output. Where that cannot be, it says why and ends the program; whoever read enough, as `| head`
 * does, needs no word, but not all was said that counts.
 */
export function writeOut(text: string): void {
  try {
    writeAll(OUTPUT, text);
  } catch (error) {
    if (codeOf(error) !== 'EPIPE') writeError(`standard output: cannot be written: ${reasonOf(error)}\n`);
    process.exit(FAILED);
  }
}

/** Writes to standard error, if it can be written to. */
export function writeError(text: string): void {
  try {
    writeAll(ERRORS, text);
  } catch {
    // There is nobody left to tell.
  }
}

/** The columns of the terminal behind standard output or standard error; null where there is none, 0 where it does not say. */
export function columnsOf(stream: 'stdout' | 'stderr'): number | null {
  if (!mayBeTerminal(stream === 'stdout' ? OUTPUT : ERRORS)) return null;
  return process[stream].isTTY === true ? process[stream].columns : null;
}

/** Told without Node's streams. What Windows has for devices cannot be told so. */
function mayBeTerminal(file: number): boolean {
  if (process.platform === 'win32') return true;
  try {
    const stats = fstatSync(file);
    return stats.isCharacterDevice() && stats.rdev !== statSync(devNull).rdev;
  } catch {
    return false;
  }
}

function writeAll(file: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let done = 0; done < bytes.length; ) {
    try {
      done += writeSync(file, bytes, done);
    } catch (error) {
      // Whoever shares a pipe may have said that writing is not to wait.
      if (codeOf(error) !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PATIENCE);
    }
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : null;
}

import { isUtf8 } from 'node:buffer';
import { closeSync, lstatSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { Failure, isFailure, reasonOf } from '../failure.ts';

const REPLACEMENT = '\uFFFD';
/** Bytes. No draft comes near, and what never ends, as a device can, has to be given up somewhere. */
const MOST_BYTES = 100_000_000;
const CHUNK_BYTES = 1 << 16;
/** Where the pipes are that a shell puts in the place of a file. */
const PIPES_OF_SHELLS = /^\/(?:dev|proc)\//;
/** Milliseconds until standard input that has nothing yet is asked again. */
const PATIENCE = 10;

/**
 * The text of a file in UTF-8, or of standard input for `-`, a byte order mark included: written back in UTF-8, it gives
 * the same bytes.
 */
export function readText(path: string): string {
  try {
    if (path === '-') return decode(readStandardInput());
    const stats = statSync(path);
    if (stats.isFIFO() && !PIPES_OF_SHELLS.test(path)) throw new Failure('it is a named pipe, expected a file');
    if (!stats.isFile() && !stats.isDirectory()) return decode(readStream(path));
    if (stats.size > MOST_BYTES) throw tooLarge();
    // Asked for text, Node takes three times as long.
    return decode(readFileSync(path));
  } catch (error) {
    throw isFailure(error) ? error : new Failure(reasonOf(error));
  }
}

function decode(bytes: Buffer): string {
  if (!isUtf8(bytes)) {
    const byte = firstInvalidByte(bytes);
    const line = bytes.subarray(0, byte).toString('utf8').split('\n').length;
    throw new Failure(`invalid UTF-8 on line ${line}, at byte ${byte}: save it as UTF-8`);
  }
  return bytes.toString('utf8');
}

function readStandardInput(): Buffer {
  try {
    return readToEnd(0);
  } catch (error) {
    // Without a terminal or a pipe behind it, standard input ends at once.
    if (error instanceof Error && 'code' in error && error.code === 'EOF') return Buffer.alloc(0);
    throw error;
  }
}

/** What a device or a pipe gives. */
function readStream(path: string): Buffer {
  const file = openSync(path, 'r');
  try {
    return readToEnd(file);
  } finally {
    closeSync(file);
  }
}

function readToEnd(file: number): Buffer {
  const chunks: Buffer[] = [];
  for (let bytes = 0; bytes <= MOST_BYTES; ) {
    const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
    const read = readSome(file, chunk);
    if (read === 0) return Buffer.concat(chunks);
    chunks.push(chunk.subarray(0, read));
    bytes += read;
  }
  throw tooLarge();
}

function readSome(file: number, chunk: Buffer): number {
  for (;;) {
    try {
      return readSync(file, chunk);
    } catch (error) {
      // Whoever shares it may have said that reading is not to wait.
      if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PATIENCE);
    }
  }
}

function tooLarge(): Failure {
  return new Failure(`it is too large, expected at most ${MOST_BYTES / 1_000_000} MB`);
}

/** The text of a file that configures; null where there is none. */
export async function readConfigurationFile(path: string): Promise<string | null> {
  if (!isThere(path)) return null;
  return readText(path).replace(/^\uFEFF/, '');
}

function isThere(path: string): boolean {
  try {
    if (statSync(path, { throwIfNoEntry: false })) return true;
  } catch (error) {
    throw new Failure(reasonOf(error));
  }
  // Whoever put a link there meant something to hold.
  if (lstatSync(path, { throwIfNoEntry: false })) throw new Failure('its symbolic link leads nowhere');
  return false;
}

/** The offset from 0 of the first byte that is not part of well-formed UTF-8. */
function firstInvalidByte(bytes: Buffer): number {
  let offset = 0;
  for (const character of bytes.toString('utf8')) {
    const code = character.codePointAt(0) as number;
    if (character === REPLACEMENT && bytes.readUIntBE(offset, Math.min(3, bytes.length - offset)) !== 0xefbfbd) break;
    offset += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return offset;
}

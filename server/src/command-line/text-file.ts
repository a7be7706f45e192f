import { isUtf8 } from 'node:buffer';
import { readFileSync, statSync } from 'node:fs';
import { Failure, reasonOf } from './failure.ts';

const REPLACEMENT = 0xfffd;

/** The text in UTF-8 bytes, a byte order mark included: written back in UTF-8, it gives the same bytes. */
export function decode(bytes: Buffer): string {
  if (!isUtf8(bytes)) throw new Failure(`invalid UTF-8 at byte ${firstInvalidByte(bytes)}`);
  return bytes.toString('utf8');
}

/** The bytes of a file, or of standard input for `-`. */
export function readBytes(path: string): Buffer {
  try {
    return readFileSync(path === '-' ? 0 : path);
  } catch (error) {
    // Standard input without a terminal or a pipe behind it ends at once.
    if (path === '-' && error instanceof Error && 'code' in error && error.code === 'EOF') return Buffer.alloc(0);
    throw new Failure(reasonOf(error));
  }
}

/** The text of a file that configures; null where there is none. */
export async function readConfigurationFile(path: string): Promise<string | null> {
  if (!statSync(path, { throwIfNoEntry: false })) return null;
  return decode(readBytes(path)).replace(/^\uFEFF/, '');
}

/** The offset from 0 of the first byte that is not part of well-formed UTF-8. */
function firstInvalidByte(bytes: Buffer): number {
  let offset = 0;
  for (const character of bytes.toString('utf8')) {
    const code = character.codePointAt(0) as number;
    const isWritten = code === REPLACEMENT && bytes.readUIntBE(offset, Math.min(3, bytes.length - offset)) === 0xefbfbd;
    if (code === REPLACEMENT && !isWritten) return offset;
    offset += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return offset;
}

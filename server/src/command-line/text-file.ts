import { isUtf8 } from 'node:buffer';
import { readFileSync, statSync } from 'node:fs';
import { Failure, reasonOf } from './failure.ts';

const REPLACEMENT = '\uFFFD';

/**
 * The text of a file in UTF-8, or of standard input for `-`, a byte order mark included: written back in UTF-8, it gives
 * the same bytes.
 */
export function readText(path: string): string {
  try {
    if (path === '-') return decode(readStandardInput());
    const text = readFileSync(path, 'utf8');
    // Bytes that are no UTF-8 become replacement characters; without any, there is no need for the bytes.
    return text.includes(REPLACEMENT) ? decode(readFileSync(path)) : text;
  } catch (error) {
    throw error instanceof Failure ? error : new Failure(reasonOf(error));
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
    return readFileSync(0);
  } catch (error) {
    // Without a terminal or a pipe behind it, standard input ends at once.
    if (error instanceof Error && 'code' in error && error.code === 'EOF') return Buffer.alloc(0);
    throw error;
  }
}

/** The text of a file that configures; null where there is none. */
export async function readConfigurationFile(path: string): Promise<string | null> {
  if (!statSync(path, { throwIfNoEntry: false })) return null;
  return readText(path).replace(/^\uFEFF/, '');
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

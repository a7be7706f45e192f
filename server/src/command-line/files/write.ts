import { accessSync, constants, statSync } from 'node:fs';
import { resolve } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { Failure, reasonOf } from '../failure.ts';
import { readText } from './text-file.ts';

/**
 * Writes a draft whole or not at all, its permissions kept, symbolic links followed. A file that no longer holds
 * what was read is somebody else's work, and stays as it is.
 */
export async function writeDraft(path: string, read: string, text: string): Promise<void> {
  // What was read of a pipe cannot be read again.
  if (isPipe(path)) throw new Failure('it is a pipe, which cannot be written back; - mends standard input');
  if (readText(path) !== read) throw new Failure('the file was changed in the meantime, and is left as it is');
  try {
    // It is put in the place of the file, which whoever made that read-only did not mean to be replaced.
    accessSync(path, constants.W_OK);
    await writeFileAtomic(resolve(path), text);
  } catch (error) {
    throw new Failure(`cannot be written: ${reasonOf(error)}`);
  }
}

function isPipe(path: string): boolean {
  try {
    return statSync(path).isFIFO();
  } catch {
    // Whoever reads the file says why that cannot be done.
    return false;
  }
}

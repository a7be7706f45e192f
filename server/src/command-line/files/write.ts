import { accessSync, closeSync, constants, ftruncateSync, openSync, statSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { Failure, reasonOf } from '../failure.ts';
import { readText } from './text-file.ts';

/**
 * Writes a draft whole or not at all, its permissions and other names kept, symbolic links followed. A file that no
 * longer holds what was read is somebody else's work, and stays as it is.
 */
export async function writeDraft(path: string, read: string, text: string): Promise<void> {
  if (readText(path) !== read) throw new Failure('the file was changed in the meantime, and is left as it is');
  try {
    // It is put in the place of the file, which whoever made that read-only did not mean to be replaced.
    accessSync(path, constants.W_OK);
    if (statSync(path).nlink > 1) writeInPlace(path, read, text);
    else await writeFileAtomic(resolve(path), text);
  } catch (error) {
    throw new Failure(`cannot be written: ${reasonOf(error)}`);
  }
}

/** What is put in the place of a file with several names has one of them. On a full disk it gets back what it held. */
function writeInPlace(path: string, before: string, after: string): void {
  try {
    overwrite(path, after);
  } catch (error) {
    overwrite(path, before);
    throw error;
  }
}

/** What the file holds is cut off last, so that there is always room for it. */
function overwrite(path: string, text: string): void {
  const bytes = Buffer.from(text);
  const file = openSync(path, 'r+');
  try {
    writeFileSync(file, bytes);
    ftruncateSync(file, bytes.length);
  } finally {
    closeSync(file);
  }
}

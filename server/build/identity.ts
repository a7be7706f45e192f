import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/** What the programs are built from, and by; the lock file stands for the packages in them. */
const FILES = ['package.json', 'package-lock.json'];
const FOLDERS = ['server/src', 'server/vocabulary', 'server/build'];

/**
 * A name for the build, made of the names and the contents of all that it is built from: the same sources give the same
 * name everywhere, any other sources another.
 *
 * @param root the project's folder
 */
export async function identityOfBuild(root: string): Promise<string> {
  const inFolders = await Promise.all(FOLDERS.map((folder) => filesIn(root, folder)));
  const hash = createHash('sha256');
  for (const name of [...FILES, ...inFolders.flat()]) {
    const content = await readFile(join(root, name));
    hash.update(`${name}\n${content.length}\n`).update(content);
  }
  return hash.digest('hex').slice(0, 32);
}

/** The files below a folder, by their names with forward slashes, in order. */
async function filesIn(root: string, folder: string): Promise<readonly string[]> {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

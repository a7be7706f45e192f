import type { Dirent } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { globMatcher } from '../configuration/globs.ts';
import type { FoundFile } from './host.ts';

const DRAFT = /\.(?:md|markdown)$/i;
const PASSED_OVER = /^(?:\.|node_modules$)/;
/** An editor may have opened a whole disk: what lies nearer comes first. */
const MOST_FOLDERS = 2000;
const MOST_FILES = 2000;
/** No article comes near; to read more takes longer than anyone waits. */
const MOST_BYTES = 2_000_000;

interface Folder {
  readonly path: string;
  readonly isIgnored: (path: string) => boolean;
}

/**
 * The files in a folder and below that may be drafts. What `.gitignore` names is left out, and folders that are hidden
 * or of packages; links are not followed, and what cannot be read is passed over.
 */
export async function findDrafts(folder: string): Promise<readonly FoundFile[]> {
  const found: FoundFile[] = [];
  let level: readonly Folder[] = [{ path: folder, isIgnored: () => false }];
  for (let left = MOST_FOLDERS; left > 0 && level.length > 0 && found.length < MOST_FILES; left -= level.length) {
    const looked = await Promise.all(level.slice(0, left).map(lookInto));
    found.push(...looked.flatMap(({ files }) => files));
    level = looked.flatMap(({ folders }) => folders);
  }
  return found.slice(0, MOST_FILES);
}

async function lookInto({ path, isIgnored: isIgnoredAbove }: Folder) {
  const entries = await readdir(path, { withFileTypes: true }).catch((): Dirent[] => []);
  const isIgnoredHere = entries.some(({ name }) => name === '.gitignore') ? await ignoredBy(path) : () => false;
  const isIgnored = (file: string) => isIgnoredAbove(file) || isIgnoredHere(file);
  const wanted = entries.filter(({ name }) => !PASSED_OVER.test(name) && !isIgnored(join(path, name)));
  const folders = wanted
    .filter((entry) => entry.isDirectory())
    .map(({ name }): Folder => ({ path: join(path, name), isIgnored }));
  const names = wanted.filter((entry) => entry.isFile() && DRAFT.test(entry.name)).map(({ name }) => join(path, name));
  const files = await Promise.all(names.map(fileAt));
  return { folders, files: files.filter((file) => file !== null) };
}

async function fileAt(path: string): Promise<FoundFile | null> {
  const { size, mtimeMs } = await stat(path).catch(() => ({ size: Number.POSITIVE_INFINITY, mtimeMs: 0 }));
  return size > MOST_BYTES ? null : { path, mark: `${size} ${mtimeMs}` };
}

async function ignoredBy(folder: string): Promise<(path: string) => boolean> {
  const lines = (await readFile(join(folder, '.gitignore'), 'utf8').catch(() => '')).split(/\r?\n/);
  const globs = lines.map((line) => line.trim()).filter((line) => line !== '' && !/^(?:#|!?\/*$)/.test(line));
  return globMatcher(folder, globs);
}

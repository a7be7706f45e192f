import { existsSync, statSync } from 'node:fs';
import { basename, dirname, resolve, sep } from 'node:path';
import { convertPathToPattern, globby, isDynamicPattern, isIgnoredByIgnoreFiles, type Options } from 'globby';
import picomatch from 'picomatch';
import { Failure } from './failure.ts';

const DRAFTS = '**/*.{md,markdown}';
const EXTENSION = /\.(?:md|markdown)$/i;
/** A glob that says itself which extension its files have. */
const NAMES_EXTENSION = /\.[^/*]*$/;

const OPTIONS: Options = {
  gitignore: true,
  ignore: ['**/node_modules/**'],
  followSymbolicLinks: false,
  caseSensitiveMatch: false,
};

/** The Markdown files in a folder and below, as absolute paths. */
export function searchFolder(folder: string, ignorePath: string | undefined): Promise<readonly string[]> {
  return search(DRAFTS, folder, ignorePath);
}

/** The files that a glob matches; of one that names no extension, the Markdown files. */
export async function searchGlob(glob: string, ignorePath: string | undefined): Promise<readonly string[]> {
  const { base, glob: pattern } = picomatch.scan(slashed(glob));
  const files = await search(pattern, base, ignorePath);
  return NAMES_EXTENSION.test(pattern) ? files : files.filter((file) => EXTENSION.test(file));
}

/** A folder with all folders below that are searched; of a glob those where its files can be, of a file its own. */
export async function searchFolders(path: string): Promise<readonly string[]> {
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
  if (!isFolder && !isGlob(path)) return [dirname(resolve(path))];
  const base = resolve(isFolder ? path : picomatch.scan(slashed(path)).base);
  const below = await globby('**/*', { ...OPTIONS, cwd: base, onlyDirectories: true });
  return [base, ...below.map((folder) => resolve(base, folder))];
}

export function isGlob(path: string): boolean {
  return isDynamicPattern(slashed(path));
}

/** Symbolic links are not followed, but that one leads nowhere is for whoever reads it to say. */
async function search(pattern: string, folder: string, ignorePath: string | undefined): Promise<readonly string[]> {
  const isIgnored = ignorePath === undefined ? () => false : await readIgnoreFile(ignorePath);
  const cwd = resolve(folder);
  // Asked for absolute paths, the library takes a backslash in a name for a slash.
  const entries = await globby(pattern, { ...OPTIONS, cwd, onlyFiles: false, objectMode: true });
  return entries
    .map(({ path, dirent }) => ({ path: resolve(cwd, path), dirent }))
    .filter(({ path, dirent }) => dirent.isFile() || (dirent.isSymbolicLink() && !existsSync(path)))
    .map(({ path }) => path)
    .filter((file) => !isIgnored(file));
}

async function readIgnoreFile(path: string): Promise<(file: string) => boolean> {
  const file = resolve(path);
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) throw new Failure(`${path}: there is no such file`);
  return isIgnoredByIgnoreFiles(convertPathToPattern(basename(file)), { cwd: dirname(file) });
}

function slashed(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}

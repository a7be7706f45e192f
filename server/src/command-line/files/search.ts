import { type Dirent, existsSync, readdir, readFile, readFileSync, stat, statSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { promisify } from 'node:util';
import { globby, isDynamicPattern, type Options } from 'globby';
import ignore from 'ignore';
import picomatch from 'picomatch';
import { Failure, reasonOf } from '../failure.ts';
import { nameOf } from './file-name.ts';
import { isFolder } from './folder.ts';

const DRAFTS = '**/*.{md,markdown}';
const EXTENSION = /\.(?:md|markdown)$/i;
/** A glob that says itself which extension its files have. */
const NAMES_EXTENSION = /\.[^/*]*$/;

/** Line ends, and what stands for bytes that are no UTF-8: of a folder with one in its name, the library finds nothing. */
const UNSEARCHABLE = /[\r\n\ufffd]/;
const NOT_SEARCHED = 'folders of such a name are not searched';

/** A line of an ignore file that names the root: nothing to git, every folder below to the library. */
const ROOT = /^!?\/+[^\S\r\n]*$/gm;
/** A line that names a folder as drafts are called: the library would leave out such a draft too. */
const FOLDER_LIKE_DRAFT = /^(?!!)([^\r\n]*\/)?([^\r\n/]+\.(?:md|markdown))\/[^\S\r\n]*$/gim;

const OPTIONS: Options = {
  gitignore: true,
  ignore: ['**/node_modules/**'],
  followSymbolicLinks: false,
  caseSensitiveMatch: false,
};

export interface Searched {
  /** Absolute paths. */
  readonly files: readonly string[];
  /** Why some of the folders could not be searched. */
  readonly unreadable: readonly Failure[];
}

/** The Markdown files in a folder and below. */
export function searchFolder(folder: string, ignorePath: string | undefined): Promise<Searched> {
  return search(DRAFTS, folder, ignorePath);
}

/** The files that a glob matches; of one that names no extension, the Markdown files. */
export async function searchGlob(glob: string, ignorePath: string | undefined): Promise<Searched> {
  const { base, glob: pattern } = picomatch.scan(slashed(glob));
  if (!isFolder(resolve(base))) return { files: [], unreadable: [] };
  const { files, unreadable } = await search(pattern, base, ignorePath);
  return { files: NAMES_EXTENSION.test(pattern) ? files : files.filter((file) => EXTENSION.test(file)), unreadable };
}

/** A folder with all folders below that are searched; of a glob those where its files can be, of a file none. */
export async function searchFolders(path: string): Promise<readonly string[]> {
  if (!isFolder(path) && !isGlob(path)) return [];
  const base = resolve(isFolder(path) ? path : picomatch.scan(slashed(path)).base);
  const below = await globby('**/*', { ...OPTIONS, cwd: base, onlyDirectories: true, fs: passingOver(new Map()) });
  return [base, ...below.map((folder) => resolve(base, folder))];
}

export function isGlob(path: string): boolean {
  return isDynamicPattern(slashed(path));
}

/** Symbolic links are not followed, but that one leads nowhere is for whoever reads it to say. */
async function search(pattern: string, folder: string, ignorePath: string | undefined): Promise<Searched> {
  const isIgnored = ignorePath === undefined ? () => false : readIgnoreFile(ignorePath);
  const closed = new Map<string, Error>();
  const cwd = resolve(folder);
  // Asked for absolute paths, the library takes a backslash in a name for a slash.
  const options = { ...OPTIONS, cwd, onlyFiles: false, objectMode: true, fs: passingOver(closed) } as const;
  const entries = await globby(pattern, options).catch((error: unknown) => {
    throw ignoreFileFailure(error) ?? error;
  });
  const files = entries
    .map(({ path, dirent }) => ({ path: resolve(cwd, path), dirent }))
    .filter(({ path, dirent }) => dirent.isFile() || (dirent.isSymbolicLink() && !existsSync(path)))
    .map(({ path }) => path)
    .filter((file) => !isIgnored(file));
  const unreadable = [...closed].map(([path, error]) => new Failure(`${nameOf(path)}: ${reasonOf(error)}`));
  return { files, unreadable };
}

/**
 * The file system, in which a folder that cannot be read is empty, and put down in `closed`. What was read of a folder
 * says what is a file: the library asks that of each one that it found.
 */
function passingOver(closed: Map<string, Error>): NonNullable<Options['fs']> {
  type Done = (error: NodeJS.ErrnoException | null, entries: Dirent[]) => void;
  const known = new Map<string, Dirent>();
  const readFolder = (path: string, options: { readonly withFileTypes: true }, done: Done) => {
    readdir(path, options, (error, entries) => {
      for (const entry of entries ?? []) {
        const place = resolve(path, entry.name);
        if (entry.isFile()) known.set(place, entry);
        else if (entry.isDirectory() && UNSEARCHABLE.test(entry.name)) closed.set(place, new Error(NOT_SEARCHED));
      }
      // One that is gone meanwhile is none.
      if (!error || error.code === 'ENOENT') return done(error, entries);
      closed.set(resolve(path), error);
      done(null, []);
    });
  };
  // With Node's own promises, ten modules would be loaded.
  const ask = promisify(stat);
  const read = promisify(readFile);
  const readIgnored = async (path: string, encoding: BufferEncoding) => asGitReads(await read(path, encoding));
  const promises = { readFile: readIgnored, stat: async (path: string) => known.get(path) ?? ask(path) };
  const fileSystem = { readdir: readFolder as typeof readdir, promises };
  return fileSystem;
}

/** The lines of an ignore file so that the library takes them as git does. */
function asGitReads(lines: string): string {
  return lines.replace(ROOT, '').replace(FOLDER_LIKE_DRAFT, (_, above = '**/', name) => `${above}${name}/*`);
}

/** What is to be said of a file like `.gitignore` that was found, and cannot be read; null for any other error. */
function ignoreFileFailure(error: unknown): Failure | null {
  const cause = error instanceof Error ? error.cause : null;
  if (!(cause instanceof Error && 'path' in cause)) return null;
  return new Failure(`${nameOf(String(cause.path))}: ${reasonOf(cause)}`);
}

/** Whether a file in the format of `.gitignore` leaves out one that is in its folder or below. */
function readIgnoreFile(path: string): (file: string) => boolean {
  const file = resolve(path);
  const stats = statSync(file, { throwIfNoEntry: false });
  // `/dev/null`, which names nothing.
  if (stats?.isCharacterDevice()) return () => false;
  if (!stats?.isFile())
    throw new Failure(`${path}: ${stats?.isDirectory() ? 'it is a folder' : 'there is no such file'}`);
  const folder = dirname(file);
  const lines = ignore().add(asGitReads(linesOf(file, path)));
  return (other) => {
    const name = slashed(relative(folder, other));
    return ignore.isPathValid(name) && lines.ignores(name);
  };
}

/** @param path as it was named */
function linesOf(file: string, path: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    throw new Failure(`${path}: ${reasonOf(error)}`);
  }
}

function slashed(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}

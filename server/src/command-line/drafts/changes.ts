import { type FSWatcher, watch } from 'node:fs';
import { basename, join, resolve, sep } from 'node:path';
import { nameOf } from '../files/file-name.ts';
import { isFolder } from '../files/folder.ts';
import { createWays } from '../files/ways.ts';
import { complain } from '../terminal/output.ts';

const DRAFT = /\.(?:md|markdown)$/i;
const GIT_IGNORE = '.gitignore';

export interface ChangesOptions {
  /** The file that findings are written to: what happens to it is no change. */
  readonly output?: string;
  readonly ignorePath?: string | undefined;
  readonly baseline?: string;
}

/** What tells of changes to all that a check rests on. */
export interface Changes {
  /** Watches what the paths mean now, and nothing that they mean no more; to be called before it is read. */
  readonly watchAgain: () => Promise<void>;
  /** Watches one more file, there or not, by its absolute path. */
  readonly add: (path: string) => void;
  readonly close: () => void;
}

/**
 * Watches folders one by one, which works alike on every system: those that are searched and those that files stand in,
 * by their paths without links; and all folders above, since the one above alone tells that a folder makes way for
 * another.
 */
export function createChanges(paths: readonly string[], options: ChangesOptions, onChange: () => void): Changes {
  const own = options.output === undefined ? null : createWays(() => {}).endOf(resolve(options.output));
  const named = [...paths, options.ignorePath, options.baseline].filter((path) => path !== undefined);
  /** What counts wherever it is, there or not. Globs are among it, and cost nothing: no file has their name. */
  const awaited = new Set(named.map((path) => resolve(path)));
  const watchers = new Map<string, FSWatcher>();
  const wanted = new Set<string>();
  let searched: ReadonlySet<string> = new Set();

  const matters = (event: string, folder: string, path: string) => {
    if (own !== null && (path === own || path.startsWith(`${own}.`))) return false;
    // A folder tells itself what changes in it.
    if (event === 'change' && watchers.has(path)) return false;
    // What git ignores is said above what is searched, too.
    return ways.pass(path) || basename(path) === GIT_IGNORE || (searched.has(folder) && mayCount(path));
  };
  const onEvent = (event: string, folder: string, name: string | null) => {
    // Without a name, there were too many changes to tell.
    if (name !== null) {
      const path = join(folder, name);
      if (!matters(event, folder, path)) return;
      // The folder that stands there now, if any, is another one.
      if (event === 'rename' && ways.pass(path)) forget(watchers, path);
    }
    onChange();
  };
  const watchFolder = (folder: string) => {
    if (wanted.has(folder)) return;
    wanted.add(folder);
    if (watchers.has(folder)) return;
    try {
      const watcher = watch(folder, (event, name) => onEvent(event, folder, name));
      watcher.on('error', () => watcher.close());
      watchers.set(folder, watcher);
    } catch (error) {
      // One that is gone, or closed to us, holds nothing that can be read either.
      const code = error instanceof Error && 'code' in error ? error.code : null;
      if (code === 'ENOSPC' || code === 'EMFILE')
        complain(`${nameOf(folder)}: changes here go unseen, the system watches no more folders`);
    }
  };
  let ways = createWays(watchFolder);

  const watchAgain = async () => {
    wanted.clear();
    // Nobody tells of what came into a folder before it was watched: then all are searched again.
    for (let before = -1; before < watchers.size; ) {
      const found = await foldersOf(paths, searched);
      before = watchers.size;
      ways = createWays(watchFolder);
      for (const path of awaited) ways.endOf(path);
      searched = new Set(found.map(ways.endOf));
      for (const folder of searched) watchFolder(folder);
    }
    for (const [folder, watcher] of watchers) {
      if (wanted.has(folder)) continue;
      watcher.close();
      watchers.delete(folder);
    }
  };
  const add = (path: string) => {
    awaited.add(path);
    ways.endOf(path);
  };
  const close = () => {
    for (const watcher of watchers.values()) watcher.close();
  };
  return { watchAgain, add, close };
}

/** Whether what happened to a path in a folder that is searched may change what is found. */
function mayCount(path: string): boolean {
  if (DRAFT.test(path)) return true;
  try {
    return isFolder(path);
  } catch {
    return false;
  }
}

/**
 * The folders that are searched for the files that the paths mean.
 *
 * @param before those of the last search: they hold for what cannot be searched, which is for the check to report
 */
async function foldersOf(paths: readonly string[], before: ReadonlySet<string>): Promise<readonly string[]> {
  const { searchFolders } = await import('../files/search.ts');
  const found = await Promise.all(paths.map((path) => searchFolders(path).catch(() => [...before])));
  return found.flat();
}

/** Watches a folder that is gone no more, nor what was below. */
function forget(watchers: Map<string, FSWatcher>, gone: string): void {
  for (const [folder, watcher] of watchers) {
    if (folder !== gone && !folder.startsWith(gone + sep)) continue;
    watcher.close();
    watchers.delete(folder);
  }
}

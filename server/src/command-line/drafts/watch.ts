import { type FSWatcher, statSync, watch } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { Failure, isFailure } from '../failure.ts';
import { nameOf } from '../files/file-name.ts';
import { STANDARD_INPUT } from '../files/standard-input.ts';
import { complain } from '../terminal/output.ts';
import { columnsOf, writeOut } from '../terminal/standard-streams.ts';
import type { ReadyDraft } from './read.ts';
import { rememberResults, type Slot } from './results.ts';

/** Milliseconds without a change before the next run: programs that save a file touch it more than once. */
const PAUSE = 60;
const DRAFT = /\.(?:md|markdown)$/i;
const GIT_IGNORE = '.gitignore';
const CLEAR_SCREEN = '\u001b[2J\u001b[3J\u001b[H';

/** How a run tells what it rests on, and finds again what did not change. */
export interface WatchTools {
  /** To be called with the absolute path of each file that configures, whether it is there or not. */
  readonly onConfiguration: (path: string) => void;
  readonly slotOf: (draft: ReadyDraft) => Slot | null;
}

interface WatchOptions {
  readonly output?: string;
  readonly ignorePath?: string | undefined;
  readonly baseline?: string;
}

/**
 * `check --watch`: runs now, and again whenever a draft, a configuration, a vocabulary or the baseline changes, appears
 * or goes, until the program is told to end. Folders are watched one by one, which works alike on every system.
 */
export async function runOnChange(
  paths: readonly string[],
  options: WatchOptions,
  run: (tools: WatchTools) => Promise<unknown>,
): Promise<number> {
  if (paths.includes(STANDARD_INPUT)) throw new Failure('- cannot be watched');
  const own = options.output === undefined ? null : resolve(options.output);
  const named = [options.ignorePath, options.baseline].filter((path) => path !== undefined);
  const configuring = new Set(named.map((path) => resolve(path)));
  const watchers = new Map<string, FSWatcher>();
  let folders: ReadonlySet<string> = new Set();
  let isChanged = true;
  let isEnded = false;
  let isRunning = false;
  let wake = () => {};

  const onEvent = (event: string, folder: string, name: string | null) => {
    const path = join(folder, name ?? '');
    const isOurs = path === own || (own !== null && path.startsWith(`${own}.`));
    const isWatched = event === 'rename' && watchers.has(path);
    // What git ignores is said above what is watched, too.
    const configures = configuring.has(path) || basename(path) === GIT_IGNORE;
    const matters = configures || isWatched || (folders.has(folder) && (name === null || mayCount(path, watchers)));
    if (isOurs || !matters) return;
    // The folder that stands there now, if any, is another one.
    if (isWatched) forget(watchers, path);
    isChanged = true;
    wake();
  };
  const watchFolder = (folder: string) => {
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
  // First watched, then read: what changes in between is a change.
  const onConfiguration = (path: string) => {
    configuring.add(path);
    watchFolder(dirname(path));
  };
  const tools = { onConfiguration, slotOf: rememberResults() };
  const end = () => {
    // What is being written is not wanted any more.
    if (isRunning) process.exit(0);
    isEnded = true;
    wake();
  };
  process.on('SIGINT', end).on('SIGTERM', end);

  while (!isEnded) {
    if (isChanged) {
      isChanged = false;
      isRunning = true;
      folders = await foldersOf(paths);
      // A folder that comes or goes is told of by the one above.
      const above = [...folders, ...configuring].map((path) => dirname(path));
      follow(watchers, new Set([...folders, ...above]), watchFolder);
      if (own === null && columnsOf('stdout') !== null) writeOut(CLEAR_SCREEN);
      try {
        await run(tools);
      } catch (error) {
        if (!isFailure(error)) throw error;
        complain(error.message);
      }
      isRunning = false;
      complain('');
      complain(`Checked at ${new Date().toTimeString().slice(0, 8)}; waiting for changes, Ctrl-C ends`);
    } else {
      await new Promise<void>((resume) => {
        wake = resume;
      });
      if (!isEnded) await new Promise((resume) => setTimeout(resume, PAUSE));
    }
  }
  for (const watcher of watchers.values()) watcher.close();
  process.off('SIGINT', end).off('SIGTERM', end);
  return 0;
}

/** Whether what happened to a path in a watched folder may change what is found. */
function mayCount(path: string, watchers: ReadonlyMap<string, FSWatcher>): boolean {
  if (DRAFT.test(path) || watchers.has(path)) return true;
  try {
    return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
  } catch {
    return false;
  }
}

/** The folders whose files are meant by the paths, those of files that are named among them. */
async function foldersOf(paths: readonly string[]): Promise<ReadonlySet<string>> {
  const { searchFolders } = await import('../files/search.ts');
  const found = await Promise.all(paths.map((path) => searchFolders(path)));
  return new Set(found.flat());
}

/** Watches a folder that is gone no more, nor what was below. */
function forget(watchers: Map<string, FSWatcher>, gone: string): void {
  for (const [folder, watcher] of watchers) {
    if (folder !== gone && !folder.startsWith(gone + sep)) continue;
    watcher.close();
    watchers.delete(folder);
  }
}

/** Watches these folders, and no others. */
function follow(
  watchers: Map<string, FSWatcher>,
  folders: ReadonlySet<string>,
  watchFolder: (folder: string) => void,
): void {
  for (const [folder, watcher] of watchers) {
    if (folders.has(folder)) continue;
    watcher.close();
    watchers.delete(folder);
  }
  for (const folder of folders) watchFolder(folder);
}

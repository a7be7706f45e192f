import { type FSWatcher, statSync, watch } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { isatty } from 'node:tty';
import { Failure } from './failure.ts';
import { STANDARD_INPUT } from './find.ts';
import { complain } from './output.ts';
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
}

/**
 * `check --watch`: runs now, and again whenever a draft, a configuration or a vocabulary changes, appears or goes,
 * until the program is told to end. Folders are watched one by one, which works alike on every system.
 */
export async function runOnChange(
  paths: readonly string[],
  options: WatchOptions,
  run: (tools: WatchTools) => Promise<unknown>,
): Promise<number> {
  if (paths.includes(STANDARD_INPUT)) throw new Failure('- cannot be watched');
  const own = options.output === undefined ? null : resolve(options.output);
  const configuring = new Set<string>(options.ignorePath === undefined ? [] : [resolve(options.ignorePath)]);
  const tools = { onConfiguration: (path: string) => configuring.add(path), slotOf: rememberResults() };
  const watchers = new Map<string, FSWatcher>();
  let folders: ReadonlySet<string> = new Set();
  let isChanged = true;
  let isEnded = false;
  let wake = () => {};

  const onEvent = (folder: string, name: string | null) => {
    const path = join(folder, name ?? '');
    const isOurs = path === own || (own !== null && path.startsWith(`${own}.`));
    const matters = configuring.has(path) || (folders.has(folder) && (name === null || mayCount(path, watchers)));
    if (isOurs || !matters) return;
    isChanged = true;
    wake();
  };
  const end = () => {
    isEnded = true;
    wake();
  };
  process.on('SIGINT', end).on('SIGTERM', end);

  while (!isEnded) {
    if (isChanged) {
      isChanged = false;
      // First watched, then read: what changes in between is a change.
      folders = await foldersOf(paths);
      follow(watchers, folders, onEvent);
      if (isatty(1) && own === null) process.stdout.write(CLEAR_SCREEN);
      try {
        await run(tools);
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        complain(error.message);
      }
      follow(watchers, new Set([...folders, ...[...configuring].map((path) => dirname(path))]), onEvent);
      complain(`\nChecked at ${new Date().toTimeString().slice(0, 8)}; waiting for changes, Ctrl-C ends`);
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
  if (DRAFT.test(path) || basename(path) === GIT_IGNORE || watchers.has(path)) return true;
  try {
    return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
  } catch {
    return false;
  }
}

/** The folders whose files are meant by the paths, those of files that are named among them. */
async function foldersOf(paths: readonly string[]): Promise<ReadonlySet<string>> {
  const { searchFolders } = await import('./search.ts');
  const found = await Promise.all(paths.map((path) => searchFolders(path)));
  return new Set(found.flat());
}

/** Watches these folders, and no others. One that is gone is told of by the folder that it was in. */
function follow(
  watchers: Map<string, FSWatcher>,
  folders: ReadonlySet<string>,
  onEvent: (folder: string, name: string | null) => void,
): void {
  for (const [folder, watcher] of watchers) {
    if (folders.has(folder)) continue;
    watcher.close();
    watchers.delete(folder);
  }
  for (const folder of folders) {
    if (watchers.has(folder)) continue;
    try {
      const watcher = watch(folder, (_, name) => onEvent(folder, name));
      watcher.on('error', () => watcher.close());
      watchers.set(folder, watcher);
    } catch {
      // It is gone, or closed to us: nothing in it can be read either.
    }
  }
}

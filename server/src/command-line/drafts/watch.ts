import { Failure, isFailure } from '../failure.ts';
import { STANDARD_INPUT } from '../files/standard-input.ts';
import { complain } from '../terminal/output.ts';
import { columnsOf, writeOut } from '../terminal/standard-streams.ts';
import { type ChangesOptions, createChanges } from './changes.ts';
import type { ReadyDraft } from './read.ts';
import { rememberResults, type Slot } from './results.ts';

/** Milliseconds without a change before the next run: programs that save a file touch it more than once. */
const PAUSE = 60;
const CLEAR_SCREEN = '\u001b[2J\u001b[3J\u001b[H';

/** How a run tells what it rests on, and finds again what did not change. */
export interface WatchTools {
  /** To be called with the absolute path of each file that configures, whether it is there or not. */
  readonly onConfiguration: (path: string) => void;
  readonly slotOf: (draft: ReadyDraft) => Slot | null;
}

/**
 * `check --watch`: runs now, and again whenever a draft, a configuration, a vocabulary or the baseline changes, appears
 * or goes, until the program is told to end.
 */
export async function runOnChange(
  paths: readonly string[],
  options: ChangesOptions,
  run: (tools: WatchTools) => Promise<unknown>,
): Promise<number> {
  if (paths.includes(STANDARD_INPUT)) throw new Failure('- cannot be watched');
  let isChanged = true;
  let isEnded = false;
  let isRunning = false;
  let wake = () => {};

  const changes = createChanges(paths, options, () => {
    isChanged = true;
    wake();
  });
  const tools = { onConfiguration: changes.add, slotOf: rememberResults() };
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
      // First watched, then read: what changes in between is a change.
      await changes.watchAgain();
      if (options.output === undefined && columnsOf('stdout') !== null) writeOut(CLEAR_SCREEN);
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
  changes.close();
  process.off('SIGINT', end).off('SIGTERM', end);
  return 0;
}

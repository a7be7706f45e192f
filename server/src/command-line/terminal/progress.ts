import { columnsOf, writeError } from './standard-streams.ts';
import { harmless } from './terminal.ts';

/** Below that many files, all is done before a line could be read. */
const FEW_FILES = 30;
/** Seconds between two lines, and before the first. */
const INTERVAL = 0.12;
/** Columns of a terminal that does not say. */
const DEFAULT_WIDTH = 80;
const CLEAR_LINE = '\r\u001b[2K';

/** A line on standard error that says how far the work is; only on a terminal, only when there is much to do. */
export interface Progress {
  /** To be called before each file. Now and then it lets what else waits have its turn, an interrupt for one. */
  readonly step: (name: string) => Promise<void>;
  /** To be called before anything else is written to standard error. */
  readonly clear: () => void;
  /** To be called before anything is written to standard output, which may be the same terminal. */
  readonly makeWay: () => void;
}

export function createProgress(total: number): Progress {
  const columns = total >= FEW_FILES ? columnsOf('stderr') : null;
  let done = 0;
  // The clock of `performance` would come with ten modules that a start does without.
  let last = process.uptime();
  let visible = false;
  const clear = () => {
    if (visible) writeError(CLEAR_LINE);
    visible = false;
  };
  return {
    step: async (name) => {
      done++;
      if (process.uptime() - last < INTERVAL) return;
      await new Promise((resolve) => setImmediate(resolve));
      if (columns !== null) {
        const line = `${done} of ${total}  ${harmless(name)}`.slice(0, (columns || DEFAULT_WIDTH) - 1);
        writeError(`${CLEAR_LINE}${line}`);
        visible = true;
      }
      last = process.uptime();
    },
    clear,
    makeWay: columns !== null && columnsOf('stdout') !== null ? clear : () => {},
  };
}

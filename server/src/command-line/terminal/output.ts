import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { resolve } from 'node:path';
import { Failure, reasonOf } from '../failure.ts';
import { writeError, writeOut } from './standard-streams.ts';
import { harmless } from './terminal.ts';

/** Where findings go. */
export interface Output {
  readonly write: (text: string) => void;
  /** To be told of a file that is read: it is a failure if that is where findings go, which would take its place. */
  readonly spare: (file: string) => void;
  readonly close: () => void;
  /** Leaves the file as it was, unless it was closed. */
  readonly discard: () => void;
}

/** Standard output, or the file that `--output` names: it is there when all is written, and not before. */
export function openOutput(path: string | undefined): Output {
  if (path === undefined) {
    return {
      write: (text) => {
        if (text !== '') writeOut(text);
      },
      spare: () => {},
      close: () => {},
      discard: () => {},
    };
  }
  if (path === '') throw new Failure('--output: expected a file');
  const orFail = <Result>(work: () => Result): Result => {
    try {
      return work();
    } catch (error) {
      throw new Failure(`${path}: cannot be written: ${reasonOf(error)}`);
    }
  };
  const target = orFail(() => targetOf(path));
  const unfinished = target.isFile ? `${target.path}.${process.pid}.tmp` : null;
  const file = orFail(() => openSync(unfinished ?? target.path, 'w', target.mode));
  let isOpen = true;
  const closeFile = () => {
    if (!isOpen) return;
    isOpen = false;
    closeSync(file);
  };
  const remove = () => {
    if (unfinished !== null) rmSync(unfinished, { force: true });
  };
  const stopListening = onEnd(remove);
  return {
    write: (text) => {
      const bytes = Buffer.from(text);
      for (let done = 0; done < bytes.length; ) done += orFail(() => writeSync(file, bytes, done));
    },
    spare: (read) => {
      if (target.isFile && placeOf(read) === target.path)
        throw new Failure(`--output: expected another file than ${read}, which is read`);
    },
    close: () => {
      orFail(closeFile);
      if (unfinished !== null) orFail(() => renameSync(unfinished, target.path));
      stopListening();
    },
    discard: () => {
      closeFile();
      remove();
      stopListening();
    },
  };
}

/** Where a file is or would be, symbolic links followed. */
function placeOf(path: string): string {
  return existsSync(path) ? realpathSync(path) : resolve(path);
}

/** Where to write in the end, symbolic links followed. Devices and pipes are no files: they are written directly. */
function targetOf(path: string): { readonly path: string; readonly isFile: boolean; readonly mode?: number } {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) return { path: resolve(path), isFile: true };
  if (!stats.isFile()) return { path: resolve(path), isFile: false };
  accessSync(path, constants.W_OK);
  return { path: realpathSync(path), isFile: true, mode: stats.mode };
}

/**
 * One line on standard error, whatever the names in it hold: a pipeline takes some lines for commands. It is a name that
 * they begin with.
 */
export function complain(line: string): void {
  writeError(`${harmless(line).replace(COMMAND, './')}\n`);
}

/** What GitHub Actions takes for a command where it begins a line. */
const COMMAND = /^(?=\s*::)/;

const INTERRUPTS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Calls `clean` before the program ends, by itself or from outside; gives what takes that back. */
export function onEnd(clean: () => void): () => void {
  const end = (signal: NodeJS.Signals) => {
    clean();
    stop();
    process.kill(process.pid, signal);
  };
  const stop = () => {
    process.off('exit', clean);
    for (const signal of INTERRUPTS) process.off(signal, end);
  };
  process.on('exit', clean);
  for (const signal of INTERRUPTS) process.on(signal, end);
  return stop;
}

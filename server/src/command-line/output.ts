import { closeSync, openSync, writeSync } from 'node:fs';
import { resolve } from 'node:path';
import { Failure, reasonOf } from './failure.ts';

/** Where findings go. */
export interface Output {
  readonly write: (text: string) => void;
  readonly close: () => void;
}

/** Standard output, or the file that is named. */
export function openOutput(path: string | undefined): Output {
  if (path === undefined) {
    return {
      write: (text) => {
        if (text !== '') process.stdout.write(text);
      },
      close: () => {},
    };
  }
  const orFail = <Result>(work: () => Result): Result => {
    try {
      return work();
    } catch (error) {
      throw new Failure(`${path}: cannot be written: ${reasonOf(error)}`);
    }
  };
  const file = orFail(() => openSync(resolve(path), 'w'));
  return {
    write: (text) => {
      const bytes = Buffer.from(text);
      for (let done = 0; done < bytes.length; ) done += orFail(() => writeSync(file, bytes, done));
    },
    close: () => orFail(() => closeSync(file)),
  };
}

/** One line on standard error. */
export function complain(line: string): void {
  process.stderr.write(`${line}\n`);
}

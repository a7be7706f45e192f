import { closeSync, openSync, realpathSync, rmSync, statSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { onEnd } from '../terminal/output.ts';

/** Milliseconds until a file that somebody else writes is asked for again. */
const PATIENCE = 10;
/** Milliseconds after which whoever holds a file is known to be gone: to write one takes a few. */
const ABANDONED = 5000;

/**
 * Reads and writes a file while nobody else does who asks for the same: a file beside it, which is there meanwhile, says
 * so. Where none can be made, none can be written either, which is for `work` to find.
 */
export async function alone<Result>(file: string, work: () => Promise<Result>): Promise<Result> {
  const sign = `${placeOf(file)}.lock`;
  const remove = () => rmSync(sign, { force: true });
  while (!isOwn(sign)) {
    if (isAbandoned(sign)) remove();
    else await setTimeout(PATIENCE);
  }
  const stopListening = onEnd(remove);
  try {
    return await work();
  } finally {
    remove();
    stopListening();
  }
}

/** Whether the sign was set up; true as well where it cannot be. */
function isOwn(sign: string): boolean {
  try {
    closeSync(openSync(sign, 'wx'));
    return true;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'EEXIST');
  }
}

function isAbandoned(sign: string): boolean {
  const stats = statSync(sign, { throwIfNoEntry: false });
  return stats !== undefined && Date.now() - stats.mtimeMs > ABANDONED;
}

/** Without links, so that one file has one sign. */
function placeOf(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return file;
  }
}

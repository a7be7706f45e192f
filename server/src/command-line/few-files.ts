import { statSync } from 'node:fs';
import { STANDARD_INPUT } from './files/standard-input.ts';

/** Bytes of drafts from which V8 gains more by optimising than that takes: as measured, about 640,000. */
const MOST_BYTES = 500_000;
/** What makes a run a long one, or one of threads. */
const LONG = /^--(?:watch|workers)/;

/** Whether the arguments of a command name files that are small together, and no folder. */
export function nameFewFiles(args: readonly string[]): boolean {
  let files = 0;
  let bytes = 0;
  for (const arg of args.slice(1)) {
    if (LONG.test(arg)) return false;
    // Standard input is one draft, of which it is not known how long it is.
    const stats = arg === STANDARD_INPUT ? null : statsOf(arg);
    if (stats === undefined) continue;
    if (stats?.isDirectory()) return false;
    files++;
    bytes += stats?.size ?? 0;
  }
  return files > 0 && bytes <= MOST_BYTES;
}

/** Undefined for an option, a glob, or what cannot be asked. */
function statsOf(path: string) {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

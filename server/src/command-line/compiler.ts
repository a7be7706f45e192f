import module from 'node:module';
import { setFlagsFromString } from 'node:v8';

/** The first V8 that knows the flags: that of Node 24. */
const SINCE = 13;

// Flags are those of the whole process: only its first thread sets them while it loads.
let compilesWhole =
  (module as { readonly getCompileCacheDir?: () => string | undefined }).getCompileCacheDir?.() !== undefined;

/** To be called in any other thread. */
export function compileAsCalled(): void {
  compilesWhole = false;
}

/** Loads a part whose code is kept, all of it compiled: see main.ts. */
export async function loadWhole<Part>(load: () => Promise<Part>): Promise<Part> {
  if (!compilesWhole) return load();
  setFlagsFromString('--no-lazy');
  try {
    return await load();
  } finally {
    setFlagsFromString('--lazy');
  }
}

/**
 * A thread checks drafts for some seconds, and each compiles for itself. Left alone, V8 spends a quarter of the time of
 * all processors on optimising code that pays back only later, or never. So only what is very hot is optimised.
 */
export function compileOnlyTheHot(): void {
  if (Number.parseInt(process.versions.v8, 10) < SINCE) return;
  setFlagsFromString('--invocation-count-for-maglev=1200');
  setFlagsFromString('--invocation-count-for-turbofan=100000');
}

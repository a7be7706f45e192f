import { setFlagsFromString } from 'node:v8';

/** The first V8 that knows the flag: that of Node 24. */
const SINCE = 13;

let asStarted = true;

/**
 * A thread checks drafts for some seconds, and each compiles for itself. Left alone, V8 spends a quarter of the time of
 * all processors on optimising code that pays back only later, or never. So only what is very hot is optimised to the end.
 */
export function compileOnlyTheHot(): void {
  if (Number.parseInt(process.versions.v8, 10) < SINCE) return;
  asStarted = false;
  setFlagsFromString('--invocation-count-for-turbofan=100000');
}

/** Whether V8 has the flags that it started with: code that was compiled with others is not taken at the next start. */
export function compilesAsStarted(): boolean {
  return asStarted;
}

import { setFlagsFromString } from 'node:v8';

// V8 takes kept code where it has the flags that the code was compiled with, Node's own among it: modules of Node that
// are loaded once others are set take twice as long.

/** The first V8 that knows all these flags: that of Node 24. */
const SINCE = 13;
const KNOWS_ALL = Number.parseInt(process.versions.v8, 10) >= SINCE;

let asStarted = true;

/** What suits every command. */
export function compileForCommands(): void {
  // A draft has most expressions run more than once: V8 would compile each for an interpreter first, and then again.
  setFlagsFromString('--no-regexp-tier-up');
  // What ran once, as most of a start does, would soon be missing from the code that is kept.
  setFlagsFromString('--no-flush-bytecode');
  // Kept code holds its sum: what is damaged is not run. To compare it with a copy would take twice as much reading.
  setFlagsFromString('--verify-snapshot-checksum');
}

/**
 * What suits a command that is done in a moment: no code is optimised that does not run for long, WebAssembly included,
 * which takes a fifth of the time of all processors, and new objects have room enough that none are swept.
 */
export function compileForFewDrafts(): void {
  if (!KNOWS_ALL) return;
  setFlagsFromString('--invocation-count-for-maglev=8000');
  setFlagsFromString('--invocation-count-for-maglev-osr=1000');
  setFlagsFromString('--invocation-count-for-turbofan=60000');
  setFlagsFromString('--wasm-tiering-budget=1000000000');
  setFlagsFromString('--semi-space-growth-factor=8');
}

/**
 * A thread checks drafts for some seconds, and each compiles for itself. Left alone, V8 spends a quarter of the time of
 * all processors on optimising code that pays back only later, or never. So only what is very hot is optimised to the end.
 * And where each processor has its thread, several that sweep new objects together wait for one another.
 */
export function compileOnlyTheHot(): void {
  if (!KNOWS_ALL) return;
  asStarted = false;
  setFlagsFromString('--invocation-count-for-turbofan=1000000');
  setFlagsFromString('--no-parallel-scavenge');
  // What waits to be optimised takes memory, 100 MB and more where it comes faster than V8's two threads do it.
  setFlagsFromString('--concurrent-maglev-max-threads=0');
  // The first round of each loop by itself: for a draft, that is more to compile than it saves.
  setFlagsFromString('--no-maglev-loop-peeling');
}

/** Whether V8 has the flags that it started with: code that was compiled with others is not taken at the next start. */
export function compilesAsStarted(): boolean {
  return asStarted;
}

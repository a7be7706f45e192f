import { setFlagsFromString } from 'node:v8';

// How V8 compiles, by its flags, which are those of the process. All scripts of the command share this module
// (`loadScript`); in a thread, which leaves the flags as they are, it is another.

/** The first V8 that knows the flags on optimising: that of Node 24. */
const SINCE = 13;
const OPTIMISING = ['--maglev', '--turbofan'];
const PLAIN = ['--no-maglev', '--no-turbofan'];
/**
 * Texts of that many code units, and more drafts than that, take as long with what V8 optimises as without: below, it
 * optimises what will not run again, and takes a fourth more of all processors.
 */
const LONG_TEXT = 160_000;
const FEW_DRAFTS = 3;

let state: 'given' | 'plain' | 'optimising' | 'for threads' = 'given';

/** For the start of the command, before anything is compiled. */
export function compilePlainly(): void {
  // A draft has most expressions run more than once: V8 would compile each for an interpreter first, and then again.
  setFlagsFromString('--no-regexp-tier-up');
  // What ran once, as most of a start does, would soon be missing from the code that is kept.
  setFlagsFromString('--no-flush-bytecode');
  // Of what is made at the start nearly all stays: to sweep it once is enough, where V8 would sweep it at 1, 2 and 4 MB.
  setFlagsFromString('--semi-space-growth-factor=8');
  if (Number.parseInt(process.versions.v8, 10) < SINCE) return;
  setFlags(PLAIN);
  state = 'plain';
}

/** For what takes longer than a draft. */
export function compileToTheEnd(): void {
  if (state !== 'plain') return;
  setFlags(OPTIMISING);
  state = 'optimising';
}

/** For so many drafts, or a text of so many UTF-16 code units. */
export function compileFor({ drafts = 0, length = 0 }: { readonly drafts?: number; readonly length?: number }): void {
  if (drafts > FEW_DRAFTS || length > LONG_TEXT) compileToTheEnd();
}

/**
 * A thread checks drafts for some seconds, and each compiles for itself. Left alone, V8 spends a quarter of the time of
 * all processors on optimising code that pays back only later, or never. So only what is very hot is optimised to the end.
 */
export function compileOnlyTheHot(): void {
  compileToTheEnd();
  if (state !== 'optimising') return;
  setFlagsFromString('--invocation-count-for-turbofan=100000');
  state = 'for threads';
}

/** Does what depends on the flags with those of the start: V8 takes compiled code with the flags that it was kept with. */
export function asAtStart<Result>(work: () => Result): Result {
  if (state !== 'optimising') return work();
  setFlags(PLAIN);
  try {
    return work();
  } finally {
    setFlags(OPTIMISING);
  }
}

/** Whether code that was compiled can be kept for the next start. */
export function compilesForKeeping(): boolean {
  return state !== 'for threads';
}

function setFlags(flags: readonly string[]): void {
  for (const flag of flags) setFlagsFromString(flag);
}

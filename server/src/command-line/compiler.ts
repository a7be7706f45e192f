import { setFlagsFromString } from 'node:v8';

// How V8 compiles, by its flags, which are those of the process. All scripts of the command share this module
// (`loadScript`); in a thread, which leaves the flags as they are, it is another.

/** The V8 whose flags on optimising these are, that of Node 24: others complain of flags that they do not know. */
const VERSION = 13;
const MAGLEV = '--invocation-count-for-maglev';
const MAGLEV_IN_LOOPS = '--invocation-count-for-maglev-osr';
const TURBOFAN = '--invocation-count-for-turbofan';
/** As V8 has them. */
const USUALLY = [`${MAGLEV}=400`, `${MAGLEV_IN_LOOPS}=100`, `${TURBOFAN}=3000`];
/** Only what would else take seconds. */
const LATE = [`${MAGLEV}=8000`, `${MAGLEV_IN_LOOPS}=1000`, `${TURBOFAN}=60000`];
/**
 * Texts of that many code units, and that many drafts, take as long with what V8 optimises soon as without: below, most
 * of it would not run again, and it takes a fourth more of all processors.
 */
const LONG_TEXT = 160_000;
const FEW_DRAFTS = 3;

let state: 'given' | 'late' | 'usual' | 'for threads' = 'given';

/** For the start of the command, before anything is compiled. */
export function compileLittle(): void {
  // A draft has most expressions run more than once: V8 would compile each for an interpreter first, and then again.
  setFlagsFromString('--no-regexp-tier-up');
  // What ran once, as most of a start does, would soon be missing from the code that is kept.
  setFlagsFromString('--no-flush-bytecode');
  // Of what is made at the start nearly all stays: to sweep it once is enough, where V8 would sweep it at 1, 2 and 4 MB.
  setFlagsFromString('--semi-space-growth-factor=8');
  if (Number.parseInt(process.versions.v8, 10) !== VERSION) return;
  setFlags(LATE);
  state = 'late';
}

/** For what takes longer than a draft. */
export function compileToTheEnd(): void {
  if (state !== 'late') return;
  setFlags(USUALLY);
  state = 'usual';
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
  if (state !== 'usual') return;
  setFlagsFromString(`${TURBOFAN}=100000`);
  state = 'for threads';
}

/** Does what depends on the flags with those of the start: V8 takes compiled code with the flags that it was kept with. */
export function asAtStart<Result>(work: () => Result): Result {
  if (state !== 'usual') return work();
  setFlags(LATE);
  try {
    return work();
  } finally {
    setFlags(USUALLY);
  }
}

/** Whether code that was compiled can be kept for the next start. */
export function compilesForKeeping(): boolean {
  return state !== 'for threads';
}

function setFlags(flags: readonly string[]): void {
  for (const flag of flags) setFlagsFromString(flag);
}

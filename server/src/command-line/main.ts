#!/usr/bin/env node
import module from 'node:module';
import { setFlagsFromString } from 'node:v8';

/** What Node says where it keeps compiled code: that it does from now on, or did before. */
const KEEPS_CODE: readonly unknown[] = [1, 2];

// Node 22 and later keep compiled code between runs; asking for it has to come before the rest is loaded.
const { enableCompileCache } = module as { readonly enableCompileCache?: () => { readonly status: unknown } };
const keepsCode = KEEPS_CODE.includes(enableCompileCache?.().status);

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // Whoever read the output has seen enough, as `| head` has, and needs no word; but not all was said that counts.
  if (error.code === 'EPIPE') process.exit(2);
  import('./failure.ts').then(({ reasonOf }) => {
    process.stderr.write(`standard output: cannot be written: ${reasonOf(error)}\n`);
    process.exit(2);
  });
});
try {
  const run = await loadProgram();
  // Built, what a thread begins with lies beside this file.
  const status = await run(process.argv.slice(2), new URL('thread.js', import.meta.url));
  if (status !== null) end(status);
} catch (error) {
  giveUp(error);
}

/**
 * V8 leaves out of the compiled code what is not called at once, which is nearly all, and Node keeps it as it is then:
 * each run would compile it anew. So all of it is compiled where it is kept. What is loaded later is Node's own, or rare.
 */
async function loadProgram() {
  if (keepsCode) setFlagsFromString('--no-lazy');
  const { run } = await import('./program.ts');
  setFlagsFromString('--lazy');
  // A draft has most expressions run more than once: V8 would compile each for an interpreter first, and then again.
  setFlagsFromString('--no-regexp-tier-up');
  return run;
}

/** Ends when all is written, without taking memory apart piece by piece. */
function end(status: number): void {
  process.stdout.write('', (error) => {
    // The listener above says why.
    if (!error) process.stderr.write('', () => process.exit(status));
  });
}

/** What nobody foresaw is a mistake of the program; whoever wants to mend it starts it with `DEBUG=1`. */
function giveUp(error: unknown): void {
  const { DEBUG: wantsTrace } = process.env;
  const what = error instanceof Error ? (wantsTrace ? error.stack : error.message.split('\n', 1)[0]) : String(error);
  process.stderr.write(`sentinel-citations: the program failed, please report it: ${what}\n`);
  process.exitCode = 2;
}

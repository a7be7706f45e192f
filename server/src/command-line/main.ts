#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';
import { reasonOf } from './failure.ts';
import { loadScript } from './kept-code.ts';
import type * as Program from './program.ts';

// A draft has most expressions run more than once: V8 would compile each for an interpreter first, and then again.
setFlagsFromString('--no-regexp-tier-up');
// What a long run does not call for a while would be missing from the code that is kept.
setFlagsFromString('--no-flush-bytecode');

/** The exit status when the program could not do its work. */
const FAILED = 2;

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // Whoever read the output has seen enough, as `| head` has, and needs no word; but not all was said that counts.
  if (error.code !== 'EPIPE') process.stderr.write(`standard output: cannot be written: ${reasonOf(error)}\n`);
  process.exit(FAILED);
});
try {
  const args = process.argv.slice(2);
  const { exports: program, keepCode } = loadScript<typeof Program>(
    new URL('program.cjs', import.meta.url),
    args[0] ?? '',
  );
  // Called whatever ends the program: a server is ended by its editor.
  process.once('exit', (status) => {
    if (status !== FAILED && program.compilesAsStarted()) keepCode();
  });
  // What a thread begins with lies beside this file too.
  const status = await program.run(args, new URL('thread.js', import.meta.url));
  if (status !== null) end(status);
} catch (error) {
  giveUp(error);
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
  process.exitCode = FAILED;
}

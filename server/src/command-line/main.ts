#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';
import { isCommand } from './command-names.ts';
import { FAILED } from './failure.ts';
import { loadScript } from './kept-code.ts';
import type * as Program from './program.ts';
import { writeError } from './terminal/standard-streams.ts';

// A draft has most expressions run more than once: V8 would compile each for an interpreter first, and then again.
setFlagsFromString('--no-regexp-tier-up');
// What ran once, as most of a start does, would soon be missing from the code that is kept.
setFlagsFromString('--no-flush-bytecode');

try {
  const args = process.argv.slice(2);
  const script = new URL('command/program.cjs', import.meta.url);
  const { exports: program, keepCode } = loadScript<typeof Program>(script, isCommand(args[0]) ? args[0] : 'help');
  // Called whatever ends the program: a server is ended by its editor.
  process.once('exit', (status) => {
    if (status !== FAILED && program.compilesAsStarted()) keepCode();
  });
  // What a thread begins with lies beside this file too.
  const status = await program.run(args, new URL('thread.js', import.meta.url));
  // At once, without taking memory apart piece by piece.
  if (status !== null) process.exit(status);
} catch (error) {
  giveUp(error);
}

/** What nobody foresaw is a mistake of the program; whoever wants to mend it starts it with `DEBUG=1`. */
function giveUp(error: unknown): void {
  const { DEBUG: wantsTrace } = process.env;
  const what = error instanceof Error ? (wantsTrace ? error.stack : error.message.split('\n', 1)[0]) : String(error);
  writeError(`sentinel-citations: the program failed, please report it: ${what}\n`);
  process.exitCode = FAILED;
}

#!/usr/bin/env node
import { isCommand } from './command-names.ts';
import { compileForCommands, compileForFewDrafts } from './compiler.ts';
import { FAILED } from './failure.ts';
import { nameFewFiles } from './few-files.ts';
import { loadScript } from './kept-code.ts';
import type * as Program from './program.ts';
import { writeError } from './terminal/standard-streams.ts';

/** What makes hashes for sure. */
const HASHING = /^--(?:cache|baseline)|sarif|gitlab/;

try {
  const args = process.argv.slice(2);
  const [name] = args;
  const areFew = nameFewFiles(args);
  // Before flags are set, it takes half as long.
  if (args.some((arg) => HASHING.test(arg))) process.getBuiltinModule('node:crypto');
  compileForCommands();
  if (areFew) compileForFewDrafts();
  const { exports: program, keepCode } = loadScript<typeof Program>(
    new URL('command/program.cjs', import.meta.url),
    `${isCommand(name) ? name : 'help'}${areFew ? '-few' : ''}`,
  );
  // Called whatever ends the program: a server is ended by its editor.
  process.once('exit', (status) => {
    if (status !== FAILED && program.compilesAsStarted()) keepCode();
  });
  // What a thread begins with lies beside this file too.
  const status = await program.run(args, new URL('thread.js', import.meta.url));
  // Not by `process.exit`, which may wait for a thread of V8 that compiles and waits for this one to sweep memory.
  if (status !== null) process.exitCode = status;
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

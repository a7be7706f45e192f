#!/usr/bin/env node
import module from 'node:module';
import { isMainThread } from 'node:worker_threads';

// Node 22 and later keep compiled code between runs; asking for it has to come before the rest is loaded.
const { enableCompileCache } = module as { readonly enableCompileCache?: () => unknown };
enableCompileCache?.();

if (isMainThread) {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // Whoever read the output has seen enough, as `| head` has, and needs no word; but not all was said that counts.
    if (error.code === 'EPIPE') process.exit(2);
    import('./failure.ts').then(({ reasonOf }) => {
      process.stderr.write(`standard output: cannot be written: ${reasonOf(error)}\n`);
      process.exit(2);
    });
  });
  try {
    const { run } = await import('./program.ts');
    const status = await run(process.argv.slice(2), new URL(import.meta.url));
    if (status !== null) end(status);
  } catch (error) {
    giveUp(error);
  }
} else {
  const { runThread } = await import('./thread.ts');
  await runThread();
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

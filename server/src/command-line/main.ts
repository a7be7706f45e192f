#!/usr/bin/env node
import module from 'node:module';

// Node 22 and later keep compiled code between runs; asking for it has to come before the rest is loaded.
const { enableCompileCache } = module as { readonly enableCompileCache?: () => unknown };
enableCompileCache?.();

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // Whoever read the output has seen enough, as `| head` has.
  if (error.code === 'EPIPE') process.exit();
  throw error;
});

const { run } = await import('./program.ts');
process.exitCode = await run(process.argv.slice(2));

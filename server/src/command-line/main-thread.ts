import { loadScript } from './kept-code.ts';
import type * as Program from './program.ts';

// The program as one of several threads: see main.ts, which is the first.
const { exports: program, keepCode } = loadScript<typeof Program>(
  new URL('command/program.cjs', import.meta.url),
  'thread',
);
await program.runThread(keepCode);

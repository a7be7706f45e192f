import module from 'node:module';

// The program as one of several threads: see main.ts, which does the same for the first.
const { enableCompileCache } = module as { readonly enableCompileCache?: () => unknown };
enableCompileCache?.();

const { runThread } = await import('./drafts/thread.ts');
await runThread();

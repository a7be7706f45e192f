import { chmod, rm } from 'node:fs/promises';
import { type BuildOptions, build } from 'esbuild';

/**
 * What is shipped: one line a bundle. Everything a bundle needs is inside it, so that installing the package installs
 * nothing else.
 */
const BUNDLES: readonly BuildOptions[] = [
  { entryPoints: { cli: 'server/src/command-line/main.ts' }, banner: { js: '#!/usr/bin/env node' } },
];

const SHARED: BuildOptions = {
  outdir: 'dist',
  bundle: true,
  minify: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  legalComments: 'none',
  logLevel: 'warning',
};

await rm('dist', { recursive: true, force: true });
await Promise.all(BUNDLES.map((bundle) => build({ ...SHARED, ...bundle })));
await chmod('dist/cli.js', 0o755);

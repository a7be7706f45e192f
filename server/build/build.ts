import { chmod, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { quickExpressions } from './expressions.ts';
import { identityOfBuild } from './identity.ts';
import { lean } from './lean.ts';
import { nodeModules } from './node-modules.ts';
import { writeNotices } from './notices.ts';
import { partsOf } from './parts.ts';
import { writeSchemas } from './schemas.ts';
import { writeTypes } from './types.ts';
import { vocabularyBeside, vocabularyInside } from './vocabulary.ts';

/** Everything that a bundle needs is inside it, so that installing the package installs nothing else. */
const SHARED = {
  outdir: 'dist',
  bundle: true,
  minify: true,
  platform: 'node',
  target: 'node20.19',
  legalComments: 'none',
  logLevel: 'warning',
  metafile: true,
  plugins: [vocabularyInside, quickExpressions, lean],
} satisfies BuildOptions;

/**
 * What runs on Node. What a program imports on demand (`await import(…)`) is a chunk of its own, so that it loads no
 * more than it needs; the programs share no chunks, which makes each load fewer files at its start.
 */
const PROGRAM = {
  ...SHARED,
  format: 'esm',
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
  assetNames: 'chunks/[name]-[hash]',
  define: {
    // One of the dependencies, which are CommonJS, asks for its own name.
    __filename: 'import.meta.url',
    SENTINEL_CITATIONS_BUILD: JSON.stringify(await identityOfBuild('.')),
  },
  // Commander can run programs of their own as commands: ours are none.
  plugins: [vocabularyBeside, lean, nodeModules([{ by: /[\\/]commander[\\/]/, path: 'child_process' }])],
} satisfies BuildOptions;
const COMMAND_LINE = {
  ...PROGRAM,
  entryPoints: { cli: 'server/src/command-line/main.ts', thread: 'server/src/command-line/main-thread.ts' },
  plugins: [
    ...PROGRAM.plugins,
    partsOf({
      core: resolve('server/src/command-line/program.ts'),
      middle: resolve('server/src/analysis.ts'),
      small: ['failure', 'results', 'search', 'since', 'threads', 'watch', 'github', 'gitlab', 'junit', 'checkstyle'],
    }),
  ],
};
const LANGUAGE_SERVER = { ...PROGRAM, entryPoints: { 'language-server': 'server/src/language-server/main-node.ts' } };

/** What other packages import: `sentinel-citations`, which asks nothing of where it runs, and the plugin for remark. */
const LIBRARY = {
  ...SHARED,
  entryPoints: { index: 'server/src/library.ts' },
  outdir: 'dist/library',
  format: 'esm',
  platform: 'neutral',
  mainFields: ['module', 'main'],
  target: 'es2022',
} satisfies BuildOptions;
const REMARK_PLUGIN = {
  ...PROGRAM,
  entryPoints: { remark: 'server/src/remark/index.ts' },
  outdir: 'dist/library',
} satisfies BuildOptions;

/**
 * The VS Code side. VS Code loads CommonJS everywhere (in browsers nothing else), provides `vscode` itself, and asks for
 * one file. The version of Node is that of VS Code 1.101.
 */
const EXTENSION = {
  ...SHARED,
  entryPoints: { extension: 'client/src/extension.ts' },
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  external: ['vscode'],
  target: 'node22',
} satisfies BuildOptions;

/** The same for VS Code in a browser. */
const WEB_EXTENSION = {
  ...EXTENSION,
  entryPoints: { 'extension.browser': 'client/src/extension.browser.ts' },
  platform: 'browser',
  target: 'es2022',
} satisfies BuildOptions;

/** The language server as a web worker: one script, without Node. */
const WORKER = {
  ...SHARED,
  entryPoints: { 'language-server.browser': 'server/src/language-server/main-browser.ts' },
  format: 'iife',
  platform: 'browser',
  target: 'es2022',
  alias: { 'node:path': './server/src/language-server/posix-path.ts' },
  // A worker has no document, which a dependency takes a browser to have.
  conditions: ['worker'],
} satisfies BuildOptions;

const BUNDLES: readonly (BuildOptions & { metafile: true })[] = [
  COMMAND_LINE,
  LANGUAGE_SERVER,
  LIBRARY,
  REMARK_PLUGIN,
  WORKER,
  EXTENSION,
  WEB_EXTENSION,
];

await rm('dist', { recursive: true, force: true });
const results = await Promise.all(BUNDLES.map((bundle) => build(bundle)));
await writeNotices(
  'dist/third-party-notices.txt',
  results.flatMap(({ metafile }) => Object.keys(metafile.inputs)),
);
await writeSchemas('dist/schemas');
await writeTypes('dist/library/types', ['library', 'remark/index']);
await chmod('dist/cli.js', 0o755);

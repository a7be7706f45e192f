import { chmod, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { quickExpressions } from './expressions.ts';
import { identityOfBuild } from './identity.ts';
import { KERNEL_INPUTS, kernelInside } from './kernel.ts';
import { lean } from './lean.ts';
import { nodeModules } from './node-modules.ts';
import { writeNotices } from './notices.ts';
import { writeSchemas } from './schemas.ts';
import { writeTypes } from './types.ts';
import { vocabularyBeside, vocabularyInside } from './vocabulary.ts';

const IDENTITY = { SENTINEL_CITATIONS_BUILD: JSON.stringify(await identityOfBuild('.')) };
/** What runs programs, of which none of our commands is one, and what reads files where we do not. */
const PUT_OFF = [
  { by: /[\\/]commander[\\/]/, path: 'child_process' },
  { by: /[\\/]unicorn-magic[\\/]/, path: 'child_process' },
  { by: /[\\/]globby[\\/]/, path: 'fs/promises' },
];

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
  // Else esbuild takes the making of such an expression for one that may have an effect, and keeps it where nothing uses it.
  supported: { 'regexp-unicode-property-escapes': true },
  plugins: [vocabularyInside, kernelInside, quickExpressions, lean],
} satisfies BuildOptions;

/** What runs on Node, and shares code between what it loads at once and what it loads on demand (`await import(…)`). */
const PROGRAM = {
  ...SHARED,
  format: 'esm',
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
  assetNames: 'chunks/[name]-[hash]',
  define: { __filename: 'import.meta.url', ...IDENTITY },
  plugins: [vocabularyBeside, kernelInside, quickExpressions, lean, nodeModules(PUT_OFF)],
} satisfies BuildOptions;
const LANGUAGE_SERVER = { ...PROGRAM, entryPoints: { 'language-server': 'server/src/language-server/main-node.ts' } };

/** What starts the command, and a thread of it. */
const COMMAND_LINE = {
  ...PROGRAM,
  splitting: false,
  entryPoints: { cli: 'server/src/command-line/main.ts', thread: 'server/src/command-line/main-thread.ts' },
} satisfies BuildOptions;

/**
 * The command as scripts, whose compiled code these keep: each is a function of what `loadScript` calls it with. Apart
 * from the program stands what the check of a draft does without, or, where its results are kept, the analysis: a script
 * is read whole, and what is kept of it grows with all that stands in it. What two scripts need, each has for itself.
 */
const SCRIPTS = {
  ...PROGRAM,
  entryPoints: {
    program: 'server/src/command-line/program.ts',
    analysis: 'server/src/command-line/drafts/analysing.ts',
    server: 'server/src/language-server/main-node.ts',
    fix: 'server/src/command-line/commands/fix.ts',
    inspect: 'server/src/command-line/commands/inspect.ts',
    rules: 'server/src/command-line/commands/rules.ts',
    vocabulary: 'server/src/command-line/commands/vocabulary.ts',
    search: 'server/src/command-line/files/search.ts',
    'find-drafts': 'server/src/language-server/find-drafts.ts',
    watch: 'server/src/command-line/drafts/watch.ts',
    sarif: 'server/src/command-line/formats/sarif.ts',
    'read-configuration': 'server/src/configuration/parse.ts',
    'read-vocabulary': 'server/src/vocabulary/load.ts',
    'exchange-csv': 'server/src/vocabulary/exchange/csv.ts',
    'exchange-skos': 'server/src/vocabulary/exchange/skos.ts',
    'exchange-un-list': 'server/src/vocabulary/exchange/un-list.ts',
  },
  outdir: 'dist/command',
  outExtension: { '.js': '.cjs' },
  assetNames: '[name]-[hash]',
  format: 'cjs',
  splitting: false,
  // `import('./a.cjs')` becomes `require('./a.cjs')`, which `loadScript` answers.
  supported: { ...SHARED.supported, 'dynamic-import': false },
  banner: { js: '(function (exports, module, scriptUrl, require) { "use strict";' },
  footer: { js: '})' },
  define: { __filename: 'scriptUrl', 'import.meta.url': 'scriptUrl', ...IDENTITY },
} satisfies BuildOptions;
const scriptsApart: Plugin = {
  name: 'scripts-apart',
  setup: ({ onResolve }) => {
    const names = new Map(Object.entries(SCRIPTS.entryPoints).map(([name, file]) => [resolve(file), name]));
    onResolve({ filter: /\.ts$/ }, ({ path, kind, resolveDir }) => {
      const name = kind === 'dynamic-import' ? names.get(join(resolveDir, path)) : undefined;
      return name === undefined ? null : { path: `./${name}.cjs`, external: true };
    });
  },
};

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
  { ...SCRIPTS, plugins: [scriptsApart, ...SCRIPTS.plugins] },
  LANGUAGE_SERVER,
  LIBRARY,
  REMARK_PLUGIN,
  WORKER,
  EXTENSION,
  WEB_EXTENSION,
];

await rm('dist', { recursive: true, force: true });
const results = await Promise.all(BUNDLES.map((bundle) => build(bundle)));
await writeNotices('dist/third-party-notices.txt', [
  ...KERNEL_INPUTS,
  ...results.flatMap(({ metafile }) => Object.keys(metafile.inputs)),
]);
await writeSchemas('dist/schemas');
await writeTypes('dist/library/types', ['library', 'remark/index']);
await chmod('dist/cli.js', 0o755);

import type { Plugin } from 'esbuild';

const PART = 'part-on-demand';

/**
 * Keeps `core`, and all that it needs, in one chunk. Left alone, esbuild makes a chunk of every set of modules that the
 * same parts on demand share, and each takes its time to be found, read and linked. So every part imports the core,
 * which is loaded by then anyway, and whatever the core shares with any part it shares with all of them.
 *
 * @param core the absolute path of a module
 */
export function partsOf(core: string): Plugin {
  return {
    name: PART,
    setup: ({ onLoad, onResolve, resolve }) => {
      onResolve({ filter: /.*/ }, async ({ path, kind, pluginData, importer, resolveDir }) => {
        if (kind !== 'dynamic-import' || pluginData === PART) return null;
        const found = await resolve(path, { kind, importer, resolveDir, pluginData: PART });
        return found.errors.length > 0 ? found : { path: found.path, namespace: PART };
      });
      onLoad({ filter: /.*/, namespace: PART }, ({ path }) => {
        const part = JSON.stringify(path);
        // Our own modules have no default exports.
        const rest = path.includes('node_modules') ? `export { default } from ${part};` : '';
        return { contents: `import ${JSON.stringify(core)}; export * from ${part}; ${rest}`, resolveDir: '/' };
      });
    },
  };
}

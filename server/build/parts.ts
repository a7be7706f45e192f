import { parse } from 'node:path';
import type { Plugin } from 'esbuild';

const PART = 'part-on-demand';

interface Program {
  /** The absolute path of the module that it begins with. */
  readonly core: string;
  /** That of a part which most others share much with. */
  readonly middle: string;
  /** The names of parts that do without the middle. */
  readonly small: readonly string[];
}

/**
 * Keeps what a start needs in two chunks. Left alone, esbuild makes a chunk of every set of modules that the same parts
 * on demand share, and each takes its time to be found, read and linked. So every part imports the core, which is loaded
 * by then anyway, and most import the middle: whatever these share with any of them, they share with all.
 */
export function partsOf({ core, middle, small }: Program): Plugin {
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
        const bases = path === core || small.includes(parse(path).name) ? [core] : [core, middle];
        const imports = bases.map((base) => `import ${JSON.stringify(base)};`).join(' ');
        return { contents: `${imports} export * from ${part}; ${rest}`, resolveDir: '/' };
      });
    },
  };
}

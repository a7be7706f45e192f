import { createRequire, isBuiltin } from 'node:module';
import type { Plugin } from 'esbuild';

const IMPORTED = 'imported-from-node';
const REQUIRED = 'required-from-node';
const SPARED = 'spared-of-node';
const SCHEME = /^node:/;
const require = createRequire(import.meta.url);

/** A module that a dependency requires and never comes to use. */
interface Spared {
  readonly by: RegExp;
  readonly path: string;
}

/**
 * Takes Node's own modules without importing them: to import one, Node reads all that it exports, and so loads further
 * modules that stand behind some of it, which takes a start longer than most of our own code.
 */
export function nodeModules(spared: readonly Spared[]): Plugin {
  return {
    name: IMPORTED,
    setup: ({ onLoad, onResolve }) => {
      onResolve({ filter: /^[\w:/]+$/ }, ({ path, kind, importer }) => {
        if (!isBuiltin(path)) return null;
        const name = path.replace(SCHEME, '');
        const isSpared = spared.some((one) => one.path === name && one.by.test(importer));
        return {
          path: name,
          namespace: isSpared ? SPARED : kind === 'require-call' ? REQUIRED : IMPORTED,
          sideEffects: false,
          // Each module takes for itself: what they shared would be a chunk of its own.
          suffix: `?${importer}`,
        };
      });
      onLoad({ filter: /.*/, namespace: REQUIRED }, ({ path }) => ({
        contents: `module.exports = ${taken(path)};`,
      }));
      onLoad({ filter: /.*/, namespace: SPARED }, () => ({ contents: 'module.exports = {};' }));
      onLoad({ filter: /.*/, namespace: IMPORTED }, ({ path }) => ({
        contents: [
          `const whole = ${taken(path)};`,
          'const part = (name) => whole[name];',
          // What is not used falls away.
          ...plainNames(require(path)).map((name) => `export const ${name} = /* @__PURE__ */ part('${name}');`),
          'export default whole;',
        ].join('\n'),
      }));
    },
  };
}

function taken(path: string): string {
  return `process.getBuiltinModule('node:${path}')`;
}

/** What a module exports, without what it loads when it is asked for. */
function plainNames(exported: object): readonly string[] {
  const names = Object.entries(Object.getOwnPropertyDescriptors(exported));
  return names.filter(([name, { get }]) => !get && /^[a-z_]\w*$/i.test(name)).map(([name]) => name);
}

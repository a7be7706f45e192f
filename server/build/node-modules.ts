import { createRequire, isBuiltin } from 'node:module';
import type { Plugin } from 'esbuild';

const IMPORTED = 'imported-from-node';
const REQUIRED = 'required-from-node';
const PUT_OFF = 'put-off-of-node';
const SCHEME = /^node:/;
const require = createRequire(import.meta.url);

/** A module that a dependency takes at its start, and calls seldom or never. */
interface PutOff {
  readonly by: RegExp;
  readonly path: string;
}

/**
 * Takes Node's own modules without importing them: to import one, Node reads all that it exports, and so loads further
 * modules that stand behind some of it, which takes a start longer than most of our own code.
 *
 * @param putOff what is taken only when something of it is called
 */
export function nodeModules(putOff: readonly PutOff[]): Plugin {
  return {
    name: IMPORTED,
    setup: ({ onLoad, onResolve }) => {
      onResolve({ filter: /^[\w:/]+$/ }, ({ path, kind, importer }) => {
        if (!isBuiltin(path)) return null;
        const name = path.replace(SCHEME, '');
        const isPutOff = putOff.some((one) => one.path === name && one.by.test(importer));
        return {
          path: name,
          namespace: isPutOff ? PUT_OFF : kind === 'require-call' ? REQUIRED : IMPORTED,
          sideEffects: false,
          // Each module takes for itself: what they shared would be a chunk of its own.
          suffix: `?${importer}`,
        };
      });
      onLoad({ filter: /.*/, namespace: REQUIRED }, ({ path }) => ({
        contents: `module.exports = ${taken(path)};`,
      }));
      onLoad({ filter: /.*/, namespace: PUT_OFF }, ({ path }) => ({
        contents: plainFunctions(require(path))
          .map((name) => `exports.${name} = (...args) => ${taken(path)}.${name}(...args);`)
          .join('\n'),
      }));
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
  return plainParts(exported).map(([name]) => name);
}

function plainFunctions(exported: object): readonly string[] {
  return plainParts(exported).flatMap(([name, { value }]) => (typeof value === 'function' ? [name] : []));
}

function plainParts(exported: object): readonly (readonly [string, PropertyDescriptor])[] {
  const parts = Object.entries(Object.getOwnPropertyDescriptors(exported));
  return parts.filter(([name, { get }]) => !get && /^[a-z_]\w*$/i.test(name));
}

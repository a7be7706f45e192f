import { dirname } from 'node:path';
import type { Plugin } from 'esbuild';
import { defaultVocabulary } from '../src/default-vocabulary.ts';
import { storeVocabulary } from '../src/vocabulary/cache.ts';

const BYTES = 'compiled-vocabulary';

/** Bundles for any platform hold the bytes, in base64: esbuild knows the quickest way back on each. */
const INSIDE = { loader: 'binary', imports: '', bytes: 'stored' } as const;
/**
 * Those for Node read them from a file beside their parts on demand, of which the vocabulary is one: as code the bytes
 * would be read, parsed and decoded.
 */
const BESIDE = {
  loader: 'file',
  imports: "import { readFileSync } from 'node:fs';",
  bytes: 'readFileSync(new URL(stored, import.meta.url))',
} as const;

export const vocabularyInside = compiledVocabulary(INSIDE);
export const vocabularyBeside = compiledVocabulary(BESIDE);

/**
 * Puts the compiled default vocabulary in the place of the file that reads its YAML: bundles neither parse nor compile
 * anything at their start.
 */
function compiledVocabulary({ loader, imports, bytes }: typeof INSIDE | typeof BESIDE): Plugin {
  return {
    name: BYTES,
    setup: ({ onLoad, onResolve }) => {
      onResolve({ filter: new RegExp(`^${BYTES}$`) }, () => ({ path: `${BYTES}.bin`, namespace: BYTES }));
      onLoad({ filter: /.*/, namespace: BYTES }, () => ({ loader, contents: storeVocabulary(defaultVocabulary()) }));
      onLoad({ filter: /[\\/]server[\\/]src[\\/]default-vocabulary\.ts$/, namespace: 'file' }, ({ path }) => ({
        loader: 'ts',
        contents: `
          ${imports}
          import stored from '${BYTES}';
          import { loadVocabulary } from './vocabulary/cache.ts';
          let vocabulary = null;
          export function defaultVocabulary() {
            vocabulary ??= loadVocabulary(${bytes});
            return vocabulary;
          }`,
        resolveDir: dirname(path),
      }));
    },
  };
}

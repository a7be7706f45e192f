import { dirname } from 'node:path';
import type { Plugin } from 'esbuild';
import { defaultVocabulary } from '../src/default-vocabulary.ts';
import { storeVocabulary } from '../src/vocabulary/cache.ts';

const BYTES = 'compiled-vocabulary';

/**
 * Puts the compiled default vocabulary in the place of the file that reads its YAML: bundles hold it as bytes (in
 * base64), and neither parse nor compile anything at their start.
 */
export const compiledVocabulary: Plugin = {
  name: BYTES,
  setup: ({ onLoad, onResolve }) => {
    onResolve({ filter: new RegExp(`^${BYTES}$`) }, () => ({ path: BYTES, namespace: BYTES }));
    // Esbuild knows the quickest way to bytes on each platform.
    onLoad({ filter: /.*/, namespace: BYTES }, () => ({
      loader: 'binary',
      contents: storeVocabulary(defaultVocabulary()),
    }));
    onLoad({ filter: /[\\/]server[\\/]src[\\/]default-vocabulary\.ts$/ }, ({ path }) => ({
      loader: 'ts',
      contents: `
        import bytes from '${BYTES}';
        import { loadVocabulary } from './vocabulary/cache.ts';
        let vocabulary = null;
        export function defaultVocabulary() {
          vocabulary ??= loadVocabulary(bytes);
          return vocabulary;
        }`,
      resolveDir: dirname(path),
    }));
  },
};

import type { Plugin } from 'esbuild';
import { defaultVocabulary } from '../src/default-vocabulary.ts';
import { storeVocabulary } from '../src/vocabulary/cache.ts';

/**
 * Puts the compiled default vocabulary in the place of the file that reads its YAML: bundles hold it as bytes (in
 * base64), and neither parse nor compile anything at their start.
 */
export const compiledVocabulary: Plugin = {
  name: 'compiled-vocabulary',
  setup: ({ onLoad }) => {
    onLoad({ filter: /[\\/]server[\\/]src[\\/]default-vocabulary\.ts$/ }, () => {
      const bytes = Buffer.from(storeVocabulary(defaultVocabulary())).toString('base64');
      return {
        loader: 'ts',
        contents: `
          import { loadVocabulary } from './vocabulary/cache.ts';
          let vocabulary = null;
          export function defaultVocabulary() {
            if (vocabulary === null) {
              const text = atob('${bytes}');
              const bytes = new Uint8Array(text.length);
              for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
              vocabulary = loadVocabulary(bytes);
            }
            return vocabulary;
          }`,
      };
    });
  },
};

import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'esbuild';

/**
 * Takes out of a start what few drafts need: the two thousand names of characters in HTML become an object when the
 * first is asked for. Of the manifest, which is mostly VS Code's, the words stay. Whether to colour is for us to say: to
 * ask for a terminal, as picocolors does when it is loaded, has Node load its streams.
 */
export const lean: Plugin = {
  name: 'lean',
  setup: ({ onLoad }) => {
    onLoad({ filter: /[\\/]character-entities[\\/]index\.js$/ }, async ({ path }) => {
      const { characterEntities } = await import(pathToFileURL(path).href);
      const json = JSON.stringify(characterEntities);
      // As what a function gives it is not even read where nobody asks.
      return { contents: `export const characterEntities = () => ${JSON.stringify(json)};` };
    });
    onLoad({ filter: /[\\/]decode-named-character-reference[\\/]index\.js$/ }, ({ path }) => ({
      contents: `
        import { characterEntities as json } from 'character-entities';
        let characters = null;
        export function decodeNamedCharacterReference(name) {
          characters ??= new Map(Object.entries(JSON.parse(json())));
          return characters.get(name) ?? false;
        }`,
      resolveDir: dirname(path),
    }));
    onLoad({ filter: /[\\/]picocolors[\\/]picocolors\.js$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const contents = source.replace('(p.stdout || {}).isTTY', 'false');
      if (contents === source) throw new Error(`${path}: expected it to ask for a terminal`);
      return { contents };
    });
    onLoad({ filter: /[\\/]package\.json$/, namespace: 'file' }, async ({ path }) => {
      const manifest: object = JSON.parse(await readFile(path, 'utf8'));
      const words = Object.entries(manifest).filter(([, value]) => typeof value === 'string');
      return { loader: 'json', contents: JSON.stringify(Object.fromEntries(words)) };
    });
  },
};

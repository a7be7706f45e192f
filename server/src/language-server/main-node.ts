import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { openVocabularyCache } from '../configuration/vocabulary-cache.ts';
import type { Host, Over } from './host.ts';
import { serve } from './server.ts';
import { keepHeapSmall } from './small-heap.ts';

/** The language server as a process: over `--stdio`, `--node-ipc`, `--socket=…` or `--pipe=…`. */

/** No configuration or vocabulary comes near. */
const MOST_BYTES = 100_000_000;

const host: Host = {
  readFile: async (path) => {
    try {
      const file = await stat(path);
      // Whoever opens a folder that was downloaded must not wait for a pipe, nor for a device without end.
      if (!file.isFile())
        throw new Error(`it is ${file.isDirectory() ? 'a folder' : 'a pipe or a device'}, expected a file`);
      if (file.size > MOST_BYTES) throw new Error('it is larger than 100 MB');
      return await readFile(path, 'utf8');
    } catch (error) {
      if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
        return null;
      throw error;
    }
  },
  toPath: (uri) => {
    try {
      return uri.startsWith('file:') ? fileURLToPath(uri) : null;
    } catch {
      // A file of another machine, or an address that is none.
      return null;
    }
  },
  toUri: (path) => pathToFileURL(path).href,
  // Few sessions search the workspace.
  findDrafts: async (folder) => (await import('./find-drafts.ts')).findDrafts(folder),
  openVocabularyCache,
  makeRoom: keepHeapSmall(),
  over: overOf(process.argv.slice(2)),
};

serve(createConnection(ProposedFeatures.all), host);

/** What the arguments say, among those on how to talk to the editor. */
function overOf(args: string[]): Over {
  const { values } = parseArgs({
    args,
    strict: false,
    options: {
      config: { type: 'string' },
      'no-config': { type: 'boolean' },
      vocabulary: { type: 'string', multiple: true },
      'no-default-vocabulary': { type: 'boolean' },
    },
  });
  const { config, vocabulary = [] } = values;
  const file = typeof config === 'string' ? { file: resolve(config) } : undefined;
  return {
    source: values['no-config'] ? 'none' : file,
    vocabularies: vocabulary.filter((path) => typeof path === 'string').map((path) => resolve(path)),
    defaultVocabulary: !values['no-default-vocabulary'],
  };
}

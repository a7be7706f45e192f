import { readFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { openUserCache } from '../configuration/user-cache.ts';
import type { Host } from './host.ts';
import { serve } from './server.ts';
import { keepHeapSmall } from './small-heap.ts';

/** The language server as a process: over `--stdio`, `--node-ipc`, `--socket=…` or `--pipe=…`. */

const host: Host = {
  readFile: async (path) => {
    try {
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
  openVocabularyCache: openUserCache,
};

keepHeapSmall();
serve(createConnection(ProposedFeatures.all), host);

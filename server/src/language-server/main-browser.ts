import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ErrorCodes,
  ResponseError,
} from 'vscode-languageserver/browser';
import type { Host } from './host.ts';
import { serve } from './server.ts';
import { toPath, toUri } from './uri-path.ts';

/**
 * The language server as a web worker. It opens no file itself: its client reads them, of whatever kind the workspace
 * is; one that cannot leaves drafts to the editor's settings and to front matter.
 */

/** The worker itself; the types of a whole browser would hide mistakes elsewhere. */
declare const self: ConstructorParameters<typeof BrowserMessageReader>[0];

const READ_FILE = 'sentinelCitations/readFile';

const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self));
const host: Host = {
  readFile: async (path) => {
    const uri = toUri(path);
    if (uri === null) return null;
    try {
      return await connection.sendRequest<string | null>(READ_FILE, { uri });
    } catch (error) {
      if (error instanceof ResponseError && error.code === ErrorCodes.MethodNotFound) return null;
      throw error;
    }
  },
  toPath,
  toUri: (path) => toUri(path) ?? `untitled:${path}`,
  openVocabularyCache: () => null,
};

serve(connection, host);

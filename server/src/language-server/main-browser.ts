import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import type { Host } from './host.ts';
import { serve } from './server.ts';

/** The language server as a web worker. There are no files: the editor's settings and front matter configure drafts. */

const host: Host = {
  readFile: () => Promise.resolve(null),
  toPath: () => null,
  toUri: (path) => `file://${path}`,
  vocabularyCache: null,
};

/** The worker itself; the types of a whole browser would hide mistakes elsewhere. */
declare const self: ConstructorParameters<typeof BrowserMessageReader>[0];

serve(createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self)), host);

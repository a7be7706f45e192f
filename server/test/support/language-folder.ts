import { mkdtempSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type LanguageClient, type LanguageClientOptions, startClient } from './language-client.ts';

/** A folder of files for servers to look into, and the servers that do. */
export interface LanguageFolder {
  readonly uriOf: (path: string) => string;
  readonly write: (path: string, text: string) => Promise<void>;
  /** What is in a file; empty where there is none. */
  readonly read: (uri: string) => Promise<string>;
  /** @param main another program than the server itself, with its arguments */
  readonly start: (options?: LanguageClientOptions, main?: readonly string[]) => Promise<LanguageClient>;
  /** Stops the servers and removes the folder. */
  readonly remove: () => Promise<void>;
}

export function startFolder(): LanguageFolder {
  const folder = mkdtempSync(join(tmpdir(), 'language-server-'));
  const clients: LanguageClient[] = [];
  return {
    uriOf: (path) => pathToFileURL(join(folder, path)).href,
    write: async (path, text) => {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    },
    read: (uri) => readFile(fileURLToPath(uri), 'utf8').catch(() => ''),
    start: async (options = {}, main) => {
      const client = await startClient(options, main);
      clients.push(client);
      return client;
    },
    remove: async () => {
      for (const client of clients) await client.stop();
      await rm(folder, { recursive: true });
    },
  };
}

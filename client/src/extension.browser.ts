import { type ExtensionContext, FileSystemError, Uri, workspace } from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from 'vscode-languageclient/browser';
import { ID } from './names.ts';
import { type Api, start } from './start.ts';

const READ_FILE = `${ID}/readFile`;
const MISSING = new Set(['FileNotFound', 'FileNotADirectory']);

/** The one thing of a browser that is needed here; the types of a whole browser would hide mistakes elsewhere. */
declare class Worker {
  constructor(url: string);
}

/** VS Code in a browser: the server is a web worker. */
export function activate(context: ExtensionContext): Promise<Api> {
  const script = Uri.joinPath(context.extensionUri, 'dist', 'language-server.browser.js');
  return start(context, (id, name, options) => {
    const client = new LanguageClient(id, name, () => connect(script), options);
    client.onRequest(READ_FILE, ({ uri }: { readonly uri: string }) => readFile(Uri.parse(uri, true)));
    return client;
  });
}

/** A worker opens no files: configurations and vocabularies are read for it. Null where there is no such file. */
async function readFile(uri: Uri): Promise<string | null> {
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(uri));
  } catch (error) {
    if (error instanceof FileSystemError && MISSING.has(error.code)) return null;
    throw error;
  }
}

/** VS Code's workers are no instances of its `Worker`, which is how the language client would tell one. */
async function connect(script: Uri): Promise<MessageTransports> {
  const worker = new Worker(await addressOf(script));
  return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
}

/** Browsers start no worker from an address of VS Code's own, where the extension comes from another machine. */
async function addressOf(script: Uri): Promise<string> {
  if (/^https?$/.test(script.scheme)) return script.toString(true);
  const code = await workspace.fs.readFile(script);
  return URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
}

import { type ExtensionContext, Uri, workspace } from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from 'vscode-languageclient/browser';
import { type Api, start } from './start.ts';

/** The one thing of a browser that is needed here; the types of a whole browser would hide mistakes elsewhere. */
declare class Worker {
  constructor(url: string);
}

/** VS Code in a browser: the server is a web worker. */
export function activate(context: ExtensionContext): Promise<Api> {
  const script = Uri.joinPath(context.extensionUri, 'dist', 'language-server.browser.js');
  return start(context, (id, name, options) => new LanguageClient(id, name, () => connect(script), options));
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

import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { start } from './start.ts';

/** The one thing of a browser that is needed here; the types of a whole browser would hide mistakes elsewhere. */
declare class Worker {
  constructor(url: string);
}

/** VS Code in a browser: the server is a web worker. */
export async function activate(context: ExtensionContext): Promise<void> {
  const script = Uri.joinPath(context.extensionUri, 'dist', 'language-server.browser.js').toString(true);
  await start(
    context,
    (id, name, options) => new LanguageClient(id, name, () => Promise.resolve(new Worker(script)), options),
  );
}

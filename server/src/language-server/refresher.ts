import { CodeLensRefreshRequest, type Connection } from 'vscode-languageserver';
import type { Client } from './client.ts';
import type { Publisher } from './diagnostics.ts';
import type { Documents } from './documents.ts';

/** Brings everything that the editor shows of the open documents up to date, after a change outside of them. */
export function createRefresher(
  { languages, sendRequest }: Connection,
  client: Client,
  documents: Documents,
  publisher: Publisher,
): () => void {
  // The editor may refuse, or be on its way out; there is nothing to do about that.
  const ask = (request: Promise<void>) => void request.catch(() => {});
  return () => {
    if (!client.pullsDiagnostics) for (const uri of documents.uris()) publisher.schedule(uri);
    else if (client.refreshesDiagnostics) ask(languages.diagnostics.refresh());
    if (client.refreshesInlayHints) ask(languages.inlayHint.refresh());
    if (client.refreshesCodeLenses) ask(sendRequest(CodeLensRefreshRequest.type));
  };
}

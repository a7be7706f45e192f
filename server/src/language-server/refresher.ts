import { CodeLensRefreshRequest, type Connection } from 'vscode-languageserver';
import type { Client } from './client.ts';
import type { Publisher } from './diagnostics.ts';
import type { Documents } from './documents.ts';
import { orNot } from './or-not.ts';

/** Brings everything that the editor shows of the open documents up to date, after a change outside of them. */
export function createRefresher(
  { languages, sendRequest }: Connection,
  client: Client,
  documents: Documents,
  publisher: Publisher,
): () => void {
  return () => {
    if (!client.pullsDiagnostics) for (const uri of documents.uris()) publisher.schedule(uri);
    else if (client.refreshesDiagnostics) orNot(languages.diagnostics.refresh());
    if (client.refreshesInlayHints) orNot(languages.inlayHint.refresh());
    if (client.refreshesCodeLenses) orNot(sendRequest(CodeLensRefreshRequest.type));
  };
}

import { CodeActionKind, type ServerCapabilities, TextDocumentSyncKind } from 'vscode-languageserver';
import type { Client } from './client.ts';
import { COMPLETION_TRIGGERS } from './features/completion.ts';
import { FIX_ALL, SOURCE } from './to-protocol.ts';

/** What the server says it can do, to an editor that can do this. */
export function capabilitiesFor(client: Client): ServerCapabilities {
  return {
    positionEncoding: 'utf-16',
    textDocumentSync: {
      openClose: true,
      change: TextDocumentSyncKind.Incremental,
      save: !client.watchesEverywhere,
    },
    ...(client.pullsDiagnostics && {
      diagnosticProvider: { identifier: SOURCE, interFileDependencies: false, workspaceDiagnostics: false },
    }),
    hoverProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    renameProvider: client.asksBeforeRenames ? { prepareProvider: true } : true,
    completionProvider: { triggerCharacters: COMPLETION_TRIGGERS, resolveProvider: true },
    codeActionProvider: client.takesCodeActions && { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL] },
    inlayHintProvider: true,
    codeLensProvider: {},
    documentSymbolProvider: true,
    workspaceSymbolProvider: true,
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    documentLinkProvider: {},
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  };
}

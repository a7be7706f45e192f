import { type ExtensionContext, type LogOutputChannel, Uri, workspace } from 'vscode';
import type { DocumentFilter, LanguageClientOptions } from 'vscode-languageclient';
import { DIAGNOSTIC_SOURCE } from '../names.ts';
import { keepAlive } from './restart.ts';

/** What the server is told when it starts; the rest it asks for (`workspace/configuration`, watched files). */
interface InitializationOptions {
  /** Whether files of the workspace may name other files to be read: vocabularies, and what is extended. */
  readonly trusted: boolean;
  /** The folder of the rules' pages, without a slash at its end. */
  readonly rulePages: string;
}

export function clientOptions(
  context: ExtensionContext,
  outputChannel: LogOutputChannel,
  restartServer: () => void,
): LanguageClientOptions {
  return {
    documentSelector: documentSelector(),
    outputChannel,
    diagnosticCollectionName: DIAGNOSTIC_SOURCE,
    errorHandler: keepAlive(restartServer),
    // Asked at each start, because trust may have been given since the last one.
    initializationOptions: (): InitializationOptions => ({
      trusted: workspace.isTrusted,
      rulePages: Uri.joinPath(context.extensionUri, 'docs', 'rules').toString(),
    }),
  };
}

/**
 * Markdown that someone writes: in files, unsaved, or in folders of any scheme (virtual workspaces). Not the other
 * sides of comparisons, output and the like, which are documents of schemes of their own.
 */
function documentSelector(): DocumentFilter[] {
  const folders = workspace.workspaceFolders ?? [];
  const schemes = new Set(['file', 'untitled', ...folders.map(({ uri }) => uri.scheme)]);
  return [...schemes].map((scheme) => ({ scheme, language: 'markdown' }));
}

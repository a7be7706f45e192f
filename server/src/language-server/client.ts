import type { InitializeParams } from 'vscode-languageserver';
import { RULE_PAGES } from '../rules/web.ts';

/** What the editor can do and says of itself when the server starts. */
export interface Client {
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly refreshesInlayHints: boolean;
  readonly refreshesCodeLenses: boolean;
  readonly showsRelatedInformation: boolean;
  readonly showsTags: boolean;
  readonly showsRuleLinks: boolean;
  readonly showsMarkdownHovers: boolean;
  readonly showsMarkdownDocumentation: boolean;
  /** Beside the label of a completion, not above its documentation alone. */
  readonly showsLabelDetails: boolean;
  readonly takesLocationLinks: boolean;
  readonly nestsSymbols: boolean;
  readonly asksBeforeRenames: boolean;
  /** Without, it takes commands of the server alone, and there are none. */
  readonly takesCodeActions: boolean;
  readonly versionsEdits: boolean;
  /** Edits may say where to go on writing. */
  readonly takesSnippetEdits: boolean;
  readonly createsFiles: boolean;
  readonly sendsSettings: boolean;
  readonly tellsOfSettings: boolean;
  readonly watchesFiles: boolean;
  readonly watchesRelativeFiles: boolean;
  /** It tells of files that appear anywhere, above the workspace too, and does not watch all of the disk for that. */
  readonly watchesEverywhere: boolean;
  /** It is this project's own: it knows our commands and notifications. */
  readonly isOurs: boolean;
  /** Files of the workspace may name other files to be read. */
  readonly trusted: boolean;
  /** The address of the folder that holds the rules' pages, without a slash at its end. */
  readonly rulePages: string;
  /** Settings that came with the start, for editors that cannot be asked for them. */
  readonly settings: unknown;
}

const ADDRESS = /^[a-z][a-z\d+.-]*:\/\/\S+$/i;

export function clientOf({ capabilities, initializationOptions }: InitializeParams): Client {
  const { textDocument = {}, workspace = {} } = capabilities;
  const diagnostics = { ...textDocument.publishDiagnostics, ...textDocument.diagnostic };
  const options = isRecord(initializationOptions) ? initializationOptions : {};
  const { rulePages, settings, trusted } = options;
  return {
    pullsDiagnostics: textDocument.diagnostic !== undefined,
    refreshesDiagnostics: workspace.diagnostics?.refreshSupport === true,
    refreshesInlayHints: workspace.inlayHint?.refreshSupport === true,
    refreshesCodeLenses: workspace.codeLens?.refreshSupport === true,
    showsRelatedInformation: diagnostics.relatedInformation === true,
    showsTags: diagnostics.tagSupport !== undefined,
    showsRuleLinks: diagnostics.codeDescriptionSupport === true,
    showsMarkdownHovers: prefersMarkdown(textDocument.hover?.contentFormat),
    showsMarkdownDocumentation: prefersMarkdown(textDocument.completion?.completionItem?.documentationFormat),
    showsLabelDetails: textDocument.completion?.completionItem?.labelDetailsSupport === true,
    takesLocationLinks: textDocument.definition?.linkSupport === true,
    nestsSymbols: textDocument.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    asksBeforeRenames: textDocument.rename?.prepareSupport === true,
    takesCodeActions: textDocument.codeAction?.codeActionLiteralSupport !== undefined,
    versionsEdits: workspace.workspaceEdit?.documentChanges === true,
    takesSnippetEdits:
      workspace.workspaceEdit?.documentChanges === true && workspace.workspaceEdit.snippetEditSupport === true,
    createsFiles:
      workspace.workspaceEdit?.documentChanges === true &&
      workspace.workspaceEdit.resourceOperations?.includes('create') === true,
    sendsSettings: workspace.configuration === true,
    tellsOfSettings: workspace.didChangeConfiguration?.dynamicRegistration === true,
    watchesFiles: workspace.didChangeWatchedFiles?.dynamicRegistration === true,
    watchesRelativeFiles: workspace.didChangeWatchedFiles?.relativePatternSupport === true,
    watchesEverywhere: typeof trusted === 'boolean' && workspace.didChangeWatchedFiles?.relativePatternSupport === true,
    isOurs: typeof trusted === 'boolean',
    trusted: trusted !== false,
    rulePages: typeof rulePages === 'string' && ADDRESS.test(rulePages) ? rulePages : RULE_PAGES,
    settings,
  };
}

function prefersMarkdown(formats: readonly string[] | undefined): boolean {
  return formats?.includes('markdown') === true;
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

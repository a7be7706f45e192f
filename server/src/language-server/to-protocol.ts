import {
  CodeActionKind,
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  CreateFile,
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  type DocumentHighlight,
  DocumentHighlightKind,
  type DocumentLink,
  type FoldingRange,
  FoldingRangeKind,
  type Location,
  type LocationLink,
  type CodeAction as LspCodeAction,
  type CodeLens as LspCodeLens,
  type DocumentSymbol as LspDocumentSymbol,
  type Hover as LspHover,
  type InlayHint as LspInlayHint,
  type Range as LspRange,
  type MarkupContent,
  MarkupKind,
  type Position,
  type SelectionRange,
  type SnippetTextEdit,
  type SymbolInformation,
  SymbolKind,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { ConfigurationProblem } from '../configuration/problem.ts';
import type { Finding, Severity } from '../rules/rule.ts';
import type { TextEdit } from '../text/edit.ts';
import type { Range } from '../text/range.ts';
import type { Client } from './client.ts';
import type { CodeAction } from './features/code-actions.ts';
import type { CodeLens } from './features/code-lens.ts';
import type { Completion, Completions } from './features/completion.ts';
import type { Definition } from './features/definition.ts';
import type { DocumentSymbol } from './features/document-symbols.ts';
import type { Folding } from './features/folding.ts';
import type { Highlight } from './features/highlights.ts';
import type { Hover } from './features/hover.ts';
import type { InlayHint } from './features/inlay-hints.ts';
import type { Link } from './features/links.ts';
import type { Markup } from './features/markup.ts';
import type { WorkspaceSymbol } from './features/workspace-symbols.ts';

/** The one place that turns offsets into positions and the features' results into the protocol's. */

export const SOURCE = 'sentinel-citations';
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.sentinelCitations`;
/** The editor's command that shows a list of places: an address, a position, the locations. */
const SHOW_REFERENCES = 'sentinelCitations.showReferences';

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

export function toRange(document: TextDocument, { start, end }: Range): LspRange {
  return { start: document.positionAt(start), end: document.positionAt(end) };
}

/** A position outside of the text is moved to its end, or to the end of its line. */
export function toOffset(document: TextDocument, position: Position): number {
  return document.offsetAt(position);
}

export function toOffsets(document: TextDocument, { start, end }: LspRange): Range {
  return { start: document.offsetAt(start), end: document.offsetAt(end) };
}

export function toLocation(document: TextDocument, range: Range): Location {
  return { uri: document.uri, range: toRange(document, range) };
}

export function toDiagnostic(document: TextDocument, finding: Finding, client: Client): Diagnostic {
  const { rule, severity, message, related, unnecessary } = finding;
  return {
    range: toRange(document, finding),
    severity: SEVERITIES[severity],
    code: rule,
    source: SOURCE,
    message,
    ...(client.showsRuleLinks && { codeDescription: { href: `${client.rulePages}/${rule}.md` } }),
    ...(client.showsTags && unnecessary && { tags: [DiagnosticTag.Unnecessary] }),
    ...(client.showsRelatedInformation &&
      related.length > 0 && {
        relatedInformation: related.map((place) => ({
          location: toLocation(document, place),
          message: place.message,
        })),
      }),
  };
}

export function toProblemDiagnostic({ start, end, message }: ConfigurationProblem): Diagnostic {
  const position = ({ line, column }: ConfigurationProblem['start']) => ({ line: line - 1, character: column - 1 });
  return {
    range: { start: position(start), end: position(end) },
    severity: DiagnosticSeverity.Error,
    source: SOURCE,
    message,
  };
}

export function toHover(document: TextDocument, hover: Hover | null, { kind }: Markup): LspHover | null {
  return hover && { contents: { kind, value: hover.contents }, range: toRange(document, hover) };
}

/** @param target the document that is gone to, where it is another */
export function toDefinition(
  document: TextDocument,
  definition: Definition | null,
  { takesLocationLinks }: Client,
  target = document,
): Location[] | LocationLink[] | null {
  if (!definition) return null;
  const { origin, targets } = definition;
  if (!takesLocationLinks) return targets.map(({ selection }) => toLocation(target, selection));
  return targets.map(({ whole, selection }) => ({
    originSelectionRange: toRange(document, origin),
    targetUri: target.uri,
    targetRange: toRange(target, whole),
    targetSelectionRange: toRange(target, selection),
  }));
}

export function toHighlight(document: TextDocument, highlight: Highlight): DocumentHighlight {
  const kind = highlight.kind === 'write' ? DocumentHighlightKind.Write : DocumentHighlightKind.Read;
  return { range: toRange(document, highlight), kind };
}

export function toWorkspaceEdit(
  document: TextDocument,
  edits: readonly TextEdit[],
  { versionsEdits }: Client,
): WorkspaceEdit {
  const changes = edits.map((edit) => ({ range: toRange(document, edit), newText: edit.text }));
  const { uri, version } = document;
  return versionsEdits
    ? { documentChanges: [{ textDocument: { uri, version }, edits: changes }] }
    : { changes: { [uri]: changes } };
}

const COMPLETION_KINDS: Readonly<Record<Completion['kind'], CompletionItemKind>> = {
  citation: CompletionItemKind.Reference,
  note: CompletionItemKind.Reference,
  source: CompletionItemKind.Text,
  name: CompletionItemKind.Text,
};

/** What an item says of itself when its documentation is asked for. */
export interface CompletionData {
  readonly uri: string;
  readonly kind: 'citation' | 'note' | 'concept';
  /** The label of the entry, the id of the concept. */
  readonly key: string;
}

function toCompletionData({ uri }: TextDocument, about: Completion['about']): CompletionData {
  return 'label' in about ? { uri, kind: about.kind, key: about.label } : { uri, kind: 'concept', key: about.id };
}

export function toCompletionList(
  document: TextDocument,
  { items, isIncomplete }: Completions,
  client: Client,
): CompletionList {
  return { isIncomplete, items: items.map((item, place) => toCompletionItem(document, item, place, client)) };
}

/** @param place where in the list the completion stands: the order of the draft, whatever the labels are */
function toCompletionItem(
  document: TextDocument,
  completion: Completion,
  place: number,
  { showsLabelDetails }: Client,
): CompletionItem {
  const { kind, label, detail, filter, range, text, about } = completion;
  return {
    label,
    ...(showsLabelDetails ? { labelDetails: { description: detail } } : { detail }),
    kind: COMPLETION_KINDS[kind],
    filterText: filter,
    sortText: String(place).padStart(6, '0'),
    textEdit: { range: toRange(document, range), newText: text },
    data: toCompletionData(document, about),
  };
}

export function toCodeAction(document: TextDocument, action: CodeAction, client: Client): LspCodeAction {
  const { title, finding, edits, preferred, cursor } = action;
  return {
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [toDiagnostic(document, finding, client)],
    isPreferred: preferred,
    edit:
      cursor !== undefined && client.takesSnippetEdits
        ? toSnippetEdit(document, edits, cursor)
        : toWorkspaceEdit(document, edits, client),
  };
}

/** @param cursor where in what is written the author goes on */
function toSnippetEdit(document: TextDocument, edits: readonly TextEdit[], cursor: number): WorkspaceEdit {
  const { uri, version } = document;
  const snippets = edits.map((edit): SnippetTextEdit => {
    const value = `${asSnippet(edit.text.slice(0, cursor))}$0${asSnippet(edit.text.slice(cursor))}`;
    return { range: toRange(document, edit), snippet: { kind: 'snippet', value } };
  });
  return { documentChanges: [{ textDocument: { uri, version }, edits: snippets }] };
}

function asSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/** An edit of a file that is no document of ours, as it is on the disk, whatever its version in the editor. */
export interface FileEdit {
  readonly file: TextDocument;
  readonly edit: TextEdit;
}

/** @param created the files that are to be made before they are edited; none for an editor that makes no files */
export function toFileAction(
  title: string,
  diagnostic: Diagnostic,
  created: readonly TextDocument[],
  edits: readonly FileEdit[],
  { versionsEdits }: Client,
): LspCodeAction {
  const changes = edits.map(({ file, edit }) => ({
    uri: file.uri,
    edits: [{ range: toRange(file, edit), newText: edit.text }],
  }));
  return {
    title,
    kind: CodeActionKind.QuickFix,
    // Editors list what mends a finding before what is offered without one.
    diagnostics: [diagnostic],
    edit: versionsEdits
      ? {
          documentChanges: [
            ...created.map(({ uri }) => CreateFile.create(uri, { ignoreIfExists: true })),
            ...changes.map(({ uri, edits }) => ({ textDocument: { uri, version: null }, edits })),
          ],
        }
      : { changes: Object.fromEntries(changes.map(({ uri, edits }) => [uri, edits])) },
  };
}

export function toFixAll(document: TextDocument, edits: readonly TextEdit[], client: Client): LspCodeAction {
  return { title: 'Fix all in this draft', kind: FIX_ALL, edit: toWorkspaceEdit(document, edits, client) };
}

export function toInlayHint(document: TextDocument, { offset, label }: InlayHint): LspInlayHint {
  return { position: document.positionAt(offset), label, paddingLeft: true };
}

/** Editors other than our own show the title; they do not know the command. */
export function toCodeLens(document: TextDocument, lens: CodeLens, { isOurs }: Client): LspCodeLens {
  const range = toRange(document, lens);
  const locations = lens.claims.map((claim) => toLocation(document, claim));
  const shows = { title: lens.title, command: SHOW_REFERENCES, arguments: [document.uri, range.start, locations] };
  return { range, command: isOurs && locations.length > 0 ? shows : { title: lens.title, command: '' } };
}

export function toDocumentSymbol(document: TextDocument, symbol: DocumentSymbol): LspDocumentSymbol {
  const { name, kind, selection, children } = symbol;
  return {
    name,
    kind: kind === 'section' ? SymbolKind.String : SymbolKind.Key,
    range: toRange(document, symbol),
    selectionRange: toRange(document, selection),
    children: children.map((child) => toDocumentSymbol(document, child)),
  };
}

/** For editors that take a flat list alone. */
export function toSymbolInformation(document: TextDocument, symbol: DocumentSymbol): SymbolInformation[] {
  const { name, kind, selection, children } = symbol;
  const itself: SymbolInformation = {
    name,
    kind: kind === 'section' ? SymbolKind.String : SymbolKind.Key,
    location: toLocation(document, selection),
  };
  return [itself, ...children.flatMap((child) => toSymbolInformation(document, child))];
}

export function toWorkspaceSymbol(document: TextDocument, symbol: WorkspaceSymbol): SymbolInformation {
  const { name, container } = symbol;
  return {
    name,
    kind: SymbolKind.Object,
    containerName: container,
    location: toLocation(document, symbol),
  };
}

/** Null where there is nothing to fold: it is all on one line. */
export function toFoldingRange(document: TextDocument, { start, end, kind }: Folding): FoldingRange | null {
  const startLine = document.positionAt(start).line;
  const last = document.positionAt(end);
  const endLine = last.character === 0 ? last.line - 1 : last.line;
  if (endLine <= startLine) return null;
  return { startLine, endLine, ...(kind === 'comment' && { kind: FoldingRangeKind.Comment }) };
}

/** @param ranges from the smallest to the largest, at least one */
export function toSelectionRange(document: TextDocument, ranges: readonly Range[]): SelectionRange {
  let selection: SelectionRange | undefined;
  for (const range of ranges.toReversed()) {
    selection = { range: toRange(document, range), ...(selection && { parent: selection }) };
  }
  return selection ?? { range: toRange(document, { start: 0, end: 0 }) };
}

export function toDocumentLink(document: TextDocument, link: Link): DocumentLink {
  return { range: toRange(document, link), target: link.target };
}

export function toMarkupContent(value: string, { kind }: Markup): MarkupContent {
  return { kind: kind === 'markdown' ? MarkupKind.Markdown : MarkupKind.PlainText, value };
}

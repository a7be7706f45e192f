import {
  type CancellationToken,
  CodeActionKind,
  type CodeActionParams,
  type CompletionItem,
  type Connection,
  LSPErrorCodes,
  ResponseError,
  type SymbolInformation,
  type TextDocumentIdentifier,
  type TextDocumentPositionParams,
} from 'vscode-languageserver';
import { type Analysis, analyse } from '../analysis.ts';
import type { Client } from './client.ts';
import type { ClosedDrafts } from './closed-drafts.ts';
import { reportOf } from './diagnostics.ts';
import type { Documents, Reading } from './documents.ts';
import { codeActions } from './features/code-actions.ts';
import { codeLenses } from './features/code-lens.ts';
import { completions } from './features/completion.ts';
import { definition } from './features/definition.ts';
import { documentSymbols } from './features/document-symbols.ts';
import { fixAll } from './features/fix-all.ts';
import { foldings } from './features/folding.ts';
import { highlights } from './features/highlights.ts';
import { describeConcept, describeEntry, hover } from './features/hover.ts';
import { inlayHints } from './features/inlay-hints.ts';
import { links } from './features/links.ts';
import { MARKDOWN, type Markup, PLAIN_TEXT } from './features/markup.ts';
import { references } from './features/references.ts';
import { prepareRename, RenameRefused, rename } from './features/rename.ts';
import { selections } from './features/selection.ts';
import { namedBy, workspaceSymbols } from './features/workspace-symbols.ts';
import type { OwnVocabularies } from './own-vocabularies.ts';
import * as to from './to-protocol.ts';

/**
 * Answers every request: each from the draft as it is now, by one feature, translated by one function.
 *
 * @param assertAnswerable throws when a request is not to be answered (any more)
 */
export function answerRequests(
  connection: Connection,
  client: Client,
  documents: Documents,
  closed: ClosedDrafts,
  vocabularies: OwnVocabularies,
  assertAnswerable: (token: CancellationToken) => void,
): void {
  const hoverMarkup = client.showsMarkdownHovers ? MARKDOWN : PLAIN_TEXT;
  const documentationMarkup = client.showsMarkdownDocumentation ? MARKDOWN : PLAIN_TEXT;

  const read = async (uri: string, token: CancellationToken): Promise<Reading | null> => {
    assertAnswerable(token);
    const reading = await documents.read(uri);
    assertAnswerable(token);
    return reading;
  };
  /** Answers from a draft; with `none` for what is not open, or no draft. */
  const inDraft =
    <Params extends { readonly textDocument: TextDocumentIdentifier }, Result>(
      none: Result,
      answer: (reading: Reading, params: Params) => Result | Promise<Result>,
    ) =>
    async (params: Params, token: CancellationToken): Promise<Result> => {
      for (;;) {
        const reading = await read(params.textDocument.uri, token);
        if (!reading?.isDraft) return none;
        const answered = await answer(reading, params);
        // The draft was changed while files were read: what was found is of the past.
        if (reading.document.version === reading.version) return answered;
      }
    };
  const at = ({ document }: Reading, { position }: TextDocumentPositionParams) => to.toOffset(document, position);

  connection.languages.diagnostics.on(async ({ textDocument, previousResultId }, token) => {
    const reading = await read(textDocument.uri, token);
    return reading ? reportOf(reading, previousResultId, client) : { kind: 'full', items: [] };
  });
  connection.onHover(
    inDraft(null, (draft, params) =>
      to.toHover(draft.document, hover(draft.analysis, at(draft, params), hoverMarkup), hoverMarkup),
    ),
  );
  connection.onDefinition(
    inDraft(null, async (draft, params) => {
      const inDocument = to.toDefinition(draft.document, definition(draft.analysis, at(draft, params)), client);
      return (await vocabularies.definition(draft, at(draft, params))) ?? inDocument;
    }),
  );
  connection.onReferences(
    inDraft(null, (draft, params) =>
      references(draft.analysis, at(draft, params), params.context.includeDeclaration).map((range) =>
        to.toLocation(draft.document, range),
      ),
    ),
  );
  connection.onDocumentHighlight(
    inDraft(null, (draft, params) =>
      highlights(draft.analysis, at(draft, params)).map((place) => to.toHighlight(draft.document, place)),
    ),
  );
  connection.onPrepareRename(
    inDraft(null, (draft, params) =>
      orRefuse(() => {
        const renamed = prepareRename(draft.analysis, at(draft, params));
        return { range: to.toRange(draft.document, renamed), placeholder: renamed.label };
      }),
    ),
  );
  connection.onRenameRequest(
    inDraft(null, (draft, params) =>
      orRefuse(() => {
        const read = (text: string) => analyse(text, draft.configured.context);
        const edits = rename(draft.analysis, at(draft, params), params.newName, read);
        return to.toWorkspaceEdit(draft.document, edits, client);
      }),
    ),
  );
  connection.onCompletion(
    inDraft(null, (draft, params) =>
      to.toCompletionList(draft.document, completions(draft.analysis, at(draft, params)), client),
    ),
  );
  connection.onCompletionResolve(async (item, token) => {
    assertAnswerable(token);
    // Some editors keep nothing of what they do not know.
    if (!item.data) return item;
    const { uri, kind, key } = item.data as to.CompletionData;
    const reading = await read(uri, token);
    const documentation = reading && documentationOf(reading.analysis, kind, key, documentationMarkup);
    if (!documentation) return item;
    return { ...item, documentation: to.toMarkupContent(documentation, documentationMarkup) } satisfies CompletionItem;
  });
  connection.onCodeAction(
    inDraft(null, async (draft, { range, context: { only } }: CodeActionParams) => {
      const { document, analysis, configured } = draft;
      const asks = (kind: string) => only?.some((asked) => asked === '' || `${kind}.`.startsWith(`${asked}.`));
      const place = (asks(CodeActionKind.QuickFix) ?? true) ? to.toOffsets(document, range) : null;
      const fixes = place ? codeActions(analysis, place) : [];
      // All fixes are worked out only for who asks for them by name: that takes a reading of the draft or more.
      const all = asks(to.FIX_ALL) ? fixAll(analysis, (text) => analyse(text, configured.context)) : [];
      return [
        ...(place ? await vocabularies.additions(draft, place) : []),
        ...fixes.map((action) => to.toCodeAction(document, action, client)),
        ...(all.length > 0 ? [to.toFixAll(document, all, client)] : []),
      ];
    }),
  );
  connection.languages.inlayHint.on(
    inDraft(null, ({ document, analysis, configured }, { range }) =>
      configured.inlayHints
        ? inlayHints(analysis, to.toOffsets(document, range)).map((hint) => to.toInlayHint(document, hint))
        : null,
    ),
  );
  connection.onCodeLens(
    inDraft(null, ({ document, analysis, configured }) =>
      configured.codeLenses ? codeLenses(analysis).map((lens) => to.toCodeLens(document, lens, client)) : null,
    ),
  );
  connection.onDocumentSymbol(
    inDraft(null, ({ document, analysis }) => {
      const symbols = documentSymbols(analysis, client.isOurs);
      return client.nestsSymbols
        ? symbols.map((symbol) => to.toDocumentSymbol(document, symbol))
        : symbols.flatMap((symbol) => to.toSymbolInformation(document, symbol));
    }),
  );
  connection.onWorkspaceSymbol(async ({ query }, token, _, partial) => {
    assertAnswerable(token);
    const found: SymbolInformation[] = [];
    const isNamed = namedBy(query);
    const tell = (symbols: readonly SymbolInformation[]) => {
      const named = symbols.filter(isNamed);
      if (named.length > 0 && partial) partial.report(named);
      else found.push(...named);
    };
    const open = documents.uris();
    for (const uri of open) {
      const reading = await read(uri, token);
      if (!reading?.isDraft) continue;
      tell(workspaceSymbols(reading.analysis).map((symbol) => to.toWorkspaceSymbol(reading.document, symbol)));
    }
    for await (const symbols of closed.symbols(open)) {
      assertAnswerable(token);
      tell(symbols);
    }
    return found;
  });
  connection.onFoldingRanges(
    inDraft(null, ({ document, analysis }) =>
      foldings(analysis).flatMap((folding) => to.toFoldingRange(document, folding) ?? []),
    ),
  );
  connection.onSelectionRanges(
    inDraft(null, ({ document, analysis }, { positions }) =>
      positions.map((position) => to.toSelectionRange(document, selections(analysis, to.toOffset(document, position)))),
    ),
  );
  connection.onDocumentLinks(
    inDraft(null, ({ document, analysis }) => links(analysis).map((link) => to.toDocumentLink(document, link))),
  );
}

/** What is known of an entry or a concept that was offered; null where it is there no more. */
function documentationOf(
  analysis: Analysis,
  kind: to.CompletionData['kind'],
  key: string,
  markup: Markup,
): string | null {
  if (kind === 'concept') {
    const concept = analysis.vocabulary.concepts.get(key);
    return concept ? describeConcept(analysis, concept, markup) : null;
  }
  const entries = kind === 'note' ? analysis.draft.notes : analysis.draft.citations;
  const entry = entries.find(({ label }) => label === key);
  return entry ? describeEntry(analysis, entry, markup) : null;
}

/** What is refused is told to the author, in the words of the refusal. */
function orRefuse<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (error instanceof RenameRefused) throw new ResponseError(LSPErrorCodes.RequestFailed, error.message);
    throw error;
  }
}

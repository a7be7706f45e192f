import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';

/**
 * Changes a document as a client says, each change after the one before it. A range may lie beyond the end of the text,
 * as where an editor appends a line: the library puts the words at the end, but keeps the lines of the range, and all
 * positions behind them are wrong from then on.
 *
 * @throws Error for what is no change; those before it are made
 */
export function applyChanges(
  document: TextDocument,
  changes: readonly TextDocumentContentChangeEvent[],
  version: number,
): void {
  const inside = (position: Parameters<typeof document.offsetAt>[0]) =>
    document.positionAt(document.offsetAt(position));
  for (const change of changes) {
    const { text, range } = { range: undefined, ...change };
    const moved = range ? { text, range: { start: inside(range.start), end: inside(range.end) } } : { text };
    TextDocument.update(document, [moved], version);
  }
}

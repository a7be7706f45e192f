import type {
  DidChangeTextDocumentParams,
  DidCloseTextDocumentParams,
  DidOpenTextDocumentParams,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Analysis, analyse, createMemory, type Memory } from '../analysis.ts';
import { hasCitations } from '../draft/draft.ts';
import { applyChanges } from './changes.ts';
import type { Configured } from './configurations.ts';

/** An open document as it was read: what a request is answered from. */
export interface Reading {
  readonly document: TextDocument;
  readonly version: number;
  /** Another one for each reading. */
  readonly id: string;
  readonly analysis: Analysis;
  readonly configured: Configured;
  /** False: ordinary Markdown, about which nothing is said. */
  readonly isDraft: boolean;
}

export function isDraftAs({ isDraft }: Configured, { draft }: Analysis): boolean {
  return isDraft ?? hasCitations(draft);
}

export interface Documents {
  readonly open: (params: DidOpenTextDocumentParams) => void;
  readonly change: (params: DidChangeTextDocumentParams) => void;
  readonly close: (params: DidCloseTextDocumentParams) => void;
  readonly uris: () => readonly string[];
  /**
   * The document as it is now, read at most once a version; null when it is not open. The reading holds until the next
   * change of the document: who waits for anything asks again.
   */
  readonly read: (uri: string) => Promise<Reading | null>;
  /** Everything is read again: what it is configured with has changed. */
  readonly forget: () => void;
}

/**
 * The documents that are open in the editor.
 *
 * @param configure what to read a document with
 * @param onRead called after each reading
 */
export function createDocuments(
  configure: (uri: string, text: string) => Promise<Configured>,
  onRead: (reading: Reading) => void = () => {},
): Documents {
  const documents = new Map<string, TextDocument>();
  const readings = new Map<string, Reading>();
  const memories = new Map<string, Memory>();
  let count = 0;
  let generation = 0;

  const read = async (uri: string): Promise<Reading | null> => {
    for (;;) {
      const document = documents.get(uri);
      if (!document) return null;
      const known = readings.get(uri);
      if (known?.document === document && known.version === document.version) return known;
      const [{ version }, started] = [document, generation];
      const text = document.getText();
      const configured = await configure(uri, text);
      // What was asked for may be of the past by now: then another look is due.
      if (documents.get(uri) !== document || document.version !== version || generation !== started) continue;
      const current = readings.get(uri);
      if (current?.document === document && current.version === version) return current;
      const analysis = analyse(text, configured.context, memories.get(uri));
      count += 1;
      const reading: Reading = {
        document,
        version,
        id: String(count),
        analysis,
        configured,
        isDraft: isDraftAs(configured, analysis),
      };
      readings.set(uri, reading);
      onRead(reading);
      return reading;
    }
  };

  return {
    open: ({ textDocument: { uri, languageId, version, text } }) => {
      readings.delete(uri);
      memories.set(uri, createMemory());
      documents.set(uri, TextDocument.create(uri, languageId, version, text));
    },
    change: ({ textDocument: { uri, version }, contentChanges }) => {
      const document = documents.get(uri);
      // The version alone tells a reading from the next: one that does not climb would keep the old.
      if (document) applyChanges(document, contentChanges, Math.max(version ?? 0, document.version + 1));
    },
    close: ({ textDocument: { uri } }) => {
      documents.delete(uri);
      readings.delete(uri);
      memories.delete(uri);
    },
    uris: () => [...documents.keys()],
    read,
    forget: () => {
      generation += 1;
      readings.clear();
    },
  };
}

import { type Disposable, type Event, EventEmitter, type TextDocument, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { ID } from '../names.ts';

/** What the server has read in a document; it says so after each reading that changes any of it. */
export interface Reading {
  readonly uri: string;
  /** False: ordinary Markdown, about which nothing is to be said. */
  readonly draft: boolean;
  /** How most markers are written; null without markers. */
  readonly notation: string | null;
  readonly markers: number;
  readonly citations: number;
  readonly notes: number;
  /** The vocabularies in use, by name. */
  readonly vocabularies: readonly string[];
}

export interface Readings extends Disposable {
  /** Undefined: not read yet, or closed. */
  readonly of: (document: TextDocument) => Reading | undefined;
  readonly onDidChange: Event<void>;
}

/** Remembers what the server says of each open document. */
export function createReadings(client: BaseLanguageClient): Readings {
  const readings = new Map<string, Reading>();
  const changed = new EventEmitter<void>();
  const key = (document: TextDocument) => client.code2ProtocolConverter.asUri(document.uri);
  const subscriptions: Disposable[] = [
    changed,
    client.onNotification(`${ID}/didRead`, (reading: Reading) => {
      readings.set(reading.uri, reading);
      changed.fire();
    }),
    workspace.onDidCloseTextDocument((document) => {
      if (readings.delete(key(document))) changed.fire();
    }),
  ];
  return {
    of: (document) => readings.get(key(document)),
    onDidChange: changed.event,
    dispose: () => {
      for (const subscription of subscriptions) subscription.dispose();
    },
  };
}

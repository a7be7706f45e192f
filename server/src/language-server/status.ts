import type { Connection } from 'vscode-languageserver';
import type { Client } from './client.ts';
import type { Reading } from './documents.ts';
import { orNot } from './or-not.ts';

/** Tells our own client what was read, for its status item; it hears only of what changed. */
export interface Status {
  readonly tell: (reading: Reading) => void;
  readonly forget: (uri: string) => void;
}

const DID_READ = 'sentinelCitations/didRead';

export function createStatus(connection: Connection, { isOurs }: Client): Status {
  const told = new Map<string, string>();
  return {
    tell: ({ document: { uri }, analysis, configured, isDraft }) => {
      if (!isOurs) return;
      const { notation, markers, citations, notes } = analysis.draft;
      const counts = { markers: markers.length, citations: citations.length, notes: notes.length };
      const message = { uri, draft: isDraft, notation, ...counts, vocabularies: configured.vocabularies };
      const key = JSON.stringify(message);
      if (told.get(uri) === key) return;
      told.set(uri, key);
      orNot(connection.sendNotification(DID_READ, message));
    },
    forget: (uri) => {
      told.delete(uri);
    },
  };
}

import type { Diagnostic, DocumentDiagnosticReport, PublishDiagnosticsParams } from 'vscode-languageserver';
import type { Client } from './client.ts';
import type { Configured } from './configurations.ts';
import type { Reading } from './documents.ts';
import type { Host } from './host.ts';
import { toDiagnostic, toProblemDiagnostic } from './to-protocol.ts';

/** What is shown in a document: its findings when it is a draft, and what is wrong with its front matter. */
export function diagnosticsOf(reading: Reading, client: Client): Diagnostic[] {
  const { document, analysis, configured, isDraft } = reading;
  const own = configured.problems.filter(({ file }) => file === configured.path).map(toProblemDiagnostic);
  return isDraft ? [...own, ...analysis.findings.map((finding) => toDiagnostic(document, finding, client))] : own;
}

/** The answer to a client that has the diagnostics of the reading `known`, if any. */
export function reportOf(reading: Reading, known: string | undefined, client: Client): DocumentDiagnosticReport {
  const { id } = reading;
  if (known === id) return { kind: 'unchanged', resultId: id };
  return { kind: 'full', resultId: id, items: diagnosticsOf(reading, client) };
}

/** Runs something in the next turn of the event loop. A timer takes a millisecond more, and is all that browsers have. */
const soon: (run: () => void) => void = typeof setImmediate === 'function' ? setImmediate : (run) => setTimeout(run, 0);

export interface Publisher {
  /** Publishes the diagnostics of a document soon: once for all changes that have come in by then. */
  readonly schedule: (uri: string) => void;
  /** Takes back what was published for a document that was closed. */
  readonly withdraw: (uri: string) => void;
}

/** Publishes diagnostics, for editors that do not pull them. */
export function createPublisher(
  read: (uri: string) => Promise<Reading | null>,
  diagnose: (reading: Reading) => Diagnostic[],
  send: (params: PublishDiagnosticsParams) => void,
  complain: (error: unknown) => void,
): Publisher {
  const due = new Set<string>();
  const publish = async (uri: string) => {
    const reading = await read(uri);
    if (reading) send({ uri, version: reading.version, diagnostics: diagnose(reading) });
  };
  let changed = false;
  // A turn of the event loop takes one message: what waits in the queue is taken in first, and then all is read once.
  const publishDue = () => {
    if (changed) {
      changed = false;
      soon(publishDue);
      return;
    }
    const uris = [...due];
    due.clear();
    for (const uri of uris) publish(uri).catch(complain);
  };
  return {
    schedule: (uri) => {
      if (due.size === 0) soon(publishDue);
      due.add(uri);
      changed = true;
    },
    withdraw: (uri) => {
      due.delete(uri);
      send({ uri, diagnostics: [] });
    },
  };
}

export interface ProblemPublisher {
  /** Shows in configuration files what is wrong with them, as a reading found it; the document shows its own. */
  readonly publish: (configured: Configured) => void;
  /** Takes all back, until they are found again. */
  readonly clear: () => void;
}

/** Publishes problems of files that are no documents of ours, whatever the editor can do. */
export function createProblemPublisher(host: Host, send: (params: PublishDiagnosticsParams) => void): ProblemPublisher {
  const shown = new Map<string, string>();
  const show = (file: string, diagnostics: Diagnostic[]) => {
    const key = JSON.stringify(diagnostics);
    if ((shown.get(file) ?? '[]') === key) return;
    shown.set(file, key);
    send({ uri: host.toUri(file), diagnostics });
  };
  return {
    publish: ({ files, problems, path: own }) => {
      for (const file of new Set([...files, ...problems.map((problem) => problem.file)])) {
        if (file !== own) show(file, problems.filter((problem) => problem.file === file).map(toProblemDiagnostic));
      }
    },
    clear: () => {
      for (const file of shown.keys()) show(file, []);
      shown.clear();
    },
  };
}

import {
  type CancellationToken,
  type Connection,
  ErrorCodes,
  type InitializeParams,
  type InitializeResult,
  type PublishDiagnosticsParams,
  ResponseError,
} from 'vscode-languageserver';
import manifest from '../../../package.json' with { type: 'json' };
import { dayOf } from '../configuration/day.ts';
import { capabilitiesFor } from './capabilities.ts';
import { clientOf } from './client.ts';
import { createClosedDrafts } from './closed-drafts.ts';
import { createConfigurations } from './configurations.ts';
import { createProblemPublisher, createPublisher, diagnosticsOf } from './diagnostics.ts';
import { createDocuments, type Reading } from './documents.ts';
import type { Host } from './host.ts';
import { assertWanted, createLifecycle, type Lifecycle } from './lifecycle.ts';
import { orNot } from './or-not.ts';
import { createOwnVocabularies } from './own-vocabularies.ts';
import { createRefresher } from './refresher.ts';
import { answerRequests } from './requests.ts';
import { createStatus } from './status.ts';
import { SOURCE } from './to-protocol.ts';
import { createWorkspace } from './workspace.ts';

/** Serves one editor over a connection of any kind: stdio, IPC, a web worker's messages. */
export function serve(connection: Connection, host: Host): void {
  const lifecycle = createLifecycle();
  connection.onInitialize((params) => {
    lifecycle.start();
    return start(connection, host, lifecycle, params);
  });
  connection.onRequest((method: string) => {
    lifecycle.assertRunning();
    throw new ResponseError(ErrorCodes.MethodNotFound, `There is no request “${method}”`);
  });
  connection.onShutdown(() => {
    lifecycle.assertRunning();
    lifecycle.stop();
  });
  connection.listen();
}

/** The wiring: nothing is known of the editor before this, and nothing is answered. */
function start(connection: Connection, host: Host, lifecycle: Lifecycle, params: InitializeParams): InitializeResult {
  const client = clientOf(params);
  const workspace = createWorkspace(connection, client, host, params);
  const configurations = createConfigurations({
    host,
    settingsFor: workspace.settingsFor,
    folderOf: workspace.settingsFolderOf,
    trusted: client.trusted,
    warn: (message) => connection.console.warn(message),
    today: () => dayOf(new Date()),
  });
  const send = (published: PublishDiagnosticsParams) => orNot(connection.sendDiagnostics(published));
  const problems = createProblemPublisher(host, send);
  const status = createStatus(connection, client);
  const onRead = (reading: Reading) => {
    const { document, analysis, configured } = reading;
    host.makeRoom?.(analysis.text.length);
    problems.publish(configured);
    status.tell(reading);
    workspace.watch(configured.files);
    workspace.watchAbove(document.uri);
  };
  const documents = createDocuments(configurations.of, onRead);
  const closed = createClosedDrafts(host, configurations, workspace.folders);
  const publisher = createPublisher(
    documents.read,
    (reading) => diagnosticsOf(reading, client),
    send,
    (error) => connection.console.error(`A draft could not be read: ${error}`),
  );
  const refresh = createRefresher(connection, client, documents, publisher);

  const on = lifecycle.whileRunning;
  const reconfigure = () => {
    configurations.forget();
    documents.forget();
    closed.forget();
    problems.clear();
    refresh();
  };
  /** For editors that do not tell of every file: whoever configures a draft opens or saves it before long. */
  const lookAgain = async () => {
    if (!client.watchesEverywhere && (await configurations.isStale())) reconfigure();
  };
  connection.onInitialized(on(() => workspace.register()));
  connection.onDidOpenTextDocument(
    on((opened) => {
      documents.open(opened);
      if (!client.pullsDiagnostics) publisher.schedule(opened.textDocument.uri);
      orNot(lookAgain());
    }),
  );
  connection.onDidSaveTextDocument(on(() => orNot(lookAgain())));
  connection.onDidChangeTextDocument(
    on((changed) => {
      documents.change(changed);
      if (!client.pullsDiagnostics) publisher.schedule(changed.textDocument.uri);
    }),
  );
  connection.onDidCloseTextDocument(
    on((closed) => {
      documents.close(closed);
      configurations.leave(closed.textDocument.uri);
      status.forget(closed.textDocument.uri);
      if (!client.pullsDiagnostics) publisher.withdraw(closed.textDocument.uri);
    }),
  );
  connection.onDidChangeWatchedFiles(on(reconfigure));
  connection.onDidChangeConfiguration(
    on((changed) => {
      workspace.changeSettings(changed);
      reconfigure();
    }),
  );
  connection.onNotification(
    'workspace/didChangeWorkspaceFolders',
    on((changed: Parameters<typeof workspace.changeFolders>[0]) => {
      workspace.changeFolders(changed);
      reconfigure();
    }),
  );

  const vocabularies = createOwnVocabularies(host, client, workspace.folderOf);
  answerRequests(connection, client, documents, closed, vocabularies, (token: CancellationToken) => {
    lifecycle.assertRunning();
    assertWanted(token);
  });
  return { capabilities: capabilitiesFor(client), serverInfo: { name: SOURCE, version: manifest.version } };
}

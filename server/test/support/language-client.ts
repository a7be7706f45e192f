import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import {
  type ClientCapabilities,
  createProtocolConnection,
  type Diagnostic,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';

const MAIN = [fileURLToPath(new URL('../../src/language-server/main-node.ts', import.meta.url))];
/** The same, as the built command starts it. */
export const COMMAND = [fileURLToPath(new URL('../../../dist/cli.js', import.meta.url)), 'language-server'];

/** What VS Code can do, as far as it matters here. */
const ABLE: ClientCapabilities = {
  textDocument: {
    diagnostic: { relatedInformation: true, tagSupport: { valueSet: [1, 2] }, codeDescriptionSupport: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    completion: { completionItem: { documentationFormat: ['markdown', 'plaintext'] } },
    definition: { linkSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    rename: { prepareSupport: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source.fixAll'] } } },
  },
  workspace: {
    workspaceEdit: { documentChanges: true, resourceOperations: ['create', 'rename', 'delete'] },
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
    diagnostics: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
    codeLens: { refreshSupport: true },
  },
};

/** Requests that ask the editor to ask again. */
const REFRESHES = ['workspace/diagnostic/refresh', 'workspace/inlayHint/refresh', 'workspace/codeLens/refresh'];

/** The default vocabulary takes longer to read than all the rest. */
export const QUICK = { defaultVocabulary: false };

/** What the plainest editor can do. */
export const PLAIN: ClientCapabilities = {};

export interface LanguageClientOptions {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  readonly folders?: readonly string[];
  /** What the editor answers when it is asked for settings. */
  readonly settings?: (scope: string) => unknown;
}

/** A server's process, and the editor's end of its stdio. */
export interface LanguageClient {
  readonly process: ChildProcess;
  readonly connection: ProtocolConnection;
  readonly initialized: InitializeResult;
  readonly requests: { readonly method: string; readonly params: unknown }[];
  readonly open: (uri: string, text: string) => Promise<void>;
  /** The diagnostics that are published next for an address, or next for a version of its document. */
  readonly published: (uri: string, version?: number) => Promise<readonly Diagnostic[]>;
  readonly stop: () => Promise<number | null>;
}

interface Waiting {
  readonly uri: string;
  readonly version: number | undefined;
  readonly settle: (diagnostics: readonly Diagnostic[]) => void;
}

/** Starts the server without a word to it. */
export function startServer(main: readonly string[] = MAIN): {
  readonly process: ChildProcess;
  readonly connection: ProtocolConnection;
} {
  // Nothing is left behind in the user's folder.
  const env = { ...process.env, SENTINEL_CITATIONS_NO_CACHE: '1' };
  const child = spawn(process.execPath, [...main, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'], env });
  const { stdin, stdout } = child;
  const connection = createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
  connection.listen();
  return { process: child, connection };
}

/** Starts the server and initializes it. */
export async function startClient(
  options: LanguageClientOptions = {},
  main: readonly string[] = MAIN,
): Promise<LanguageClient> {
  const { process: child, connection } = startServer(main);
  const { capabilities = ABLE, initializationOptions, folders = [], settings = () => QUICK } = options;
  const requests: { method: string; params: unknown }[] = [];
  let waiting: readonly Waiting[] = [];

  const onRequest = (method: string, answer: (params: never) => unknown) =>
    connection.onRequest(method, (params: never) => {
      requests.push({ method, params });
      return answer(params);
    });
  onRequest('workspace/configuration', ({ items }: { items: { scopeUri?: string }[] }) =>
    items.map(({ scopeUri }) => settings(scopeUri ?? '')),
  );
  for (const method of ['client/registerCapability', ...REFRESHES]) onRequest(method, () => null);
  connection.onNotification('textDocument/publishDiagnostics', (published: PublishDiagnosticsParams) => {
    const isMet = ({ uri, version }: Waiting) =>
      uri === published.uri && (version ?? published.version) === published.version;
    for (const { settle } of waiting.filter(isMet)) settle(published.diagnostics);
    waiting = waiting.filter((one) => !isMet(one));
  });
  const initialized: InitializeResult = await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities,
    initializationOptions,
    workspaceFolders: folders.map((uri) => ({ uri, name: uri })),
  });
  await connection.sendNotification('initialized', {});
  return {
    process: child,
    connection,
    initialized,
    requests,
    open: (uri, text) =>
      connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: 'markdown', version: 1, text },
      }),
    published: (uri, version) =>
      new Promise((settle) => {
        waiting = [...waiting, { uri, version, settle }];
      }),
    stop: async () => {
      const exited = once(child, 'exit');
      await connection.sendRequest(ShutdownRequest.type);
      await connection.sendNotification('exit');
      const [code] = await exited;
      connection.dispose();
      return code;
    },
  };
}

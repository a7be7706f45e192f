import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { suite, type TestContext, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { DRAFT } from './cursor.ts';

const BUNDLE = fileURLToPath(new URL('../../../dist/language-server.browser.js', import.meta.url));
const URI = 'vscode-vfs://host/draft.md';
const isBuilt = { skip: !existsSync(BUNDLE) && 'dist/ is not built' };

/** A thread that has what a web worker has, and nothing of Node but what loads the bundle. */
const THREAD = `
const { parentPort, workerData } = require('node:worker_threads');
globalThis.self = {
  postMessage: (message) => parentPort.postMessage(message),
  addEventListener: () => {},
  set onmessage(handle) { parentPort.on('message', (data) => handle({ data })); },
};
const load = require;
globalThis.process = undefined;
load(workerData);
`;

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: { readonly uri?: string };
  readonly result?: { readonly contents?: { readonly value: string }; readonly items?: readonly unknown[] };
}

/** Starts the worker; `files` are what its client can read, null for a client that reads none. */
async function startWorker(context: TestContext, files: Readonly<Record<string, string>> | null) {
  const worker = new Worker(THREAD, { eval: true, workerData: BUNDLE });
  context.after(() => worker.terminate());
  let count = 0;
  const send = (message: object) => worker.postMessage({ jsonrpc: '2.0', ...message });
  worker.on('message', ({ id, method, params }: Message) => {
    if (method === undefined || id === undefined) return;
    if (method === 'sentinelCitations/readFile' && files) send({ id, result: files[params?.uri ?? ''] ?? null });
    else send({ id, error: { code: -32601, message: 'There is no such request' } });
  });
  const notify = (method: string, params: object) => send({ method, params });
  const request = (method: string, params: object) =>
    new Promise<Message>((settle, fail) => {
      count += 1;
      const id = count;
      worker.once('error', fail);
      worker.on('message', (answer: Message) => {
        if (answer.id === id && answer.method === undefined) settle(answer);
      });
      send({ id, method, params });
    });
  await request('initialize', { processId: null, rootUri: null, capabilities: { textDocument: { diagnostic: {} } } });
  notify('initialized', {});
  notify('textDocument/didOpen', { textDocument: { uri: URI, languageId: 'markdown', version: 1, text: DRAFT } });
  return request;
}

suite('the web worker', () => {
  test('answers from a document of any scheme', isBuilt, async (context) => {
    const request = await startWorker(context, null);
    const { result } = await request('textDocument/hover', {
      textDocument: { uri: URI },
      position: { line: 2, character: 33 },
    });
    assert.match(result?.contents?.value ?? '', /^2 Ibid\. → 1 Ann Lee/);
  });

  test('is configured by files that its client reads', isBuilt, async (context) => {
    const count = async (files: Readonly<Record<string, string>> | null) => {
      const request = await startWorker(context, files);
      const { result } = await request('textDocument/diagnostic', { textDocument: { uri: URI } });
      return result?.items?.length ?? 0;
    };
    const off = { 'vscode-vfs://host/.sentinel-citations.yaml': 'drafts: [other.md]\n' };
    const [plain, unread, configured] = await Promise.all([count({}), count(null), count(off)]);
    assert.ok(plain > 0);
    assert.deepEqual([unread, configured], [plain, 0]);
  });
});

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { suite, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { DRAFT } from './cursor.ts';

const BUNDLE = fileURLToPath(new URL('../../../dist/language-server.browser.js', import.meta.url));
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

interface Answer {
  readonly id?: number;
  readonly result?: { readonly contents?: { readonly value: string } };
}

suite('the web worker', () => {
  test('answers from a document of any scheme', isBuilt, async (context) => {
    const worker = new Worker(THREAD, { eval: true, workerData: BUNDLE });
    context.after(() => worker.terminate());
    let count = 0;
    const notify = (method: string, params: object) => worker.postMessage({ jsonrpc: '2.0', method, params });
    const request = (method: string, params: object) =>
      new Promise<Answer>((settle, fail) => {
        count += 1;
        const id = count;
        worker.once('error', fail);
        worker.on('message', (answer: Answer) => {
          if (answer.id === id) settle(answer);
        });
        worker.postMessage({ jsonrpc: '2.0', id, method, params });
      });
    await request('initialize', { processId: null, rootUri: null, capabilities: {} });
    notify('initialized', {});
    const textDocument = { uri: 'vscode-vfs://host/draft.md' };
    notify('textDocument/didOpen', {
      textDocument: { ...textDocument, languageId: 'markdown', version: 1, text: DRAFT },
    });
    const { result } = await request('textDocument/hover', { textDocument, position: { line: 2, character: 33 } });
    assert.match(result?.contents?.value ?? '', /^2 Ibid\. → 1 Ann Lee/);
  });
});

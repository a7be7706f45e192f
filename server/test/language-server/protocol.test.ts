import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, before, suite, test } from 'node:test';
import {
  CancellationTokenSource,
  type CompletionList,
  ErrorCodes,
  LSPErrorCodes,
  type ResponseError,
} from 'vscode-languageserver/node';
import { fixture } from '../support/fixtures.ts';
import { COMMAND, type LanguageClient, PLAIN, QUICK, startClient, startServer } from '../support/language-client.ts';
import { DRAFT } from './cursor.ts';

const START = { line: 0, character: 0 };
const ALL = { start: START, end: { line: 100_000, character: 0 } };

/** Every request about a document, with what it asks beside the document. */
const REQUESTS: Readonly<Record<string, (position: object) => object>> = {
  'textDocument/diagnostic': () => ({}),
  'textDocument/hover': (position) => ({ position }),
  'textDocument/definition': (position) => ({ position }),
  'textDocument/references': (position) => ({ position, context: { includeDeclaration: true } }),
  'textDocument/documentHighlight': (position) => ({ position }),
  'textDocument/completion': (position) => ({ position }),
  'textDocument/codeAction': () => ({ range: ALL, context: { diagnostics: [], only: ['quickfix', 'source.fixAll'] } }),
  'textDocument/inlayHint': () => ({ range: ALL }),
  'textDocument/codeLens': () => ({}),
  'textDocument/documentSymbol': () => ({}),
  'textDocument/foldingRange': () => ({}),
  'textDocument/selectionRange': (position) => ({ positions: [position] }),
  'textDocument/documentLink': () => ({}),
};
/** What refuses, by an error, where there is nothing to rename. */
const RENAMES: typeof REQUESTS = {
  'textDocument/prepareRename': (position) => ({ position }),
  'textDocument/rename': (position) => ({ position, newName: '40' }),
};

const failsWith = (code: number) => (error: unknown) => (error as ResponseError).code === code;

suite('the server’s process', () => {
  let client: LanguageClient;
  let count = 0;
  const newUri = () => `file:///drafts/${++count}.md`;
  const ask = <Result>(method: string, uri: string, rest: object): Promise<Result> =>
    client.connection.sendRequest(method, { textDocument: { uri }, ...rest });

  before(async () => {
    client = await startClient({ settings: () => ({ ...QUICK, inlayHints: { enabled: true } }) });
  });
  after(async () => {
    assert.equal(await client.stop(), 0);
  });

  test('every request is answered on a draft, and quiet on other Markdown', async () => {
    const [draft, other] = [newUri(), newUri()];
    await client.open(draft, DRAFT);
    await client.open(other, '# Notes\n\nNo draft.[1]\n');
    const line = DRAFT.split('\n').findIndex((text) => text.includes('[4]'));
    const position = { line, character: (DRAFT.split('\n')[line] ?? '').indexOf('[4]') + 1 };
    for (const [method, rest] of Object.entries({ ...REQUESTS, ...RENAMES })) {
      const answer = await ask(method, draft, rest(position));
      assert.ok(JSON.stringify(answer).length > 20, `${method}: ${JSON.stringify(answer)}`);
      const quiet = await ask(method, other, rest(START));
      assert.ok(JSON.stringify(quiet).length < 60, `${method}: ${JSON.stringify(quiet)}`);
    }
  });

  test('a document that is not open has nothing', async () => {
    for (const [method, rest] of Object.entries({ ...REQUESTS, ...RENAMES })) {
      const answer = await ask<{ items?: unknown[] } | null>(method, 'file:///nowhere.md', rest(START));
      assert.deepEqual(answer?.items ?? [], [], method);
    }
  });

  test('positions outside of the text are moved into it', async () => {
    const uri = newUri();
    await client.open(uri, DRAFT);
    for (const position of [
      { line: 1e9, character: 0 },
      { line: 2, character: 1e9 },
      { line: 1e9, character: 1e9 },
      { line: 0, character: 2 ** 31 - 1 },
    ]) {
      for (const [method, rest] of Object.entries(REQUESTS)) await ask(method, uri, rest(position));
      for (const [method, rest] of Object.entries(RENAMES)) {
        await ask(method, uri, rest(position)).catch((error) => {
          assert.equal(error.code, LSPErrorCodes.RequestFailed, method);
        });
      }
    }
  });

  test('positions count UTF-16 code units, in edits too', async () => {
    const uri = newUri();
    await client.open(uri, `😀${DRAFT.replace('The wing', '😀😀 The wing')}`);
    const hovered = () =>
      ask<{ range: unknown } | null>('textDocument/hover', uri, { position: { line: 2, character: 21 } });
    const range = { start: { line: 2, character: 20 }, end: { line: 2, character: 23 } };
    assert.deepEqual((await hovered())?.range, range);
    const change = (from: number, to: number, text: string, version: number) =>
      client.connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [{ range: { start: { line: 2, character: from }, end: { line: 2, character: to } }, text }],
      });
    // Half a surrogate pair goes, and comes back.
    await change(1, 2, '', 2);
    assert.notDeepEqual((await hovered())?.range, range);
    await change(1, 1, '\ude00', 3);
    assert.deepEqual((await hovered())?.range, range);
  });

  test('a hundred requests at once, half of them cancelled', async () => {
    const uri = newUri();
    await client.open(uri, fixture('article/defects.md'));
    const methods = Object.keys(REQUESTS);
    const answers = Array.from({ length: 100 }, (_, index) => {
      const method = methods[index % methods.length] as string;
      const token = new CancellationTokenSource();
      const rest = REQUESTS[method]?.({ line: 4, character: index * 10 });
      const answer = client.connection.sendRequest(method, { textDocument: { uri }, ...rest }, token.token);
      if (index % 2 === 1) token.cancel();
      return answer.then(
        () => 'answered',
        (error: ResponseError) => (error.code === LSPErrorCodes.RequestCancelled ? 'cancelled' : error.message),
      );
    });
    const counts = { answered: 0, cancelled: 0 };
    for (const answer of await Promise.all(answers)) counts[answer as keyof typeof counts] += 1;
    assert.deepEqual(counts, { answered: 50, cancelled: 50 });
  });

  test('what is refused says why', async () => {
    const uri = newUri();
    await client.open(uri, DRAFT);
    const rename = ask('textDocument/rename', uri, { position: { line: 2, character: 16 }, newName: '2' });
    await assert.rejects(rename, { message: /there is a citation of that label/ });
  });

  test('completion items get their documentation when it is asked for', async () => {
    const uri = newUri();
    await client.open(uri, DRAFT.replace('It fought', 'It fought[, not'));
    const position = { line: 2, character: (DRAFT.split('\n')[2] ?? '').indexOf('It fought') + 'It fought['.length };
    const { items } = await ask<CompletionList>('textDocument/completion', uri, { position });
    const resolved = await client.connection.sendRequest<{ documentation: { value: string } }>(
      'completionItem/resolve',
      items[1],
    );
    assert.match(resolved.documentation.value, /^\*\*2\*\* Ibid\. → \*\*1\*\* Ann Lee/);
    const bare = { label: '2' };
    assert.deepEqual(await client.connection.sendRequest('completionItem/resolve', bare), bare);
  });

  test('sources of all open drafts are found', async () => {
    const found = await client.connection.sendRequest<{ name: string }[]>('workspace/symbol', { query: 'roy hist' });
    assert.ok(found.length > 1);
    assert.ok(found.every(({ name }) => name === 'Roy 2016, “The War: A History”'));
  });

  test('diagnostics that are known are not sent again', async () => {
    const uri = newUri();
    await client.open(uri, DRAFT);
    type Report = { kind: string; resultId: string; items?: { code: string; codeDescription: { href: string } }[] };
    const first = await ask<Report>('textDocument/diagnostic', uri, {});
    assert.deepEqual(
      first.items?.map(({ code }) => code),
      ['ibid-ambiguous'],
    );
    assert.match(first.items?.[0]?.codeDescription.href ?? '', /\/docs\/rules\/ibid-ambiguous\.md$/);
    const again = await ask<Report>('textDocument/diagnostic', uri, { previousResultId: first.resultId });
    assert.deepEqual(again, { kind: 'unchanged', resultId: first.resultId });
  });

  test('a closed document is forgotten', async () => {
    const uri = newUri();
    await client.open(uri, DRAFT);
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    assert.equal(await ask('textDocument/hover', uri, { position: { line: 2, character: 16 } }), null);
  });

  test('changes of what is not open, and notifications that it does not know, are passed over', async () => {
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: 'file:///nowhere.md', version: 2 },
      contentChanges: [{ text: 'x' }],
    });
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: 'file:///nowhere.md' } });
    await client.connection.sendNotification('sentinelCitations/nonsense', {});
    await assert.rejects(
      client.connection.sendRequest('sentinelCitations/nonsense', {}),
      failsWith(ErrorCodes.MethodNotFound),
    );
  });
});

suite('the server’s life', () => {
  test('nothing is answered before it is initialized, nor after it is shut down', async (context) => {
    const { process: child, connection } = startServer();
    context.after(() => child.kill());
    const all = { ...REQUESTS, ...RENAMES };
    const askAll = async (code: number) => {
      for (const [method, rest] of Object.entries(all)) {
        const params = { textDocument: { uri: 'file:///a.md' }, ...rest(START) };
        await assert.rejects(connection.sendRequest(method, params), failsWith(code), method);
      }
      await assert.rejects(connection.sendRequest('workspace/symbol', { query: '' }), failsWith(code));
    };
    const initialize = () =>
      connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities: PLAIN });

    await askAll(ErrorCodes.ServerNotInitialized);
    const textDocument = { uri: 'file:///a.md', languageId: 'markdown', version: 1, text: DRAFT };
    await connection.sendNotification('textDocument/didOpen', { textDocument });
    await initialize();
    await assert.rejects(initialize(), failsWith(ErrorCodes.InvalidRequest));
    assert.deepEqual(await connection.sendRequest('workspace/symbol', { query: '' }), []);
    await connection.sendRequest('shutdown');
    await askAll(ErrorCodes.InvalidRequest);
    const exited = once(child, 'exit');
    await connection.sendNotification('exit');
    assert.deepEqual(await exited, [0, null]);
  });

  test('leaving without a shutdown is a failure', async () => {
    const { process: child, connection } = startServer();
    const exited = once(child, 'exit');
    await connection.sendNotification('exit');
    assert.deepEqual(await exited, [1, null]);
  });

  test('it goes when the editor’s end closes', async () => {
    const { process: child } = startServer();
    const exited = once(child, 'exit');
    child.stdin?.end();
    await exited;
  });
});

suite('the command', () => {
  test('serves an editor too', async (context) => {
    const client = await startClient({}, COMMAND);
    context.after(() => client.process.kill());
    await client.open('file:///a.md', DRAFT);
    const textDocument = { uri: 'file:///a.md' };
    const report = await client.connection.sendRequest<{ items: object[] }>('textDocument/diagnostic', {
      textDocument,
    });
    assert.equal(report.items.length, 1);
    assert.equal(await client.stop(), 0);
  });
});

suite('an editor that does not pull', () => {
  test('is told of findings, after changes too, and of none when the draft is closed', async (context) => {
    const client = await startClient({ capabilities: PLAIN, initializationOptions: { settings: QUICK } });
    context.after(() => client.process.kill());
    const uri = 'untitled:Untitled-1';
    const first = client.published(uri);
    await client.open(uri, DRAFT);
    assert.deepEqual(
      (await first).map(({ code, codeDescription, relatedInformation }) => [code, codeDescription, relatedInformation]),
      [['ibid-ambiguous', undefined, undefined]],
    );
    const second = client.published(uri, 3);
    const change = (version: number, text: string) =>
      client.connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [{ text }],
      });
    await change(2, 'x');
    await change(3, DRAFT.replace('; Lee', ''));
    assert.deepEqual(await second, []);
    const third = client.published(uri, 4);
    await change(4, DRAFT);
    assert.equal((await third).length, 1);
    const last = client.published(uri);
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    assert.deepEqual(await last, []);
    const position = { line: 2, character: 16 };
    await client.open(uri, DRAFT);
    const hover = await client.connection.sendRequest<{ contents: { kind: string } }>('textDocument/hover', {
      textDocument: { uri },
      position,
    });
    assert.equal(hover.contents.kind, 'plaintext');
    assert.equal(await client.stop(), 0);
  });
});

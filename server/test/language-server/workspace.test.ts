import assert from 'node:assert/strict';
import { after, suite, test } from 'node:test';
import type { Diagnostic } from 'vscode-languageserver/node';
import { type LanguageClient, QUICK } from '../support/language-client.ts';
import { startFolder } from '../support/language-folder.ts';
import { DRAFT } from './cursor.ts';

const NAMES = 'groups: [{ id: wings, prefLabel: Two Wings Front, kind: organisation, hiddenLabels: [The wing] }]\n';

suite('the editor’s workspace', () => {
  const folder = startFolder();
  const { uriOf, write, start } = folder;
  after(folder.remove);

  const found = async ({ connection }: LanguageClient, path: string) => {
    const report = await connection.sendRequest<{ items: Diagnostic[] }>('textDocument/diagnostic', {
      textDocument: { uri: uriOf(path) },
    });
    return report.items.map(({ code }) => code);
  };

  test('settings name files relative to the innermost folder; folders come and go', async () => {
    await write('a/names.yaml', NAMES);
    await write('a/deep/names.yaml', 'people: [{ id: ann, prefLabel: Ann }]\n');
    const settings = () => ({ ...QUICK, vocabularies: ['names.yaml'] });
    const client = await start({ folders: [uriOf('a')], settings });
    await client.open(uriOf('a/deep/draft.md'), DRAFT);
    assert.deepEqual(await found(client, 'a/deep/draft.md'), ['group-misspelled', 'ibid-ambiguous']);
    const deep = { uri: uriOf('a/deep'), name: 'deep' };
    const change = (event: object) =>
      client.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event });
    await change({ added: [deep], removed: [] });
    assert.deepEqual(await found(client, 'a/deep/draft.md'), ['ibid-ambiguous']);
    await change({ added: [], removed: [deep] });
    assert.deepEqual(await found(client, 'a/deep/draft.md'), ['group-misspelled', 'ibid-ambiguous']);
  });

  test('what is in no folder, as an unsaved draft, finds the files that settings name in the first one', async () => {
    await write('first/names.yaml', NAMES);
    await write('second/names.yaml', 'people: [{ id: ann, prefLabel: Ann }]\n');
    const settings = () => ({ ...QUICK, vocabularies: ['names.yaml'] });
    const client = await start({ folders: [uriOf('first'), uriOf('second')], settings });
    for (const uri of ['untitled:Untitled-1', uriOf('elsewhere/draft.md')]) {
      await client.open(uri, DRAFT);
      const report = await client.connection.sendRequest<{ items: Diagnostic[] }>('textDocument/diagnostic', {
        textDocument: { uri },
      });
      assert.deepEqual(
        report.items.map(({ code }) => code),
        ['group-misspelled', 'ibid-ambiguous'],
      );
    }
  });

  test('a draft that is closed is neither configured nor read again', async () => {
    const client = await start({ initializationOptions: { trusted: true } });
    const read: string[] = [];
    client.connection.onNotification('sentinelCitations/didRead', ({ uri }: { uri: string }) => {
      read.push(uri);
    });
    const [closed, open] = [uriOf('closed.md'), uriOf('open.md')];
    await client.open(closed, DRAFT);
    await client.open(open, DRAFT);
    await found(client, 'closed.md');
    await found(client, 'open.md');
    assert.deepEqual(read.splice(0), [closed, open]);
    const { length } = client.requests;
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: closed } });
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [] });
    assert.deepEqual(await found(client, 'closed.md'), []);
    assert.deepEqual(await found(client, 'open.md'), ['ibid-ambiguous']);
    await client.connection.sendRequest('workspace/symbol', { query: '' });
    const asked = JSON.stringify(client.requests.slice(length));
    assert.deepEqual([asked.includes(open), asked.includes(closed), read], [true, false, []]);
  });
});

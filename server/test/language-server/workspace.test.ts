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

  test('a draft is in its folder however its address is written', async () => {
    await write('with space (1)/names.yaml', NAMES);
    const settings = () => ({ ...QUICK, vocabularies: ['names.yaml'] });
    const [escaped, plain] = [uriOf('with space (1)'), uriOf('').replace(/\/$/, '').concat('/with space (1)')];
    const variants = [escaped, plain, escaped.replace('(1)', '%281%29'), `${escaped}/`];
    assert.equal(new Set(variants).size, 4);
    for (const address of variants) {
      // The first folder would be taken for a draft that is in none.
      const client = await start({ folders: [uriOf('elsewhere'), address], settings });
      for (const [count, around] of variants.entries()) {
        const uri = `${around.replace(/\/$/, '')}/${count}.md`;
        await client.open(uri, DRAFT);
        const params = { textDocument: { uri } };
        const report = await client.connection.sendRequest<{ items: Diagnostic[] }>('textDocument/diagnostic', params);
        assert.deepEqual(
          report.items.map(({ code }) => code),
          ['group-misspelled', 'ibid-ambiguous'],
          `${uri} in ${address}`,
        );
      }
    }
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

  test('an unsaved draft is configured as in the first folder, whatever name drafts have there', async () => {
    await write('unsaved/.sentinel-citations.yaml', 'drafts: [drafts/*.md]\nrules: { ibid-ambiguous: off }\n');
    const client = await start({ folders: [uriOf('unsaved'), uriOf('second')] });
    const elsewhere: string[] = [];
    client.connection.onNotification('textDocument/publishDiagnostics', ({ uri }: { uri: string }) => {
      elsewhere.push(uri);
    });
    const findings = async (uri: string, text: string) => {
      await client.open(uri, text);
      const params = { textDocument: { uri } };
      const report = await client.connection.sendRequest<{ items: Diagnostic[] }>('textDocument/diagnostic', params);
      return report.items.map(({ code, message, range }) => [code ?? message, range.start.line]);
    };
    const unended = DRAFT.replace('May 3, 2016.', 'May 3, 2016');
    assert.deepEqual(await findings('untitled:1', unended), [['citation-terminal-period', 10]]);
    assert.deepEqual(await findings('untitled:2', 'Prose.[1]\n'), []);
    const [[message, line] = []] = await findings(
      'untitled:3',
      `---\nsentinel-citations: { rules: 3 }\n---\n\n${DRAFT}`,
    );
    assert.match(String(message), /^Unexpected /);
    assert.deepEqual([line, elsewhere], [1, []]);
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

import assert from 'node:assert/strict';
import { after, suite, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Diagnostic } from 'vscode-languageserver/node';
import { COMMAND, type LanguageClient, PLAIN, QUICK } from '../support/language-client.ts';
import { startFolder } from '../support/language-folder.ts';
import { DRAFT } from './cursor.ts';

const FILE = '.sentinel-citations.yaml';
const initializationOptions = { settings: QUICK };
const OFF = 'rules:\n  ibid-ambiguous: off\n';

suite('configuration in the editor', () => {
  const folder = startFolder();
  const { uriOf, write, start } = folder;
  const found = async ({ connection }: LanguageClient, path: string) => {
    const report = await connection.sendRequest<{ items: Diagnostic[] }>('textDocument/diagnostic', {
      textDocument: { uri: uriOf(path) },
    });
    return report.items.map(({ code, severity, message }) => (code ? `${code} ${severity}` : message));
  };
  const change = ({ connection }: LanguageClient, path: string) =>
    connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf(path), type: 2 }] });

  after(folder.remove);

  test('each root has its own, and one above the workspace counts too', async () => {
    await write(`roots/${FILE}`, 'rules:\n  ibid-ambiguous: hint\n');
    await write(`roots/b/${FILE}`, OFF);
    const client = await start({ folders: [uriOf('roots/a'), uriOf('roots/b')] });
    await client.open(uriOf('roots/a/draft.md'), DRAFT);
    await client.open(uriOf('roots/b/deep/draft.md'), DRAFT);
    assert.deepEqual(await found(client, 'roots/a/draft.md'), ['ibid-ambiguous 4']);
    assert.deepEqual(await found(client, 'roots/b/deep/draft.md'), []);
  });

  test('settings lie below the file, and hold where there is none', async () => {
    await write(`below/file/${FILE}`, 'rules:\n  ibid-ambiguous: hint\n');
    let severity = 'error';
    const settings = () => ({ ...QUICK, notation: null, rules: { 'ibid-ambiguous': severity }, vocabularies: [] });
    const client = await start({ settings });
    await client.open(uriOf('below/file/draft.md'), DRAFT);
    await client.open(uriOf('below/draft.md'), DRAFT);
    assert.deepEqual(await found(client, 'below/file/draft.md'), ['ibid-ambiguous 4']);
    assert.deepEqual(await found(client, 'below/draft.md'), ['ibid-ambiguous 1']);
    severity = 'information';
    const { length } = client.requests;
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    assert.deepEqual(await found(client, 'below/draft.md'), ['ibid-ambiguous 3']);
    const asked = client.requests.slice(length).map(({ method }) => method);
    for (const what of ['diagnostic', 'inlayHint', 'codeLens']) assert.ok(asked.includes(`workspace/${what}/refresh`));
  });

  test('nothing is kept of a document that was closed', async () => {
    let asked = 0;
    const settings = () => {
      asked += 1;
      return QUICK;
    };
    const client = await start({ settings });
    const uri = uriOf('kept/draft.md');
    for (const times of [1, 2, 3]) {
      await client.open(uri, DRAFT);
      assert.deepEqual(await found(client, 'kept/draft.md'), ['ibid-ambiguous 2']);
      assert.deepEqual(await found(client, 'kept/draft.md'), ['ibid-ambiguous 2']);
      assert.equal(asked, times);
      await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    }
  });

  test('editors that are asked and know of no settings may send them', async () => {
    const settings = (severity: string) => ({ ...QUICK, rules: { 'ibid-ambiguous': severity } });
    const client = await start({ settings: () => null, initializationOptions: { settings: settings('error') } });
    await client.open(uriOf('asked/draft.md'), DRAFT);
    assert.deepEqual(await found(client, 'asked/draft.md'), ['ibid-ambiguous 1']);
    await client.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { sentinelCitations: settings('hint') },
    });
    assert.deepEqual(await found(client, 'asked/draft.md'), ['ibid-ambiguous 4']);
  });

  test('editors that are not asked send their settings', async () => {
    const settings = { ...QUICK, rules: { 'ibid-ambiguous': 'error' } };
    const client = await start({
      capabilities: { textDocument: { diagnostic: {} } },
      initializationOptions: { settings },
    });
    await client.open(uriOf('plain/draft.md'), DRAFT);
    assert.deepEqual(await found(client, 'plain/draft.md'), ['ibid-ambiguous 1']);
    await client.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { sentinelCitations: { ...QUICK, rules: { 'ibid-ambiguous': 'hint' } } },
    });
    assert.deepEqual(await found(client, 'plain/draft.md'), ['ibid-ambiguous 4']);
  });

  test('a file that changes is read again; what is wrong with it is shown in it, and the last good one holds', async () => {
    await write(`changes/${FILE}`, OFF);
    const client = await start({ folders: [uriOf('changes')] });
    const file = uriOf(`changes/${FILE}`);
    await client.open(uriOf('changes/draft.md'), DRAFT);
    assert.deepEqual(await found(client, 'changes/draft.md'), []);

    await write(`changes/${FILE}`, 'rules:\n  ibid-ambigous: off\n');
    const wrong = client.published(file);
    await change(client, `changes/${FILE}`);
    assert.deepEqual(await found(client, 'changes/draft.md'), []);
    assert.deepEqual(
      (await wrong).map(({ message, range }) => [message, range.start]),
      [['Unexpected rule “ibid-ambigous”, expected “ibid-ambiguous”', { line: 1, character: 2 }]],
    );

    await write(`changes/${FILE}`, 'rules:\n  ibid-ambiguous: error\n');
    const right = client.published(file);
    await change(client, `changes/${FILE}`);
    assert.deepEqual(await found(client, 'changes/draft.md'), ['ibid-ambiguous 1']);
    assert.deepEqual(await right, []);
  });

  test('files that are read are watched, wherever they are', async () => {
    await write('watched/base.yaml', OFF);
    await write(`watched/in/${FILE}`, 'extends: ../base.yaml\n');
    const client = await start({ folders: [uriOf('watched/in')] });
    await client.open(uriOf('watched/in/draft.md'), DRAFT);
    assert.deepEqual(await found(client, 'watched/in/draft.md'), []);
    const registered = JSON.stringify(client.requests.filter(({ method }) => method === 'client/registerCapability'));
    assert.match(registered, /"pattern":"base\.yaml"/);
    await write('watched/base.yaml', 'rules:\n  ibid-ambiguous: hint\n');
    await change(client, 'watched/base.yaml');
    assert.deepEqual(await found(client, 'watched/in/draft.md'), ['ibid-ambiguous 4']);
  });

  test('where a folder is not trusted, nothing that its files name is read', async () => {
    await write('distrust/base.yaml', OFF);
    await write(`distrust/in/${FILE}`, 'extends: ../base.yaml\n');
    await write(`elsewhere/${FILE}`, OFF);
    await write(`distrust/beside/${FILE}`, `extends: ../../elsewhere/${FILE}\n`);
    await write('distrust/.sentinel-citations.names.yaml', 'groups: [{ id: x }]\n');
    await write(`distrust/names/${FILE}`, 'vocabularies: [../.sentinel-citations.names.yaml]\n');
    const client = await start({ initializationOptions: { trusted: false } });
    for (const folder of ['in', 'beside', 'names']) {
      await client.open(uriOf(`distrust/${folder}/draft.md`), DRAFT);
      assert.deepEqual(await found(client, `distrust/${folder}/draft.md`), ['ibid-ambiguous 2']);
    }
  });

  test('what the command line says lies over all', async () => {
    await write(`said/${FILE}`, OFF);
    await write('said/one.yaml', 'rules:\n  ibid-ambiguous: hint\n');
    await write(
      'said/names.yaml',
      'groups:\n  - { id: x, prefLabel: Marsh Front, kind: faction, hiddenLabels: [March Front] }\n',
    );
    const pathOf = (name: string) => fileURLToPath(uriOf(`said/${name}`));
    const text = DRAFT.replace('# ', '# On the March Front: ');
    const said = async (...args: readonly string[]) => {
      const client = await start({ initializationOptions: { trusted: false } }, [...COMMAND, ...args]);
      await client.open(uriOf('said/draft.md'), text);
      return found(client, 'said/draft.md');
    };
    assert.deepEqual(await said(), []);
    assert.deepEqual(await said('--no-config', '--no-default-vocabulary'), ['ibid-ambiguous 2']);
    assert.deepEqual(await said('--config', pathOf('one.yaml')), ['ibid-ambiguous 4']);
    assert.deepEqual(await said('--vocabulary', pathOf('names.yaml')), ['group-misspelled 2']);
  });

  test('front matter configures its draft, makes a draft of it, and shows its own problems', async () => {
    const client = await start();
    const matter = (yaml: string) => `---\n${yaml}\n---\n\n`;
    await client.open(uriOf('a.md'), matter('sentinel-citations:\n  rules: { ibid-ambiguous: off }') + DRAFT);
    await client.open(uriOf('b.md'), `${matter('style: ctc-sentinel')}One.[1]\n`);
    await client.open(uriOf('c.md'), matter('sentinel-citations:\n  rulez: {}') + DRAFT);
    assert.deepEqual(await found(client, 'a.md'), []);
    assert.deepEqual(await found(client, 'b.md'), ['citations-missing 1']);
    assert.deepEqual(await found(client, 'c.md'), ['Unexpected key “rulez”, expected “rules”', 'ibid-ambiguous 2']);
  });

  test('a vocabulary with a mistake is shown in its file, and the draft is read without it', async () => {
    await write('names/groups.yaml', 'groups:\n  - id: x\n');
    await write(`names/${FILE}`, 'vocabularies: [groups.yaml]\n');
    const client = await start({ folders: [uriOf('names')] });
    const wrong = client.published(uriOf('names/groups.yaml'));
    await client.open(uriOf('names/draft.md'), DRAFT);
    assert.deepEqual(await found(client, 'names/draft.md'), ['ibid-ambiguous 2']);
    assert.ok((await wrong).length > 0);
  });

  test('a configuration file that appears above the workspace is noticed by our own client', async () => {
    await write('above/in/other.md', '');
    const client = await start({ folders: [uriOf('above/in')], initializationOptions: { trusted: true } });
    await client.open(uriOf('above/in/draft.md'), DRAFT);
    assert.deepEqual(await found(client, 'above/in/draft.md'), ['ibid-ambiguous 2']);
    const registered = JSON.stringify(client.requests.filter(({ method }) => method === 'client/registerCapability'));
    const pattern = '.sentinel-citations.{yaml,json}';
    assert.ok(registered.includes(JSON.stringify({ baseUri: uriOf('above'), pattern })), registered);
    await write(`above/${FILE}`, OFF);
    await change(client, `above/${FILE}`);
    assert.deepEqual(await found(client, 'above/in/draft.md'), []);
  });

  test('what is not watched is looked at again when a draft is saved or opened', async () => {
    const client = await start({ capabilities: PLAIN, folders: [uriOf('saved/in')], initializationOptions });
    const uri = uriOf('saved/in/draft.md');
    const codes = async (published: Promise<readonly Diagnostic[]>) => (await published).map(({ code }) => code);
    const opened = client.published(uri);
    await client.open(uri, DRAFT);
    assert.deepEqual(await codes(opened), ['ibid-ambiguous']);
    await write(`saved/${FILE}`, OFF);
    const saved = client.published(uri);
    await client.connection.sendNotification('textDocument/didSave', { textDocument: { uri } });
    assert.deepEqual(await codes(saved), []);
    await write(`saved/${FILE}`, '');
    const another = client.published(uri);
    await client.open(uriOf('saved/in/another.md'), DRAFT);
    assert.deepEqual(await codes(another), ['ibid-ambiguous']);
  });

  test('our own client is told what was read, and of changes alone', async () => {
    await write(`told/${FILE}`, 'vocabularies: [own.yaml]\n');
    await write('told/own.yaml', 'groups: []\n');
    const client = await start({ initializationOptions: { trusted: true } });
    const told: unknown[] = [];
    client.connection.onNotification('sentinelCitations/didRead', (reading: unknown) => {
      told.push(reading);
    });
    const uri = uriOf('told/draft.md');
    await client.open(uri, DRAFT);
    await found(client, 'told/draft.md');
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [{ text: `${DRAFT}\n` }],
    });
    await found(client, 'told/draft.md');
    const counts = { notation: 'bracket', markers: 5, citations: 4, notes: 1 };
    assert.deepEqual(told, [{ uri, draft: true, ...counts, vocabularies: ['own.yaml'] }]);
  });
});

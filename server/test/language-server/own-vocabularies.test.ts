import assert from 'node:assert/strict';
import { after, suite, test } from 'node:test';
import type { CodeAction, Diagnostic } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type LanguageClient, PLAIN } from '../support/language-client.ts';
import { startFolder } from '../support/language-folder.ts';
import { DRAFT } from './cursor.ts';

const FILE = '.sentinel-citations.yaml';
const NAMED = `Lashkar-e-Sahra met.\n\n${DRAFT}`;
/** Without any vocabulary no name is unknown. */
const settings = () => ({});
const AT_NAME = { line: 0, character: 3 };

suite('vocabularies of one’s own in the editor', () => {
  const folder = startFolder();
  const { uriOf, write, start } = folder;
  after(folder.remove);

  /** What is offered at the name. */
  const offered = async ({ connection }: LanguageClient, path: string): Promise<CodeAction[]> => {
    const actions = await connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: uriOf(path) },
      range: { start: AT_NAME, end: AT_NAME },
      context: { diagnostics: [] },
    });
    return actions.filter(({ title }) => title.startsWith('Add'));
  };
  /** Does what an editor does with an action, and tells of it. */
  const apply = async ({ connection }: LanguageClient, { edit }: CodeAction): Promise<Record<string, string>> => {
    const written: Record<string, string> = {};
    for (const change of edit?.documentChanges ?? []) {
      if ('kind' in change) continue;
      const { uri } = change.textDocument;
      const before = TextDocument.create(uri, '', 0, await folder.read(uri));
      const name = uri.slice(uriOf('').length + 1);
      written[name] = TextDocument.applyEdits(before, change.edits as Parameters<typeof TextDocument.applyEdits>[1]);
      await write(name, written[name]);
      await connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 1 }] });
    }
    return written;
  };
  const created = ({ edit }: CodeAction) =>
    (edit?.documentChanges ?? []).flatMap((change) =>
      'kind' in change && change.kind === 'create' ? [change.uri.slice(uriOf('').length + 1)] : [],
    );
  const unknown = async ({ connection }: LanguageClient, path: string) => {
    const report = await connection.sendRequest<{ items: Diagnostic[] }>('textDocument/diagnostic', {
      textDocument: { uri: uriOf(path) },
    });
    return report.items.filter(({ code }) => code === 'group-unknown').length;
  };

  for (const [what, file, before, after] of [
    [
      'YAML',
      'own.yaml',
      'people: [{ id: ann, prefLabel: Ann }]\n',
      'people: [{ id: ann, prefLabel: Ann }]\ngroups:\n  - { id: lashkar-e-sahra, prefLabel: Lashkar-e-Sahra, kind: organisation }\n',
    ],
    [
      'JSON',
      'own.json',
      '{ "people": [{ "id": "ann", "prefLabel": "Ann" }] }\n',
      '{ "groups": [{ "id": "lashkar-e-sahra", "prefLabel": "Lashkar-e-Sahra", "kind": "organisation" }], "people": [{ "id": "ann", "prefLabel": "Ann" }] }\n',
    ],
  ] as const)
    test(`a name that is in none can be added to the draft’s own, in ${what}`, async () => {
      await write(`${what}/${FILE}`, `vocabularies: [${file}]\n`);
      await write(`${what}/${file}`, before);
      const client = await start({ folders: [uriOf(what)] });
      await client.open(uriOf(`${what}/draft.md`), NAMED);
      assert.equal(await unknown(client, `${what}/draft.md`), 1);
      const [action] = await offered(client, `${what}/draft.md`);
      assert.equal(action?.title, 'Add “Lashkar-e-Sahra” to the vocabulary');
      assert.equal(action?.diagnostics?.[0]?.code, 'group-unknown');
      assert.deepEqual(await apply(client, action as CodeAction), { [`${what}/${file}`]: after });
      assert.equal(await unknown(client, `${what}/draft.md`), 0);
    });

  test('where nothing is configured, a vocabulary is made and configured in the workspace’s folder', async () => {
    const client = await start({ folders: [uriOf('bare')], settings });
    await write('bare/vocabulary.yaml', 'something: else\n');
    await client.open(uriOf('bare/deep/draft.md'), NAMED);
    const [action] = await offered(client, 'bare/deep/draft.md');
    assert.equal(action?.title, 'Add “Lashkar-e-Sahra” to a new vocabulary');
    assert.deepEqual(created(action as CodeAction), ['bare/vocabulary-2.yaml', `bare/${FILE}`]);
    assert.deepEqual(await apply(client, action as CodeAction), {
      'bare/vocabulary-2.yaml':
        'groups:\n  - { id: lashkar-e-sahra, prefLabel: Lashkar-e-Sahra, kind: organisation }\n',
      [`bare/${FILE}`]: 'vocabularies:\n  - vocabulary-2.yaml\n',
    });
    assert.equal(await unknown(client, 'bare/deep/draft.md'), 0);
  });

  test('where a configuration names none, the one that is made is named in it', async () => {
    await write('some/.sentinel-citations.json', '{ "notation": "bracket" }\n');
    const client = await start({ folders: [uriOf('some/in')], settings });
    await client.open(uriOf('some/in/draft.md'), NAMED);
    const [action] = await offered(client, 'some/in/draft.md');
    assert.deepEqual(created(action as CodeAction), ['some/vocabulary.yaml']);
    const written = await apply(client, action as CodeAction);
    assert.equal(
      written['some/.sentinel-citations.json'],
      '{ "vocabularies": ["vocabulary.yaml"], "notation": "bracket" }\n',
    );
    assert.equal(await unknown(client, 'some/in/draft.md'), 0);
  });

  test('none is made for who cannot have one', async () => {
    await write(`broken/${FILE}`, 'rulez: {}\n');
    await write('bare2/other.md', '');
    const client = await start({ folders: [uriOf('broken')], settings });
    const plain = await start({ capabilities: { ...PLAIN, textDocument: { diagnostic: {} } } });
    const restricted = await start({ initializationOptions: { trusted: false }, settings });
    await client.open(uriOf('broken/draft.md'), NAMED);
    await client.open('untitled:Untitled-1', NAMED);
    for (const one of [plain, restricted]) await one.open(uriOf('bare2/draft.md'), NAMED);
    assert.equal(await unknown(restricted, 'bare2/draft.md'), 1);
    assert.deepEqual(await offered(client, 'broken/draft.md'), []);
    for (const one of [plain, restricted]) assert.deepEqual(await offered(one, 'bare2/draft.md'), []);
  });

  test('definition leads from a name into the one that has it, unless the folder is not trusted', async () => {
    await write(`entry/${FILE}`, 'vocabularies: [own.yaml, over.yaml]\n');
    await write('entry/own.yaml', 'groups:\n  - { id: sahra, prefLabel: Lashkar-e-Sahra, kind: organisation }\n');
    await write('entry/over.yaml', 'people: [{ id: ann, prefLabel: Ann }]\n');
    const uri = uriOf('entry/draft.md');
    const ask = async (trusted: boolean) => {
      const client = await start({ folders: [uriOf('entry')], initializationOptions: { trusted } });
      await client.open(uri, NAMED);
      return client.connection.sendRequest<{ targetUri: string; targetSelectionRange: object }[] | null>(
        'textDocument/definition',
        { textDocument: { uri }, position: AT_NAME },
      );
    };
    const [target] = (await ask(true)) ?? [];
    assert.equal(target?.targetUri, uriOf('entry/own.yaml'));
    assert.deepEqual(target?.targetSelectionRange, {
      start: { line: 1, character: 10 },
      end: { line: 1, character: 15 },
    });
    assert.equal(await ask(false), null);
  });
});

import assert from 'node:assert/strict';
import { after, suite, test } from 'node:test';
import { CancellationTokenSource, LSPErrorCodes, type ResponseError } from 'vscode-languageserver/node';
import type { LanguageClient } from '../support/language-client.ts';
import { startFolder } from '../support/language-folder.ts';

const draftOn = (title: string) =>
  `It split.[1]\n\n## Citations\n\n[1] Ann Lee, “${title},” Daily Post, May 3, 2016.\n`;

suite('drafts of the workspace that are not open', () => {
  const folder = startFolder();
  const { uriOf, write, start } = folder;
  after(folder.remove);

  interface Found {
    readonly name: string;
    readonly location: { readonly uri: string; readonly range: { readonly start: object } };
  }
  const search = ({ connection }: LanguageClient, query: string, rest: object = {}) =>
    connection.sendRequest<Found[]>('workspace/symbol', { query, ...rest });
  const titles = async (client: LanguageClient, query = 'lee') =>
    (await search(client, query)).map(({ name }) => /“(.*)”/.exec(name)?.[1]).sort();

  test('are searched for sources, each once, whichever folder they are in', async () => {
    await write('a/one.md', draftOn('One'));
    await write('a/deep/er/two.markdown', draftOn('Two'));
    await write('a/deep/plain.md', '# Lee\n\nNo draft, by Ann Lee.\n');
    await write('b/Three.MD', draftOn('Three'));
    const client = await start({ folders: [uriOf('a'), uriOf('a/deep'), uriOf('b')] });
    assert.deepEqual(await titles(client), ['One', 'Three', 'Two']);
    const [two] = await search(client, 'two');
    assert.deepEqual(
      [two?.location.uri, two?.location.range.start],
      [uriOf('a/deep/er/two.markdown'), { line: 4, character: 4 }],
    );
    assert.deepEqual(await titles(client, 'lee four'), []);
  });

  test('are as they are now: on the disk, in an editor, or gone', async () => {
    await write('now/draft.md', draftOn('One'));
    const client = await start({ folders: [uriOf('now')] });
    assert.deepEqual(await titles(client), ['One']);
    await write('now/draft.md', draftOn('Another One'));
    assert.deepEqual(await titles(client), ['Another One']);
    await client.open(uriOf('now/draft.md'), draftOn('Unsaved'));
    assert.deepEqual(await titles(client), ['Unsaved']);
    await client.connection.sendNotification('textDocument/didClose', {
      textDocument: { uri: uriOf('now/draft.md') },
    });
    await write('now/second.md', draftOn('Two'));
    assert.deepEqual(await titles(client), ['Another One', 'Two']);
    const removed = [{ uri: uriOf('now'), name: 'now' }];
    await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event: { added: [], removed } });
    assert.deepEqual(await titles(client), []);
  });

  test('are none that are ignored, hidden, or configured as no drafts', async () => {
    const files = [
      'kept.md',
      'out/kept.md',
      'old.md',
      'built/a.md',
      '.hidden/b.md',
      'node_modules/c/d.md',
      'deep/e.md',
    ];
    for (const file of files) await write(`some/${file}`, draftOn(file));
    await write('some/.gitignore', '# what is made\n/built/\r\nold*\n\n!/\n');
    await write('some/deep/.gitignore', '*.md\n');
    const client = await start({ folders: [uriOf('some')] });
    assert.deepEqual(await titles(client), ['kept.md', 'out/kept.md']);
    await write('some/.sentinel-citations.yaml', 'drafts: [kept.md, "!out"]\n');
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [] });
    assert.deepEqual(await titles(client), ['kept.md']);
  });

  test('are told of one by one to who asks for that', async () => {
    await write('parts/one.md', draftOn('One'));
    await write('parts/two.md', draftOn('Two'));
    const client = await start({ folders: [uriOf('parts')] });
    const parts: number[] = [];
    client.connection.onNotification('$/progress', ({ value }: { value: unknown[] }) => {
      parts.push(value.length);
    });
    assert.deepEqual(await search(client, 'lee', { partialResultToken: 'part' }), []);
    assert.deepEqual(parts, [1, 1]);
  });

  test('are read no further when nobody waits for them', async () => {
    for (let count = 0; count < 40; count++) await write(`many/${count}.md`, draftOn(`Part ${count}`));
    const client = await start({ folders: [uriOf('many')] });
    const source = new CancellationTokenSource();
    const asked = client.connection.sendRequest('workspace/symbol', { query: '' }, source.token);
    source.cancel();
    await assert.rejects(asked, (error: ResponseError) => error.code === LSPErrorCodes.RequestCancelled);
    assert.equal((await titles(client)).length, 40);
  });
});

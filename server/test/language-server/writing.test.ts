import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import type { CodeAction, CompletionList, Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { ALL, type Asked, at, changed, cover, startAsked, TEXT } from '../support/asked-draft.ts';
import { type LanguageClient, startClient } from '../support/language-client.ts';

/** What is written for an author, through the server's own process. */

suite('what requests write', () => {
  let client: LanguageClient;
  let ask: Asked['ask'];
  before(async () => {
    ({ client, ask } = await startAsked());
  });
  after(() => client.stop());

  for (const [place, range, placeholder, newName, lines] of [
    ['on,[|2]', '3 2', '2', '40', [/fought on,\[40\] as/, /^\[40\] Ibid\.$/]],
    ['|[2] Ibid', '13 2', '2', '40', [/fought on,\[40\] as/, /^\[40\] Ibid\.$/]],
    ['[a|] In', '7 a', 'a', 'c', [/did\.\[3\]\[c\]/, /^\[c\] In the east/]],
    ['Ann |Lee', '11 Lee', 'Lee', 'Lea', [/^\[1\] Ann Lea, /, /; Lea\.$/]],
    ['; |Lee', '15 Lee', 'Lee', 'Lea', [/^\[1\] Ann Lea, /, /; Lea\.$/]],
    ['The T|TP', '3 TTP', 'TTP', 'PTT', [/\(PTT\) split.* The PTT fought/]],
  ] as const)
    test(`rename at ${place}`, async () => {
      const position = at(place);
      const prepared = await ask<{ range: Range; placeholder: string }>('prepareRename', { position });
      assert.deepEqual([cover(prepared.range), prepared.placeholder], [range, placeholder]);
      const after = changed(await ask<WorkspaceEdit>('rename', { position, newName }));
      assert.equal(after.length, lines.length);
      for (const [index, line] of lines.entries()) assert.match(after[index] ?? '', line);
    });

  test('completion offers entries, names, and short forms, each by its kind', async () => {
    const offered = async (typed: string, behind: string) => {
      const uri = `file:///drafts/${encodeURIComponent(typed)}.md`;
      const text = TEXT.replace(behind, () => behind + typed);
      await client.open(uri, text);
      const typing = TextDocument.create(uri, 'markdown', 1, text);
      const position = typing.positionAt(text.indexOf(behind + typed) + behind.length + typed.length);
      const params = { textDocument: { uri }, position };
      const { items } = await client.connection.sendRequest<CompletionList>('textDocument/completion', params);
      const done = items.map(({ textEdit }) => TextDocument.applyEdits(typing, textEdit ? [textEdit as TextEdit] : []));
      return items.map(({ label, kind, detail }, index) => [label, kind, detail, done[index]?.includes(label)]);
    };
    const entries = await offered('[', 'Both recruit');
    assert.deepEqual(entries[2], ['3', 18, 'Roy 2016, “The War: A History”', true]);
    assert.deepEqual(entries.at(-1), ['a', 18, 'In the east, that is.', true]);
    assert.deepEqual(await offered(' Lashkar-e-Ta', 'Both'), [['Lashkar-e-Taiba', 1, 'LeT', true]]);
    assert.deepEqual(await offered(' See', '[5] Roy.'), [
      ['Lee.', 1, 'Lee 2016, “A Split”', true],
      ['Roy.', 1, 'Roy 2016, “The War: A History”', true],
    ]);
  });

  test('what a completion is stands beside it or above its documentation, not in both places', async (context) => {
    const able = await startClient({
      capabilities: { textDocument: { completion: { completionItem: { labelDetailsSupport: true } } } },
    });
    context.after(() => able.process.kill());
    const seen: unknown[] = [];
    for (const { connection, open } of [client, able]) {
      const uri = 'file:///drafts/details.md';
      await open(uri, TEXT);
      const params = { textDocument: { uri }, position: at('split.[|1]') };
      const { items } = await connection.sendRequest<CompletionList>('textDocument/completion', params);
      seen.push([items[0]?.detail, items[0]?.labelDetails]);
    }
    assert.deepEqual(seen, [
      ['Lee 2016, “A Split”', undefined],
      [undefined, { description: 'Lee 2016, “A Split”' }],
    ]);
    assert.equal(await able.stop(), 0);
  });

  test('code actions mend, say what they are for, and ignore', async () => {
    const position = at('[4] |Ibid');
    const actions = await ask<CodeAction[]>('codeAction', {
      range: { start: position, end: position },
      context: { diagnostics: [] },
    });
    assert.deepEqual(
      actions.map(({ title, kind, isPreferred, diagnostics }) => [title, kind, isPreferred, diagnostics?.[0]?.code]),
      [
        ['Add a full stop', 'quickfix', true, 'citation-terminal-period'],
        ['Replace “Ibid” with “Roy”', 'quickfix', false, 'ibid-ambiguous'],
        ['Replace “Ibid” with “Lee”', 'quickfix', false, 'ibid-ambiguous'],
        ['Ignore citation-terminal-period for this line', 'quickfix', false, 'citation-terminal-period'],
        ['Ignore ibid-ambiguous for this line', 'quickfix', false, 'ibid-ambiguous'],
      ],
    );
    const [first, , , , last] = actions;
    assert.deepEqual(changed(first?.edit), ['[4] Ibid.']);
    assert.deepEqual(changed(last?.edit), ['<!--sentinel-citations ignore ibid-ambiguous-->']);
  });

  test('an entry that is missing is added, for the author to go on in where the editor can do that', async (context) => {
    const uri = 'file:///drafts/missing.md';
    const text = 'It split.[1] It grew.[2]\n\n## Citations\n\n[1] Ann Lee, “A Split,” Post, May 3, 2016.\n';
    const place = { line: 0, character: 22 };
    const added = async ({ connection, open }: LanguageClient) => {
      await open(uri, text);
      const context = { diagnostics: [], only: ['quickfix'] };
      const params = { textDocument: { uri }, range: { start: place, end: place }, context };
      const actions = await connection.sendRequest<CodeAction[]>('textDocument/codeAction', params);
      const [add] = actions.filter(({ title }) => title === 'Add citation “2”');
      assert.equal(add?.diagnostics?.[0]?.code, 'marker-unresolved');
      return add?.edit;
    };
    const end = { line: 4, character: 42 };
    const range = { start: end, end };
    assert.deepEqual(await added(client), {
      documentChanges: [{ textDocument: { uri, version: 1 }, edits: [{ range, newText: '\n\n[2] ' }] }],
    });
    const codeAction = { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } };
    const able = await startClient({
      capabilities: {
        textDocument: { codeAction },
        workspace: { workspaceEdit: { documentChanges: true, snippetEditSupport: true } },
      },
    });
    context.after(() => able.process.kill());
    assert.deepEqual(await added(able), {
      documentChanges: [
        {
          textDocument: { uri, version: 1 },
          edits: [{ range, snippet: { kind: 'snippet', value: '\n\n[2] $0' } }],
        },
      ],
    });
    assert.equal(await able.stop(), 0);
  });

  test('all that is safe is mended at once, for who asks for that', async () => {
    const asked = (only: string) =>
      ask<CodeAction[]>('codeAction', { range: ALL, context: { diagnostics: [], only: [only] } });
    for (const only of ['source', 'source.fixAll', 'source.fixAll.sentinelCitations']) {
      const [action, ...others] = await asked(only);
      assert.deepEqual([action?.kind, others.length], ['source.fixAll.sentinelCitations', 0]);
      assert.deepEqual(changed(action?.edit), ['[4] Ibid.']);
    }
    assert.deepEqual(await asked('source.fixAll.others'), []);
    assert.deepEqual(await asked('refactor'), []);
    assert.ok((await asked('quickfix')).every(({ kind }) => kind === 'quickfix'));
  });
});

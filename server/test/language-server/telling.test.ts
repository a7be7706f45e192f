import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import type {
  CodeLens,
  Diagnostic,
  DocumentHighlight,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  Hover,
  InlayHint,
  Location,
  LocationLink,
  SelectionRange,
  SymbolInformation,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import { ALL, type Asked, at, cover, covers, startAsked, TEXT, URI } from '../support/asked-draft.ts';
import { type LanguageClient, type LanguageClientOptions, PLAIN, startClient } from '../support/language-client.ts';

/** What a reader of a draft is told, through the server's own process. */

suite('what requests tell', () => {
  let client: LanguageClient;
  let ask: Asked['ask'];
  before(async () => {
    ({ client, ask } = await startAsked());
  });
  after(() => client.stop());

  test('diagnostics lead to their rules and to what they are about; only a label is unnecessary', async () => {
    const { items } = await ask<{ items: Diagnostic[] }>('diagnostic');
    assert.deepEqual(
      items.map(({ code, severity, tags, range }) => [code, severity, tags ?? [], cover(range)]),
      [
        ['citation-terminal-period', 3, [], '17 Ibid'],
        ['ibid-ambiguous', 2, [], '17 Ibid'],
        ['citation-unused', 2, [1], '19 [5]'],
      ],
    );
    assert.deepEqual(
      items.map(({ codeDescription }) => codeDescription?.href),
      ['citation-terminal-period', 'ibid-ambiguous', 'citation-unused'].map(
        (rule) => `file:///extension/docs/rules/${rule}.md`,
      ),
    );
    assert.deepEqual(
      items[1]?.relatedInformation?.map(({ location, message }) => [cover(location.range), message]),
      [
        [
          '15 Max Roy, “The War: A History,” Daily Post, May 4, 2016, https://example.org/war_1',
          'Citation “3”: “The War: A History”',
        ],
        ['11 Ann Lee, “A Split,” Daily Post, May 3, 2016', 'Citation “1”: “A Split”'],
      ],
    );
  });

  for (const [place, range, says] of [
    [
      'on,[|2]',
      '3 [2]',
      /^\*\*2\*\* Ibid\. → \*\*1\*\* Ann Lee, “A Split,” .*\n\nIts source is cited by 3 claims: 1, 2, 3$/,
    ],
    ['recruit.|[4]', '3 [4]', /^\*\*4\*\* Ibid — may mean \*\*3\*\* Roy 2016, .* or \*\*1\*\* Lee 2016, “A Split”$/],
    ['[|a] Both', '3 [a]', /^\*\*a\*\* In the east, that is\.$/],
    ['; L|ee', '15 Lee', /^Lee → \*\*1\*\* Ann Lee/],
    ['[|5] Roy', '19 [5]', /^\*\*5\*\* Roy → \*\*3\*\* Max Roy/],
    ['The TT|P fought', '3 TTP', /^\*\*Tehrik-i-Taliban Pakistan\*\* \(TTP\) · alliance\n.*In this draft: TTP × 2/s],
  ] as const)
    test(`a hover at ${place}`, async () => {
      const hover = await ask<Hover>('hover', { position: at(place) });
      assert.equal(hover.range && cover(hover.range), range);
      assert.match((hover.contents as { value: string }).value, says);
    });

  for (const [place, origin, targets] of [
    ['on,[|2]', '3 [2]', ['13 [2]']],
    ['[|2] Ibid', '13 [2]', ['3 [2]']],
    ['[2] Ib|id', '13 Ibid.', ['11 Ann Lee, “A Split,” Daily Post, May 3, 2016']],
    ['Ann L|ee', '11 Ann Lee, “A Split,” Daily Post, May 3, 2016', ['3 [1]', '3 [2]', '3 [3]']],
    ['[|a] In', '7 [a]', ['3 [a]']],
    ['The TT|P fought', '3 TTP', ['3 TTP']],
  ] as const)
    test(`definition at ${place}`, async () => {
      const links = await ask<LocationLink[]>('definition', { position: at(place) });
      assert.deepEqual(
        links.map(({ targetSelectionRange }) => cover(targetSelectionRange)),
        targets,
      );
      assert.ok(
        links.every(({ originSelectionRange }) => originSelectionRange && cover(originSelectionRange) === origin),
      );
    });

  test('references are the claims that rest on a source, whatever they are asked of', async () => {
    const claims = ['3 [1]', '3 [2]', '3 [3]'];
    const full = '11 Ann Lee, “A Split,” Daily Post, May 3, 2016';
    for (const place of ['split.[|1]', 'on,[2|]', '[2] Ib|id', '; Le|e', '|[1] Ann', 'Ann L|ee']) {
      const found = (includeDeclaration: boolean) =>
        ask<Location[]>('references', { position: at(place), context: { includeDeclaration } });
      assert.deepEqual(covers(await found(false)), claims, place);
      assert.deepEqual(covers(await found(true)), [...claims, full], place);
    }
  });

  test('highlights tell naming from calling', async () => {
    const places = await ask<DocumentHighlight[]>('documentHighlight', { position: at('on,[|2]') });
    assert.deepEqual(
      places.map(({ kind, range }) => `${kind} ${cover(range)}`),
      [
        '2 3 [1]',
        '2 3 [2]',
        '2 3 [3]',
        '3 11 Ann Lee, “A Split,” Daily Post, May 3, 2016',
        '3 13 [2]',
        '2 13 Ibid.',
        '2 15 Lee',
      ],
    );
  });

  test('inlay hints stand behind the markers in view', async () => {
    const hints = await ask<InlayHint[]>('inlayHint', { range: ALL });
    assert.deepEqual(
      hints.map(({ label, position }) => [label, cover({ start: { line: 2, character: 0 }, end: position }).slice(-3)]),
      [
        ['Lee 2016', '[1]'],
        ['Lee 2016', '[2]'],
        ['Roy 2016; Lee 2016', '[3]'],
      ],
    );
    assert.deepEqual(await ask('inlayHint', { range: { ...ALL, start: at('## Cita|tions') } }), []);
  });

  test('lenses above entries count claims, and show them in our own editor', async () => {
    const lenses = await ask<CodeLens[]>('codeLens');
    assert.deepEqual(
      lenses.map(({ range, command }) => [cover(range), command?.title, command?.command]),
      [
        ['7 [a]', 'Cited by 1 claim', 'sentinelCitations.showReferences'],
        ['11 [1]', 'Cited by 3 claims', 'sentinelCitations.showReferences'],
        ['15 [3]', 'Cited by 1 claim', 'sentinelCitations.showReferences'],
      ],
    );
    const [uri, position, claims] = lenses[1]?.command?.arguments ?? [];
    assert.deepEqual([uri, position, covers(claims)], [URI, lenses[1]?.range.start, ['3 [1]', '3 [2]', '3 [3]']]);
  });

  test('symbols are lists with their entries; of the workspace, sources and groups', async () => {
    // Our own editor lists the other headings itself.
    const lists = await ask<DocumentSymbol[]>('documentSymbol');
    assert.deepEqual(
      lists.map(({ name, children }) => [name, children?.map((child) => child.name)]),
      [
        ['Substantive Notes', ['[a] In the east, that is.']],
        [
          'Citations',
          [
            '[1] Ann Lee, “A Split,” Daily Post, May 3, 2016.',
            '[2] Ibid.',
            '[3] See Max Roy, “The War: A History,” Daily Post, May 4, 2016,…',
            '[4] Ibid',
            '[5] Roy.',
          ],
        ],
      ],
    );
    const found = await client.connection.sendRequest<SymbolInformation[]>('workspace/symbol', { query: '' });
    assert.deepEqual(
      found
        .filter(({ location }) => location.uri === URI)
        .map(({ name, containerName, location }) => [name, containerName, location.range.start.line]),
      [
        ['Lee 2016, “A Split”', 'Citation 1', 10],
        ['Roy 2016, “The War: A History”', 'Citation 3', 14],
        ['Tehrik-i-Taliban Pakistan (TTP)', 'Group', 2],
      ],
    );
  });

  test('what is folded, selected and followed', async () => {
    const folds = await ask<FoldingRange[]>('foldingRange');
    assert.deepEqual(
      folds.map(({ startLine, endLine }) => [startLine, endLine]).sort(([a = 0], [b = 0]) => a - b),
      [
        [0, 18],
        [4, 7],
        [8, 18],
      ],
    );
    const [selection] = await ask<SelectionRange[]>('selectionRange', { positions: [at('The W|ar')] });
    const chain: string[] = [];
    for (let step = selection; step; step = step.parent as SelectionRange) chain.push(cover(step.range));
    assert.deepEqual(
      chain.slice(0, 4).map((text) => text.slice(0, 20)),
      ['15 The War: A Histor', '15 Max Roy, “The War', '15 See Max Roy, “The', '15 [3] See Max Roy, '],
    );
    const links = await ask<DocumentLink[]>('documentLink');
    assert.deepEqual(
      links.map(({ range, target }) => [cover(range), target]),
      [['15 https://example.org/war_1', 'https://example.org/war_1']],
    );
  });
});

suite('what is announced', () => {
  test('is what the editor can take', async (context) => {
    const announced = async (options: LanguageClientOptions) => {
      const client = await startClient(options);
      context.after(() => client.process.kill());
      const { renameProvider, codeActionProvider, diagnosticProvider } = client.initialized.capabilities;
      return { renameProvider, codeActionProvider, isPulled: diagnosticProvider !== undefined };
    };
    assert.deepEqual(await announced({}), {
      renameProvider: { prepareProvider: true },
      codeActionProvider: { codeActionKinds: ['quickfix', 'source.fixAll.sentinelCitations'] },
      isPulled: true,
    });
    assert.deepEqual(await announced({ capabilities: PLAIN }), {
      renameProvider: true,
      codeActionProvider: false,
      isPulled: false,
    });
  });
});

suite('what the plainest editor gets', () => {
  test('is in the forms that every editor takes', async (context) => {
    const client = await startClient({ capabilities: PLAIN });
    context.after(() => client.process.kill());
    await client.open(URI, TEXT);
    const ask = <Result>(method: string, rest: object = {}): Promise<Result> =>
      client.connection.sendRequest(`textDocument/${method}`, { textDocument: { uri: URI }, ...rest });
    const [place] = await ask<Location[]>('definition', { position: at('on,[|2]') });
    assert.deepEqual([place?.uri, place && cover(place.range)], [URI, '13 [2]']);
    const edit = await ask<WorkspaceEdit>('rename', { position: at('on,[|2]'), newName: '40' });
    assert.deepEqual(covers(edit.changes?.[URI] ?? []), ['3 2', '13 2']);
    const symbols = await ask<SymbolInformation[]>('documentSymbol');
    assert.ok(symbols.some(({ name, location }) => name === '[2] Ibid.' && cover(location.range) === '13 [2]'));
    assert.equal(symbols[0]?.name, 'Two Wings');
    assert.equal(await ask('inlayHint', { range: ALL }), null);
    const [lens] = await ask<CodeLens[]>('codeLens');
    assert.deepEqual(lens?.command, { title: 'Cited by 1 claim', command: '' });
    assert.equal(await client.stop(), 0);
  });
});

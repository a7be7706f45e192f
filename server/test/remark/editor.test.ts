import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { CodeAction } from 'vscode-languageserver';
import { inFolderAsync } from '../support/command.ts';
import { FLAWED } from '../support/drafts.ts';
import { startClient } from '../support/language-client.ts';

const HOST = import.meta.resolve('unified-language-server');
const REMARK = import.meta.resolve('remark');
const PLUGIN = new URL('../../../dist/library/remark.js', import.meta.url).href;

/** A language server such as remark's own, with the plugin. */
const SERVER = `
import { createUnifiedLanguageServer } from ${JSON.stringify(HOST)};
import { remark } from ${JSON.stringify(REMARK)};
import { remarkSentinelCitations } from ${JSON.stringify(PLUGIN)};
createUnifiedLanguageServer({
  configurationSection: 'remark',
  processorName: 'no-remark-here',
  processorSpecifier: 'remark',
  defaultProcessor: remark(),
  plugins: [remarkSentinelCitations],
});
`;

test('a unified language server shows the findings, and offers to mend them', async () => {
  await inFolderAsync({ 'server.mjs': SERVER, 'a.md': FLAWED }, async ({ folder, path }) => {
    const uri = pathToFileURL(path('a.md')).href;
    const options = { folders: [pathToFileURL(folder).href], settings: () => ({}) };
    const client = await startClient(options, [path('server.mjs')]);
    const published = client.published(uri);
    await client.open(uri, FLAWED);
    const diagnostics = await published;
    assert.deepEqual(
      diagnostics.map(({ code, source, severity }) => [code, source, severity]),
      [
        ['marker-unresolved', 'sentinel-citations', 1],
        ['citation-quotes', 'sentinel-citations', 2],
        ['citation-page-range', 'sentinel-citations', 3],
      ],
    );
    const pages = diagnostics.at(-1);
    const actions: CodeAction[] = await client.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri },
      range: pages?.range,
      context: { diagnostics: [pages] },
    });
    assert.deepEqual(actions[0]?.edit?.changes?.[uri], [{ range: pages?.range, newText: '131–158' }]);
    await client.stop();
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { analyse } from '../../src/analysis.ts';
import { createPublisher } from '../../src/language-server/diagnostics.ts';
import type { Reading } from '../../src/language-server/documents.ts';
import { NOTHING_CONFIGURED } from '../support/configured.ts';

const readingOf = (uri: string, version: number): Reading => ({
  document: TextDocument.create(uri, 'markdown', version, ''),
  version,
  id: String(version),
  analysis: analyse(''),
  configured: NOTHING_CONFIGURED,
  isDraft: true,
});

describe('the publisher', () => {
  it('publishes once for all changes that come in turn after turn, as the last one left the document', async () => {
    const published: string[] = [];
    let version = 0;
    const publisher = createPublisher(
      async (uri) => readingOf(uri, version),
      () => [],
      ({ uri, version: of }) => published.push(`${uri} ${of}`),
      (error) => assert.fail(String(error)),
    );
    for (; version < 20; version++) {
      publisher.schedule('file:///a.md');
      if (version === 7) publisher.schedule('file:///b.md');
      await nextTurn();
    }
    for (let turn = 0; turn < 5; turn++) await nextTurn();
    assert.deepEqual(published, ['file:///a.md 20', 'file:///b.md 20']);
    publisher.schedule('file:///a.md');
    for (let turn = 0; turn < 5; turn++) await nextTurn();
    assert.equal(published.length, 3);
  });
});

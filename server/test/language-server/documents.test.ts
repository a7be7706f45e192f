import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import fc from 'fast-check';
import type { Diagnostic, TextDocumentContentChangeEvent } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { analyse } from '../../src/analysis.ts';
import { dayOf } from '../../src/configuration/day.ts';
import { createDocuments, type Reading } from '../../src/language-server/documents.ts';
import { lineStarts, positionAt } from '../../src/text/lines.ts';
import { NOTHING_CONFIGURED } from '../support/configured.ts';
import { type LanguageClient, startClient } from '../support/language-client.ts';
import { anyText } from '../support/texts.ts';
import { DRAFT } from './cursor.ts';

/** A longer run: `SEQUENCES=100000 npm test -- server/test/language-server/documents.test.ts`. */
const { SEQUENCES = '1000' } = process.env;

const URI = 'file:///a.md';

/** An edit of any text: shares of its length, what is put there, and whether it comes with the edits before it. */
const edits = fc.array(
  fc.record({
    from: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.oneof(fc.constant(0), fc.nat(8), fc.nat(200)),
    text: fc.oneof(fc.constant(''), anyText, fc.constantFrom('[5]', '.4 ', 'Ibid.', '\n\n', '[2] ', 'x')),
    whole: fc.integer({ min: 0, max: 20 }).map((dice) => dice === 0),
    joined: fc.boolean(),
  }),
  { minLength: 1, maxLength: 6 },
);
const sequences = fc.tuple(fc.oneof(fc.constant(DRAFT), fc.constant(DRAFT.replaceAll('\n', '\r\n')), anyText), edits);

/** The same edits as the protocol sends them, in batches, and the text after each batch. */
function batchesOf([start, steps]: typeof sequences extends fc.Arbitrary<infer Value> ? Value : never) {
  const batches: { changes: TextDocumentContentChangeEvent[]; text: string }[] = [];
  let text = start;
  for (const { from, length, text: written, whole, joined } of steps) {
    const [begin, end] = [from * text.length, from * text.length + length].map((offset) => placeIn(text, offset));
    const change = whole
      ? { text: written }
      : { range: { start: toPosition(text, begin), end: toPosition(text, end) }, text: written };
    text = whole ? written : text.slice(0, begin) + written + text.slice(end);
    const last = batches.at(-1);
    if (joined && last) {
      last.changes.push(change);
      last.text = text;
    } else batches.push({ changes: [change], text });
  }
  return batches;
}

/** A whole offset inside the text; no position stands for the place inside of a CRLF. */
function placeIn(text: string, offset: number): number {
  const place = Math.min(Math.floor(offset), text.length);
  return place > 0 && text.startsWith('\r\n', place - 1) ? place - 1 : place;
}

function toPosition(text: string, offset = 0) {
  const { line, column } = positionAt(lineStarts(text), offset);
  return { line: line - 1, character: column - 1 };
}

suite('open documents', () => {
  test('after any edits the findings are those of a fresh reading', async () => {
    await fc.assert(
      fc.asyncProperty(sequences, async (sequence) => {
        const documents = createDocuments(() => Promise.resolve(NOTHING_CONFIGURED));
        documents.open({ textDocument: { uri: URI, languageId: 'markdown', version: 1, text: sequence[0] } });
        await documents.read(URI);
        let version = 1;
        for (const { changes, text } of batchesOf(sequence)) {
          version += 1;
          documents.change({ textDocument: { uri: URI, version }, contentChanges: changes });
          const reading = await documents.read(URI);
          assert.equal(reading?.document.getText(), text);
          assert.deepEqual(reading?.analysis.findings, analyse(text).findings);
        }
      }),
      { numRuns: Number(SEQUENCES) },
    );
  });

  test('a version is read once, whoever asks, and a closed document not at all', async () => {
    const read: Reading[] = [];
    const documents = createDocuments(
      () => Promise.resolve(NOTHING_CONFIGURED),
      (reading) => read.push(reading),
    );
    documents.open({ textDocument: { uri: URI, languageId: 'markdown', version: 1, text: DRAFT } });
    assert.equal(read.length, 0);
    await Promise.all([documents.read(URI), documents.read(URI), documents.read(URI)]);
    await documents.read(URI);
    assert.equal(read.length, 1);
    documents.forget();
    await documents.read(URI);
    assert.equal(read.length, 2);
    const late = documents.read(URI);
    documents.change({ textDocument: { uri: URI, version: 2 }, contentChanges: [{ text: 'x' }] });
    documents.close({ textDocument: { uri: URI } });
    await late;
    assert.equal(await documents.read(URI), null);
    assert.equal(read.length, 2);
  });

  test('what changes while configuration is looked up is read as it is then', async () => {
    let found: () => void = () => {};
    const looked = new Promise<void>((settle) => {
      found = settle;
    });
    const documents = createDocuments(() => looked.then(() => NOTHING_CONFIGURED));
    documents.open({ textDocument: { uri: URI, languageId: 'markdown', version: 1, text: 'old' } });
    const reading = documents.read(URI);
    documents.change({ textDocument: { uri: URI, version: 2 }, contentChanges: [{ text: 'new' }] });
    found();
    assert.equal((await reading)?.analysis.text, 'new');
  });

  test('a change beyond the end of the text is made at its end, and positions stay right', async () => {
    const documents = createDocuments(() => Promise.resolve(NOTHING_CONFIGURED));
    documents.open({ textDocument: { uri: URI, languageId: 'markdown', version: 1, text: 'one' } });
    const beyond = { line: 6, character: 0 };
    const contentChanges = [{ range: { start: beyond, end: beyond }, text: '\ntwo\nthree' }];
    await documents.read(URI);
    documents.change({ textDocument: { uri: URI, version: 2 }, contentChanges });
    const { document } = (await documents.read(URI)) ?? {};
    assert.deepEqual(document?.positionAt(8), { line: 2, character: 0 });
  });

  test('a version that does not climb is another version all the same', async () => {
    const documents = createDocuments(() => Promise.resolve(NOTHING_CONFIGURED));
    documents.open({ textDocument: { uri: URI, languageId: 'markdown', version: 7, text: 'old' } });
    await documents.read(URI);
    documents.change({ textDocument: { uri: URI, version: 7 }, contentChanges: [{ text: 'new' }] });
    assert.equal((await documents.read(URI))?.analysis.text, 'new');
  });
});

suite('through the protocol', () => {
  let client: LanguageClient;
  before(async () => {
    client = await startClient();
  });
  after(() => client.stop());

  test('after any edits the diagnostics are those of a fresh reading', async () => {
    let count = 0;
    const { connection } = client;
    const codes = async (uri: string) => {
      const report = await connection.sendRequest<{ items: Diagnostic[] }>('textDocument/diagnostic', {
        textDocument: { uri },
      });
      return report.items.map(({ code, range }) => ({ code, range }));
    };
    await fc.assert(
      fc.asyncProperty(sequences, async (sequence) => {
        const uri = `file:///through/${++count}.md`;
        await client.open(uri, sequence[0]);
        let version = 1;
        let text = sequence[0];
        for (const { changes, text: after } of batchesOf(sequence)) {
          version += 1;
          text = after;
          const textDocument = { uri, version };
          await connection.sendNotification('textDocument/didChange', { textDocument, contentChanges: changes });
        }
        const found = await codes(uri);
        const { draft, findings } = analyse(text, { today: dayOf(new Date()) });
        const document = TextDocument.create(uri, 'markdown', 1, text);
        const expected = findings.map(({ rule, start, end }) => ({
          code: rule,
          range: { start: document.positionAt(start), end: document.positionAt(end) },
        }));
        assert.deepEqual(found, draft.sections.some(({ kind }) => kind === 'citations') ? expected : []);
        await connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
      }),
      { numRuns: Math.ceil(Number(SEQUENCES) / 25) },
    );
  });
});

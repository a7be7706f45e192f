import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import fc from 'fast-check';
import { lineStarts, positionAt } from '../../src/text/lines.ts';
import { type LanguageClient, QUICK, startClient } from '../support/language-client.ts';
import { anyText } from '../support/texts.ts';
import { DRAFT } from './cursor.ts';

/** What any client may send, through the server's own process: the answers are those of a fresh document. */

/** A longer run: `CLIENTS=5000 npm test -- server/test/language-server/any-client.test.ts`. */
const { CLIENTS = '60' } = process.env;

interface Position {
  readonly line: number;
  readonly character: number;
}
interface Range {
  readonly start: Position;
  readonly end: Position;
}
interface Change {
  readonly range?: Range;
  readonly text: string;
}

/** The offset that a position means by the protocol's words: lines end at CRLF, LF and CR; what is beyond is the end. */
function offsetOf(text: string, { line, character }: Position): number {
  const starts = lineStarts(text);
  const start = starts[line];
  if (start === undefined) return text.length;
  const end = text.slice(start, starts[line + 1]).replace(/[\r\n]+$/, '').length;
  return start + Math.min(character, end);
}

function applied(text: string, changes: readonly Change[]): string {
  let result = text;
  for (const { range, text: written } of changes) {
    if (!range) {
      result = written;
      continue;
    }
    const [a, b] = [offsetOf(result, range.start), offsetOf(result, range.end)];
    result = result.slice(0, Math.min(a, b)) + written + result.slice(Math.max(a, b));
  }
  return result;
}

const lines = fc.oneof(fc.nat(4), fc.nat(30), fc.constant(2 ** 31 - 1));
const positions = fc.record({ line: lines, character: fc.oneof(fc.nat(8), fc.nat(90), fc.constant(2 ** 31 - 1)) });
const ranges = fc.record({ start: positions, end: positions });
const words = fc.oneof(
  anyText,
  fc.constantFrom('', '\r', '\n', '\r\n', '[2]', '\ud83d', '\ude00', 'Ibid.', '\n\n[4] '),
);
const changes = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: fc.record({ range: ranges, text: words }) },
    { weight: 4, arbitrary: fc.record({ range: positions.map((start) => ({ start, end: start })), text: words }) },
    { weight: 1, arbitrary: fc.record({ text: words }) },
  ),
  { minLength: 1, maxLength: 4 },
);
/** What stands there while one writes. */
const UNFINISHED = [
  '',
  '## Citations',
  '## Citations\n\n[1] Ann Lee, “A Spl',
  'It split.[1, \n\n## Citations\n\n[1] Ann Lee, “A Split,” Post, May 3, 2016.\n\n[2] Ibid',
  '---\nstyle: ctc-sentinel\n---\n\nIt split.[1][',
  'It split.1 It grew.2\nSubstantive Notes\n[a] \nCitations\n[1] Ann Lee.\n[',
];
/** Other writings of the same draft. */
const WRITTEN = [`\uFEFF${DRAFT}`, DRAFT.replaceAll('Lee', 'L\u0065\u0301e'), DRAFT.replaceAll('wing', 'الجناح')];
const texts = fc.oneof(
  anyText,
  fc.constantFrom(...UNFINISHED, ...WRITTEN),
  fc.constantFrom('\n', '\r\n', '\r').map((ending) => `😀${DRAFT}`.replaceAll('\n', ending)),
  anyText.map((text) => `${text}\n\n${DRAFT}`),
  anyText.map((text) => `${DRAFT}${text}`),
);

/** Every request about a document, with what it asks beside the document. */
const REQUESTS: Readonly<Record<string, (range: Range) => object>> = {
  diagnostic: () => ({}),
  hover: ({ start }) => ({ position: start }),
  definition: ({ start }) => ({ position: start }),
  references: ({ start }) => ({ position: start, context: { includeDeclaration: true } }),
  documentHighlight: ({ start }) => ({ position: start }),
  prepareRename: ({ start }) => ({ position: start }),
  rename: ({ start }) => ({ position: start, newName: '40' }),
  completion: ({ start }) => ({ position: start }),
  codeAction: (range) => ({ range, context: { diagnostics: [], only: ['quickfix', 'source.fixAll'] } }),
  inlayHint: (range) => ({ range }),
  codeLens: () => ({}),
  documentSymbol: () => ({}),
  foldingRange: () => ({}),
  selectionRange: ({ start, end }) => ({ positions: [start, end] }),
  documentLink: () => ({}),
};

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isPosition = (value: unknown): value is Position => isRecord(value) && 'line' in value && 'character' in value;
const isBefore = (a: Position, b: Position) => a.line < b.line || (a.line === b.line && a.character <= b.character);

/** @throws where a position is none of the text, a range is reversed, or what is to hold another does not */
function assertInside(text: string, answer: unknown): void {
  const check = (value: unknown): void => {
    if (!isRecord(value)) return;
    if (isPosition(value)) {
      const found = positionAt(lineStarts(text), offsetOf(text, value));
      assert.deepEqual(value, { line: found.line - 1, character: found.column - 1 });
      return;
    }
    const { start, end, range, selectionRange, children, parent } = value as Record<string, never>;
    if (isPosition(start) && isPosition(end)) assert.ok(isBefore(start, end), JSON.stringify(value));
    if (isRange(range)) {
      if (isRange(selectionRange)) assertHolds(range, selectionRange);
      if (isRecord(parent)) assertHolds((parent as { range: Range }).range, range);
      for (const child of (children ?? []) as { range: Range }[]) assertHolds(range, child.range);
    }
    for (const inner of Object.values(value)) check(inner);
  };
  check(answer);
}

function isRange(value: unknown): value is Range {
  if (!isRecord(value)) return false;
  const { start, end } = value;
  return isPosition(start) && isPosition(end);
}

function assertHolds(outer: Range, inner: Range): void {
  const holds = isBefore(outer.start, inner.start) && isBefore(inner.end, outer.end);
  assert.ok(holds, `${JSON.stringify(outer)} does not hold ${JSON.stringify(inner)}`);
}

suite('any client', () => {
  let client: LanguageClient;
  let count = 0;
  before(async () => {
    client = await startClient({ settings: () => ({ ...QUICK, inlayHints: { enabled: true } }) });
  });
  after(async () => {
    assert.equal(await client.stop(), 0);
  });

  /** All answers about a document, without what tells one document from another. */
  const askAll = async (uri: string, range: Range): Promise<Record<string, unknown>> => {
    const answers: Record<string, unknown> = {};
    const asked = Object.entries(REQUESTS).map(async ([method, rest]) => {
      const params = { textDocument: { uri }, ...rest(range) };
      const answer = await client.connection
        .sendRequest(`textDocument/${method}`, params)
        .catch(({ code, message }) => ({ code, message }));
      answers[method] = withoutNames(answer, uri);
    });
    await Promise.all(asked);
    return answers;
  };
  const withoutNames = (answer: unknown, uri: string): unknown =>
    JSON.parse(
      JSON.stringify(answer ?? null, (key, value) =>
        key === 'resultId' || key === 'version' ? undefined : value === uri ? 'uri' : value,
      ).replaceAll(JSON.stringify(uri), '"uri"'),
    );

  test('after any changes every answer is that of a fresh document, and inside the text', async () => {
    const { connection } = client;
    await fc.assert(
      fc.asyncProperty(
        texts,
        fc.array(changes, { maxLength: 4 }),
        ranges,
        fc.array(fc.integer()),
        async (text, batches, range, versions) => {
          count += 1;
          const [edited, fresh] = [`file:///any/edited-${count}.md`, `file:///any/fresh-${count}.md`];
          await client.open(edited, text);
          let now = text;
          for (const [index, contentChanges] of batches.entries()) {
            now = applied(now, contentChanges);
            const textDocument = { uri: edited, version: versions[index] ?? index };
            const cancelled = connection.sendRequest('textDocument/diagnostic', { textDocument });
            connection.sendNotification('textDocument/didChange', { textDocument, contentChanges });
            await cancelled;
          }
          await client.open(fresh, now);
          const [found, expected] = [await askAll(edited, range), await askAll(fresh, range)];
          assert.deepEqual(found, expected);
          for (const [method, answer] of Object.entries(expected)) {
            if (method !== 'foldingRange') assertInside(now, answer);
            const { message = 'Unexpected nothing' } = isRecord(answer) ? answer : {};
            assert.match(String(message), /^Unexpected /, method);
          }
          const last = lineStarts(now).length - 1;
          for (const { startLine, endLine } of (expected['foldingRange'] ?? []) as {
            startLine: number;
            endLine: number;
          }[])
            assert.ok(0 <= startLine && startLine < endLine && endLine <= last, `${startLine}–${endLine} of ${last}`);
          for (const uri of [edited, fresh])
            connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
        },
      ),
      { numRuns: Number(CLIENTS) },
    );
  });
});

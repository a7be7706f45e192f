import assert from 'node:assert/strict';
import type { Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { startClient } from './language-client.ts';

/** A draft with a bit of everything, and what the protocol's answers about it mean in its words. */

export const URI = 'file:///drafts/a.md';
export const TEXT = `# Two Wings

The Tehrik-i-Taliban Pakistan (TTP) split.[1] The TTP fought on,[2] as others did.[3][a] Both recruit.[4]

## Substantive Notes

[a] In the east, that is.

## Citations

[1] Ann Lee, “A Split,” Daily Post, May 3, 2016.

[2] Ibid.

[3] See Max Roy, “The War: A History,” Daily Post, May 4, 2016, https://example.org/war_1; Lee.

[4] Ibid

[5] Roy.
`;
const document = TextDocument.create(URI, 'markdown', 1, TEXT);
export const ALL: Range = { start: { line: 0, character: 0 }, end: document.positionAt(TEXT.length) };

/** What `startAsked` starts. */
export type Asked = Awaited<ReturnType<typeof startAsked>>;

/** A server that has the draft open, and what its requests about it answer. */
export async function startAsked() {
  const client = await startClient({
    settings: () => ({ inlayHints: { enabled: true } }),
    initializationOptions: { trusted: true, rulePages: 'file:///extension/docs/rules' },
  });
  await client.open(URI, TEXT);
  const ask = <Result>(method: string, rest: object = {}): Promise<Result> =>
    client.connection.sendRequest(`textDocument/${method}`, { textDocument: { uri: URI }, ...rest });
  return { client, ask };
}

/** The position of the `|` in a part of the draft that is there once. */
export function at(marked: string) {
  const plain = marked.replace('|', '');
  const start = TEXT.indexOf(plain);
  assert.ok(start !== -1 && TEXT.indexOf(plain, start + 1) === -1, marked);
  return document.positionAt(start + marked.indexOf('|'));
}

/** Ranges as what they cover, with the line in front. */
export const cover = (range: Range) => `${range.start.line + 1} ${document.getText(range).replaceAll('\n', '⏎')}`;
export const covers = (places: readonly { readonly range: Range }[]) => places.map(({ range }) => cover(range));

/** The lines that an edit changes, as they are afterwards. */
export function changed(edit: WorkspaceEdit | undefined): string[] {
  const [first] = edit?.documentChanges ?? [];
  assert.ok(first && 'textDocument' in first && first.textDocument.uri === URI && first.textDocument.version === 1);
  const lines = TextDocument.applyEdits(document, first.edits as TextEdit[]).split('\n');
  const before = TEXT.split('\n');
  return lines.filter((line) => !before.includes(line));
}

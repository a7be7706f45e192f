import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { analyse } from '../../../src/analysis.ts';
import { type DocumentSymbol, documentSymbols } from '../../../src/language-server/features/document-symbols.ts';
import { anyText } from '../../support/texts.ts';
import { DRAFT } from '../cursor.ts';

function outline(symbols: readonly DocumentSymbol[], indent = ''): string {
  return symbols.map(({ name, children }) => `${indent}${name}\n${outline(children, `${indent}  `)}`).join('');
}

suite('document symbols', () => {
  test('sections as their headings nest, entries in their lists', () => {
    assert.equal(
      outline(documentSymbols(analyse(DRAFT))),
      `Two Wings
  Substantive Notes
    [a] In the *east*, that is.
  Citations
    [1] Ann Lee, “A Split,” Daily Post, May 3, 2016.
    [2] Ibid.
    [3] See Max Roy, “The War: A History,” Daily Post, May 4, 2016,…
    [4] Ibid.
`,
    );
  });

  test('headings that are bare lines stand side by side', () => {
    const text = DRAFT.replace(/^#+ /gm, '');
    assert.deepEqual(
      documentSymbols(analyse(text)).map(({ name }) => name),
      ['Two Wings', 'Substantive Notes', 'Citations'],
    );
  });

  test('beside an editor’s own list of headings, the lists alone, and headings that it does not know', () => {
    const lists = `Substantive Notes
  [a] In the *east*, that is.
Citations
  [1] Ann Lee, “A Split,” Daily Post, May 3, 2016.
  [2] Ibid.
  [3] See Max Roy, “The War: A History,” Daily Post, May 4, 2016,…
  [4] Ibid.
`;
    assert.equal(outline(documentSymbols(analyse(DRAFT), true)), lists);
    assert.equal(outline(documentSymbols(analyse(DRAFT.replace('# Two Wings', 'Two Wings\n===')), true)), lists);
    assert.equal(
      outline(documentSymbols(analyse(DRAFT.replace('# Two Wings', '# Two Wings\n\n**How It Began**')), true)),
      `How It Began\n${lists}`,
    );
  });

  test('a symbol holds its selection and its children, whatever the text', () => {
    const check = ({ start, end, selection, children }: DocumentSymbol, text: string) => {
      assert.ok(start <= selection.start && selection.end <= end && end <= text.length);
      for (const child of children) {
        assert.ok(start <= child.start && child.end <= end);
        check(child, text);
      }
    };
    fc.assert(
      fc.property(anyText, (text) => {
        for (const symbol of documentSymbols(analyse(text))) check(symbol, text);
      }),
    );
  });
});

import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { analyse } from '../../../src/analysis.ts';
import { namedBy, workspaceSymbols } from '../../../src/language-server/features/workspace-symbols.ts';
import { DRAFT } from '../cursor.ts';

suite('workspace symbols', () => {
  const found = (query: string) =>
    workspaceSymbols(analyse(DRAFT))
      .filter(namedBy(query))
      .map(({ name }) => name);

  test('sources, by any words of author, year and title', () => {
    assert.deepEqual(found(''), ['Lee 2016, “A Split”', 'Roy 2016, “The War: A History”']);
    assert.deepEqual(found('2016 hist'), ['Roy 2016, “The War: A History”']);
    assert.deepEqual(found('LEE'), ['Lee 2016, “A Split”']);
    assert.deepEqual(found('lee war'), []);
  });

  test('what goes on in the next line is on one', () => {
    const text = 'It split.[1]\n\n## Citations\n\n[1] “A\nSplit,” The Daily\r\nPost, May 3, 2016.\n';
    assert.deepEqual(
      workspaceSymbols(analyse(text)).map(({ name }) => name),
      ['The Daily Post 2016, “A Split”'],
    );
  });
});

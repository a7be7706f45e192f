import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { analyse } from '../../../src/analysis.ts';
import { links } from '../../../src/language-server/features/links.ts';
import { DRAFT } from '../cursor.ts';

suite('document links', () => {
  test('the addresses of citations', () => {
    assert.deepEqual(
      links(analyse(DRAFT)).map(({ start, end, target }) => [DRAFT.slice(start, end), target]),
      [['https://example.org/war_1', 'https://example.org/war_1']],
    );
  });

  test('no other schemes', () => {
    for (const address of ['file:///etc/passwd', 'command:x', 'javascript:alert(1)', 'ftp://a.b/c']) {
      assert.deepEqual(links(analyse(DRAFT.replace('https://example.org/war_1', address))), [], address);
    }
  });
});

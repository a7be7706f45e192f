import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { plainWords } from '../../src/status/plain-words.ts';

suite('words in the status item', () => {
  test('are neither links nor icons', () => {
    // As VS Code reads them.
    const link = /\[([^\]]+)\]\(((?:https?:\/\/|command:|file:)[^)\s]+)(?: (["'])(.+?)(\3))?\)/i;
    const icon = /\$\([a-z]/i;
    for (const name of ['[x](command:y).yaml', '[[x]](command:y)', '$(bug).yaml', '$$(bug)', '\u202e[x](command:y)']) {
      const shown = plainWords(name);
      assert.doesNotMatch(shown, link);
      assert.doesNotMatch(shown, icon);
      assert.doesNotMatch(shown, /\u202e/);
    }
    assert.doesNotMatch(plainWords('[x]\u202e(command:y)'), link);
    assert.equal(plainWords('groups (2017).yaml'), 'groups (2017).yaml');
  });
});

import assert from 'node:assert/strict';
import { realpathSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { createWays } from '../../../src/command-line/files/ways.ts';
import { inFolder } from '../../support/command.ts';

const noLinks = { skip: process.platform === 'win32' && 'Windows lets few users make symbolic links' };

test('a way leads through all links and the folders above them, which are entered by their own paths', noLinks, () => {
  inFolder({ 'real/deep/a.md': '', 'links/b.md': '' }, ({ folder, path }) => {
    const top = realpathSync(folder);
    symlinkSync('../here/a.md', path('links/a.md'));
    symlinkSync('real/deep', path('here'));
    const entered = new Set<string>();
    const { endOf, pass } = createWays((folder) => entered.add(folder));
    assert.equal(endOf(path('links/a.md')), join(top, 'real/deep/a.md'));
    for (const name of ['links', 'links/a.md', 'here', 'real', 'real/deep', 'real/deep/a.md'])
      assert.ok(pass(join(top, name)), name);
    assert.ok(!pass(join(top, 'links/b.md')));
    assert.deepEqual(
      [...entered].filter((folder) => folder.startsWith(top)),
      [top, join(top, 'links'), join(top, 'real'), join(top, 'real/deep')],
    );
  });
});

test('a way ends where there is nothing, and in links that go in a circle', noLinks, () => {
  inFolder({}, ({ folder, path }) => {
    const top = realpathSync(folder);
    symlinkSync('b/c', path('a'));
    symlinkSync('a/d', path('b'));
    symlinkSync('.', path('self'));
    const { endOf, pass } = createWays(() => {});
    endOf(path('a/e'));
    assert.ok(pass(join(top, 'a')) && pass(join(top, 'b')));
    assert.equal(endOf(path('self/self/gone/a.md')), join(top, 'gone/a.md'));
  });
});

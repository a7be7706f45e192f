import assert from 'node:assert/strict';
import { renameSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { identityOfBuild } from '../../build/identity.ts';
import { inFolderAsync } from '../support/command.ts';

const SOURCES = {
  'package.json': '{}',
  'package-lock.json': '{}',
  'server/src/a.ts': 'a',
  'server/src/b/c.ts': 'c',
  'server/vocabulary/v.yaml': 'v',
  'server/build/build.ts': 'b',
};

test('a build is known by what it is made of, wherever it is made', async () => {
  await inFolderAsync(SOURCES, async (one) => {
    await inFolderAsync({ ...SOURCES, 'README.md': 'no part of it' }, async (other) => {
      const before = await identityOfBuild(one.folder);
      assert.match(before, /^[\da-f]{32}$/);
      assert.equal(await identityOfBuild(other.folder), before);
      const seen = new Set([before]);
      for (const name of Object.keys(SOURCES)) {
        writeFileSync(one.path(name), 'another');
        seen.add(await identityOfBuild(one.folder));
      }
      renameSync(one.path('server/src/b/c.ts'), one.path('server/src/b/d.ts'));
      seen.add(await identityOfBuild(one.folder));
      assert.equal(seen.size, Object.keys(SOURCES).length + 2);
    });
  });
});

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';

test('the bundled command runs', () => {
  const { status } = spawnSync(process.execPath, ['dist/cli.js', '--no-such-option']);
  assert.equal(status, 2);
});

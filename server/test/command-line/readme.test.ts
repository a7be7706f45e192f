import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const SESSION = /^```console\n\$ sentinel-citations ([^\n]+)\n(.*?)^```$/gms;

const sessions = Array.from(readFileSync(`${ROOT}README.md`, 'utf8').matchAll(SESSION));

test('the README shows what the program says', () => {
  assert.ok(sessions.length > 0);
  for (const [, args = '', shown] of sessions) {
    const { COLUMNS: _columns, FORCE_COLOR: _force, ...env } = process.env;
    const { stdout } = spawnSync(process.execPath, ['dist/cli.js', ...args.split(' ')], {
      cwd: ROOT,
      env,
      encoding: 'utf8',
    });
    assert.equal(stdout, shown);
  }
});

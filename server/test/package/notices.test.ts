import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
/** Licences that ask for no more than their notice. */
const PERMISSIVE = /^(?:MIT|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|BlueOak-1\.0\.0|Unlicense|CC0-1\.0)$/;

const notices = read('dist/third-party-notices.txt')
  .split(`\n${'-'.repeat(80)}\n\n`)
  .map((notice) => {
    const [, name = '', version = ''] = /^(\S+) (\S+)\n\n/.exec(notice) ?? [];
    return { name, version, text: notice };
  });

test('each package in the bundles has its whole licence in the notices', () => {
  for (const { name, text } of notices) {
    assert.match(text, /copyright|©|public domain/i, name);
    assert.match(text, /permission|redistribution|permitted|license/i, name);
    assert.ok(text.length > 500, name);
  }
});

test('what is bundled is licensed permissively', () => {
  const { packages }: { packages: Readonly<Record<string, { version?: string; license?: string }>> } = JSON.parse(
    read('package-lock.json'),
  );
  for (const { name, version } of notices) {
    const known = Object.entries(packages).filter(
      ([path, entry]) => path.endsWith(`node_modules/${name}`) && entry.version === version,
    );
    assert.ok(known.length > 0, `${name} ${version} is not in the lock file`);
    for (const [path, { license = '' }] of known) assert.match(license, PERMISSIVE, path);
  }
});

test('every package that the table of dependencies says ships is in the notices', () => {
  const table = /\| in what ships \| why \|\n(.*?)\n\n/s.exec(read('CONTRIBUTING.md'))?.[1] ?? '';
  const named = table.split('\n').flatMap((row) => row.split('|')[1]?.split(',') ?? []);
  const ships = named.map((name) => name.trim()).filter((name) => /^[@a-z][\w@/.-]*$/.test(name));
  assert.ok(ships.length > 15);
  for (const name of ships)
    assert.ok(
      notices.some((notice) => notice.name === name),
      name,
    );
});

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { inFolder } from '../support/command.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const SESSION = /^```console\n\$ sentinel-citations ([^\n]+)\n(.*?)^```$/gms;

const README = readFileSync(`${ROOT}README.md`, 'utf8');
const sessions = Array.from(README.matchAll(SESSION));

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

test('the tour can be followed, in the folder that it makes', () => {
  const tour = README.slice(README.indexOf('To follow along'), README.indexOf('## Go on'));
  const block = (language: string) =>
    Array.from(tour.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'gms')), ([, text = '']) => text);
  const [copy = '', ...lines] = block('sh').flatMap((text) => text.trim().split('\n'));
  const [command, recursive, from = '', to = ''] = copy.split(' ');
  assert.deepEqual([command, recursive], ['cp', '-r']);
  assert.ok(lines.length >= 6);
  inFolder({}, ({ path, run }) => {
    cpSync(`${ROOT}${from}`, path(to), { recursive: true });
    const follow = (line: string) => {
      const [name, ...args] = line.split(' ');
      assert.equal(name, 'sentinel-citations');
      const { status, stdout, stderr } = run(args);
      assert.notEqual(status, 2, `${line}: ${stderr}`);
      return stdout;
    };
    for (const line of lines) assert.notEqual(follow(line), '', line);
    const [configuration = ''] = block('yaml');
    writeFileSync(path('.sentinel-citations.yaml'), configuration);
    assert.doesNotMatch(follow('sentinel-citations check'), /source-predates-claim/);
  });
});

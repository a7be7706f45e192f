import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Diagnostic } from 'vscode-languageserver/node';
import { type LanguageClient, QUICK, startClient } from '../support/language-client.ts';
import { DRAFT } from './cursor.ts';

/** Folders of strangers, and clients that answer nonsense: the server goes on, and says what is wrong. */

/** What someone may have put where a configuration is looked for. */
const CONFIGURATIONS: Readonly<Record<string, (path: string) => Promise<unknown> | unknown>> = {
  'a folder': (path) => mkdir(path),
  'a link to a device without end': (path) => symlink('/dev/zero', path),
  'a pipe that no one writes to': (path) => execFileSync('sh', ['-c', 'mkfifo "$1"', 'sh', path]),
  'a link to itself': (path) => symlink(path, path),
  'a link to a file of the system': (path) => symlink('/etc/passwd', path),
  'no YAML': (path) => writeFile(path, '{[: \u0000'),
};

/** What a client may answer when it is asked for settings. */
const ANSWERS: readonly unknown[] = [
  null,
  [],
  'x',
  7,
  { rules: [] },
  { rules: 'off', vocabularies: { a: 1 }, headings: 7, notation: [], defaultVocabulary: 'no' },
  { ...QUICK, vocabularies: ['../../../../etc/passwd', '/dev/zero', '//host/share/a.yaml', 'https://a.b/c.yaml', ''] },
  { inlayHints: null, codeLens: [] },
];

suite('a folder of a stranger', { skip: process.platform === 'win32' }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'hostile-'));
  let client: LanguageClient;
  let answer: unknown = QUICK;
  const uriOf = (path: string) => pathToFileURL(join(folder, path)).href;
  const codes = async (uri: string) => {
    const report = await client.connection.sendRequest<{ items: Diagnostic[] }>('textDocument/diagnostic', {
      textDocument: { uri },
    });
    return report.items.map(({ code }) => code);
  };
  before(async () => {
    client = await startClient({ settings: () => answer });
  });
  after(async () => {
    assert.equal(await client.stop(), 0);
    await rm(folder, { recursive: true });
  });

  let count = 0;
  for (const [what, put] of Object.entries(CONFIGURATIONS))
    test(`${what} in the place of a configuration is said, and drafts are read`, async () => {
      const name = `place-${++count}`;
      await mkdir(join(folder, name));
      const configuration = join(folder, name, '.sentinel-citations.yaml');
      await put(configuration);
      const said = client.published(pathToFileURL(configuration).href);
      const uri = uriOf(`${name}/a.md`);
      await client.open(uri, DRAFT);
      assert.deepEqual(await codes(uri), ['ibid-ambiguous']);
      const problems = await said;
      assert.equal(problems.length, 1);
      const message = String(problems[0]?.message);
      assert.ok(message.length < 300 && !message.includes('\n'), message);
    });

  test('settings of any shape leave drafts read', async () => {
    for (const given of ANSWERS) {
      answer = given;
      await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: given });
      const uri = uriOf(`settings-${++count}.md`);
      await client.open(uri, DRAFT);
      assert.deepEqual(await codes(uri), ['ibid-ambiguous'], JSON.stringify(given));
    }
  });

  test('front matter that names files which cannot be read leaves drafts read', async () => {
    answer = QUICK;
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    for (const named of ['/dev/zero', '../../../../../etc', './a.md', '//host/share', 'https://a.b/c']) {
      const uri = uriOf(`matter-${++count}.md`);
      for (const key of ['extends', 'vocabularies']) {
        const value = key === 'extends' ? JSON.stringify(named) : `[${JSON.stringify(named)}]`;
        await client.open(uri, `---\nsentinel-citations:\n  ${key}: ${value}\n---\n${DRAFT}`);
        const found = await codes(uri);
        assert.ok(found.includes('ibid-ambiguous'), `${key} ${named}: ${found}`);
      }
    }
  });
});

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { globbySync } from 'globby';

const root = new URL('../../../', import.meta.url);
const readText = (path: string) => readFileSync(new URL(path, root), 'utf8');
const manifest = JSON.parse(readText('package.json'));
const { contributes } = manifest;
const textOf = (...globs: string[]) =>
  globbySync(globs, { cwd: fileURLToPath(root) })
    .map(readText)
    .join('\n');

interface Setting {
  readonly description?: string;
  readonly markdownDescription?: string;
  readonly scope?: string;
  readonly default?: unknown;
}

const settings: string[] = Object.keys(contributes.configuration.properties);
const commands: string[] = contributes.commands.map(({ command }: { command: string }) => command);

test('every file that the manifest names exists', () => {
  const steps: { media: { markdown: string } }[] = contributes.walkthroughs.flatMap(
    ({ steps }: { steps: unknown[] }) => steps,
  );
  const listed = [...contributes.grammars, ...contributes.snippets].map(({ path }: { path: string }) => path);
  const files = [manifest.icon, ...listed, ...steps.map(({ media }) => media.markdown)];
  assert.deepEqual(
    files.filter((file) => !existsSync(new URL(file, root))),
    [],
  );
});

test('walkthroughs describe their steps in the little Markdown that VS Code shows there', () => {
  const described = JSON.stringify(contributes.walkthroughs).matchAll(/"description":"((?:[^"\\]|\\.)*)"/g);
  for (const [, description = ''] of described) assert.doesNotMatch(description.replaceAll('**', ''), /[*_]\w/);
});

test('every command that the manifest names is registered, and no other is in a walkthrough', () => {
  const client = textOf('client/src/**/*.ts');
  const unregistered = commands.filter((command) => !client.includes(`\`\${ID}.${command.split('.')[1]}\``));
  assert.deepEqual(unregistered, []);
  const named = JSON.stringify(contributes.walkthroughs).matchAll(/sentinelCitations\.\w+/g);
  for (const [command] of named) assert.ok(commands.includes(command), command);
});

test('every setting is read by the server', () => {
  const server = readText('server/src/language-server/configurations.ts');
  for (const setting of settings) assert.match(server, new RegExp(`'${setting.split('.')[1]}'`), setting);
});

test('every setting says what it does, belongs to a folder, and has a default', () => {
  for (const [name, setting] of Object.entries<Setting>(contributes.configuration.properties)) {
    assert.ok(setting.markdownDescription ?? setting.description, name);
    assert.equal(setting.scope, 'resource', name);
    assert.ok('default' in setting, name);
  }
});

test('settings and commands that texts name exist', () => {
  const texts = textOf('client/walkthrough/*.md', 'docs/extension.md', 'README.md');
  const known = new Set([...settings, ...commands]);
  for (const [, name = ''] of texts.matchAll(/(?<!source\.fixAll\.|`)`?(sentinelCitations\.[\w.]*\w)/g))
    assert.ok(known.has(name), name);
});

test('folders that are not trusted name no files to be read', () => {
  const { restrictedConfigurations } = manifest.capabilities.untrustedWorkspaces;
  assert.deepEqual(restrictedConfigurations, ['sentinelCitations.vocabularies']);
  for (const setting of restrictedConfigurations) assert.ok(settings.includes(setting));
});

test('the page on the extension lists every command and every setting with its default, and no other', () => {
  const rows = [...readText('docs/extension.md').matchAll(/^\| `([^`]+)` \| (?:`([^`]+)` \|)?/gm)];
  const listed = rows.map(([, name, value]) => (value === undefined ? name : `${name} = ${value}`));
  const titles = contributes.commands.map(
    ({ category, title }: { category: string; title: string }) => `${category}: ${title}`,
  );
  const defaults = Object.entries<Setting>(contributes.configuration.properties).map(
    ([name, setting]) => `${name} = ${JSON.stringify(setting.default)}`,
  );
  assert.deepEqual(listed, [...titles, ...defaults]);
});

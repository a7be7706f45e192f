import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { remark } from 'remark';
import { type Plugin, unified } from 'unified';
import { VFile } from 'vfile';
import type { RemarkSentinelCitationsOptions } from '../../src/remark/options.ts';
import { remarkSentinelCitations } from '../../src/remark/plugin.ts';
import { applyEdits, type TextEdit } from '../../src/text/edit.ts';
import { inFolder, inFolderAsync } from '../support/command.ts';
import { CLEAN, FLAWED } from '../support/drafts.ts';
import { fixture } from '../support/fixtures.ts';

const REMARK = fileURLToPath(new URL('../../../node_modules/remark-cli/cli.js', import.meta.url));
const PLUGIN = fileURLToPath(new URL('../../../dist/library/remark.js', import.meta.url));
const FATAL = { error: true, warning: false, information: undefined, hint: undefined } as const;

interface JsonFinding extends Readonly<Record<'rule' | 'message' | 'help', unknown>> {
  readonly severity: keyof typeof FATAL;
  readonly start: { readonly offset: number };
  readonly end: { readonly offset: number };
  readonly fixes: readonly { readonly edits: readonly TextEdit[] }[];
}

/** What the draft becomes by each text that a message expects in the place of what stands there. */
function draftsBy({ place, actual, expected = [] }: VFile['messages'][number], text: string): readonly string[] {
  if (!place || !('start' in place)) return assert.fail('a message without a range');
  const [start = -1, end = -1] = [place.start.offset, place.end.offset];
  assert.equal(actual, text.slice(start, end));
  return expected.map((value) => text.slice(0, start) + value + text.slice(end));
}

/** What it becomes by each fix of the finding that edits no other place. */
function draftsOf({ start, end, fixes }: JsonFinding, text: string): readonly string[] {
  const within = fixes.filter(
    ({ edits }) => edits.length > 0 && edits.every((edit) => edit.start >= start.offset && edit.end <= end.offset),
  );
  return [...new Set(within.map(({ edits }) => applyEdits(text, edits)))];
}

async function messagesOf(text: string, cwd: string, path: string, options: RemarkSentinelCitationsOptions = {}) {
  const file = new VFile({ value: text, cwd, path });
  await remark().use(remarkSentinelCitations, options).process(file);
  return file.messages;
}

test('it is a plugin of unified, in a pipeline with any parser', async () => {
  const plugin: Plugin<[RemarkSentinelCitationsOptions?]> = remarkSentinelCitations;
  function read(this: ReturnType<typeof unified>) {
    this.parser = () => ({ type: 'root', children: [] }) as never;
    this.compiler = () => '';
  }
  const file = new VFile({ value: FLAWED, path: 'draft.md' });
  await unified().use(read).use(plugin).process(file);
  assert.ok(file.messages.length > 0);
  assert.ok(file.messages.every(({ source }) => source === 'sentinel-citations'));
});

test('messages are the findings of check, with rule, place, weight and page', async () => {
  const drafts = ['bracket', 'defects', 'defects-pasted'].map((name) => [`${name}.md`, fixture(`article/${name}.md`)]);
  const files = {
    ...Object.fromEntries(drafts),
    'x/.sentinel-citations.yaml': 'rules: { citation-quotes: hint }',
    'x/a.md': FLAWED,
    'x/windows.md': `\uFEFF${FLAWED.replaceAll('\n', '\r\n')}`,
  };
  await inFolderAsync(files, async ({ run, path, folder }) => {
    const checked = JSON.parse(run(['check', '.', '--format', 'json']).stdout);
    assert.equal(checked.files.length, 5);
    for (const { file, findings } of checked.files) {
      const messages = await messagesOf(readFileSync(path(file), 'utf8'), folder, file);
      const expected = findings.map((finding: JsonFinding) => ({
        ruleId: finding.rule,
        source: 'sentinel-citations',
        reason: finding.message,
        fatal: FATAL[finding.severity],
        place: { start: finding.start, end: finding.end },
        url: `https://github.com/sentinel-citations/sentinel-citations/blob/main/${finding.help}`,
      }));
      const actual = messages.map(({ ruleId, source, reason, fatal, place, url }) => {
        return { ruleId, source, reason, fatal, place, url };
      });
      assert.deepEqual(actual, expected, file);
      const text = readFileSync(path(file), 'utf8');
      const offers = messages.map((message) => draftsBy(message, text));
      const fixed = findings.map((finding: JsonFinding) => draftsOf(finding, text));
      assert.deepEqual(offers, fixed, file);
    }
  });
});

test('a message has what stands there, and what may stand in its place', async () => {
  await inFolderAsync({}, async ({ folder }) => {
    const messages = await messagesOf(FLAWED, folder, 'a.md', { config: false });
    const message = messages.find(({ ruleId }) => ruleId === 'citation-page-range');
    assert.equal(message?.actual, '131-158');
    assert.deepEqual(message?.expected, ['131–158']);
  });
});

test('options win over configuration', async () => {
  await inFolderAsync({}, async ({ folder }) => {
    const rules = { 'citation-page-range': 'off', 'citation-quotes': 'error' } as const;
    const messages = await messagesOf(FLAWED, folder, 'a.md', { rules });
    assert.deepEqual(
      messages.map(({ ruleId, fatal }) => [ruleId, fatal]),
      [
        ['marker-unresolved', true],
        ['citation-quotes', true],
      ],
    );
  });
});

test('options that there are not are said as those of a configuration are', () => {
  for (const [options, message] of [
    [{ rules: { 'marker-ordr': 'off' } }, 'rules.marker-ordr: Unexpected rule “marker-ordr”, expected “marker-order”'],
    [{ rules: { 'marker-order': 'warn' } }, 'rules.marker-order: Unexpected value “warn”, expected off, error, '],
    [{ rule: {} }, 'rule: Unexpected key “rule”, expected “rules”'],
    [{ vocabularies: 'names.yaml' }, 'vocabularies: Unexpected value “names.yaml”, expected a list of paths'],
    [{ config: true }, 'config: Unexpected value “true”, expected a path, or false'],
  ] as const)
    assert.throws(
      () => remarkSentinelCitations(options as never),
      (error) => error instanceof TypeError && error.message.startsWith(`sentinel-citations: ${message}`),
      message,
    );
  // What a program leaves open is not given.
  assert.ok(remarkSentinelCitations({ config: undefined, rules: undefined } as never));
});

test('what is no draft gets no messages', async () => {
  await inFolderAsync({ '.sentinel-citations.yaml': 'ignore: [old/**]' }, async ({ folder }) => {
    assert.deepEqual(await messagesOf('A page.[1] It names no sources.\n', folder, 'a.md'), []);
    assert.deepEqual(await messagesOf(FLAWED, folder, 'old/a.md'), []);
  });
});

test('bad configuration is an error, and nothing is guessed', async () => {
  await inFolderAsync({ '.sentinel-citations.yaml': 'rules: { no-such-rule: off }' }, async ({ folder }) => {
    const messages = await messagesOf(FLAWED, folder, 'a.md');
    assert.deepEqual(
      messages.map(({ ruleId, fatal }) => [ruleId, fatal]),
      [['configuration', true]],
    );
    assert.match(messages[0]?.reason ?? '', /\.sentinel-citations\.yaml:1:\d+: /);
  });
});

test('remark-cli says the findings and fails at errors', () => {
  inFolder({ 'a.md': FLAWED, 'b.md': CLEAN }, ({ folder }) => {
    const remarkCli = (...args: readonly string[]) =>
      spawnSync(process.execPath, [REMARK, '--no-stdout', '--no-color', '--use', PLUGIN, ...args], {
        cwd: folder,
        encoding: 'utf8',
        timeout: 60_000,
      });
    const flawed = remarkCli('a.md');
    assert.equal(flawed.status, 1, flawed.stderr);
    assert.match(flawed.stderr, /3:53-3:56\s+error\s+Unexpected marker “9”.*marker-unresolved\s+sentinel-citations/);
    assert.equal(remarkCli('b.md').status, 0);
  });
});

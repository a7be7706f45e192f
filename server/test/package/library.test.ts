import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { inFolder } from '../support/command.ts';
import { FLAWED } from '../support/drafts.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const COMPILER = fileURLToPath(new URL('../../../node_modules/typescript/bin/tsc', import.meta.url));

const PROGRAM = `
import { analyse, type Analysis, defaultVocabulary, type Finding, fix, lineStarts, positionAt, readVocabulary, RULES } from 'sentinel-citations';
import plugin, { remarkSentinelCitations, type RemarkSentinelCitationsOptions } from 'sentinel-citations/remark';

declare const process: { readonly argv: readonly string[] };
declare const console: { readonly log: (text: string) => void };

const options: RemarkSentinelCitationsOptions = { rules: { 'marker-order': 'off' } };
const text = process.argv[2] ?? '';
const { vocabulary, problems } = readVocabulary([], defaultVocabulary());
const analysis: Analysis = analyse(text, { vocabulary, notation: 'bracket', rules: { 'citation-quotes': 'off', 'group-label': ['hint', { abbreviate: true }] } });
const [first]: readonly Finding[] = analysis.findings;
const place = positionAt(lineStarts(text), first?.start ?? 0);
console.log(
  JSON.stringify({
    rules: analysis.findings.map(({ rule }) => rule),
    markers: analysis.draft.markers.map(({ label }) => label),
    line: place.line,
    mended: fix(text).mended.map(({ rule }) => rule),
    problems: problems.length,
    described: RULES.some(({ id, url }) => id === 'marker-order' && url.endsWith('/marker-order.md')),
    plugin: typeof plugin(options) === 'function' && plugin === remarkSentinelCitations,
  }),
);
`;
const SETTINGS = {
  compilerOptions: {
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: false,
    types: [],
    target: 'es2022',
    module: 'nodenext',
  },
  files: ['program.ts'],
};
/** The first program of docs/library.md, and what it takes to read it with the types of Node. */
const [, EXAMPLE = ''] = /^```ts\n(.*?)^```$/ms.exec(readFileSync(join(ROOT, 'docs/library.md'), 'utf8')) ?? [];
const EXAMPLE_SETTINGS = {
  compilerOptions: { ...SETTINGS.compilerOptions, types: ['node'], typeRoots: [join(ROOT, 'node_modules/@types')] },
  files: ['example.ts'],
};

test('another package imports the packed library, with types that need nothing else', () => {
  const files = {
    'package.json': '{ "name": "other", "private": true, "type": "module" }',
    'program.ts': PROGRAM,
    'tsconfig.json': JSON.stringify(SETTINGS),
    'example.ts': EXAMPLE,
    'example.json': JSON.stringify(EXAMPLE_SETTINGS),
    'draft.md': FLAWED,
  };
  inFolder(files, (place) => {
    const { folder } = place;
    const run = (cwd: string, command: string, ...args: readonly string[]) => {
      const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8', timeout: 120_000 });
      assert.equal(status, 0, `${command} ${args.join(' ')}\n${stdout}${stderr}`);
      return stdout;
    };
    // The build is there already, and tests run beside each other.
    const packed = run(ROOT, 'npm', 'pack', '--json', '--ignore-scripts', '--pack-destination', folder);
    const [{ filename }] = JSON.parse(packed);
    run(folder, 'npm', 'install', '--offline', '--ignore-scripts', '--no-audit', '--no-fund', `./${filename}`);
    // docs/ci.md names it there.
    assert.ok(existsSync(place.path('node_modules/sentinel-citations/problem-matcher.json')));
    run(folder, process.execPath, COMPILER, '-p', '.');
    assert.deepEqual(JSON.parse(run(folder, process.execPath, 'program.js', FLAWED)), {
      rules: ['marker-unresolved', 'citation-page-range'],
      markers: ['1', '2', '9'],
      line: 3,
      mended: ['citation-page-range'],
      problems: 0,
      described: true,
      plugin: true,
    });

    run(folder, process.execPath, COMPILER, '-p', 'example.json');
    const {
      files: checked,
    }: { files: { findings: { rule: string; severity: string; start: { line: 1; column: 1 } }[] }[] } = JSON.parse(
      place.run(['check', 'draft.md', '--format', 'json']).stdout,
    );
    const lines = run(folder, process.execPath, 'example.js').trimEnd().split('\n');
    assert.equal(lines.pop(), '3 markers rest on 2 sources');
    const said = (line: string) => /^(\d+):(\d+) (\w+) .+ \(([a-z-]+)\)$/.exec(line)?.slice(1).join(' ');
    assert.deepEqual(
      lines.map(said),
      checked[0]?.findings.map(({ rule, severity, start }) => `${start.line} ${start.column} ${severity} ${rule}`),
    );
  });
});

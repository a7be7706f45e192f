import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
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
const analysis: Analysis = analyse(text, { vocabulary, rules: { 'citation-quotes': 'off', 'group-label': ['hint', { abbreviate: true }] } });
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

test('another package imports the packed library, with types that need nothing else', () => {
  const files = {
    'package.json': '{ "name": "other", "private": true, "type": "module" }',
    'program.ts': PROGRAM,
    'tsconfig.json': JSON.stringify(SETTINGS),
  };
  inFolder(files, ({ folder }) => {
    const run = (cwd: string, command: string, ...args: readonly string[]) => {
      const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8', timeout: 120_000 });
      assert.equal(status, 0, `${command} ${args.join(' ')}\n${stdout}${stderr}`);
      return stdout;
    };
    // The build is there already, and tests run beside each other.
    const packed = run(ROOT, 'npm', 'pack', '--json', '--ignore-scripts', '--pack-destination', folder);
    const [{ filename }] = JSON.parse(packed);
    run(folder, 'npm', 'install', '--offline', '--ignore-scripts', '--no-audit', '--no-fund', `./${filename}`);
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
  });
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLookup } from '../../src/configuration/lookup.ts';

const CONFIG = '.sentinel-citations.yaml';

/** The configuration of a draft in `/p`, with these files; one that is called `locked.yaml` cannot be read. */
const configurationWith = (files: Readonly<Record<string, string>>) =>
  createLookup({
    readFile: async (path) => {
      if (path.endsWith('locked.yaml')) throw new Error('permission denied');
      return files[path] ?? null;
    },
  }).forFile('/p/draft.md');

/** The problems of a draft beside a configuration of that text, as `line:column message`. */
async function problemsOf(yaml: string, others: Readonly<Record<string, string>> = {}): Promise<string[]> {
  const { problems } = await configurationWith({ [`/p/${CONFIG}`]: yaml, ...others });
  return problems.map(({ file, start, message }) => {
    const where = file === `/p/${CONFIG}` ? '' : `${file}:`;
    return `${where}${start.line}:${start.column} ${message}`;
  });
}

test('an empty configuration is none', async () => {
  for (const empty of ['', '# nothing yet\n', '---\n', '{}']) assert.deepEqual(await problemsOf(empty), []);
});

const KEYS = 'extends, drafts, ignore, notation, rules, vocabularies, defaultVocabulary, headings, overrides';

const BAD: readonly (readonly [string, string, readonly string[]])[] = [
  ['an unknown key', 'rulez: {}', ['1:1 Unexpected key “rulez”, expected “rules”']],
  ['a key like no other', 'x: 1', [`1:1 Unexpected key “x”, expected ${KEYS}`]],
  ['an unknown rule', 'rules:\n  marker-ordr: off', ['2:3 Unexpected rule “marker-ordr”, expected “marker-order”']],
  [
    'a rule like no other',
    'rules:\n  no-such: off',
    ['2:3 Unexpected rule “no-such”, expected a rule that “sentinel-citations rules” lists'],
  ],
  [
    'a bad severity',
    'rules:\n  marker-order: loud',
    ['2:17 Unexpected value “loud”, expected off, error, warning, information, or hint'],
  ],
  [
    'options of a rule that has none',
    'rules:\n  marker-order: [error, { max: 3 }]',
    ['2:27 Unexpected option “max”, expected none here'],
  ],
  [
    'an unknown option',
    'rules:\n  group-label: [warning, { abreviate: true }]',
    ['2:28 Unexpected option “abreviate”, expected “abbreviate”'],
  ],
  [
    'a bad value of an option',
    'rules:\n  group-label: [warning, { abbreviate: maybe }]',
    ['2:40 Unexpected value “maybe”, expected true or false'],
  ],
  [
    'an item of an option that is empty',
    'rules:\n  abbreviation-undefined: [warning, { known: [AU, ""] }]',
    ['2:51 Unexpected empty text, expected an abbreviation'],
  ],
  [
    'a bad severity beside options',
    'rules:\n  group-label: [loud, { abbreviate: true }]',
    ['2:17 Unexpected value “loud”, expected off, error, warning, information, or hint'],
  ],
  [
    'a list without options',
    'rules:\n  group-label: [warning]',
    ['2:16 Unexpected empty value, expected a map of options'],
  ],
  [
    'a list that is too long',
    'rules:\n  group-label: [warning, {}, {}]',
    ['2:16 Unexpected list of another length, expected a severity, or a list of it and options'],
  ],
  [
    'options that are no map',
    'rules:\n  group-label: [warning, 3]',
    ['2:26 Unexpected number 3, expected a map of options'],
  ],
  [
    'a key deep inside',
    'overrides:\n  - files: [a]\n    notaton: bracket',
    ['3:5 Unexpected key “notaton”, expected “notation”'],
  ],
  ['a key of headings', 'headings:\n  citation: [A]', ['2:3 Unexpected key “citation”, expected “citations”']],
  [
    'an item without files',
    'overrides:\n  - notation: bracket',
    ['2:5 Unexpected item without “files”, expected a list of globs'],
  ],
  ['a list that is none', 'drafts: "*.md"', ['1:9 Unexpected value “*.md”, expected a list of globs']],
  ['an empty glob', 'ignore:\n  - ""', ['2:5 Unexpected empty text, expected a glob']],
  ['a glob that takes nothing back', 'ignore: [a, "!"]', ['1:13 Unexpected value “!”, expected a glob']],
  ['an empty value', 'rules:\nnotation: bracket', ['1:7 Unexpected empty value, expected a map of rules']],
  ['a list of rules', 'rules: [a]', ['1:8 Unexpected list, expected a map of rules']],
  [
    'a set of rules',
    'rules: !!set {x}',
    ['1:8 Unexpected YAML, expected it to be well-formed: Unresolved tag: tag:yaml.org,2002:set'],
  ],
  ['an empty list of rules', 'rules: []', ['1:8 Unexpected list, expected a map of rules']],
  ['an empty list of headings', 'headings: []', ['1:11 Unexpected list, expected a map of citations and notes']],
  ['an empty list of settings', '[]', ['1:1 Unexpected list, expected a map of settings']],
  ['a path that is nearly a name', 'extends: defualt', ['1:10 Unexpected path “defualt”, expected “default”']],
  ['no map at all', '- a', ['1:1 Unexpected list, expected a map of settings']],
  [
    'two problems',
    'notation: x\ndefaultVocabulary: 1',
    [
      '1:11 Unexpected value “x”, expected bracket, caret, sup, unicode, footnote, or glued',
      '2:20 Unexpected number 1, expected true or false',
    ],
  ],
  [
    'two problems, in their order',
    'notatoin: glued\ndefaultVocabulary: 1',
    ['1:1 Unexpected key “notatoin”, expected “notation”', '2:20 Unexpected number 1, expected true or false'],
  ],
  [
    'a path that does not exist',
    'extends: no.yaml',
    ['1:10 Unexpected path “no.yaml”, expected a file that exists, or “default”'],
  ],
  [
    'a circle',
    'extends: b.yaml',
    [
      '/p/b.yaml:1:10 Unexpected circle, expected “extends” to come to an end: .sentinel-citations.yaml → b.yaml → .sentinel-citations.yaml',
    ],
  ],
  [
    'a file that cannot be read',
    'extends: locked.yaml',
    ['/p/locked.yaml:1:1 Unexpected file that cannot be read: permission denied'],
  ],
  ['a problem in what is extended', 'extends: bad.yaml', [`/p/bad.yaml:2:1 Unexpected key “b”, expected ${KEYS}`]],
];

for (const [name, yaml, expected] of BAD) {
  test(`${name} is reported with its place`, async () => {
    const others = { '/p/b.yaml': `extends: ${CONFIG}`, '/p/bad.yaml': 'notation: sup\nb: 1' };
    assert.deepEqual(await problemsOf(yaml, others), expected);
  });
}

test('broken YAML is reported with its place, on one line', async () => {
  for (const broken of ['rules: {', 'a: b: c', '\ta: 1', 'a: 1\na: 2', 'a: *b', '[', '"', 'a: !!x 1']) {
    const problems = await problemsOf(broken);
    assert.ok(problems.length > 0, broken);
    for (const problem of problems) assert.match(problem, /^\d+:\d+ Unexpected YAML[^\n]*$/);
  }
});

test('each mistake in YAML is one problem, at its place', async () => {
  const places = async (yaml: string) => (await problemsOf(yaml)).map((problem) => problem.split(' ', 1)[0]);
  assert.deepEqual(await places('rules: { marker-order: off'), ['1:27']);
  assert.equal((await places('rules: {}\n\n[1] A\n[2] B\n')).length, 1);
  assert.deepEqual(await places('notation: sup\nnotation: sup\nnotation: sup'), ['2:1', '3:1']);
  assert.deepEqual(await places('notation: sup\nrules: *none'), ['2:8']);
  assert.deepEqual(await problemsOf('rules: {}\n---\nrules: {}'), ['2:1 Unexpected second document, expected one']);
  const [long = ''] = await problemsOf(`{}\n${'a'.repeat(10_000)}`);
  assert.ok(long.length < 300, long);
});

test('YAML that is no plain data is reported without a word on standard error', async () => {
  const warnings: Error[] = [];
  const listen = (warning: Error) => warnings.push(warning);
  process.on('warning', listen);
  assert.ok((await problemsOf('? { a: b }\n: c')).length > 0);
  await new Promise((settle) => setImmediate(settle));
  process.off('warning', listen);
  assert.deepEqual(warnings, []);
});

test('YAML that nests more than there is room for is one problem, wherever the room ends', async () => {
  for (const depth of [300, 1000, 3000, 100_000]) {
    for (const yaml of [`rules: ${'['.repeat(depth)}${']'.repeat(depth)}`, `rules: ${'['.repeat(depth)}`]) {
      const problems = await problemsOf(yaml);
      assert.equal(problems.length, 1, String(depth));
      assert.match(problems[0] ?? '', /^1:\d+ Unexpected /);
      assert.doesNotMatch(problems[0] ?? '', /call stack/i);
    }
  }
});

test('two configuration files in one folder are one too many', async () => {
  const { problems } = await configurationWith({ [`/p/${CONFIG}`]: '', '/p/.sentinel-citations.json': '{}' });
  assert.deepEqual(
    problems.map(({ file, message }) => [file, message]),
    [
      [
        '/p/.sentinel-citations.json',
        'Unexpected second configuration file of one folder, expected .sentinel-citations.yaml alone',
      ],
    ],
  );
});

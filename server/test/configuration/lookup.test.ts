import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLookup, type LookupOptions } from '../../src/configuration/lookup.ts';

/** A file system of these files, which counts what is asked of it. */
function folderOf(files: Readonly<Record<string, string>>) {
  const asked: string[] = [];
  const readFile = async (path: string) => {
    asked.push(path);
    if (path.endsWith('locked.yaml')) throw new Error('permission denied');
    return files[path] ?? null;
  };
  return { asked, readFile };
}

const lookUp = (files: Readonly<Record<string, string>>, options: Omit<LookupOptions, 'readFile'> = {}) =>
  createLookup({ readFile: folderOf(files).readFile, ...options });

const CONFIG = '.sentinel-citations.yaml';

/** The problems of a draft beside a configuration of that text, as `line:column message`. */
async function problemsOf(yaml: string, others: Readonly<Record<string, string>> = {}): Promise<string[]> {
  const { problems } = await lookUp({ [`/p/${CONFIG}`]: yaml, ...others }).forFile('/p/draft.md');
  return problems.map(({ file, start, message }) => {
    const where = file === `/p/${CONFIG}` ? '' : `${file}:`;
    return `${where}${start.line}:${start.column} ${message}`;
  });
}

test('without a configuration, the rules are as they are', async () => {
  const { settings, problems, files } = await lookUp({}).forFile('/p/draft.md');
  assert.deepEqual([problems, files], [[], []]);
  assert.deepEqual(settings, {
    isDraft: null,
    notation: null,
    rules: {},
    headings: {},
    vocabularies: [],
    vocabularyPlaces: {},
    defaultVocabulary: true,
  });
});

test('the nearest file above the draft wins, and is not mixed with those above it', async () => {
  const lookup = lookUp({
    [`/p/${CONFIG}`]: 'rules: { marker-order: off, citation-url: hint }',
    '/p/a/.sentinel-citations.json': '{\n\t"rules": { "marker-order": "error" }\n}',
  });
  assert.deepEqual((await lookup.forFile('/p/draft.md')).settings.rules, {
    'marker-order': 'off',
    'citation-url': 'hint',
  });
  assert.deepEqual((await lookup.forFile('/p/a/b/draft.md')).settings.rules, { 'marker-order': 'error' });
  assert.deepEqual((await lookup.forFile('/p/a/b/draft.md')).files, ['/p/a/.sentinel-citations.json']);
});

test('a folder is looked into once, until the lookup is cleared', async () => {
  const { asked, readFile } = folderOf({ [`/p/${CONFIG}`]: 'notation: bracket' });
  const lookup = createLookup({ readFile });
  for (const name of ['a', 'b', 'c']) await lookup.forFile(`/p/drafts/${name}.md`);
  await Promise.all(['d', 'e'].map((name) => lookup.forFile(`/p/drafts/${name}.md`)));
  assert.deepEqual(asked, [
    '/p/drafts/.sentinel-citations.yaml',
    '/p/drafts/.sentinel-citations.json',
    '/p/.sentinel-citations.yaml',
    '/p/.sentinel-citations.json',
  ]);
  lookup.clear();
  await lookup.forFile('/p/drafts/a.md');
  assert.equal(asked.length, 8);
});

test('what a file extends lies below it; rules and lists of headings are merged one by one', async () => {
  const lookup = lookUp({
    [`/p/${CONFIG}`]: 'extends: ../house/style.yaml\nrules: { marker-order: hint }\nheadings: { notes: [Remarks] }',
    '/house/style.yaml': [
      'extends: default',
      'notation: caret',
      'rules: { marker-order: off, citation-url: [error, {}] }',
      'headings: { citations: [Sources], notes: [Comments] }',
      'vocabularies: [words/groups.yaml]',
    ].join('\n'),
  });
  const { settings, files } = await lookup.forFile('/p/draft.md');
  assert.deepEqual(files, ['/house/style.yaml', `/p/${CONFIG}`]);
  assert.deepEqual(settings, {
    isDraft: null,
    notation: 'caret',
    rules: { 'marker-order': 'hint', 'citation-url': 'error' },
    headings: { citations: ['Sources'], notes: ['Remarks'] },
    vocabularies: ['/house/words/groups.yaml'],
    vocabularyPlaces: {
      '/house/words/groups.yaml': {
        file: '/house/style.yaml',
        start: { line: 5, column: 16, offset: 158 },
        end: { line: 5, column: 33, offset: 175 },
      },
    },
    defaultVocabulary: true,
  });
});

test('options have their defaults, and stay where a severity alone lies over them', async () => {
  const lookup = lookUp({
    [`/p/${CONFIG}`]: [
      'rules: { group-label: [hint, { abbreviate: true }], group-case: [error, { verbatim: true }] }',
      'overrides:',
      '  - { files: [a.md], rules: { group-label: warning, group-case: [warning, {}] } }',
      '  - { files: [b.md], rules: { group-label: [error, { verbatim: true }] } }',
    ].join('\n'),
  });
  const rulesOf = async (file: string) => (await lookup.forFile(file)).settings.rules;
  assert.deepEqual(await rulesOf('/p/a.md'), {
    'group-label': ['warning', { abbreviate: true, verbatim: false }],
    'group-case': ['warning', { verbatim: false }],
  });
  assert.deepEqual((await rulesOf('/p/b.md'))['group-label'], ['error', { abbreviate: false, verbatim: true }]);
});

test('overrides hold for the files that they name; later ones win', async () => {
  const lookup = lookUp({
    [`/p/${CONFIG}`]: [
      'notation: bracket',
      'overrides:',
      '  - files: [archive, "*.old.md"]',
      '    rules: { marker-order: off }',
      '    notation: glued',
      '  - files: ["archive/2019/*.md", "!archive/2019/kept.md"]',
      '    rules: { marker-order: hint }',
      '    defaultVocabulary: false',
    ].join('\n'),
  });
  const read = async (file: string) => {
    const { notation, rules, defaultVocabulary } = (await lookup.forFile(file)).settings;
    return [notation, rules['marker-order'] ?? '-', defaultVocabulary];
  };
  assert.deepEqual(await read('/p/draft.md'), ['bracket', '-', true]);
  assert.deepEqual(await read('/p/archive/draft.md'), ['glued', 'off', true]);
  assert.deepEqual(await read('/p/deep/archive/draft.md'), ['glued', 'off', true]);
  assert.deepEqual(await read('/p/deep/x.old.md'), ['glued', 'off', true]);
  assert.deepEqual(await read('/p/archive/2019/draft.md'), ['glued', 'hint', false]);
  assert.deepEqual(await read('/p/archive/2019/kept.md'), ['glued', 'off', true]);
});

test('drafts and ignore say which files are drafts', async () => {
  const lookup = lookUp({
    [`/p/${CONFIG}`]: 'drafts: ["articles/**/*.md"]\nignore: [attic/, "articles/*/notes-*.md", "!notes-kept.md"]',
    [`/q/${CONFIG}`]: 'ignore: [attic]',
  });
  const read = async (file: string) => (await lookup.forFile(file)).settings.isDraft;
  assert.equal(await read('/p/articles/1/a.md'), true);
  assert.equal(await read('/p/README.md'), false);
  assert.equal(await read('/p/articles/attic/a.md'), false);
  assert.equal(await read('/p/articles/1/notes-1.md'), false);
  assert.equal(await read('/p/articles/1/notes-kept.md'), true);
  assert.equal(await read('/q/a.md'), null);
  assert.equal(await read('/q/attic/a.md'), false);
});

test('the folder itself is a glob that names all in it', async () => {
  for (const glob of ['.', './', './/', '/', './.', '**', './**']) {
    const lookup = lookUp({
      [`/p/${CONFIG}`]: `drafts: ["${glob}"]\nignore: ["${glob}", "!kept"]\noverrides: [{ files: ["${glob}"], notation: sup }]`,
      [`/q/${CONFIG}`]: `extends: ../p/${CONFIG}\nignore: [attic, "!${glob}"]`,
    });
    const read = async (file: string) => {
      const { isDraft, notation } = (await lookup.forFile(file)).settings;
      return [isDraft, notation];
    };
    assert.deepEqual(await read('/p/a.md'), [false, 'sup'], glob);
    assert.deepEqual(await read('/p/.sub/deep/a.md'), [false, 'sup'], glob);
    assert.deepEqual(await read('/p/kept/a.md'), [true, 'sup'], glob);
    // What is nowhere below the folder is not in it.
    assert.deepEqual(await read('/q/attic/a.md'), [false, null], glob);
  }
});

test('front matter lies above all files, and its style makes a draft', async () => {
  const lookup = lookUp({
    [`/p/${CONFIG}`]: 'rules: { marker-order: off, citation-url: hint }\nignore: [attic]',
    '/p/strict.yaml': 'rules: { citation-date: error }',
  });
  const text = [
    '---',
    'title: A draft',
    'style: ctc-sentinel',
    'sentinel-citations:',
    '  extends: strict.yaml',
    '  rules: { marker-order: error }',
    '---',
    'Text.',
  ].join('\r\n');
  const { settings, problems, files } = await lookup.forDraft('/p/draft.md', `\uFEFF${text}`);
  assert.deepEqual(problems, []);
  assert.equal(settings.isDraft, true);
  assert.deepEqual(settings.rules, { 'marker-order': 'error', 'citation-url': 'hint', 'citation-date': 'error' });
  assert.deepEqual(files, [`/p/${CONFIG}`, '/p/strict.yaml']);
  assert.equal(
    (await lookup.forDraft('/p/attic/draft.md', text.replace('strict', '../strict'))).settings.isDraft,
    false,
  );
  assert.deepEqual((await lookup.forDraft('/p/draft.md', 'No sentinel-citations: here')).settings.isDraft, null);
});

test('the place of a problem in front matter is its place in the draft', async () => {
  const text = '---\ntitle: A draft\nsentinel-citations:\n  notation: brackets\n---\n';
  const { problems } = await lookUp({}).forDraft('/p/draft.md', text);
  assert.deepEqual(problems, [
    {
      file: '/p/draft.md',
      start: { line: 4, column: 13, offset: 51 },
      end: { line: 4, column: 21, offset: 59 },
      message: 'Unexpected value “brackets”, expected bracket, caret, sup, unicode, footnote, or glued',
    },
  ]);
});

test('our key of the front matter is known in quotation marks, and reported where it is misspelled', async () => {
  const forDraft = (key: string) => lookUp({}).forDraft('/p/a.md', `---\n${key}: { notation: sup }\n---\n`);
  for (const key of ['sentinel-citations', '"sentinel-citations"', "'sentinel-citations'"]) {
    const { settings, problems } = await forDraft(key);
    assert.deepEqual([settings.notation, problems], ['sup', []]);
  }
  for (const key of ['sentinel-citation', 'sentinel_citations', 'sentinelCitations', 'Sentinel-Citations']) {
    const { problems } = await forDraft(key);
    assert.deepEqual(
      problems.map(({ start, message }) => [start.line, start.column, message]),
      [[2, 1, `Unexpected key “${key}”, expected “sentinel-citations”`]],
    );
  }
  assert.deepEqual((await forDraft('sentinel')).problems, []);
  const sloppy = '---\nAuthor: a: b\n---\nSentinel citations: see https://ctc.usma.edu/ctc-sentinel\n';
  assert.deepEqual((await lookUp({}).forDraft('/p/a.md', sloppy)).problems, []);
});

test('one file for all, or none', async () => {
  const files = { [`/p/${CONFIG}`]: 'notation: caret', '/q/x.yaml': 'notation: sup', '/q/bad.yaml': 'a: b' };
  const notation = async (source: LookupOptions['source']) =>
    (await lookUp(files, { source: source ?? 'nearest' }).forFile('/p/a.md')).settings.notation;
  assert.equal(await notation('nearest'), 'caret');
  assert.equal(await notation('none'), null);
  assert.equal(await notation({ file: '/q/x.yaml' }), 'sup');
  const { problems } = await lookUp(files, { source: { file: '/q/none.yaml' } }).forFile('/p/a.md');
  assert.deepEqual(
    problems.map(({ file, message }) => [file, message]),
    [['/q/none.yaml', 'Unexpected path, expected a file that exists']],
  );
});

test('what lies below every file is covered by it', async () => {
  const below = {
    effects: { notation: 'sup', defaultVocabulary: false },
    isDraft: null,
    isIgnored: null,
    overrides: [],
  } as const;
  const { settings } = await lookUp({ [`/p/${CONFIG}`]: 'notation: caret' }, { below }).forFile('/p/a.md');
  assert.deepEqual([settings.notation, settings.defaultVocabulary], ['caret', false]);
});

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
  const { problems } = await lookUp({ [`/p/${CONFIG}`]: '', '/p/.sentinel-citations.json': '{}' }).forFile('/p/a.md');
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

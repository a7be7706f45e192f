import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLookup, type LookupOptions } from '../../src/configuration/lookup.ts';

/** A file system of these files, which counts what is asked of it. */
function folderOf(files: Readonly<Record<string, string>>) {
  const asked: string[] = [];
  const readFile = async (path: string) => {
    asked.push(path);
    return files[path] ?? null;
  };
  return { asked, readFile };
}

const lookUp = (files: Readonly<Record<string, string>>, options: Omit<LookupOptions, 'readFile'> = {}) =>
  createLookup({ readFile: folderOf(files).readFile, ...options });

const CONFIG = '.sentinel-citations.yaml';

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

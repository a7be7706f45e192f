import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { createVocabularies } from '../../src/configuration/vocabularies.ts';
import { openVocabularyCache, type VocabularyCache } from '../../src/configuration/vocabulary-cache.ts';
import { readVocabulary } from '../../src/vocabulary/load.ts';
import { inFolder } from '../support/command.ts';
import { contentOf } from '../support/vocabularies.ts';

const FOLDER = mkdtempSync(join(tmpdir(), 'sentinel-citations-'));
after(() => rmSync(FOLDER, { recursive: true }));

const FILE = { path: '/p/names.yaml', text: 'people: [{ id: ann-lee, prefLabel: Ann Lee }]\n' };
const { vocabulary } = readVocabulary([FILE]);
const opened = (name: string) => openVocabularyCache(join(FOLDER, name)) as VocabularyCache;

describe('compiled vocabularies', () => {
  it('are found again for the same files, and for no others', () => {
    const cache = opened('same');
    assert.equal(cache.find([FILE], false), null);
    cache.keep([FILE], false, vocabulary);
    const found = cache.find([FILE], false);
    assert.ok(found);
    assert.deepEqual(contentOf(found), contentOf(vocabulary));
    assert.equal(cache.find([FILE], true), null);
    assert.equal(cache.find([{ ...FILE, text: `${FILE.text}# more\n` }], false), null);
    assert.equal(cache.find([FILE, FILE], false), null);
  });

  it('take the place of what the same files held before', () => {
    const cache = opened('place');
    cache.keep([FILE], false, vocabulary);
    cache.keep([{ ...FILE, text: '' }], false, vocabulary);
    assert.equal(readdirSync(join(FOLDER, 'place')).length, 1);
    assert.equal(cache.find([FILE], false), null);
  });

  it('are not trusted once they were changed or cut off', () => {
    const cache = opened('changed');
    cache.keep([FILE], false, vocabulary);
    const [name = ''] = readdirSync(join(FOLDER, 'changed'));
    const path = join(FOLDER, 'changed', name);
    const bytes = readFileSync(path);
    for (let at = 0; at < bytes.length; at += 97) {
      writeFileSync(path, bytes.with(at, (bytes[at] as number) ^ 1));
      assert.equal(cache.find([FILE], false), null);
    }
    for (const length of [0, 5, 35, 36, 40, bytes.length - 1]) {
      writeFileSync(path, bytes.subarray(0, length));
      assert.equal(cache.find([FILE], false), null);
    }
    writeFileSync(path, bytes);
    assert.ok(cache.find([FILE], false));
  });

  it('are no reason to fail where they cannot be kept', () => {
    writeFileSync(join(FOLDER, 'file'), '');
    const cache = opened('file');
    cache.keep([FILE], false, vocabulary);
    assert.equal(cache.find([FILE], false), null);
  });

  it('are used instead of the files, but not where there are problems', async () => {
    const kept = new Map<string, number>();
    const cache: VocabularyCache = {
      find: ([file]) => (file && kept.has(file.text) ? vocabulary : null),
      keep: ([file]) => kept.set(file?.text ?? '', 1),
    };
    const read = (text: string) =>
      createVocabularies(
        () => Promise.resolve(text),
        () => cache,
      )({ vocabularies: ['/p/v'], defaultVocabulary: false });
    assert.notEqual((await read(FILE.text)).vocabulary, vocabulary);
    assert.equal((await read(FILE.text)).vocabulary, vocabulary);
    await read('groups: 3');
    assert.deepEqual([...kept.keys()], [FILE.text]);
  });
});

describe('vocabularies of a configuration', () => {
  const CONFIGURATION = 'defaultVocabulary: false\nvocabularies:\n  - names.yaml\n  - lost.yaml\n  - wrong.yaml\n';
  const FILES = {
    '.sentinel-citations.yaml': CONFIGURATION,
    'names.yaml': 'people: [{ id: ann-lee, prefLabel: Annabel Lee }]\n',
    'wrong.yaml': 'people:\n  - { id: ann-lee }\n',
    'a.md': 'Anabel Lee met.[1]\n\n## Citations\n\n[1] A, “T,” P, 2010.\n',
    'b.md': 'Annabel Lee met.[1]\n\n## Citations\n\n[1] A, “T,” P, 2010.\n',
  };

  it('that are missing or wrong are reported once, and drafts are checked with the others', () => {
    inFolder(FILES, ({ run }) => {
      const { status, stdout, stderr } = run(['check', '--format', 'github']);
      assert.equal(status, 2);
      const [missing, wrong, ...more] = stderr.trim().split('\n');
      assert.match(missing ?? '', /^\.sentinel-citations\.yaml:4:5: The vocabulary cannot be read: .*lost\.yaml/);
      assert.equal(wrong, 'wrong.yaml:2:5: Unexpected item without “prefLabel”, expected text');
      assert.deepEqual(more, []);
      assert.match(stdout, /name-variant/);
    });
  });

  it('are compiled once for all runs, and read again where they changed', () => {
    inFolder(FILES, ({ run, path, folder }) => {
      writeFileSync(path('.sentinel-citations.yaml'), 'vocabularies: [names.yaml]\n');
      const env = { SENTINEL_CITATIONS_NO_CACHE: '', XDG_CACHE_HOME: join(folder, 'kept') };
      run(['check', '--no-cache'], { env });
      run(['check'], { env: { ...env, SENTINEL_CITATIONS_NO_CACHE: '1' } });
      assert.equal(existsSync(path('kept/sentinel-citations/vocabularies')), false);
      const first = run(['check', '.'], { env });
      const kept = readdirSync(path('kept/sentinel-citations/vocabularies'));
      assert.equal(kept.length, 1);
      assert.deepEqual(run(['check', '.'], { env }), first);
      assert.match(first.stdout, /Anabel/);
      writeFileSync(path('names.yaml'), 'people: [{ id: ann-lee, prefLabel: Anabel Lee }]\n');
      assert.doesNotMatch(run(['check', 'a.md'], { env }).stdout, /Unexpected “Anabel/);
    });
  });
});

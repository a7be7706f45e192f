import assert from 'node:assert/strict';
import { cpSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { identityOfBuild } from '../../../build/identity.ts';
import { analyse } from '../../../src/analysis.ts';
import type { ReadyDraft } from '../../../src/command-line/drafts/read.ts';
import { openResults, restsOnDay } from '../../../src/command-line/drafts/results.ts';
import { archive } from '../../support/archive.ts';
import { inFolder, KEEPING_NOTHING, type Workplace } from '../../support/command.ts';
import { FLAWED } from '../../support/drafts.ts';

const ROOT = fileURLToPath(new URL('../../../..', import.meta.url));
const CACHED = ['check', '--format', 'json', '--cache-location', 'kept'];
const ANEW = ['check', '--format', 'json', '--no-cache'];

const keptFiles = ({ path }: Workplace) => readdirSync(path('kept')).map((name) => path(`kept/${name}`));

test('kept results are those of a check anew, in every format', () => {
  inFolder(archive(8), (place) => {
    const anew = place.run(ANEW);
    assert.deepEqual(place.run(CACHED), anew);
    assert.equal(keptFiles(place).length, 8);
    assert.deepEqual(place.run(CACHED), anew);
    assert.deepEqual(place.run(['check', '--cache-location', 'kept']), place.run(['check']));
    assert.deepEqual(place.run([...CACHED, '--workers', '2']), anew);
  });
});

test('what is kept is really used, and nothing is kept unless it is asked for', () => {
  inFolder({ 'a.md': FLAWED }, (place) => {
    place.run(CACHED);
    const [file = ''] = keptFiles(place);
    const before = readFileSync(file, 'utf8');
    place.run(CACHED);
    assert.equal(readFileSync(file, 'utf8'), before);
    rmSync(file);
    const env = { ...KEEPING_NOTHING, XDG_CACHE_HOME: place.path('home') };
    place.run(['check', 'a.md'], { env });
    place.run(['check', 'a.md', '--cache-location', 'kept', '--no-cache'], { env });
    assert.deepEqual(readdirSync(place.folder).sort(), ['a.md', 'kept']);
    assert.deepEqual(keptFiles(place), []);
    place.run(['check', 'a.md', '--cache'], { env });
    if (process.platform === 'linux')
      assert.equal(readdirSync(place.path('home/sentinel-citations/results')).length, 1);
  });
});

test('another build of the same version checks anew', async () => {
  const identity = await identityOfBuild(ROOT);
  inFolder({ 'a.md': FLAWED }, (place) => {
    const other = place.path('other');
    cpSync(`${ROOT}/dist`, `${other}/dist`, { recursive: true });
    const scripts = readdirSync(`${other}/dist`, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.c?js$/.test(name),
    );
    const holders = scripts
      .map((name) => `${other}/dist/${name}`)
      .filter((path) => readFileSync(path, 'utf8').includes(identity));
    assert.ok(holders.length > 0, 'dist/ is not what the sources give: run `npm run build`');
    for (const path of holders) writeFileSync(path, readFileSync(path, 'utf8').replace(identity, 'another'));
    /** Which file is kept now: one that is written anew is another. */
    const keptBy = (program: string | undefined) => {
      assert.deepEqual(place.run([...CACHED, 'a.md'], { program }), place.run([...ANEW, 'a.md']));
      return keptFiles(place).map((file) => statSync(file).ino);
    };
    const first = keptBy(undefined);
    assert.deepEqual(keptBy(undefined), first);
    const second = keptBy(`${other}/dist/cli.js`);
    assert.notDeepEqual(second, first);
    assert.deepEqual(keptBy(`${other}/dist/cli.js`), second);
  });
});

test('what is kept beside the drafts holds where both are moved', () => {
  inFolder({ 'one/drafts/a.md': FLAWED }, ({ run, path }) => {
    const check = (folder: string) => run(CACHED, { cwd: path(folder) });
    const first = check('one');
    const [kept = ''] = readdirSync(path('one/kept'));
    renameSync(path('one'), path('two'));
    const before = statSync(path(`two/kept/${kept}`)).ino;
    assert.deepEqual(check('two'), first);
    assert.deepEqual(readdirSync(path('two/kept')), [kept]);
    // One that is written anew is another file.
    assert.equal(statSync(path(`two/kept/${kept}`)).ino, before);
  });
});

test('what a killed run left unfinished is removed by a later one, and no other file', () => {
  inFolder({ 'a.md': FLAWED }, (place) => {
    place.run(CACHED);
    const [kept = ''] = keptFiles(place);
    const unfinished = [`${kept}.4194303-0.tmp`, `${kept}.17-3.tmp`];
    const others = [`${kept}.4194302-0.tmp`, place.path('kept/notes.tmp'), place.path('kept/notes.json.1-0.tmp')];
    for (const path of [...unfinished, ...others]) writeFileSync(path, '{');
    const yesterday = new Date(Date.now() - 86_400_000);
    for (const path of [kept, ...unfinished, ...others.slice(1)]) utimesSync(path, yesterday, yesterday);
    assert.deepEqual(place.run(CACHED), place.run(ANEW));
    assert.deepEqual(keptFiles(place).sort(), [kept, ...others].sort());
  });
});

const CHANGES: readonly (readonly [string, (place: Workplace) => void, readonly string[]])[] = [
  ['the draft', ({ path }) => writeFileSync(path('a.md'), FLAWED.replace('[9]', '')), []],
  ['a rule', () => {}, ['--rule', 'marker-unresolved=off']],
  ['the configuration', ({ path }) => writeFileSync(path('.sentinel-citations.yaml'), 'notation: caret\n'), []],
  ['the vocabulary’s file', ({ path }) => writeFileSync(path('v.yaml'), VOCABULARY.replace('Roy', 'Rye')), []],
  ['the vocabularies', () => {}, ['--no-default-vocabulary']],
];
const VOCABULARY = 'people:\n  - id: roy\n    prefLabel: Ben Roy\n    hiddenLabels: [The group]\n';

for (const [what, change, more] of CHANGES) {
  test(`another state of ${what} is checked anew`, () => {
    inFolder({ 'a.md': FLAWED, 'v.yaml': VOCABULARY }, (place) => {
      const named = ['--vocabulary', 'v.yaml'];
      place.run([...CACHED, ...named]);
      change(place);
      assert.deepEqual(place.run([...CACHED, ...named, ...more]), place.run([...ANEW, ...named, ...more]));
    });
  });
}

test('a vocabulary that cannot be used is said each time', () => {
  inFolder({ 'a.md': FLAWED, 'v.yaml': 'people: 5\n' }, ({ run }) => {
    const args = [...CACHED, '--vocabulary', 'v.yaml'];
    const first = run(args);
    assert.equal(first.status, 2);
    assert.match(first.stderr, /^v\.yaml:1:\d+: [^\n]+\n$/);
    assert.deepEqual(run(args), first);
  });
});

test('whatever else stands in the folder is ignored', () => {
  inFolder(archive(3), (place) => {
    const anew = place.run(ANEW);
    place.run(CACHED);
    const [one = ''] = keptFiles(place);
    const whole = readFileSync(one);
    fc.assert(
      fc.property(
        fc.oneof(
          fc.nat(whole.length - 1).map((length) => whole.subarray(0, length)),
          fc.nat(whole.length - 1).map((at) => whole.map((byte, index) => (index === at ? byte ^ 1 : byte))),
          fc.uint8Array({ maxLength: 200 }),
          fc.json().map((text) => Buffer.from(text)),
        ),
        (bytes) => {
          for (const file of keptFiles(place)) writeFileSync(file, bytes);
          assert.deepEqual(place.run(CACHED), anew);
        },
      ),
      { numRuns: 12 },
    );
  });
});

test('a result of another shape is none, even one that is sealed as ours', () => {
  inFolder({}, ({ folder, path }) => {
    const draft: ReadyDraft = {
      candidate: { path: path('a.md'), name: 'a.md', foundIn: null },
      text: FLAWED,
      settings: {
        isDraft: null,
        notation: null,
        rules: {},
        headings: {},
        vocabularies: [],
        vocabularyPlaces: {},
        defaultVocabulary: false,
      },
      today: '2026-01-01',
      vocabulary: () => Promise.reject(new Error('not needed')),
    };
    const { findings } = analyse(FLAWED);
    const [finding] = findings;
    const slotOf = openResults(folder);
    const fill = (result: unknown) => slotOf(draft)?.fill(result as { hasCitations: boolean; findings: [] });
    fill({ hasCitations: true, findings });
    assert.deepEqual(slotOf(draft)?.result?.findings, findings);
    for (const wrong of [
      { findings },
      { hasCitations: true, findings: {} },
      { hasCitations: true, findings: [null] },
      { hasCitations: true, findings: [{ ...finding, severity: 'fatal' }] },
      { hasCitations: true, findings: [{ ...finding, end: FLAWED.length + 1 }] },
      { hasCitations: true, findings: [{ ...finding, start: -1 }] },
      { hasCitations: true, findings: [{ ...finding, fixes: [{ title: 'x', safe: true, edits: [{}] }] }] },
    ]) {
      fill(wrong);
      assert.equal(slotOf(draft)?.result, null);
    }
  });
});

test('findings on a text that names no year from this one on are the same on every later day', () => {
  const year = fc.oneof(fc.integer({ min: 2024, max: 2028 }), fc.integer({ min: 1900, max: 2100 }));
  const text = fc
    .array(fc.tuple(year, fc.constantFrom('May 3, ', 'May ', '(', 'in ', 'accessed June 1, ')), { maxLength: 4 })
    .map((parts) => FLAWED.replace('2016', parts.map(([number, before]) => `${before}${number}`).join(', ')));
  fc.assert(
    fc.property(text, fc.integer({ min: 2026, max: 2099 }), (draft, later) => {
      const on = (today: string) => analyse(draft, { today }).findings;
      if (!restsOnDay(draft, '2026-06-15')) assert.deepEqual(on(`${later}-06-16`), on('2026-06-15'));
    }),
  );
});

test('a folder that cannot be one is one clear line', () => {
  inFolder({ 'a.md': FLAWED, kept: 'a file' }, ({ run }) => {
    const { stdout, stderr, status } = run(CACHED);
    assert.deepEqual([stdout, status], ['', 2]);
    assert.match(stderr, /^kept: results cannot be kept here: [^\n]+\n$/);
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaultVocabulary } from '../../src/default-vocabulary.ts';
import { readProse } from '../../src/markdown/read.ts';
import { loadVocabulary, storeVocabulary } from '../../src/vocabulary/cache.ts';
import { readVocabulary } from '../../src/vocabulary/load.ts';
import { findMentions } from '../../src/vocabulary/mentions.ts';
import { assertLinear } from '../support/timing.ts';
import { contentOf } from '../support/vocabularies.ts';

const GOOD = `groups:
  - id: desert-front
    prefLabel: Desert Front
    kind: organisation
    hiddenLabels: [Dessert Front]
`;

/** Problems as `line:column: message`. */
const problemsOf = (text: string) =>
  readVocabulary([{ path: 'v.yaml', text }]).problems.map(
    ({ line, column, message }) => `${line}:${column}: ${message}`,
  );

describe('a vocabulary file', () => {
  const cases: readonly (readonly [what: string, text: string, ...expected: string[]])[] = [
    ['is no list', '- a\n', '1:1: Unexpected list, expected groups, people or places'],
    [
      'is no YAML',
      'groups: [\n',
      '2:1: Unexpected YAML, expected it to be well-formed: Flow sequence in block collection must be sufficiently indented and end with a ]',
    ],
    [
      'has an alias of nothing',
      `${GOOD}    altLabels: *names\n`,
      '6:16: Unexpected YAML, expected it to be well-formed: Unresolved alias (the anchor must be set before the alias): names',
    ],
    ['has an unknown key', 'groups: []\ngruops: []\n', '2:1: Unexpected key “gruops”, expected “groups”'],
    [
      'is wrong in several places, in their order',
      'people:\n  - id: a\n    altLabel: [B]\n    prefLabel: [A]\n',
      '3:5: Unexpected key “altLabel”, expected “altLabels”',
      '4:16: Unexpected list, expected text',
    ],
    [
      'has a key that is nearly right',
      'people:\n  - id: a\n    prefLabel: A\n    altLabel: [B]\n',
      '4:5: Unexpected key “altLabel”, expected “altLabels”',
    ],
    [
      'lacks a kind',
      'groups:\n  - { id: a, prefLabel: A }\n',
      '2:5: Unexpected item without “kind”, expected one of organisation, branch, faction, network, alliance, political wing, leadership body, state body',
    ],
    [
      'has sources in a list',
      'sources: [{ label: A, text: B }]\n',
      '1:10: Unexpected list, expected a map of ids to sources',
    ],
    [
      'has an id with capitals',
      'sources: { Book: { label: A, text: B } }\n',
      '1:12: Unexpected value “Book”, expected an id of lower-case letters, digits and hyphens',
    ],
    [
      'lacks a name',
      'groups:\n  - id: a\n    kind: branch\n',
      '2:5: Unexpected item without “prefLabel”, expected text',
    ],
    ['has text for a group', 'groups: [Foo]\n', '1:10: Unexpected value “Foo”, expected {id, prefLabel, kind}'],
    ['has a list for a person', 'people: [[a]]\n', '1:10: Unexpected list, expected {id, prefLabel}'],
    ['has a number for a spec', `${GOOD}    specs: [1]\n`, '6:13: Unexpected number 1, expected {text, finds}'],
    ['has a number for a schema', '$schema: 1\n', '1:10: Unexpected number 1, expected the address of a JSON Schema'],
    ['has a set of sources', 'sources: !!set {a}\n', '1:17: Unexpected empty value, expected {label, text}'],
    ['has a number for a name', 'people:\n  - id: a\n    prefLabel: 5\n', '3:16: Unexpected number 5, expected text'],
    [
      'has a kind that there is not',
      'groups:\n  - { id: a, prefLabel: A B, kind: gang }\n',
      '2:36: Unexpected value “gang”, expected one of organisation, branch, faction, network, alliance, political wing, leadership body, state body',
    ],
    [
      'has a date that is none',
      `${GOOD}    asOf: 2018-13\n`,
      '6:11: Unexpected value “2018-13”, expected a date: YYYY, YYYY-MM or YYYY-MM-DD',
    ],
    [
      'claims a label twice',
      `${GOOD}    altLabels: [Dune Front, Desert Front]\n`,
      '6:29: Unexpected label “Desert Front”, already a label of “desert-front”',
    ],
    [
      'has two of an id',
      'people:\n  - { id: a, prefLabel: A B }\n  - { id: a, prefLabel: C D }\n',
      '3:11: Unexpected second concept with the id “a”',
    ],
    [
      'points at nothing',
      `${GOOD}    broader: [sea-front]\n`,
      '6:15: Unexpected id “sea-front”, expected that of a concept',
    ],
    [
      'points at itself',
      `${GOOD}    related: [desert-front]\n`,
      '6:15: Unexpected id “desert-front” of the concept itself, expected that of another one',
    ],
    [
      'has a source of a name that no map takes',
      'sources:\n  __proto__: { label: A, text: B }\n',
      '2:3: Unexpected key “__proto__”, expected another name',
    ],
    [
      'has a source of a name that no map takes, in JSON',
      '{ "sources": { "constructor": { "label": "A", "text": "B" } } }',
      '1:16: Unexpected key “constructor”, expected another name',
    ],
    [
      'names a source that is not there',
      `${GOOD}    sources: [book 3]\n`,
      '6:15: Unexpected source “book”, expected one of “sources”',
    ],
    ['sums up without a source', `${GOOD}    summary: A group.\n`, '6:14: Unexpected summary without “sources”'],
    [
      'has a label that cannot be found',
      'people:\n  - { id: a, prefLabel: "Lee, Ann" }\n',
      '2:25: Unexpected label “Lee, Ann”, expected words with nothing but spaces and hyphens between',
    ],
    [
      'fails its spec',
      `${GOOD}    specs: [{ text: The Dessert Front., finds: null }]\n`,
      '6:13: This spec fails: it finds “Dessert Front”, expected nothing',
    ],
    [
      'expects the wrong name',
      `${GOOD}    specs: [{ text: The Dessert Front., finds: Dessert Front, expects: Sea }]\n`,
      '6:13: This spec fails: “Dessert Front” should be “Desert Front”, expected “Sea”',
    ],
  ];
  for (const [what, text, ...expected] of cases)
    it(`that ${what} is reported with its place`, () => assert.deepEqual(problemsOf(text), expected));

  it('loads whole or not at all, and keeps no other from loading', () => {
    const bad = `${GOOD}  - id: broken\n`;
    const { vocabulary, problems } = readVocabulary([
      { path: 'bad.yaml', text: bad },
      { path: 'good.yaml', text: 'people:\n  - { id: ann-lee, prefLabel: Ann Lee }\n' },
    ]);
    assert.ok(problems.length > 0 && problems.every(({ path }) => path === 'bad.yaml'));
    assert.deepEqual([...vocabulary.concepts.keys()], ['ann-lee']);
  });

  it('lies over those before it', () => {
    const over = 'groups:\n  - { id: dune-front, prefLabel: Dune Front, kind: branch, altLabels: [Dessert Front] }\n';
    const { vocabulary, problems } = readVocabulary([
      { path: 'a.yaml', text: GOOD },
      { path: 'b.yaml', text: over },
    ]);
    assert.deepEqual(problems, []);
    const [mention] = findMentions(readProse('The Dessert Front.'), vocabulary).mentions;
    assert.equal(mention?.concept.id, 'dune-front');
    assert.ok(vocabulary.concepts.has('desert-front'));
  });

  it('may be JSON, and is then placed as well', () => {
    const json = (kind: string) => `{ "groups": [\n  { "id": "a", "prefLabel": "A B C", "kind": "${kind}" } ] }`;
    assert.deepEqual(problemsOf(json('branch')), []);
    assert.deepEqual(problemsOf(json('gang')), [
      '2:46: Unexpected value “gang”, expected one of organisation, branch, faction, network, alliance, political wing, leadership body, state body',
    ]);
  });

  it('may be any text', () => {
    for (const text of [
      '',
      '\0',
      '{',
      '%',
      '&a *a',
      '\uFEFFgroups: []',
      '!!js/function x',
      '? ? ?',
      '[[[[',
      'a: &a [*a]',
    ])
      assert.doesNotThrow(() => readVocabulary([{ path: 'v', text }]));
  });
});

describe('the default vocabulary', () => {
  it('has a spec for each misspelling that it lists', () => {
    const { concepts } = defaultVocabulary();
    assert.ok(concepts.size > 200);
    for (const { id, hiddenLabels = [], specs = [] } of concepts.values()) {
      const told = specs.filter(({ as }) => as === 'hidden').map(({ finds }) => finds);
      assert.deepEqual(
        hiddenLabels.filter((label) => !told.includes(label)),
        [],
        id,
      );
    }
  });

  it('states of a group no more than a source supports', () => {
    for (const concept of defaultVocabulary().concepts.values()) {
      if (concept.type !== 'group') continue;
      const { areas = [], leaders = [], relations = [], events = [], designations = [], founded } = concept;
      const facts = [...areas, ...leaders, ...relations, ...events, ...designations, ...(founded ? [founded] : [])];
      for (const { source } of facts) assert.ok(source, concept.id);
      assert.ok(concept.summary === undefined || (concept.sources?.length ?? 0) > 0, concept.id);
    }
  });
});

describe('vocabularies of any size', () => {
  it('take labels that are longer than a call has arguments', () => {
    const prefLabel = `A${'b'.repeat(300_000)}`;
    const { vocabulary, problems } = readVocabulary([
      { path: 'a.json', text: JSON.stringify({ people: [{ id: 'a', prefLabel }] }) },
    ]);
    assert.deepEqual(problems, []);
    assert.equal(vocabulary.matcher.squashed, prefLabel.toLowerCase());
  });

  it('load names with thousands of misspellings in time that grows with their number', () => {
    const listed = (name: string, length: number) => Array.from({ length }, (_, index) => `${name} ${index}`);
    assertLinear(
      (length) => ' '.repeat(length),
      ({ length }) => {
        const person = { id: 'a', prefLabel: 'Ann Lee' };
        const labels = { acceptedLabels: listed('Anna Lee', length), hiddenLabels: listed('Anne Lea', length) };
        readVocabulary([{ path: 'a.json', text: JSON.stringify({ people: [{ ...person, ...labels }] }) }]);
      },
      1000,
    );
  });

  it('find a misspelled name among thousands that sound like it in time that grows with their number', () => {
    const vocabularies = new Map<number, ReturnType<typeof readVocabulary>['vocabulary']>();
    const named = (index: number) =>
      `Lah${Array.from({ length: 13 }, (_, bit) => `${index & (1 << bit) ? 'y' : 'i'}m`).join('')}`;
    const made = (count: number) => {
      const people = Array.from({ length: count }, (_, index) => ({ id: `p${index}`, prefLabel: named(index) }));
      vocabularies.set(count, readVocabulary([{ path: 'a.json', text: JSON.stringify({ people }) }]).vocabulary);
      return ' '.repeat(count);
    };
    const prose = readProse(`They met ${named(0)}m there.`);
    assertLinear(
      made,
      ({ length }) => {
        const vocabulary = vocabularies.get(length);
        assert.ok(vocabulary && findMentions(prose, vocabulary).mentions.length === 1);
      },
      2000,
    );
  });
});

describe('a compiled vocabulary', () => {
  it('is the same when it was stored and loaded', () => {
    const vocabulary = defaultVocabulary();
    const loaded = loadVocabulary(storeVocabulary(vocabulary));
    assert.ok(loaded);
    assert.ok(loaded.matcher.labels.length > 500);
    assert.deepEqual(contentOf(loaded), contentOf(vocabulary));
  });

  it('gives its concepts and labels in any order, each always the same', () => {
    const vocabulary = defaultVocabulary();
    const loaded = loadVocabulary(storeVocabulary(vocabulary));
    assert.ok(loaded);
    const { labels } = loaded.matcher;
    for (let label = labels.length; label >= 0; label--)
      assert.deepEqual(labels.at(label), vocabulary.matcher.labels.at(label));
    const ids = [...vocabulary.concepts.keys()];
    for (const id of ids.toReversed()) assert.deepEqual(loaded.concepts.get(id), vocabulary.concepts.get(id));
    assert.equal(loaded.concepts.get('taliban'), loaded.concepts.get('taliban'));
    assert.equal(loaded.concepts.get('nobody'), undefined);
    assert.deepEqual([loaded.concepts.has('taliban'), loaded.concepts.has('nobody')], [true, false]);
    assert.deepEqual([...loaded.concepts.keys()], ids);
    assert.deepEqual([...loaded.concepts.values()], [...vocabulary.concepts.values()]);
    const visited: unknown[] = [];
    loaded.concepts.forEach((concept, id, all) => {
      visited.push([id, concept, all === loaded.concepts]);
    });
    assert.deepEqual(
      visited,
      Array.from(vocabulary.concepts, ([id, concept]) => [id, concept, true]),
    );
  });

  it('is none when the bytes are others', () => {
    assert.equal(loadVocabulary(new Uint8Array(3)), null);
    assert.equal(loadVocabulary(new Uint8Array(64)), null);
  });
});

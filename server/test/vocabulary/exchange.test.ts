import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fromCsv, toCsv } from '../../src/vocabulary/exchange/csv.ts';
import { fromJsonLd, fromTurtle, toJsonLd, toTurtle } from '../../src/vocabulary/exchange/skos.ts';
import { fromUnList } from '../../src/vocabulary/exchange/un-list.ts';
import { readVocabularyFile } from '../../src/vocabulary/load.ts';
import type { VocabularyFile } from '../../src/vocabulary/schema.ts';
import { fixture } from '../support/fixtures.ts';

const FILES = ['afghanistan-pakistan', 'groups', 'people-and-places'].map((name) => {
  const text = readFileSync(new URL(`../../vocabulary/${name}.yaml`, import.meta.url), 'utf8');
  return { name, file: readVocabularyFile(text).file as VocabularyFile };
});
const LISTS = ['groups', 'people', 'places'] as const;

/** Without lists that are empty. */
const plain = (file: VocabularyFile) =>
  JSON.parse(
    JSON.stringify(file, (key, value) => (LISTS.includes(key as 'groups') && value.length === 0 ? undefined : value)),
  );

describe('vocabularies in other formats', () => {
  for (const { name, file } of FILES) {
    it(`lose nothing in Turtle: ${name}`, () => {
      const { text, losses } = toTurtle(file);
      const back = fromTurtle(text);
      assert.deepEqual([...losses, ...back.losses], []);
      assert.deepEqual(plain(back.file), plain(file));
    });

    it(`lose nothing in JSON-LD: ${name}`, async () => {
      const { text, losses } = toJsonLd(file);
      const back = await fromJsonLd(text);
      assert.deepEqual([...losses, ...back.losses], []);
      assert.deepEqual(plain(back.file), plain(file));
    });

    it(`lose in CSV what is said to be lost: ${name}`, () => {
      const { text, losses } = toCsv(file);
      const back = fromCsv(text);
      assert.deepEqual(back.losses, []);
      const lost = new Map(losses.map((loss) => [loss.split(':')[0], loss.split(' for ')[1]?.split(', ') ?? []]));
      const kept = structuredClone(file);
      for (const list of LISTS)
        for (const concept of kept[list] ?? [])
          for (const key of lost.get(concept.id) ?? []) Reflect.deleteProperty(concept, key);
      assert.deepEqual(plain(back.file), plain(kept));
    });
  }

  it('are read from others’ SKOS, in English where there is a choice', () => {
    const { file, losses } = fromTurtle(`@prefix skos: <http://www.w3.org/2004/02/skos/core#>.
<http://example.org/1> a skos:Concept; skos:prefLabel "Wüstenfront"@de, "Desert Front"@en; skos:altLabel "Front"@en;
  skos:broader <http://example.org/2>; skos:notation "7".
<http://example.org/2> a skos:Concept; skos:prefLabel "Dune Union".`);
    assert.deepEqual(file.groups?.[0], {
      id: 'desert-front',
      prefLabel: 'Desert Front',
      altLabels: ['Front'],
      broader: ['dune-union'],
      kind: 'organisation',
    });
    assert.deepEqual(losses, ['desert-front: <http://www.w3.org/2004/02/skos/core#notation> has no place']);
  });

  it('are no contexts of somewhere else', async () => {
    await assert.rejects(
      fromJsonLd('{"@context": "https://example.org/c", "@id": "urn:a"}'),
      /is not part of the file/,
    );
  });

  it('say in which row of CSV something is wrong', () => {
    const { file, losses } = fromCsv('type,prefLabel,colour\r\nperson,Ann Lee,red\r\nboat,Sea,\r\ngroup,,\r\n');
    assert.deepEqual(file.people, [{ id: 'ann-lee', prefLabel: 'Ann Lee' }]);
    assert.deepEqual(losses, [
      'Column “colour” is none that a vocabulary knows',
      'Row 3: type “boat” is none of group, person, place, and source',
      'Row 4: there is no prefLabel',
    ]);
  });

  it('are read from the list of the United Nations', () => {
    const { file, losses } = fromUnList(fixture('vocabulary/un-list.xml'));
    const list = 'United Nations Security Council';
    assert.deepEqual(file.groups, [
      {
        id: 'desert-unity-front',
        prefLabel: 'Desert Unity Front',
        abbreviation: 'DUF',
        kind: 'organisation',
        altLabels: ['Jabhat al-Wahda', 'Dune Front', 'DF'],
        doubtfulLabels: ['The Front'],
        designations: [{ list, reference: 'QDe.901', date: '2003-05-06' }],
        asOf: '2018-04-11',
      },
      {
        id: 'dunes-and-sons',
        prefLabel: 'Dunes and Sons',
        kind: 'organisation',
        designations: [{ list, reference: 'QDe.902', date: '2004-01-02' }],
        asOf: '2018-04-11',
      },
    ]);
    assert.deepEqual(losses, ['QDe.901: “Front, Desert” cannot be a label: it has more than words in it']);
    assert.throws(() => fromUnList('<a><b></a>'), /1:/);
  });
});

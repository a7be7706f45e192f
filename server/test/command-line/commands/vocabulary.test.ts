import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { describe, it } from 'node:test';
import { stripVTControlCharacters } from 'node:util';
import stringWidth from 'string-width';
import { inFolder } from '../../support/command.ts';
import { fixture } from '../../support/fixtures.ts';

const OWN = `sources:
  book: { label: The Book, text: 'Ann Lee, The Book (Oslo: Sea, 2016).', address: https://example.org/book }
groups:
  - id: desert-front
    prefLabel: Desert Front
    abbreviation: DF
    kind: faction
    article: true
    acceptedLabels: [Front of the Desert]
    altLabels: [Jabhat al-Sahra]
    hiddenLabels: [Dessert Front]
    summary: It fights for the desert.
    founded: { date: 1998, source: 'book [2]' }
    leaders: [{ name: Ann Lee, role: emir, from: 2001 }]
    relations: [{ type: rival, with: dune-union, from: 2015 }]
    events: [{ date: 2016, type: split }]
    notToConfuseWith: [{ id: dune-union, note: the parent }]
    sources: ['book [1]']
    asOf: 2018-04
    specs: [{ text: The Dessert Front., finds: Dessert Front, as: hidden, expects: Desert Front }]
  - { id: dune-union, prefLabel: Dune Union, kind: alliance }
people: [{ id: ann-lee, prefLabel: Annabel Lee }]
`;
const NO_DEFAULT = ['--vocabulary', 'own.yaml', '--no-default-vocabulary'];

describe('vocabulary check', () => {
  it('says that a vocabulary is well-formed, and what is in it', () => {
    inFolder({ 'own.yaml': OWN }, ({ run }) => {
      assert.deepEqual(run(['vocabulary', 'check', 'own.yaml', '--no-default-vocabulary']), {
        status: 0,
        stdout: 'own.yaml: well-formed; with it there are 2 groups, 1 people, 0 places, and 7 labels\n',
        stderr: '',
      });
      assert.equal(run(['vocabulary', 'check', 'own.yaml']).status, 0);
    });
  });

  it('says of each mistake where it is, and goes on', () => {
    const files = { 'own.yaml': OWN, 'bad.yaml': 'groups:\n  - { id: A, prefLabel: 3 }\n', 'worse.yaml': 'groups: [' };
    inFolder(files, ({ run }) => {
      const { status, stdout, stderr } = run([
        'vocabulary',
        'check',
        'bad.yaml',
        'worse.yaml',
        'own.yaml',
        'lost.yaml',
      ]);
      assert.equal(status, 2);
      assert.match(stdout, /^own\.yaml: well-formed/);
      assert.deepEqual(stderr.trim().split('\n').slice(0, 3), [
        'bad.yaml:2:5: Unexpected item without “kind”, expected one of organisation, branch, faction, network, alliance, political wing, leadership body, state body',
        'bad.yaml:2:11: Unexpected value “A”, expected an id of lower-case letters, digits and hyphens',
        'bad.yaml:2:25: Unexpected number 3, expected text',
      ]);
      assert.match(stderr, /^worse\.yaml:1:\d+: /m);
      assert.match(stderr, /^lost\.yaml:1:1: The vocabulary cannot be read: there is no such file$/m);
    });
  });
});

describe('vocabulary show', () => {
  it('shows the card of a group by id and by any label, in 80 columns', () => {
    inFolder({ 'own.yaml': OWN }, ({ run }) => {
      const shown = ['desert-front', 'Desert Front', 'desert front', 'DF', 'Jabhat al-Sahra'].map(
        (name) => run(['vocabulary', 'show', name, ...NO_DEFAULT]).stdout,
      );
      assert.equal(new Set(shown).size, 1);
      assert.match(shown[0] ?? '', /^\*\*Desert Front\*\* \(DF\) · faction\n\nIt fights for the desert\.\n/);
      for (const name of ['lashkar-e-taiba', 'ISK', 'Taliban', 'IMU', 'Mullah Omar', 'TTP'])
        for (const line of run(['vocabulary', 'show', name]).stdout.split('\n'))
          assert.ok(stringWidth(line) <= 80, line);
    });
  });

  it('knows the vocabularies that are configured', () => {
    const files = {
      'own.yaml': OWN,
      'bad.yaml': 'groups: 3\n',
      '.sentinel-citations.yaml': 'vocabularies: [own.yaml]\n',
      'other.yaml': 'vocabularies: [bad.yaml, own.yaml, lost.yaml]\ndefaultVocabulary: false\n',
      'wrong.yaml': 'vocabulary: [own.yaml]\n',
    };
    inFolder(files, ({ run }) => {
      assert.match(run(['vocabulary', 'show', 'DF']).stdout, /^\*\*Desert Front/);
      assert.equal(run(['vocabulary', 'show', 'DF', '--no-config']).status, 2);
      const { status, stdout, stderr } = run(['vocabulary', 'show', 'DF', '--config', 'other.yaml']);
      assert.equal(status, 2);
      assert.match(stdout, /^\*\*Desert Front/);
      assert.match(stderr, /^other\.yaml:1:36: .*no such file.*\nbad\.yaml:1:9: [^\n]*\n$/);
      assert.deepEqual(run(['vocabulary', 'check', 'own.yaml', '--config', 'other.yaml']), {
        status: 0,
        stdout: 'own.yaml: well-formed; with it there are 2 groups, 1 people, 0 places, and 7 labels\n',
        stderr: '',
      });
      assert.equal(
        run(['vocabulary', 'show', 'DF', '--config', 'wrong.yaml']).stderr,
        'wrong.yaml:1:1: Unexpected key “vocabulary”, expected “vocabularies”\n',
      );
    });
  });

  it('shows it without marks to people', () => {
    inFolder({ 'own.yaml': OWN }, ({ run }) => {
      const { stdout } = run(['vocabulary', 'show', 'DF', ...NO_DEFAULT, '--color'], { env: { COLUMNS: '40' } });
      const text = stripVTControlCharacters(stdout);
      assert.equal(
        text,
        [
          'Desert Front (DF) · faction',
          '',
          'It fights for the desert.',
          '',
          '  • Since 1998 [2]',
          '  • Ann Lee, emir (since 2001)',
          '',
          '  • rival: Dune Union (since 2015)',
          '',
          '  2016  split',
          '',
          'Also Front of the Desert, Jabhat',
          'al-Sahra',
          '',
          'Not to be confused with Dune Union (the',
          'parent)',
          '',
          'Source: The Book: [1] [2]',
          'As of April 2018',
          '',
        ].join('\n'),
      );
    });
  });

  it('names the nearest name where there is none', () => {
    inFolder({ 'own.yaml': OWN }, ({ run }) => {
      assert.deepEqual(run(['vocabulary', 'show', 'Desert Fronts', ...NO_DEFAULT]), {
        status: 2,
        stdout: '',
        stderr: 'sentinel-citations: “Desert Fronts” is in no vocabulary, did you mean “Desert Front”?\n',
      });
      const { stderr: lower } = run(['vocabulary', 'show', 'desert fron', ...NO_DEFAULT]);
      assert.match(lower, /, did you mean “Desert Front”\?$/m);
      const { stderr } = run(['vocabulary', 'show', 'xx', ...NO_DEFAULT]);
      assert.equal(stderr, 'sentinel-citations: “xx” is in no vocabulary\n');
    });
  });
});

describe('vocabulary export and import', () => {
  for (const [format, name] of [
    ['turtle', 'own.ttl'],
    ['json-ld', 'own.jsonld'],
  ] as const)
    it(`loses nothing by way of ${format}`, () => {
      inFolder({ 'own.yaml': OWN }, ({ run }) => {
        assert.deepEqual(run(['vocabulary', 'export', 'own.yaml', '--to', format, '--output', name]), {
          status: 0,
          stdout: '',
          stderr: '',
        });
        assert.equal(run(['vocabulary', 'import', name, '--output', 'back.yaml']).stderr, '');
        assert.equal(run(['vocabulary', 'check', 'back.yaml', '--no-default-vocabulary']).status, 0);
        const again = run(['vocabulary', 'export', 'back.yaml', '--to', format]).stdout;
        assert.equal(again, run(['vocabulary', 'export', 'own.yaml', '--to', format]).stdout);
        assert.match(again, /Dessert Front/);
      });
    });

  it('says what CSV cannot hold, and keeps the rest', () => {
    inFolder({ 'own.yaml': OWN }, ({ run }) => {
      const { status, stderr } = run(['vocabulary', 'export', 'own.yaml', '--to', 'csv', '--output', 'own.csv']);
      assert.equal(status, 0);
      assert.equal(
        stderr,
        'own.yaml: left out: desert-front: CSV has no columns for notToConfuseWith, specs, leaders, relations, events\n',
      );
      run(['vocabulary', 'import', 'own.csv', '--output', 'back.json']);
      const { status: ok, stdout } = run(['vocabulary', 'check', 'back.json', '--no-default-vocabulary']);
      assert.equal(ok, 0);
      assert.match(stdout, /2 groups, 1 people, 0 places, and 7 labels/);
      assert.equal(
        run(['vocabulary', 'export', 'back.json', '--to', 'csv']).stdout,
        run(['vocabulary', 'export', 'own.yaml', '--to', 'csv']).stdout,
      );
    });
  });

  it('reads the list of the United Nations, and says what it left out', () => {
    inFolder({ 'list.xml': fixture('vocabulary/un-list.xml') }, ({ run }) => {
      const { status, stderr } = run(['vocabulary', 'import', 'list.xml', '--from', 'un', '--output', 'un.yaml']);
      assert.equal(status, 0);
      assert.equal(
        stderr,
        'list.xml: left out: QDe.901: “Front, Desert” cannot be a label: it has more than words in it\n',
      );
      assert.equal(run(['vocabulary', 'check', 'un.yaml']).status, 0);
    });
  });

  it('refuses what holds no entry, and writes nothing', () => {
    const files = {
      'empty.csv': '',
      'other.csv': 'name,group\nLee,LF\n',
      'a.ttl': '',
      'a.jsonld': '{}',
      'a.xml': '<a/>',
    };
    inFolder(files, ({ run, path }) => {
      for (const name of Object.keys(files)) {
        const { status, stdout, stderr } = run(['vocabulary', 'import', name, '--output', 'out.yaml']);
        assert.deepEqual([status, stdout, existsSync(path('out.yaml'))], [2, '', false]);
        assert.match(stderr, /without entries, expected groups, people or places\n$/);
        assert.equal(stderr.split('\n').length, name === 'other.csv' ? 5 : 2, stderr);
      }
    });
  });

  it('says in one line why a file cannot be read', () => {
    const files = { 'a.ttl': 'a b', 'a.jsonld': '{', 'a.xml': '<a>', 'a.txt': '', 'own.yaml': 'groups: 3\n' };
    inFolder(files, ({ run }) => {
      assert.doesNotMatch(run(['vocabulary', 'import', 'a.jsonld']).stderr, /state/);
      for (const name of ['a.ttl', 'a.jsonld', 'a.xml', 'a.txt', 'lost.csv']) {
        const { status, stdout, stderr } = run(['vocabulary', 'import', name]);
        assert.equal(status, 2, name);
        assert.equal(stdout, '');
        assert.match(stderr, new RegExp(`^${name.replace('.', '\\.')}(?::1)?: [^\n]+\n$`));
      }
      assert.match(run(['vocabulary', 'export', 'lost.yaml', '--to', 'csv']).stderr, /^lost\.yaml: [^\n]+\n$/);
      const { status, stderr } = run(['vocabulary', 'export', 'own.yaml', '--to', 'csv']);
      assert.deepEqual([status, stderr], [2, 'own.yaml:1:9: Unexpected number 3, expected a list of groups\n']);
    });
  });
});

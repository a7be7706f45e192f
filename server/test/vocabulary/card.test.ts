import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { defaultVocabulary } from '../../src/default-vocabulary.ts';
import { readProse } from '../../src/markdown/read.ts';
import { conceptCard, plainCard } from '../../src/vocabulary/card.ts';
import type { Concept } from '../../src/vocabulary/concept.ts';
import { readVocabulary } from '../../src/vocabulary/load.ts';
import { findMentions } from '../../src/vocabulary/mentions.ts';

const FILE = `sources:
  book: { label: The Book, text: 'Ann Lee, The Book (Oslo: Sea, 2016).', address: 'https://example.org/book' }
groups:
  - id: desert-front
    prefLabel: Desert Front
    abbreviation: DF
    kind: faction
    acceptedLabels: [Front of the Desert]
    summary: It fights *for* the desert.
    broader: [dune-union]
    related: [sand-league]
    founded: { date: 1998, source: 'book [2]' }
    areas: [{ name: Sahra }, { name: Dunes }]
    leaders: [{ name: Ann Lee, role: emir, from: 2001, to: 2004-02, source: 'book [3]' }]
    relations: [{ type: rival, with: dune-union, from: 2015-08-06 }]
    events:
      - { date: 2016, type: split, note: a | b }
      - { date: 2015-03, type: pledge, source: 'book [9]' }
    designations: [{ list: Some Country, reference: X.1, date: 2003-05 }]
    notToConfuseWith: [{ id: dune-union, note: the parent }, { text: desert front }]
    sources: ['book [1]']
    asOf: 2018-04
  - { id: dune-union, prefLabel: Dune Union, kind: alliance }
  - { id: sand-league, prefLabel: Sand League, kind: faction }
`;

const CARD = `**Desert Front** (DF) · faction

It fights \\*for\\* the desert.

- Part of Dune Union
- Related to Sand League
- Since 1998 [2]
- In Sahra and Dunes
- Ann Lee, emir (2001 to February 2004) [3]

- rival: Dune Union (since August 6, 2015)
- listed by Some Country, X.1 (May 2003)

| year | event |
|:--|:--|
| 2015 | pledge [9] |
| 2016 | split: a \\| b |

Also Front of the Desert

In this draft: DF × 2, Desert Front × 1; introduced in line 1

Not to be confused with Dune Union (the parent) and desert front

Source: [The Book](<https://example.org/book>): [1] [2] [3] [9]  
As of April 2018
`;

describe('the card of a group', () => {
  it('says what is known, and what the draft says', () => {
    const { vocabulary, problems } = readVocabulary([{ path: 'v', text: FILE }]);
    assert.deepEqual(problems, []);
    const names = findMentions(readProse('The Desert Front (DF) met. DF left.'), vocabulary);
    const concept = vocabulary.concepts.get('desert-front') as Concept;
    assert.equal(conceptCard(concept, vocabulary, { ...names, lineOf: () => 1 }), CARD);
  });

  it('is without marks where it is shown as it is', () => {
    const plain = plainCard(CARD).split('\n');
    for (const line of [
      'Desert Front (DF) · faction',
      'It fights *for* the desert.',
      '2016 split: a | b',
      '2015 pledge [9]',
    ])
      assert.ok(plain.includes(line), line);
    assert.match(plain.join('\n'), /The Book \(https:\/\/example\.org\/book\)/);
    const vocabulary = defaultVocabulary();
    const shown = [...vocabulary.concepts.values()].map((concept) => plainCard(conceptCard(concept, vocabulary)));
    assert.doesNotMatch(shown.join('\n'), /\*\*|\|:--|^\|| +$|\]\(|\\/m);
  });

  it('cuts long lists with a count', () => {
    const altLabels = Array.from({ length: 30 }, (_, index) => `Name ${String.fromCharCode(65 + index)}`);
    const concept: Concept = { type: 'person', id: 'a', prefLabel: 'A', altLabels };
    assert.match(conceptCard(concept, defaultVocabulary()), /Name F, and 24 more\n/);
  });

  it('has no rows of a table wider than 80 columns in the default vocabulary', () => {
    const vocabulary = defaultVocabulary();
    for (const concept of vocabulary.concepts.values())
      for (const line of conceptCard(concept, vocabulary).split('\n'))
        if (line.startsWith('|')) assert.ok(line.length <= 80, line);
  });

  it('shows any text as text, and links to nothing but the web and mail', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const concept: Concept = {
          type: 'group',
          id: 'a',
          prefLabel: text,
          kind: 'branch',
          summary: text,
          sources: ['s 1'],
        };
        const sources = { s: { label: text, text, address: `javascript:${text}` } };
        const card = conceptCard(concept, { concepts: new Map(), sources });
        assert.doesNotMatch(card, /(?<!\\)[<`]|(?<!\\)\]\(/);
      }),
    );
  });
});

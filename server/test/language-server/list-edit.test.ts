import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { parse } from 'yaml';
import { listEdit } from '../../src/language-server/list-edit.ts';
import { applyEdits } from '../../src/text/edit.ts';

const ITEM = { id: 'duf', prefLabel: 'Desert Unity Front' };
const LINE = '{ id: duf, prefLabel: Desert Unity Front }';
const JSON_LINE = '{ "id": "duf", "prefLabel": "Desert Unity Front" }';

/** The file with the item in its list of groups. */
function added(before: string, item: Parameters<typeof listEdit>[2] = ITEM): string | null {
  const edit = listEdit(before, 'groups', item);
  return edit && applyEdits(before, [edit]);
}

const FILES: readonly (readonly [what: string, before: string, after: string | null])[] = [
  ['an empty file', '', `groups:\n  - ${LINE}\n`],
  ['a file of comments', '# Ours', `# Ours\ngroups:\n  - ${LINE}\n`],
  ['a list', 'groups:\n- { id: a }\n', `groups:\n- ${LINE}\n- { id: a }\n`],
  [
    'a list between others, with comments and CRLF',
    '# Ours\r\ngroups: # those\r\n    # first\r\n    - id: a\r\n      kind: branch\r\npeople: []\r\n',
    `# Ours\r\ngroups: # those\r\n    # first\r\n    - ${LINE}\r\n    - id: a\r\n      kind: branch\r\npeople: []\r\n`,
  ],
  ['an empty list', 'groups: []\npeople: []\n', `groups:\n  - ${LINE}\npeople: []\n`],
  ['no list yet', 'groups:\npeople: []\n', `groups:\n  - ${LINE}\npeople: []\n`],
  ['a list that is null', 'groups: ~ # none\n', `groups:\n  - ${LINE} # none\n`],
  ['other keys alone', 'people: []', `people: []\ngroups:\n  - ${LINE}\n`],
  ['a list in brackets', 'groups: [{ id: a }]\n', `groups: [${LINE}, { id: a }]\n`],
  ['a list in brackets on lines', 'groups: [\n  a, # one\n  b\n]\n', `groups: [\n  ${LINE},\n  a, # one\n  b\n]\n`],
  ['JSON on one line', '{ "groups": [{ "id": "a" }] }', `{ "groups": [${JSON_LINE}, { "id": "a" }] }`],
  [
    'JSON on lines',
    '{\r\n  "groups": [\r\n    {\r\n      "id": "a"\r\n    }\r\n  ]\r\n}\r\n',
    '{\r\n  "groups": [\r\n    {\r\n      "id": "duf",\r\n      "prefLabel": "Desert Unity Front"\r\n    },\r\n    {\r\n      "id": "a"\r\n    }\r\n  ]\r\n}\r\n',
  ],
  ['an empty list in JSON', '{ "groups": [] }', `{ "groups": [${JSON_LINE}] }`],
  ['JSON without the list', '{\n  "people": []\n}\n', `{\n  "groups": [${JSON_LINE}],\n  "people": []\n}\n`],
  ['empty JSON', '{}', `{ "groups": [${JSON_LINE}] }`],
  ['something else', 'groups: { id: a }\n', null],
  ['a list of the whole file', '- a\n', null],
  ['what cannot be read', 'groups: [\n', null],
];

suite('edits of lists in files', () => {
  for (const [what, before, after] of FILES) test(`put an item into ${what}`, () => assert.equal(added(before), after));

  test('write text so that it is read back as it was', () => {
    const files = FILES.flatMap(([, before, after]) => (after === null ? [] : [before]));
    const names = fc.oneof(fc.constantFrom('\u00a0', '\u2003', ' ', ''), fc.string({ unit: 'grapheme' }));
    fc.assert(
      fc.property(fc.constantFrom(...files), names, (before, name) => {
        const read = (text: string) => (before.startsWith('{') ? JSON.parse(text) : parse(text));
        assert.deepEqual(read(added(before, { name }) ?? '').groups[0], { name });
        assert.equal(read(added(before, name) ?? '').groups[0], name);
      }),
    );
  });
});

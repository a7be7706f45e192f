import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { type Analysis, analyse } from '../../../src/analysis.ts';
import { completions } from '../../../src/language-server/features/completion.ts';
import { definition } from '../../../src/language-server/features/definition.ts';
import { highlights } from '../../../src/language-server/features/highlights.ts';
import { hover } from '../../../src/language-server/features/hover.ts';
import { MARKDOWN, PLAIN_TEXT } from '../../../src/language-server/features/markup.ts';
import { references } from '../../../src/language-server/features/references.ts';
import { RenameRefused, rename } from '../../../src/language-server/features/rename.ts';
import { namedBy, workspaceSymbols } from '../../../src/language-server/features/workspace-symbols.ts';
import { readVocabulary } from '../../../src/vocabulary/load.ts';

const { vocabulary, problems } = readVocabulary([
  {
    path: 'groups.yaml',
    text: `groups:
  - id: lake-guard
    prefLabel: Lake Guard
    abbreviation: LG
    kind: organisation
    sources: [watch]
    summary: It guards <b>the</b> *lake*.
sources:
  watch: { label: A Watch, text: A watch on the lake. }
`,
  },
]);
const TEXT = `The Lake Guard (LG) split.[1] LG fought on, and so did Lake Guard men.

## Citations

[1] Ann Lee, “Lake Guard at War,” Daily Post, May 3, 2016.
`;
const analysis = analyse(TEXT, { vocabulary });
const words = (ranges: readonly { start: number; end: number }[], { text }: Analysis = analysis) =>
  ranges.map(({ start, end }) => text.slice(start, end));

suite('names of the vocabulary', () => {
  const offset = TEXT.indexOf('LG fought');

  test('the vocabulary loads', () => {
    assert.deepEqual(problems, []);
  });

  test('hover shows the card', () => {
    const found = hover(analysis, offset, MARKDOWN);
    assert.deepEqual(words(found ? [found] : []), ['LG']);
    const says = found?.contents ?? '';
    assert.ok(says.startsWith('**Lake Guard** (LG)') && says.includes('Lake Guard × 3'), says);
    assert.ok(says.includes(String.raw`guards \<b\>the\</b\> \*lake\*`), says);
    const plain = hover(analysis, offset, PLAIN_TEXT)?.contents ?? '';
    assert.ok(plain.includes('guards <b>the</b> *lake*'), plain);
  });

  test('in a citation the reference is what is hovered', () => {
    const found = hover(analysis, TEXT.indexOf('Lake Guard at War') + 2, PLAIN_TEXT);
    assert.match(found?.contents ?? '', /^Ann Lee/);
  });

  test('definition is where the abbreviation is introduced', () => {
    const targets = definition(analysis, offset)?.targets.map(({ selection }) => selection) ?? [];
    assert.deepEqual(
      targets.map(({ start }) => start),
      [TEXT.indexOf('LG)')],
    );
  });

  test('references and highlights are all mentions', () => {
    const mentions = ['Lake Guard', 'LG', 'LG', 'Lake Guard', 'Lake Guard'];
    assert.deepEqual(words(references(analysis, offset, true)), mentions);
    assert.deepEqual(words(highlights(analysis, offset)), mentions);
  });

  test('groups are symbols where they are mentioned first', () => {
    const [symbol] = workspaceSymbols(analysis).filter(namedBy('lg lake'));
    assert.equal(symbol?.name, 'Lake Guard (LG)');
    assert.equal(symbol?.start, TEXT.indexOf('Lake'));
  });

  test('labels are offered from two letters on, the first a capital', () => {
    const offered = (typed: string) => {
      const text = TEXT.replace('split', `split ${typed}`);
      const at = text.indexOf(`split ${typed}`) + `split ${typed}`.length;
      return completions(analyse(text, { vocabulary }), at).items.map((item) => item.text);
    };
    assert.deepEqual(offered('La'), ['Lake Guard']);
    assert.deepEqual(offered('LG'), ['LG']);
    assert.deepEqual(offered('L'), []);
    assert.deepEqual(offered('la'), []);
  });

  test('labels are offered for all the words that begin them, behind an article too, whatever the ayn', () => {
    const { vocabulary } = readVocabulary([
      {
        path: 'groups.yaml',
        text: `groups:
  - { id: al-qa-ida, prefLabel: al-Qa\`ida, kind: organisation }
  - { id: lake-state, prefLabel: Lake State, kind: organisation }
  - { id: lake-state-north, prefLabel: Lake State North, kind: organisation }
  - { id: statesmen, prefLabel: Statesmen, kind: organisation }`,
      },
    ]);
    const made = (typed: string) => {
      const { items } = completions(analyse(typed, { vocabulary }), typed.length);
      for (const { filter, range } of items)
        assert.ok(filter.toLowerCase().includes(typed.slice(range.start).toLowerCase()), typed);
      return items.map(({ range, text }) => typed.slice(0, range.start) + text);
    };
    for (const typed of ['of al-', 'of al-q', 'of al-Qa', 'of al-Qa`', 'of al-Qa’i', 'of al-Qa‘id'])
      assert.deepEqual(made(typed), ['of al-Qa`ida'], typed);
    assert.deepEqual(made('of Qa'), ['of al-Qa`ida']);
    assert.deepEqual(made('The Lake St'), ['The Lake State', 'The Lake State North', 'The Lake Statesmen']);
    assert.deepEqual(made('The Lake State '), ['The Lake State North']);
    assert.deepEqual(made('The lake State N'), []);
    for (const typed of ['al', 'of qa', 'lake ', 'x7La', 'The ']) assert.deepEqual(made(typed), [], typed);
  });

  test('of very many some are offered, and an editor asks again when more is typed', () => {
    for (const [count, isIncomplete] of [
      [50, false],
      [51, true],
    ] as const) {
      const group = (_: unknown, at: number) => `  - { id: g-${at}, prefLabel: Lake Wing ${at}, kind: organisation }`;
      const text = ['groups:', ...Array.from({ length: count }, group)].join('\n');
      const { vocabulary } = readVocabulary([{ path: 'many.yaml', text }]);
      const offered = completions(analyse('La', { vocabulary }), 2);
      assert.deepEqual([offered.items.length, offered.isIncomplete], [50, isIncomplete]);
    }
  });

  test('a name is renamed wherever the draft itself calls it so', () => {
    const read = (text: string) => analyse(text, { vocabulary });
    const edits = rename(analysis, offset, 'SG', read);
    assert.ok(edits.length > 0);
    assert.ok(edits.every(({ start, end }) => TEXT.slice(start, end) === 'LG'));
    assert.throws(() => rename(analysis, offset, '7', read), RenameRefused);
  });
});

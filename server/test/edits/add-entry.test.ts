import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { analyse } from '../../src/analysis.ts';
import { codeActions } from '../../src/language-server/features/code-actions.ts';
import { applyEdits } from '../../src/text/edit.ts';
import { atCursor } from '../language-server/cursor.ts';

function added(marked: string): { readonly title: string; readonly text: string } | null {
  const { analysis, offset } = atCursor(marked);
  const actions = codeActions(analysis, { start: offset, end: offset });
  const add = actions.find(({ title }) => title.startsWith('Add'));
  return add ? { title: add.title, text: applyEdits(analysis.text, add.edits) } : null;
}

/** The draft with the entry that its first marker without one lacks, filled in where the author goes on. */
function filled(text: string, words: string): string {
  const analysis = analyse(text);
  const [{ edits: [edit] = [], cursor } = {}] = codeActions(analysis, { start: 0, end: text.length }).filter(
    ({ title }) => title.startsWith('Add'),
  );
  assert.ok(edit && cursor !== undefined, text);
  return applyEdits(text, [{ ...edit, text: edit.text.slice(0, cursor) + words + edit.text.slice(cursor) }]);
}

/** Entries as drafts write them: what opens the first, and what opens a third after two. */
const FORMS: readonly (readonly [first: string, third: string])[] = [
  ['[1] ', '[3] '],
  ['[1]: ', '[3]: '],
  ['**[1]** ', '**[3]** '],
  ['[[1]](#_ednref1) ', '[[3]] '],
  ['\\[1\\] ', '\\[3\\] '],
  ['(1) ', '(3) '],
  ['1. ', '3. '],
  ['1) ', '3) '],
  ['[^1]: ', '[^3]: '],
  ['^1^ ', '^3^ '],
  ['<sup>1</sup> ', '<sup>3</sup> '],
  ['¹ ', '³ '],
  ['- [1] ', '- [3] '],
  ['> [1] ', '> [3] '],
];
const WORDS = ['Ann Lee, “A Split,” Daily Post, May 3, 2016.', 'Tom Roy, “A Rival,” Daily Post, May 4, 2016.'];
const SUPERSCRIPTS = ['¹', '²'];

suite('an entry that a marker lacks', () => {
  for (const [first, third] of FORMS)
    for (const [name, ending, parted] of [
      ['', '\n', '\n\n'],
      [', without blank lines', '\n', '\n'],
      [', in CRLF', '\r\n', '\r\n\r\n'],
    ] as const)
      test(`is added after the others, written as they are: ${first}${name}`, () => {
        const [quote = ''] = /^> /.exec(first) ?? [];
        const open = (number: number) =>
          first.replaceAll('1', String(number)).replace('¹', SUPERSCRIPTS[number - 1] ?? '');
        const between = quote && parted.length > ending.length ? `${ending}>${ending}` : parted;
        const list = WORDS.map((words, index) => open(index + 1) + words).join(between);
        const callout = third.startsWith('[^') ? (n: number) => `[^${n}]` : (n: number) => `[${n}]`;
        const body = `It split.${callout(1)} It grew.${callout(2)} It fell.${callout(3)}`;
        const draft = [body, '## Citations', list].join(ending + ending) + ending;
        const marked = draft.replace(callout(3), callout(3).replace('3', '|3'));
        assert.deepEqual(added(marked), {
          title: 'Add citation “3”',
          text: draft.slice(0, -ending.length) + between + third + ending,
        });
        const written = draft.slice(0, -ending.length) + between + third + WORDS[0];
        assert.equal(analyse(written).draft.markers[2]?.entry?.label, '3');
      });

  test('stands in its place in the list', () => {
    const list = (...labels: string[]) =>
      `## Citations\n\n${labels.map((label) => `[${label}] ${label === 'x' ? '' : `Ann Lee, “Part ${label},” Post, May 3, 2016.`}`).join('\n\n')}\n`;
    const cases: readonly [marker: string, before: string[], after: string[]][] = [
      ['2', ['1', '3'], ['1', '2', '3']],
      ['1', ['2', '3'], ['1', '2', '3']],
      ['4', ['1', '2', '3'], ['1', '2', '3', '4']],
      ['2', ['3', '1', '4'], ['3', '1', '2', '4']],
    ];
    for (const [marker, before, after] of cases) {
      const { text = '' } = added(`It split.[|${marker}]\n\n${list(...before)}`) ?? {};
      assert.deepEqual(
        analyse(text).draft.citations.map(({ label }) => label),
        after,
      );
    }
  });

  test('does not stand between an Ibid. and what it means, in a list out of order', () => {
    const list = ['[2] Ann Lee, “A Split,” Post, May 3, 2016.', '[1] Ibid., p. 3.', '[4] Lee.'].join('\n\n');
    const draft = `It split.[1] It grew.[2] It fell.[|3]\n\n## Citations\n\n${list}\n`;
    assert.equal(added(draft)?.text, draft.replace('|', '').replace('p. 3.', 'p. 3.\n\n[3] '));
  });

  test('is gone on with behind its label, wherever it stands', () => {
    for (const parted of ['\n', '\n\n'])
      for (const left of [1, 2, 3]) {
        const entries = [1, 2, 3].map((number) => `[${number}] Ann Lee, “Part ${number},” Post, May 3, 2016.`);
        const draft = (list: readonly string[]) =>
          `It split.[1] It grew.[2] It fell.[3]\n\n## Citations\n\n${list.join(parted)}\n`;
        const written = filled(draft(entries.toSpliced(left - 1, 1)), `Ann Lee, “Part ${left},” Post, May 3, 2016.`);
        assert.equal(written, draft(entries));
      }
  });

  test('is a note for a letter', () => {
    const draft = (notes: string) =>
      `It split.[1][a][b]\n\n## Substantive Notes\n\n${notes}\n\n## Citations\n\n[1] Ann Lee, “A Split,” Post, May 3, 2016.\n`;
    assert.deepEqual(added(draft('[a] In the east.').replace('[b]', '[|b]')), {
      title: 'Add note “b”',
      text: draft('[a] In the east.\n\n[b] '),
    });
  });

  test('is the first note, below a heading like that of the citations', () => {
    const entry = '[1] Ann Lee, “A Split,” Post, May 3, 2016.';
    for (const [heading, above] of [
      ['## Citations', '## Substantive Notes'],
      ['# Citations #', '# Substantive Notes'],
      ['**Citations**', '**Substantive Notes**'],
      ['Citations', 'Substantive Notes'],
      ['Citations\n---------', '## Substantive Notes'],
    ])
      for (const ending of ['\n', '\r\n']) {
        const lines = (text: string) => text.replaceAll('\n', ending);
        const found = added(lines(`It split.[1][|a]\n\n${heading}\n\n${entry}\n`));
        assert.deepEqual(found, {
          title: 'Add note “a”',
          text: lines(`It split.[1][a]\n\n${above}\n\n[a] \n\n${heading}\n\n${entry}\n`),
        });
        const { notes, citations } = analyse((found?.text ?? '').replace('[a] ', '[a] In the east.')).draft;
        assert.deepEqual([notes.length, citations.length], [1, 1], heading);
      }
    assert.equal(added(`> It split.[1][|a]\n>\n> ## Citations\n>\n> ${entry}\n`), null);
    assert.equal(added(`It split.[^1][^|a]\n\n## Citations\n\n[^1]: Ann Lee, “A Split,” Post, May 3, 2016.\n`), null);
  });

  test('is the first below a heading', () => {
    assert.deepEqual(added('It split.[|1]\n\n## Citations\n'), {
      title: 'Add citation “1”',
      text: 'It split.[1]\n\n## Citations\n\n[1] \n',
    });
    assert.equal(
      added('It split.[|1]\r\n\r\nCitations\r\n---------\r\n')?.text,
      'It split.[1]\r\n\r\nCitations\r\n---------\r\n\r\n[1] \r\n',
    );
  });

  test('is the first of the list, at the end of a draft that has none', () => {
    const draft = (body: string) => `---\nstyle: ctc-sentinel\n---\n\n${body}`;
    for (const ending of ['\n', '\r\n'])
      for (const [body, list] of [
        ['It split.[|1] It grew.[2]', '## Citations\n\n[1] '],
        ['It split.[|1]\n\n> They said so.', '## Citations\n\n[1] '],
        ['It split.^|1^', '## Citations\n\n[1] '],
        ['It split.[^|1]', '[^1]: '],
      ] as const) {
        const lines = (text: string) => text.replaceAll('\n', ending);
        const found = added(lines(draft(`${body}\n`)));
        const text = lines(draft(`${body.replace('|', '')}\n\n${list}\n`));
        assert.deepEqual(found, { title: 'Add citation “1”', text });
        assert.deepEqual(
          analyse(text).draft.citations.map(({ label }) => label),
          ['1'],
        );
      }
  });

  test('is offered at every marker that calls it, and at each of a list', () => {
    const entry = '\n\n## Citations\n\n[1] Ann Lee, “A Split,” Post, May 3, 2016.\n';
    for (const body of ['It split.[1][|2] It grew.[2]', 'It split.[1][2] It grew.[|2]', 'It split.[1, |2]']) {
      assert.equal(added(body + entry)?.title, 'Add citation “2”', body);
    }
  });

  test('is not offered where none is missing, nor where the list counts by itself, nor for the dash of a range', () => {
    const entry = '[1] Ann Lee, “A Split,” Post, May 3, 2016.';
    assert.equal(added(`It split.[|1]\n\n## Citations\n\n${entry}\n`), null);
    assert.equal(added(`It split.[1] It grew.[1|–9]\n\n## Citations\n\n${entry}\n`), null);
    assert.equal(
      added(`It split.[1] It grew.[2] It fell.[|3]\n\n## Citations\n\n1. ${WORDS[0]}\n1. ${WORDS[1]}\n`),
      null,
    );
  });
});

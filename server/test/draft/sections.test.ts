import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readDraft } from '../../src/draft/read.ts';
import { readProse } from '../../src/markdown/read.ts';

const read = (text: string, citations: string[] = []) => readDraft(readProse(text), { headings: { citations } });
const kinds = (text: string) => read(text).sections.map(({ kind, title, depth }) => `${kind} ${depth} ${title}`.trim());
const entries = (text: string) => {
  const { citations, notes } = read(text);
  return [...notes, ...citations].map(({ label, content }) => `${label}: ${text.slice(content.start, content.end)}`);
};

describe('the two lists are found under headings of all forms', () => {
  const forms: readonly (readonly [string, (name: string) => string])[] = [
    ['ATX', (name) => `## ${name}\n\n`],
    ['closed ATX', (name) => `## ${name} ##\n`],
    ['setext', (name) => `${name}\n=====\n\n`],
    ['bold', (name) => `**${name}**\n\n`],
    ['bold, in underscores, with a colon', (name) => `__${name}:__\n`],
    ['bare, on its own', (name) => `${name}\n\n`],
    ['bare, joined to the next paragraph', (name) => `${name}\n`],
    ['bare, with a no-break space and a colon', (name) => `${name}:\u00a0\n`],
    ['ATX, with a no-break space', (name) => `##\u00a0${name}\n\n`],
    ['with an attribute', (name) => `## ${name} {#it}\n\n`],
    ['with a number', (name) => `## 7. ${name}\n\n`],
    ['with a link', (name) => `## [${name}](#it)\n\n`],
    ['in capitals', (name) => `${name.toUpperCase()}\n`],
    ['HTML', (name) => `<h2>${name}</h2>\n\n`],
    ['HTML, joined to the list', (name) => `<h3 class="list">${name}</h3>\n`],
    ['HTML, with emphasis', (name) => `<H2 id="it"><strong>${name}</strong></H2>\n\n`],
    ['with an anchor', (name) => `## <a id="it"></a>${name}\n\n`],
    ['with an anchor of Pandoc after it', (name) => `## ${name}[]{#_Toc1 .anchor}\n\n`],
    ['underlined, with anchors before and after it', (name) => `# []{#a .anchor}[${name}]{.underline} {#it .x}\n\n`],
    ['bare, underlined by Pandoc', (name) => `[${name}]{.underline}\n\n`],
    ['bare, underlined by Pandoc in bold', (name) => `**[${name}]{.underline}**\n\n`],
    ['bare, with a link', (name) => `[${name}](#it)\n\n`],
    ['bare, with an anchor of Pandoc', (name) => `[]{#it}${name}\n\n`],
  ];
  for (const [name, write] of forms) {
    for (const eol of ['\n', '\r\n', '\r']) {
      test(`${name} ${JSON.stringify(eol)}`, () => {
        const text =
          `One.[1] Two.[a]\n\n${write('Substantive Notes')}[a] Note.\n\n${write('Citations')}[1] Osman.\n`.replaceAll(
            '\n',
            eol,
          );
        assert.deepEqual(
          read(text).sections.map(({ kind }) => kind),
          ['body', 'notes', 'citations'],
        );
        assert.deepEqual(entries(text), ['a: Note.', '1: Osman.']);
      });
    }
  }
  test('as one, notes and citations in any order', () => {
    const list = ['[1] Osman.', '[2] Lee.', '[a] A note.', '[b] Another, (a) long.'];
    const orders: readonly (readonly number[])[] = [
      [0, 1, 2, 3],
      [2, 3, 0, 1],
      [0, 2, 1, 3],
      [2, 0, 3, 1],
    ];
    for (const name of ['Citations and Notes', 'Notes and Citations', 'Citations']) {
      for (const order of orders) {
        for (const separator of ['\n\n', '\n']) {
          const entriesInOrder = order.map((index) => list[index]).join(separator);
          const text = `One.[1] Two.[a] Three.[2] Four.[b]\n\n${name}\n${entriesInOrder}\n\nSign up`;
          assert.deepEqual(entries(text), ['a: A note.', 'b: Another, (a) long.', '1: Osman.', '2: Lee.'], text);
          assert.deepEqual(kinds(text), ['body 0', `citations 0 ${name}`, 'other 0'], text);
          assert.deepEqual(
            read(text).markers.map(({ entry }) => entry?.label),
            ['1', 'a', '2', 'b'],
          );
        }
      }
    }
  });
  test('as one, where a line of a citation starts with a letter in brackets', () => {
    const text = 'One.[1] Two.[2]\n\nCitations\n[1] Osman.\n[b] Other.\n[2] Lee.';
    assert.deepEqual(entries(text), ['1: Osman.\n[b] Other.', '2: Lee.']);
  });
  test('of names that the configuration adds', () =>
    assert.equal(read('A.[1]\n\nEndnotes\n[1] B.', ['Endnotes']).citations.length, 1));
});

describe('entries', () => {
  const table: readonly (readonly [string, string, readonly string[]])[] = [
    ['in brackets, a line each', 'Citations\n[1] A.\n[2] B.', ['1: A.', '2: B.']],
    ['in brackets, a paragraph each', '## Citations\n\n[1] A.\n\n[2] B.', ['1: A.', '2: B.']],
    ['over lines', 'Citations\n\n[1] A,\nB.\n\n[2] C,\nD.', ['1: A,\nB.', '2: C,\nD.']],
    ['over paragraphs', 'Citations\n\n[1] A.\n\nMore.\n\n[2] C.', ['1: A.\n\nMore.', '2: C.']],
    ['as an ordered list', '## Citations\n\n1. A.\n2. B,\n   C.\n3. D.', ['1: A.', '2: B,\n   C.', '3: D.']],
    ['as a list that Markdown numbers', '## Citations\n\n1. A.\n1. B.\n1. C.', ['1: A.', '2: B.', '3: C.']],
    [
      'as footnote definitions',
      'A.[^1]\n\n[^1]: B.\n[^a]: C.\n\nD.[^2]\n\n[^2]: E.\n\n    F.',
      ['a: C.', '1: B.', '2: E.\n\n    F.'],
    ],
    ['as superscripts', 'Citations\n^1^ A.\n\n<sup>2</sup> B.\n\n³ C.', ['1: A.', '2: B.', '3: C.']],
    ['alone above their texts', 'Citations\n\n[1]\n\nA.\n\n[2]\n\nB.\n\nSign up', ['1: A.', '2: B.']],
    ['alone in list items above their texts', '# Citations\n\n1.\n\nA.\n\n2.\n\nB.\n\nC.', ['1: A.', '2: B.']],
    ['of which only the last is empty', 'Citations\n\n[1] A.\n\n[2]\n\nSign up', ['1: A.', '2: ']],
    ['as flattened superscripts', 'Citations\n1 Jo Day, A.\n2 Ibid.', ['1: Jo Day, A.', '2: Ibid.']],
    [
      'glued to their numbers',
      'Citations\n1Jo Day, A.\n\n2 Ibid.\n4“B,” 3.\n5U.S. Army.',
      ['1: Jo Day, A.', '2: Ibid.', '4: “B,” 3.', '5: U.S. Army.'],
    ],
    ['in parentheses', '## Citations\n\n(1) Jo Day, A.\n\n(2) *B*, 3\n3D C.', ['1: Jo Day, A.', '2: *B*, 3\n3D C.']],
    ['with bold numbers', '## Citations\n\n**1.** Jo Day, A.\n\n__2__. B.', ['1: Jo Day, A.', '2: B.']],
    ['after colons or dashes', 'Citations\n1: Jo Day, A.\n2 – B.\n3 - C.', ['1: Jo Day, A.', '2: B.', '3: C.']],
    ['in brackets, not what reads like others', 'Citations\n[1] A.\n\n(2) *B*\n\n2U.S. Army.', ['1: A.']],
    ['in brackets with links back', 'Citations\n[\\[1\\]](#_1) A.\n\n[[2]](#_2) B.', ['1: A.', '2: B.']],
    [
      'like link definitions',
      'A.[1][2] B.[3]\n\n## Citations\n\n[1]: Ann Lee, A.\n\n[2]: Ibid.\n[3]: Lee.',
      ['1: Ann Lee, A.', '2: Ibid.', '3: Lee.'],
    ],
    ['in brackets with blanks', 'Citations\n[ 1 ] A.\n[ 2 ]\u00a0B.', ['1: A.', '2: B.']],
    ['in brackets with full stops', 'Citations\n[1.] A.\n[2.] B.', ['1: A.', '2: B.']],
    [
      'before hard line breaks',
      'Citations\\\n[1] A.\\\n[2] B.<br>\n[3] C.<br />\n[4] D\\\\',
      ['1: A.', '2: B.', '3: C.', '4: D\\\\'],
    ],
    ['in full-width brackets', 'Citations\n［1］ A.\n［2］B.', ['1: A.', '2: B.']],
    ['in bold brackets', 'Citations\n\n**[1]** A.\n\n**[2]** B.', ['1: A.', '2: B.']],
    ['with numbers that are escaped', 'Citations\n\n1\\. Jo Day, A.\n\n2\\. Ibid.', ['1: Jo Day, A.', '2: Ibid.']],
    ['without a list below them', 'Citations\n\n[1] A.\n\n[2] B.\n\n1. Home\n2. About', ['1: A.', '2: B.']],
    ['that are empty', 'Citations\n[1]\n[2] B.', ['1: ', '2: B.']],
    ['that are empty list items', '## Citations\n\n1.\n2. B.', ['1: ', '2: B.']],
    [
      'as a list whose lines are wrapped before a number',
      '## Citations\n\n1. Jo Day, “T,” Post, May 3,\n2016.\n\n2. B, para.\n83.\n3. Human Rights,\n2011. See also C.\n4. D.',
      ['1: Jo Day, “T,” Post, May 3,\n2016.', '2: B, para.\n83.', '3: Human Rights,\n2011. See also C.', '4: D.'],
    ],
    [
      'as footnotes whose lines are wrapped before a number',
      'A.[^1] B.[^2]\n\n[^1]: Jo Day, “T,” Post, May 3,\n2016.\n\n[^2]: B, para.\n83.',
      ['1: Jo Day, “T,” Post, May 3,\n2016.', '2: B, para.\n83.'],
    ],
    [
      'behind comments',
      '## Citations\n\n<!-- check --> [1] A.\n\n[2] B.\n\n<!-- a --> [3] C.',
      ['1: A.', '2: B.', '3: C.'],
    ],
    ['as a list with a gap', '## Citations\n\n1. A.\n3. B.\n4. C.', ['1: A.', '3: B.', '4: C.']],
    [
      'as flattened superscripts, letters too',
      'Substantive Notes\na A remark, and\na Line of its own.\nb Another.\n\nCitations\n1 Jo Day, A.\n2 Ibid.',
      ['a: A remark, and\na Line of its own.', 'b: Another.', '1: Jo Day, A.', '2: Ibid.'],
    ],
    [
      'without what follows the last one',
      'Citations\n[1] A.\n\n[2] B.\n\nStay in touch\n\nSign up',
      ['1: A.', '2: B.'],
    ],
    ['without lines that follow the last one', 'Citations\n[1] A.\n[2] B.\nStay in touch\nSign up', ['1: A.', '2: B.']],
    ['without a section of its own after them', '## Citations\n\n[1] A.\n\n## Appendix\n\n[2] no entry', ['1: A.']],
    ['without their heading', 'One.[1] Two.[2]\n\n[1] A.\n\n[2] B.', ['1: A.', '2: B.']],
    [
      'under headings of their own',
      '## Citations\n\n### Press\n\n[1] A.\n\n[2] B.\n\n### Books\n\n[3] C.\n\n## Appendix\n\n[4] no entry',
      ['1: A.', '2: B.', '3: C.'],
    ],
    ['without their heading, parted by others', 'A.[1]\n\n[1] A.\n\n### Books\n\n[2] B.', ['1: A.', '2: B.']],
    ['under bold lines', 'Citations\n\n**Press**\n[1] A.\n\n**Books**\n[2] B.\n\n**Author**\n\nC.', ['1: A.', '2: B.']],
    ['under headings, as a list', '# Citations\n\n1. A.\n2. B.\n\n## Books\n\n3. C.', ['1: A.', '2: B.', '3: C.']],
    ['under their heading twice', '## Citations\n\n[1] A.\n\n## Citations\n\n[2] B.', ['1: A.', '2: B.']],
    [
      'not under a heading where the numbers start again',
      '## Citations\n\n[1] A.\n\n### Steps\n\n1. B.\n2. C.',
      ['1: A.'],
    ],
    [
      'notes under headings of their own',
      '## Substantive Notes\n\n### On names\n\n[a] A.\n\n### On dates\n\n[b] B.\n\n## Citations\n\n[1] C.',
      ['a: A.', 'b: B.', '1: C.'],
    ],
    ['under the last heading of that name', 'Contents\n\nCitations\n\nOne.[1]\n\nCitations\n[1] A.', ['1: A.']],
  ];
  for (const [name, text, expected] of table) test(name, () => assert.deepEqual(entries(text), expected));
});

test('sections cover the draft, body headings included', () => {
  const text =
    '---\na: b\n---\nAbstract: Why.\n\n# Rival Groups\n\nOne.[1]\n\nWhy Don’t They Get Along?\u00a0\nThe second part of it is long enough to be a text.\n\nCitations\n[1] A.\n\nSign up';
  assert.deepEqual(kinds(text), [
    'body 0',
    'body 1 Rival Groups',
    'body 0 Why Don’t They Get Along?',
    'citations 0 Citations',
    'other 0',
  ]);
  const { sections } = read(text);
  assert.equal(sections.at(-1)?.end, text.length);
  for (const [index, section] of sections.entries())
    assert.equal(section.end, sections[index + 1]?.start ?? text.length);
});

test('a heading that parts a list heads a section of it', () =>
  assert.deepEqual(kinds('A.[1]\n\n## Citations\n\n[1] A.\n\n### Books\n\n[2] B.\n\n### Author\n\nC.'), [
    'body 0',
    'citations 2 Citations',
    'citations 3 Books',
    'other 3 Author',
  ]));

test('a list without a heading ends at the next heading, with no section between', () => {
  for (const list of ['[1] A.\n\n[2] B.', '[2] A.\n\n[4] B.', '[a] A.\n\n[b] B.'])
    for (const heading of ['Substantive Notes', '## Substantive Notes', 'Citations', '# About', '> ## Citations']) {
      const text = `One.[1]\n\n${list}\n\n${heading}\n`;
      const sections = read(text).sections.map(({ start, end }) => text.slice(start, end));
      assert.equal(sections.at(-1), `${heading}\n`);
    }
});

test('a section starts where its heading does, marks and tags included', () => {
  for (const heading of [
    '## Citations',
    '## <a id="it"></a>Citations',
    '<h2><em>Citations</em></h2>',
    '> ## Citations',
  ]) {
    const text = `One.[1]\n\n${heading}\n\n[1] A.\n`;
    const section = read(text).sections.find(({ kind }) => kind === 'citations');
    assert.equal(section?.start, text.indexOf(heading), heading);
    assert.equal(section?.title, 'Citations');
  }
});

describe('what cannot be seen, as pasted text has it', () => {
  const invisible = ['\u00ad', '\u200b', '\u200d', '\u200e', '\u202a', '\u2060', '\ufeff'];
  for (const character of invisible) {
    test(`\\u${character.charCodeAt(0).toString(16)}`, () => {
      for (const heading of ['|Citations|', '## |Citations|', '**|Citations**|'])
        for (const label of ['|[1] ', '[1]| ', '|1. ', '[1] |'])
          for (const marker of ['|[1]', '[1]|']) {
            const [first, second] = [`${label}A.|`, `${label.replace('1', '2')}B.`];
            const draft = read(
              `One.${marker} Two.${marker.replace('1', '2')}\n\n${heading}\n\n${first}\n\n${second}\n`.replaceAll(
                '|',
                character,
              ),
            );
            const labels = [...draft.citations, ...draft.markers].map((item) => item.label);
            assert.deepEqual(labels, ['1', '2', '1', '2'], heading + label + marker);
            assert.deepEqual(
              draft.sections.map(({ kind }) => kind),
              ['body', 'citations'],
            );
          }
    });
  }
  test('leaves entries their text', () =>
    assert.deepEqual(entries('Citations\n\u200e[1]\u200e \u200eA.\u200e\n\u2060[2]\u00a0B.\u200b\n'), [
      '1: A.',
      '2: B.',
    ]));
  test('leaves sections their start', () => {
    const text = 'A.[1]\n\n## \u200eCitations\n\n[1] A.\n';
    assert.equal(read(text).sections.at(-1)?.start, text.indexOf('##'));
  });
});

test('HTML that is no heading of a line hides what it holds', () => {
  for (const html of ['<div><h2>Citations</h2></div>', '<h2>Citations', '<h2></h2>', '<h2>A</h2><p>Citations</p>'])
    assert.deepEqual(kinds(`One.[1]\n\n${html}\n[1] A.\n`), ['body 0'], html);
});

test('of several entries with one number a marker means the one in place', () => {
  const { markers, citations } = read('A.[1] B.[2] C.[3]\n\nCitations\n[2] X.\n[1] A.\n[2] B.\n[3] C.');
  assert.deepEqual(
    markers.map(({ entry }) => entry && citations.indexOf(entry)),
    [1, 2, 3],
  );
});

test('an entry that is underlined opens a list, and heads no section', () => {
  for (const text of ['[1]\n=\n[2] ', '[1] Ann Lee.\n---\n[2] Tom Roy.\n', '# [1]\n[2] Tom Roy.\n']) {
    const { sections } = read(text);
    assert.equal(sections.at(-1)?.kind, 'citations', text);
    for (const { start, end } of sections) assert.ok(end > start, text);
  }
});

test('what cannot be seen at the end of the last entry is no section', () => {
  const { sections } = readDraft(readProse('\n\nCitations\n1. \ufffc'));
  assert.deepEqual(
    sections.map(({ kind }) => kind),
    ['body', 'citations'],
  );
});

describe('a bold line of the body', () => {
  const CALLOUTS = ['[1]', '^1^', '<sup>1</sup>'];
  const titles = (line: string) =>
    read(`One.\n\n${line}\n\nTwo.\n\n## Citations\n\n[1] A.\n`).sections.map(({ title }) => title);
  for (const spoken of [
    'Day: What did you see there?',
    'Day: You wrote “it was so.” Why?',
    'You left them. Why was that?',
    'They left in the summer.',
    'Jo Day: It looked like a small town to me, or so I thought.',
  ]) {
    test(`is what somebody says: ${spoken}`, () => {
      assert.deepEqual(titles(`**${spoken}**`), ['', 'Citations']);
      for (const callout of CALLOUTS) assert.deepEqual(titles(`**${spoken}${callout}**`), ['', 'Citations']);
    });
  }
  for (const heading of [
    'What is known of the group?',
    'What Is Known: The Group and Its Men?',
    'The Group vs. Its Rival',
    'U.S. Policy',
    'Conclusion.',
    'The road to the capital',
    '1. The road to the capital',
    'The group: a short history',
  ])
    test(`is a heading: ${heading}`, () => assert.equal(titles(`**${heading}**`).length, 3));
});

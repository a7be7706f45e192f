import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { analyse, type Context, createMemory } from '../src/analysis.ts';
import { defaultVocabulary } from '../src/default-vocabulary.ts';
import { RULES } from '../src/rules/catalogue.ts';
import { readExample } from '../src/rules/example.ts';
import { readVocabulary } from '../src/vocabulary/load.ts';
import { fixture } from './support/fixtures.ts';
import { anyText } from './support/texts.ts';

const CONTEXT: Context = { vocabulary: defaultVocabulary(), today: '2026-01-01' };
/** With what rules on names can be asked for beside. */
const ASKING: Context = {
  ...CONTEXT,
  rules: {
    'abbreviation-undefined': ['error', { known: ['TTP'] }],
    'group-case': ['hint', { verbatim: true }],
    'group-label': ['warning', { abbreviate: true, verbatim: true }],
    'group-misspelled': ['error', { verbatim: true }],
    'name-variant': ['error', { verbatim: true }],
  },
};
const NAMES = [
  'Laskar-e-Taiba',
  'al-Qa`ida',
  '“TTP”',
  'Mullah Umer',
  'Ansar al-Haqq',
  '(LeT)',
  'Taliban',
  '‘ISIS’',
  'known as ISIS',
];
/** The head of the body and that of the citations. */
const DRAFTS = ['article/bracket.md', 'article/pasted.md'].map((name) => {
  const text = fixture(name);
  const list = text.search(/^(?:#+ +)?Citations/m);
  return `${text.slice(0, 4000)}\n\n${text.slice(list, list + 5000)}`;
});

const edits = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    removed: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(400)),
    added: fc.oneof(anyText, fc.constantFrom('', '\n\n', '”', '“', '[3] ', ' '), fc.constantFrom(...NAMES)),
  }),
  { minLength: 1, maxLength: 6 },
);

/** A longer run: `SEQUENCES=100000 npm test -- server/test/analysis.test.ts`. */
const { SEQUENCES = '300' } = process.env;

const PARAGRAPH =
  'The group moved its fighters into the eastern districts during the spring, and local commanders said that the Islamic State had paid them for it, which the Taliban denied.';
/** What rules are shown by, some between paragraphs of more than a line. */
const EXAMPLES = RULES.flatMap(({ examples }) => examples()).flatMap(({ draft }, index) => {
  const { text } = readExample(draft);
  return index % 2 === 0 ? [text] : [`${PARAGRAPH}\n\n${text.replace('\n\n', `\n\n${PARAGRAPH}\n\n`)}`];
});

/** Keystrokes at a cursor that stays, or goes to a share of the text. */
const typing = fc.array(
  fc.record({
    place: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { freq: 3 }),
    removed: fc.oneof({ arbitrary: fc.constant(0), weight: 3 }, fc.nat(3), fc.nat(60)),
    added: fc.oneof(
      fc.constantFrom('x', 'e', 'a', 's ', ' the', '. ', ', ', '’s', '1', ')', 'b'),
      fc.constantFrom('”', '“', '(LeT)', ' ISIS', ' 2015', '[3]', '.4 ', '`', 'Figure 2', '<', '^2^', '—', 'Abstract'),
      fc.constantFrom(...NAMES),
      anyText,
    ),
  }),
  { minLength: 4, maxLength: 12 },
);

describe('an analysis with a memory of those before', () => {
  it('is what it is without', () => {
    fc.assert(
      fc.property(fc.constantFrom(...DRAFTS), edits, fc.nat(5), (draft, steps, other) => {
        const memory = createMemory();
        let text = draft;
        analyse(text, CONTEXT, memory);
        for (const [index, { at, removed, added }] of steps.entries()) {
          const from = Math.floor(at * text.length);
          text = text.slice(0, from) + added + text.slice(from + removed);
          const context = index === other ? {} : CONTEXT;
          const { names, sources, draft: read, findings } = analyse(text, context, memory);
          const fresh = analyse(text, context);
          assert.deepEqual(names, fresh.names);
          assert.deepEqual([read, sources, findings], [fresh.draft, fresh.sources, fresh.findings]);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('is what it is without, keystroke by keystroke', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...DRAFTS, ...EXAMPLES),
        typing,
        fc.constantFrom(CONTEXT, ASKING),
        (draft, keys, asked) => {
          const memory = createMemory();
          let text = draft;
          let at = 0;
          analyse(text, asked, memory);
          for (const { place, removed, added } of keys) {
            if (place !== null) at = Math.floor(place * text.length);
            const from = Math.max(0, at - removed);
            text = text.slice(0, from) + added + text.slice(at);
            at = from + added.length;
            assert.deepEqual(analyse(text, asked, memory), analyse(text, asked));
          }
        },
      ),
      { numRuns: Number(SEQUENCES) },
    );
  });

  for (const [what, before, after] of [
    ['quotations that touch', '“TTP”“TTP” met.', '“TTP”“TTP”“TTP” met.'],
    [
      'a line that may be a heading, over a comment',
      'Theions\n\n<!-- c -->\n[1] Ann Lee, “A Split.”',
      'Thenions\n\n<!-- c -->\n[1] Ann Lee, “A Split.”',
    ],
    [
      'a year in the sentence before a marker',
      'The group had split in the spring, as its rival said.[1]\n\n## Citations\n\n[1] Ann Lee, “A Split,” Daily Post, May 3, 2016.',
      'The group had split in the spring of 2019, as its rival said.[1]\n\n## Citations\n\n[1] Ann Lee, “A Split,” Daily Post, May 3, 2016.',
    ],
    [
      'a quotation that opens before a marker',
      'He said: we held the road in the spring[1], and left.”\n\n## Citations\n\n[1] Ann Lee, “A Split,” Daily Post, May 3, 2016.',
      'He said: “we held the road in the spring[1], and left.”\n\n## Citations\n\n[1] Ann Lee, “A Split,” Daily Post, May 3, 2016.',
    ],
    [
      'a quotation that opens before a marker in another notation',
      'It split.[1] He said: we held the road in the spring.^1^ Then we left.”\n\n## Citations\n\n[1] Ann Lee, “A Split,” Daily Post, May 3, 2016.',
      'It split.[1] He said: “we held the road in the spring.^1^ Then we left.”\n\n## Citations\n\n[1] Ann Lee, “A Split,” Daily Post, May 3, 2016.',
    ],
    [
      'the only line ending of its kind',
      'It split.¹ A rival grew.²\n\nno\r\nne\n\n[1] Ann Lee, “A.”\n\n[2] Ann Lee, “B.”',
      'It split.¹ A rival grew.²\n\nno\rne\n\n[1] Ann Lee, “A.”\n\n[2] Ann Lee, “B.”',
    ],
  ] as const)
    it(`is what it is without, of ${what}`, () => {
      const memory = createMemory();
      analyse(before, CONTEXT, memory);
      assert.deepEqual(analyse(after, CONTEXT, memory), analyse(after, CONTEXT));
    });

  it('is what it is without, of a backtick beside a name that is to be written with one', () => {
    const places = '{ places: [{ id: sanaa, prefLabel: Sana`a, hiddenLabels: [Sanna] }] }';
    const context = { vocabulary: readVocabulary([{ path: 'names.yaml', text: places }]).vocabulary };
    const memory = createMemory();
    analyse('All of them swore bayat there, before they went back to Sanna.', context, memory);
    const text = 'All of them swore bay`at there, before they went back to Sanna.';
    assert.deepEqual(analyse(text, context, memory), analyse(text, context));
  });

  for (const [what, draft] of [
    ['in brackets', DRAFTS[0] ?? ''],
    ['flattened', DRAFTS[1] ?? ''],
    ['with Windows line endings', (DRAFTS[0] ?? '').replaceAll('\n', '\r\n')],
  ] as const)
    it(`takes over what was read before a keystroke in a paragraph, ${what}`, () => {
      const memory = createMemory();
      // What is configured is put together anew for each reading.
      const configured = () => ({ ...CONTEXT, rules: { 'group-label': 'off' } as const });
      const before = analyse(draft, configured(), memory);
      const block = before.prose.blocks.find(({ kind, end, start }) => kind === 'paragraph' && end - start > 600);
      const at = draft.indexOf(' ', (block?.start ?? 0) + 200) + 1;
      for (const typed of ['w', 'wo', 'wor', 'word', 'word ']) {
        const text = draft.slice(0, at) + typed + draft.slice(at);
        const { draft: read, sources, prose } = analyse(text, configured(), memory);
        assert.ok(read === before.draft && sources === before.sources && prose.blocks === before.prose.blocks);
      }
    });

  it('is of names as they are read, not as they were in another place', () => {
    const memory = createMemory();
    analyse('He met the TTP.\n\nHe left.', CONTEXT, memory);
    const { names } = analyse('He left.\n\n> He met the TTP.\n\nHe met the TTP.', CONTEXT, memory);
    assert.deepEqual(
      names.mentions.map(({ start, verbatim }) => [start, verbatim]),
      [
        [23, true],
        [40, false],
      ],
    );
  });
});

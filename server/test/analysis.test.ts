import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { analyse, type Context, createMemory } from '../src/analysis.ts';
import { defaultVocabulary } from '../src/default-vocabulary.ts';
import { fixture } from './support/fixtures.ts';
import { anyText } from './support/texts.ts';

const CONTEXT: Context = { vocabulary: defaultVocabulary(), today: '2026-01-01' };
const NAMES = ['Laskar-e-Taiba', 'al-Qa`ida', '“TTP”', 'Mullah Umer', 'Ansar al-Haqq', '(LeT)', 'Taliban', '‘ISIS’'];
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

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type Analysis, analyse } from '../../src/analysis.ts';
import { applyFixes } from '../../src/edits/fix.ts';
import { quotations } from '../../src/markdown/quotations.ts';
import { applyEdits, type TextEdit } from '../../src/text/edit.ts';
import { needsReference, reference } from '../support/reference.ts';
import { syntheticDraft } from '../support/synthetic.ts';
import { anyText } from '../support/texts.ts';

const read = (text: string) => analyse(text, { today: '2026-06-15' });
const fix = (text: string) => applyFixes(text, read).text;

const countByRule = ({ findings }: Analysis) => {
  const counts = new Map<string, number>();
  for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return counts;
};
const meaning = ({ draft, sources }: Analysis) =>
  draft.markers.map(({ kind, label, entry }) => [
    kind,
    label,
    ((entry && sources.byCitation.get(entry)) ?? []).map(({ source }) => source?.id),
  ]);

/** What must hold for any text. */
function assertGood(text: string): void {
  const before = read(text);
  const fixed = fix(text);
  const after = read(fixed);
  assert.equal(fix(fixed), fixed, 'a second run changes something');
  const allowed = countByRule(before);
  for (const [rule, count] of countByRule(after))
    assert.ok(count <= (allowed.get(rule) ?? 0), `new finding of ${rule}`);
  assert.deepEqual(meaning(after), meaning(before));
  const words = (analysis: Analysis) =>
    quotations(analysis.prose).map(({ start, end }) => analysis.text.slice(start, end));
  assert.deepEqual(words(after), words(before), 'a quotation was touched');
}

/** Slips that safe fixes mend, and some that only look like them. */
const SLIPS: readonly ((text: string, at: number) => TextEdit)[] = [
  (_text, at) => ({ start: at, end: at, text: ' ' }),
  (_text, at) => ({ start: at, end: at + 1, text: '' }),
  (_text, at) => ({ start: at, end: at, text: '^1^' }),
  (_text, at) => ({ start: at, end: at, text: ' [2].' }),
  (_text, at) => ({ start: at, end: at, text: '¹' }),
  (_text, at) => ({ start: at, end: at, text: '“' }),
  (_text, at) => ({ start: at, end: at, text: ' 11:1 2018, pp. 4-5' }),
  (_text, at) => ({ start: at, end: at, text: '<!--sentinel-citations ignore marker-order, citation-order-->' }),
  (_text, at) => ({ start: at, end: at, text: '\n<!--sentinel-citations disable-->\n' }),
  (text, at) => ({ start: at, end: at, text: text.slice(at, at + 12) }),
];

describe('applyFixes', () => {
  it('mends what needs no judgement, all at once', () => {
    const draft = (markers: string, pages: string, year: string, end: string) =>
      `The group split${markers} Its rival grew.[2]\n\n## Citations\n\n[1] Ann Lee, “A Split,” Survival 58:4 ${year}: pp. ${pages}.\n\n[2] Tom Roy, “A Rival,” Daily Post, May 4, 2016${end}\n`;
    assert.equal(fix(draft('[1].', '131-158', '2016', '')), draft('.[1]', '131–158', '(2016)', '.'));
  });

  it('leaves alone what it would have to change inside a quotation', () => {
    const text =
      'He said “it split[1], then grew.”[2]\n\n## Citations\n\n[1] Ann Lee, “A Split.”\n\n[2] Tom Roy, “A Rival.”\n';
    assert.equal(fix(text), text);
  });

  it('leaves out a fix that does harm, and makes the others', () => {
    const text = 'One two three';
    const finding = (rule: string, start: number, replacement: string) => ({
      ...({ rule, severity: 'warning', message: '', related: [], unnecessary: false } as const),
      ...{
        start,
        end: start + 3,
        fixes: [{ title: '', safe: true, edits: [{ start, end: start + 3, text: replacement }] }],
      },
    });
    const check = (value: string) => ({
      ...read(value),
      findings: [
        ...(value.startsWith('One') ? [finding('first', 0, '1')] : []),
        ...(value.includes('two') ? [finding('second', value.indexOf('two'), 'bad')] : []),
        ...(value.includes('bad') ? [finding('second', value.indexOf('bad'), 'worse'), finding('harm', 0, '')] : []),
      ],
    });
    const { text: fixed, mended } = applyFixes(text, check);
    assert.equal(fixed, '1 two three');
    assert.deepEqual(
      mended.map(({ rule }) => rule),
      ['first'],
    );
  });

  it('does only good, twice as well as once, to any text', () => {
    fc.assert(fc.property(anyText, assertGood), { numRuns: 200 });
  });

  it('does only good to drafts with slips', () => {
    const draft = fc.record({
      seed: fc.nat(1000),
      notation: fc.constantFrom('bracket', 'caret', 'sup', 'unicode', 'glued'),
      citations: fc.integer({ min: 1, max: 8 }),
      notes: fc.nat(2),
    });
    const slip = fc.record({ kind: fc.nat(SLIPS.length - 1), place: fc.double({ min: 0, max: 1, noNaN: true }) });
    fc.assert(
      fc.property(draft, fc.array(slip, { minLength: 1, maxLength: 6 }), (options, slips) => {
        const text = syntheticDraft({ ...options, notation: options.notation as 'bracket' });
        const edits = slips.flatMap(
          ({ kind, place }) => SLIPS[kind]?.(text, Math.floor(place * (text.length - 1))) ?? [],
        );
        assertGood(applyEdits(text, edits));
      }),
      { numRuns: 200 },
    );
  });

  it('mends the reference article', needsReference, () => {
    const text = reference ?? '';
    const { mended } = applyFixes(text, read);
    assert.deepEqual(
      mended.map(({ rule }) => rule),
      ['citation-page-range', 'short-form-style', 'citation-year-parentheses', 'citation-author-separator'],
    );
    assertGood(text);
  });
});

import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { type Analysis, analyse } from '../../../src/analysis.ts';
import { defaultVocabulary } from '../../../src/default-vocabulary.ts';
import { type CodeAction, codeActions } from '../../../src/language-server/features/code-actions.ts';
import { RULES } from '../../../src/rules/catalogue.ts';
import { readExample } from '../../../src/rules/example.ts';
import { applyEdits, type TextEdit } from '../../../src/text/edit.ts';
import { type SyntheticOptions, syntheticDraft, writeMarker } from '../../support/synthetic.ts';

/** Whatever an editor is offered keeps what every claim rests on, but for the number that an author takes for mistyped. */

/** A longer run: `DRAFTS=10000 npm test -- server/test/language-server/features/meaning-kept.test.ts`. */
const { DRAFTS = '150' } = process.env;

const CONTEXT = { today: '2026-06-15', vocabulary: defaultVocabulary() };
const read = (text: string) => analyse(text, CONTEXT);

/** Each marker as it is written, with what it rests on: the works that its entry means. */
function claimsOf({ draft, sources }: Analysis): string[] {
  return draft.markers.map(({ kind, label, entry }) => {
    const references = (entry && sources.byCitation.get(entry)) ?? [];
    return `${kind} ${label} ${entry?.label ?? '-'} ${references.map(({ source }) => source?.id ?? '-').join()}`;
  });
}

/** @throws where an action takes from a claim what it rests on, or does not what it says */
function assertKept(text: string): void {
  const before = read(text);
  for (const action of codeActions(before, { start: 0, end: text.length })) {
    const after = read(applyEdits(text, action.edits));
    const told = `${action.title}\n${text}\n→\n${after.text}`;
    if (isIgnoring(action)) assertIgnored(action, before, after, told);
    if (action.cursor !== undefined) assertAdded(action, before, after, told);
    else if (isRelabelling(action)) assertRelabelled(action, before, after, told);
    // What is no safe fix says what a reference that means nothing, or one of several works, is to mean.
    else if (isIgnoring(action) || action.preferred) assert.deepEqual(claimsOf(after), claimsOf(before), told);
    else assertNoneLost(before, after, told);
  }
}

function isIgnoring({ title }: CodeAction): boolean {
  return title.startsWith('Ignore ');
}

function isRelabelling({ title, finding: { rule } }: CodeAction): boolean {
  return (
    title.startsWith('Replace ') &&
    ['marker-unresolved', 'note-unresolved', 'marker-repeated', 'marker-order'].includes(rule)
  );
}

/** The markers of the finding call the entries that are due there; all others call what they called. It is never done unasked. */
function assertRelabelled(action: CodeAction, before: Analysis, after: Analysis, told: string): void {
  const { finding, preferred } = action;
  assert.ok(!preferred && finding.fixes.every(({ safe }) => !safe), told);
  const [claims, now] = [claimsOf(before), claimsOf(after)];
  assert.equal(now.length, claims.length, told);
  for (const [index, { start, end }] of before.draft.markers.entries()) {
    if (start < finding.start || end > finding.end) assert.equal(now[index], claims[index], told);
    else assert.ok(after.draft.markers[index]?.entry, told);
  }
}

function assertIgnored({ finding: { rule } }: CodeAction, before: Analysis, after: Analysis, told: string): void {
  const count = ({ findings }: Analysis) => findings.filter((found) => found.rule === rule).length;
  assert.ok(count(after) < count(before), told);
  assert.ok(!after.findings.some((found) => found.rule === 'ignore-unused') || before.text.includes('<!--'), told);
}

/** The markers of the label that is added have an entry now; all others rest on what they rested on. */
function assertAdded({ title }: CodeAction, before: Analysis, after: Analysis, told: string): void {
  const [, kind, label] = /^Add (\w+) “(\w+)”$/.exec(title) ?? [];
  const isOther = (claim: string) => !claim.startsWith(`${kind} ${label} `);
  assert.deepEqual(claimsOf(after).filter(isOther), claimsOf(before).filter(isOther), told);
  const added = after.draft.markers.filter((marker) => marker.kind === kind && marker.label === label);
  assert.ok(added.length > 0 && added.every(({ entry }) => entry?.label === label), told);
}

/** Every marker calls what it called, and every reference that meant a work means it still. */
function assertNoneLost(before: Analysis, after: Analysis, told: string): void {
  const called = ({ draft }: Analysis) => draft.markers.map(({ kind, label, entry }) => [kind, label, entry?.label]);
  assert.deepEqual(called(after), called(before), told);
  const meant = ({ sources }: Analysis) => sources.references.map(({ source }) => source?.id ?? null);
  const now = meant(after);
  const kept = meant(before).map((id, index) => (id === null ? (now[index] ?? null) : id));
  assert.deepEqual(now, kept, told);
}

suite('every code action keeps what claims rest on', () => {
  test('in the examples of the rules, wherever they stand', () => {
    const quoted = (text: string) => text.replace(/^/gm, '> ');
    const listed = (text: string) => text.replace(/^(?!#|$)/gm, '- ');
    const onWindows = (text: string) => text.replaceAll('\n', '\r\n');
    for (const { draft } of RULES.flatMap((rule) => rule.examples()))
      for (const place of [String, quoted, listed, onWindows]) assertKept(place(readExample(draft).text));
  });

  const NOTATIONS = ['bracket', 'caret', 'sup', 'unicode'] as const;
  const drafts = fc.record({
    seed: fc.nat(1_000_000),
    notation: fc.constantFrom(...NOTATIONS, 'glued' as const),
    citations: fc.integer({ min: 4, max: 10 }),
    notes: fc.nat(2),
  });
  const slips = fc.array(
    fc.record({ kind: fc.nat(1000), place: fc.nat(1000), number: fc.nat(9), notation: fc.constantFrom(...NOTATIONS) }),
    { maxLength: 4 },
  );
  test('in drafts with slips in markers and entries', () => {
    fc.assert(
      fc.property(drafts, slips, fc.boolean(), fc.boolean(), (options, made, isTight, isQuoted) => {
        const clean = read(syntheticDraft(options));
        const edits = made.flatMap(({ kind, place, number, notation }) => {
          // Numbers on words are read by all the others: among them there are no markers of other kinds.
          const written = options.notation === 'glued' ? 'glued' : notation;
          const possible = slipsAt(clean, place, String(number + 1), written);
          return possible.filter((_, index) => index === kind % possible.length);
        });
        const slipped = applyEdits(clean.text, edits);
        const parted = isTight ? slipped.replace(/\n\n(?=\[)/g, '\n') : slipped;
        assertKept(isQuoted ? parted.replace(/^\[/gm, '> [') : parted);
      }),
      { numRuns: Number(DRAFTS) },
    );
  });
});

/** Each a slip that an author may make at one of the markers or one of the entries. */
function slipsAt(
  { draft }: Analysis,
  place: number,
  number: string,
  notation: SyntheticOptions['notation'],
): TextEdit[] {
  const marker = draft.markers[place % draft.markers.length];
  // The first stays: without any, numbers on words may be anything.
  const entry = draft.citations[1 + (place % (draft.citations.length - 1))];
  const { callout } = marker ?? {};
  const write = (label: string) => writeMarker(notation, label);
  const list = (separator: string) => (notation === 'glued' ? '' : `[${number}${separator}9]`);
  const insert = (start: number, text: string): TextEdit => ({ start, end: start, text });
  return [
    ...(marker && callout
      ? [
          { ...callout, text: write(marker.label) },
          { ...callout, text: write(number) },
          { ...callout, text: '' },
          { ...callout, text: list(', ') },
          { ...callout, text: list('–') },
          insert(callout.end, write(number)),
          insert(callout.end, ` ${write('c')}`),
          insert(callout.end, ` ${write(number)}`),
        ]
      : []),
    ...(entry
      ? [
          { start: entry.start, end: entry.end, text: '' },
          { ...entry.content, text: '' },
          { ...entry.content, text: 'Ibid.' },
          { ...entry.content, text: 'Ibid., p. 4; Corwin.' },
          { ...entry.content, text: 'Nobody.' },
          { ...entry.content, text: 'Ann Aldin, “A New Pledge,” Daily Post, pp. 3-9, May 3, 2016' },
          { start: entry.end - 1, end: entry.end, text: '' },
        ]
      : []),
  ];
}

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Analysis, analyse } from '../../src/analysis.ts';
import type { Entry, Marker } from '../../src/draft/draft.ts';
import { applyEdits, type TextEdit } from '../../src/text/edit.ts';
import type { Range } from '../../src/text/range.ts';
import { type SyntheticOptions, syntheticDraft, writeMarker } from '../support/synthetic.ts';

// One change in a clean draft: what does the checker say? It names the change where it was made, and little more.

const CITATIONS = 30;
const NOTES = 3;
const MOST_FINDINGS = 3;
const DRAFTS: readonly (readonly [SyntheticOptions['notation'], readonly number[]])[] = [
  ['bracket', [1, 2, 3, 4]],
  ['glued', [1, 2, 3]],
  ['caret', [5]],
  ['sup', [6]],
  ['unicode', [7]],
];

interface Mutation {
  readonly name: string;
  readonly edits: readonly TextEdit[];
  /** Where a finding is due, in the text before the edits: in one of these places. */
  readonly places: readonly Range[];
  /** The entries of which other entries may lose sight. */
  readonly entries?: readonly Entry[];
}

for (const [notation, seeds] of DRAFTS) {
  describe(`one change in a draft in ${notation} notation`, () => {
    for (const seed of seeds) {
      const text = syntheticDraft({ seed, notation, citations: CITATIONS, notes: NOTES });
      const clean = analyse(text);

      it(`has nothing to add to (draft ${seed})`, () => {
        assert.deepEqual(clean.findings, []);
        assert.equal(clean.draft.markers.length, CITATIONS + NOTES);
      });

      it(`yields the finding that names it, and no avalanche (draft ${seed})`, () => {
        for (const mutation of [...markerMutations(clean, notation), ...entryMutations(clean)]) judge(clean, mutation);
      });
    }
  });
}

function judge(clean: Analysis, { name, edits, places, entries = [] }: Mutation): void {
  const { findings } = analyse(applyEdits(clean.text, edits));
  const seen = () => `${name}: ${JSON.stringify(findings.map(({ rule, message }) => ({ rule, message })))}`;
  const due = places.map((place) => moved(place, edits));
  assert.ok(
    findings.some((finding) => due.some((place) => finding.start <= place.end && finding.end >= place.start)),
    seen(),
  );
  // What an entry of two sources or a second entry may bring along.
  const references = entries.reduce((sum, entry) => sum + (clean.sources.byCitation.get(entry)?.length ?? 1), 0);
  const more = Math.max(references - 1, 0);
  assert.ok(findings.length <= MOST_FINDINGS + more, seen());
}

/** A range after the edits; what was inserted at its ends belongs to it. */
function moved(range: Range, edits: readonly TextEdit[]): Range {
  let { start, end } = range;
  for (const edit of edits) {
    const growth = edit.text.length - (edit.end - edit.start);
    if (edit.end <= range.start && edit.start < range.start) start += growth;
    if (edit.start <= range.end) end += growth;
  }
  return { start, end: Math.max(start, end) };
}

function* markerMutations({ draft }: Analysis, notation: SyntheticOptions['notation']): Generator<Mutation> {
  const relabel = ({ callout }: Marker, label: string) => ({ ...pick(callout), text: writeMarker(notation, label) });
  for (const kind of ['citation', 'note'] as const) {
    const markers = draft.markers.filter((marker) => marker.kind === kind);
    for (const [index, marker] of markers.entries()) {
      const { label, callout, entry } = marker;
      assert.ok(entry);
      yield { name: `delete marker ${label}`, edits: [{ ...pick(callout), text: '' }], places: [entry.labelRange] };
      // In these notations a doubled label is another label, or none.
      if (notation !== 'glued' && !(notation === 'unicode' && kind === 'note')) {
        const edits = [{ start: callout.end, end: callout.end, text: writeMarker(notation, label) }];
        yield { name: `double marker ${label}`, edits, places: [callout] };
      }
      for (const other of otherLabels(marker)) {
        // A flattened number that repeats its neighbour's, or a letter of no note, is not read as a marker at all: then
        // its entry is unused.
        const mayGetLost = notation === 'glued' || (notation === 'unicode' && kind === 'note');
        const places = mayGetLost ? [callout, entry.labelRange] : [callout];
        yield { name: `misnumber marker ${label} as ${other}`, edits: [relabel(marker, other)], places };
      }
      for (const distance of [1, 2, 7]) {
        const twin = markers[index + distance];
        if (!twin) continue;
        const edits = [relabel(marker, twin.label), relabel(twin, label)];
        yield { name: `swap markers ${label} and ${twin.label}`, edits, places: [callout, twin.callout] };
      }
    }
  }
}

function* entryMutations({ text, draft }: Analysis): Generator<Mutation> {
  const write = ({ start, end }: Range) => text.slice(start, end);
  for (const entries of [draft.citations, draft.notes]) {
    for (const [index, entry] of entries.entries()) {
      const { label, labelRange, start, end } = entry;
      const callers = draft.markers.filter((marker) => marker.entry === entry);
      const deletion = { start, end: entries[index + 1]?.start ?? end, text: '' };
      yield { name: `delete entry ${label}`, edits: [deletion], places: callers, entries: [entry] };

      const doubling = { start: end, end, text: `\n\n${write(entry)}` };
      yield { name: `double entry ${label}`, edits: [doubling], places: [entry] };
      for (const other of otherLabels(entry)) {
        const edits = [{ ...pick(labelRange), text: `[${other}]` }];
        yield { name: `misnumber entry ${label} as ${other}`, edits, places: [labelRange], entries: [entry] };
      }
      for (const distance of [1, 2, 7]) {
        const twin = entries[index + distance];
        if (!twin) continue;
        const both = { places: [entry, twin], entries: [entry, twin] };
        const labels = [
          { ...pick(labelRange), text: write(twin.labelRange) },
          { ...pick(twin.labelRange), text: write(labelRange) },
        ];
        yield { name: `swap the labels of entries ${label} and ${twin.label}`, edits: labels, ...both };
        const whole = [
          { start, end, text: write(twin) },
          { ...pick(twin), text: write(entry) },
        ];
        yield { name: `swap entries ${label} and ${twin.label}`, edits: whole, ...both };
      }
    }
  }
}

function otherLabels({ kind, label, ordinal }: Marker | Entry): readonly string[] {
  if (kind === 'note') return ['a', 'b', 'c', 'd', 'r'].filter((other) => other !== label);
  const others = [ordinal - 1, ordinal + 1, ordinal + 2, 1, 15, CITATIONS, CITATIONS + 1, 77];
  return [...new Set(others)].filter((other) => other > 0 && other !== ordinal).map(String);
}

function pick({ start, end }: Range): Range {
  return { start, end };
}

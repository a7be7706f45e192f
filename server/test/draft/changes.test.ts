import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Marker } from '../../src/draft/draft.ts';
import { readDraft } from '../../src/draft/read.ts';
import { readProse } from '../../src/markdown/read.ts';
import { applyEdits, type TextEdit } from '../../src/text/edit.ts';
import { fixture } from '../support/fixtures.ts';
import { needsReference, reference } from '../support/reference.ts';

const read = (text: string) => readDraft(readProse(text));
const rename = (marker: Marker, label: string): TextEdit => ({ start: marker.start, end: marker.end, text: label });

/** Each marker of a flattened draft deleted, misnumbered or swapped, and each entry gone: all is read as it stands. */
function readsEachChange(text: string): void {
  const { markers, citations } = read(text);
  const labels = markers.map(({ label }) => label);
  const expect = (edits: readonly TextEdit[], expected: readonly string[], what: string) => {
    const found = read(applyEdits(text, edits)).markers.map(({ label }) => label);
    assert.deepEqual(found, expected, what);
  };
  const replaced = (changes: ReadonlyMap<number, string>) => labels.map((label, index) => changes.get(index) ?? label);
  for (const [index, marker] of markers.entries()) {
    const { label } = marker;
    // A note's letter after a number leans on the number.
    const leans =
      marker.kind === 'citation' &&
      markers[index + 1]?.kind === 'note' &&
      (markers[index + 1]?.start ?? 0) - marker.end < 2;
    if (!leans) expect([rename(marker, '')], labels.toSpliced(index, 1), `${label} deleted`);
    if (marker.kind === 'note') continue;
    for (const other of [String(marker.ordinal + 150), String(((marker.ordinal + 40) % citations.length) + 1)]) {
      expect([rename(marker, other)], replaced(new Map([[index, other]])), `${label} written ${other}`);
    }
    const next = markers.findIndex((other, at) => at > index && other.kind === 'citation');
    const twin = markers[next];
    if (twin) {
      const swapped = new Map([
        [index, twin.label],
        [next, label],
      ]);
      expect(
        [rename(marker, twin.label), rename(twin, label)],
        replaced(swapped),
        `${label} and ${twin.label} swapped`,
      );
    }
  }
  for (const entry of citations)
    expect([{ start: entry.start, end: entry.end, text: '' }], labels, `entry ${entry.label} deleted`);
}

describe('each marker and entry of a flattened article may go wrong', () => {
  test('the fixture article', () => readsEachChange(fixture('article/pasted.md')));
  test('the reference article', needsReference, () => readsEachChange(reference ?? ''));
});

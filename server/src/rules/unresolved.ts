import type { Draft, MarkerKind } from '../draft/draft.ts';
import { isOtherNameOfNotes } from '../draft/headings.ts';
import { labelOf } from '../draft/labels.ts';
import { groupBy } from '../text/group.ts';
import { lastStartingBefore } from '../text/range.ts';
import type { Problem } from './rule.ts';
import { entriesOf, entrySeries, markerSeries, runsOf } from './series.ts';
import { headingSetting, placeBetween, quote } from './words.ts';

const NAMES = { citation: { marker: 'marker', entry: 'citation' }, note: { marker: 'note marker', entry: 'note' } };

/**
 * Reports the markers of one kind without an entry: each label once, at its first marker; a long run of labels once, as
 * when the list was cut short; all of them once when there is no entry at all.
 */
export function reportUnresolved(draft: Draft, kind: MarkerKind, report: (problem: Problem) => void): void {
  const byLabel = groupBy(
    draft.markers.filter((marker) => marker.kind === kind && !marker.entry),
    ({ label }) => label,
  );
  const [unresolved] = byLabel.values();
  if (!unresolved) return;

  const names = NAMES[kind];
  if (entriesOf(draft, kind).length === 0) {
    // Without a list of citations the rule citations-missing speaks.
    if (kind === 'citation' && !hasCitationsHeading(draft)) return;
    const [first] = unresolved;
    const needsList = kind === 'note' && first.notation !== 'footnote' && !hasHeading(draft, 'notes');
    const list = needsList ? 'a section “Substantive Notes” with ' : '';
    const other = needsList ? draft.sections.find(({ heading, title }) => heading && isOtherNameOfNotes(title)) : null;
    const named = other ? `, or ${headingSetting('notes', other.title)} in the configuration` : '';
    const message = `Unexpected ${names.marker} ${quote(first.label)} in a draft without ${names.entry}s, expected ${list}a ${names.entry} for each marker${named}`;
    const related = other?.heading ? [{ ...other.heading, message: `The section ${quote(other.title)}` }] : [];
    report({ start: first.start, end: first.end, message, related });
    return;
  }
  const { inOrder, due } = markerSeries(draft, kind);
  const owed = new Set(entrySeries(draft, kind).misplaced.map(({ expected }) => expected));
  const firsts = Array.from(byLabel.values(), ([first]) => first);
  for (const [first, ...rest] of runsOf(firsts)) {
    const last = rest.at(-1);
    const others = last ? [] : (byLabel.get(first.label) ?? []).slice(1);
    if (last) {
      report({
        start: first.start,
        end: first.end,
        message: `Unexpected ${names.marker}s ${quote(first.label)} to ${quote(last.label)} without ${names.entry}s, expected a ${names.entry} for each`,
        related: [{ start: last.start, end: last.end, message: 'The last of these markers' }],
      });
      continue;
    }
    const { note } = first;
    const index = lastStartingBefore(inOrder, first.start);
    const before = inOrder[index];
    const after = inOrder[index + 1];
    // Where an entry has the wrong number, the marker has the right one. In a note no number is due.
    const ordinal =
      note || owed.has(first.ordinal) ? null : due(before?.ordinal ?? 0, after?.ordinal ?? Number.POSITIVE_INFINITY);
    const neighbours = before || after ? ` ${placeBetween(before?.label ?? null, after?.label ?? null)}` : '';
    const place = note ? ` in note ${quote(note.label)}` : neighbours;
    const expected = ordinal === null ? `${names.entry} ${quote(first.label)}` : quote(labelOf(kind, ordinal));
    report({
      start: first.start,
      end: first.end,
      message: `Unexpected ${names.marker} ${quote(first.label)} without a ${names.entry}${place}, expected ${expected}`,
      related: others.map(({ start, end, label }) => ({ start, end, message: `Another marker ${quote(label)}` })),
    });
  }
}

export function hasCitationsHeading(draft: Draft): boolean {
  return hasHeading(draft, 'citations');
}

function hasHeading(draft: Draft, list: 'citations' | 'notes'): boolean {
  return draft.sections.some((section) => section.kind === list && section.heading !== null);
}

import type { Draft, Marker, MarkerKind } from '../draft/draft.ts';
import { isOtherNameOfNotes } from '../draft/headings.ts';
import { labelOf } from '../draft/labels.ts';
import { groupBy } from '../text/group.ts';
import { lastStartingBefore } from '../text/range.ts';
import { related } from './finding.ts';
import { relabelling } from './relabel.ts';
import type { Problem, Reading } from './rule.ts';
import { entriesOf, entrySeries, markerSeries, runsOf } from './series.ts';
import { headingSetting, MARKER_NAMES, placeBetween, quote } from './words.ts';

/**
 * Reports the markers of one kind without an entry: each label once, at its first marker; a long run of labels once, as
 * when the list was cut short; all of them once when there is no entry at all.
 */
export function reportUnresolved(
  { text, draft }: Pick<Reading, 'text' | 'draft'>,
  kind: MarkerKind,
  report: (problem: Problem) => void,
): void {
  const byLabel = groupBy(
    draft.markers.filter((marker) => marker.kind === kind && !marker.entry),
    ({ label }) => label,
  );
  const firsts = Array.from(byLabel.values(), ([first]) => first);
  const [earliest] = firsts;
  if (!earliest) return;
  if (entriesOf(draft, kind).length === 0) {
    // Without a list of citations the rule citations-missing speaks.
    if (kind === 'note' || hasHeading(draft, 'citations')) report(inDraftWithoutEntries(draft, earliest));
    return;
  }
  // Where an entry has the wrong number, the marker has the right one, and so it has where it goes on counting.
  const owed = new Set(entrySeries(draft, kind).misplaced.map(({ expected }) => expected));
  const inBody = draft.markers.filter((marker) => marker.kind === kind && marker.note === null);
  const isRight = ({ start, ordinal }: Marker) =>
    owed.has(ordinal) || inBody[lastStartingBefore(inBody, start - 1)]?.ordinal === ordinal - 1;
  for (const [first, ...rest] of runsOf(firsts)) {
    const last = rest.at(-1);
    const others = (byLabel.get(first.label) ?? []).slice(1);
    report(last ? withoutEntries(first, last) : withoutEntry(text, draft, first, others, isRight(first)));
  }
}

function inDraftWithoutEntries(draft: Draft, { start, end, kind, label, notation }: Marker): Problem {
  const needsList = kind === 'note' && notation !== 'footnote' && !hasHeading(draft, 'notes');
  const list = needsList ? 'a section “Substantive Notes” with ' : '';
  const other = needsList ? draft.sections.find(({ heading, title }) => heading && isOtherNameOfNotes(title)) : null;
  const named = other ? `, or ${headingSetting('notes', other.title)} in the configuration` : '';
  return {
    start,
    end,
    message: `Unexpected ${MARKER_NAMES[kind]} ${quote(label)} in a draft without ${kind}s, expected ${list}a ${kind} for each marker${named}`,
    related: other?.heading ? [related(other.heading, `The section ${quote(other.title)}`)] : [],
  };
}

function withoutEntries({ start, end, kind, label }: Marker, last: Marker): Problem {
  return {
    start,
    end,
    message: `Unexpected ${MARKER_NAMES[kind]}s ${quote(label)} to ${quote(last.label)} without ${kind}s, expected a ${kind} for each`,
    related: [related(last, 'The last of these markers')],
  };
}

/** @param isRight whether an entry should have that number, and not the marker another one */
function withoutEntry(
  text: string,
  draft: Draft,
  marker: Marker,
  others: readonly Marker[],
  isRight: boolean,
): Problem {
  const { start, end, kind, label, note } = marker;
  const { inOrder, due } = markerSeries(draft, kind);
  const index = lastStartingBefore(inOrder, start);
  const before = inOrder[index];
  const after = inOrder[index + 1];
  // In a note no number is due.
  const ordinal = note || isRight ? null : due(before?.ordinal ?? 0, after?.ordinal ?? Number.POSITIVE_INFINITY);
  const neighbours = before || after ? ` ${placeBetween(before, after)}` : '';
  const place = note ? ` in note ${quote(note.label)}` : neighbours;
  const dueLabel = ordinal === null ? null : labelOf(kind, ordinal);
  const expected = dueLabel === null ? `${kind} ${quote(label)}` : quote(dueLabel);
  return {
    start,
    end,
    message: `Unexpected ${MARKER_NAMES[kind]} ${quote(label)} without a ${kind}${place}, expected ${expected}`,
    related: others.map((other) => related(other, `Another marker ${quote(other.label)}`)),
    fixes: dueLabel === null ? [] : relabelling(text, marker, dueLabel),
  };
}

/** Whether a list stands under its own heading; those inside of it are not. */
export function hasHeading(draft: Draft, list: 'citations' | 'notes'): boolean {
  const first = draft.sections.find((section) => section.kind === list);
  return first !== undefined && first.heading !== null;
}

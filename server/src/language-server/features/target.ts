import type { Analysis } from '../../analysis.ts';
import type { Entry, Marker } from '../../draft/draft.ts';
import type { Reference } from '../../sources/source.ts';
import { contains, itemAt, lastStartingBefore, type Range } from '../../text/range.ts';
import type { Mention } from '../../vocabulary/mention.ts';

/** What stands at a place of a draft. The range is that of the marker, the entry's label, the reference, the name. */
export type Target = Range &
  (
    | { readonly kind: 'marker'; readonly marker: Marker; readonly markers: readonly Marker[] }
    | { readonly kind: 'entry'; readonly entry: Entry }
    | { readonly kind: 'reference'; readonly reference: Reference }
    | { readonly kind: 'mention'; readonly mention: Mention }
  );

/** What the character at `offset` belongs to; for a cursor, what it stands behind counts too. */
export function targetAt(analysis: Analysis, offset: number): Target | null {
  return exactTargetAt(analysis, offset) ?? (offset > 0 ? exactTargetAt(analysis, offset - 1) : null);
}

/** What the character at `offset` belongs to. */
export function exactTargetAt({ draft, sources, names }: Analysis, offset: number): Target | null {
  const marker = itemAt(draft.markers, offset);
  if (marker) {
    const { start, end } = marker;
    return { kind: 'marker', start, end, marker, markers: markersOfRange(draft.markers, marker) };
  }
  const entry = itemAt(draft.citations, offset) ?? itemAt(draft.notes, offset);
  if (entry && contains(entry.labelRange, offset)) {
    const { start, end } = entry.labelRange;
    return { kind: 'entry', start, end, entry };
  }
  const reference = entry && itemAt(sources.references, offset);
  if (reference) return { kind: 'reference', start: reference.start, end: reference.end, reference };
  const mention = itemAt(names.mentions, offset);
  return mention ? { kind: 'mention', start: mention.start, end: mention.end, mention } : null;
}

/** The dash of `[4–7]` stands for the markers 5 and 6. */
function markersOfRange(markers: readonly Marker[], { start }: Range): readonly Marker[] {
  const found: Marker[] = [];
  for (let index = lastStartingBefore(markers, start); markers[index]?.start === start; index--) {
    found.unshift(markers[index] as Marker);
  }
  return found;
}

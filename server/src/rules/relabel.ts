import type { Marker } from '../draft/draft.ts';
import { labelIn } from '../draft/written-label.ts';
import { replacing } from './finding.ts';
import type { Fix } from './rule.ts';

/** The suggestion to write the label that is due in a marker’s place; none for what the dash of a range stands for. */
export function relabelling(text: string, marker: Marker, due: string): readonly Fix[] {
  const written = labelIn(text, marker);
  if (!written) return [];
  return [replacing(written, text.slice(written.start, written.end), written.write(due), false)];
}

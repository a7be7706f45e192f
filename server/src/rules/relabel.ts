import type { Marker } from '../draft/draft.ts';
import { labelIn } from '../draft/written-label.ts';
import { replacing } from './finding.ts';
import type { Fix } from './rule.ts';

/** Of a range: between its ends, in one callout or between two. */
const DASH = /[–—⁻-]/;
const DASH_BEFORE = /[–—⁻-]\s?$/;
const DASH_BEHIND = /^\s?[–—⁻-]/;

/**
 * The suggestion to write the label that is due in a marker’s place; none for what the dash of a range stands for, nor
 * for its ends, with which all between them would change, nor for a number on a word, by which others are read.
 */
export function relabelling(text: string, marker: Marker, due: string): readonly Fix[] {
  const written = labelIn(text, marker);
  if (!written || marker.notation === 'glued' || isInRange(text, marker)) return [];
  return [replacing(written, text.slice(written.start, written.end), written.write(due), false)];
}

function isInRange(text: string, { callout: { start, end } }: Marker): boolean {
  return (
    DASH.test(text.slice(start, end)) ||
    DASH_BEFORE.test(text.slice(Math.max(0, start - 2), start)) ||
    DASH_BEHIND.test(text.slice(end, end + 2))
  );
}

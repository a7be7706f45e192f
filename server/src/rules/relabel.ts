import type { Marker } from '../draft/draft.ts';
import { DASH } from '../draft/labels.ts';
import { labelIn } from '../draft/written-label.ts';
import { replacing } from './finding.ts';
import type { Fix } from './rule.ts';

/** Of a range: between its ends, in one callout or between two; also that of superscript characters. */
const INSIDE = new RegExp(`⁻|${DASH}`);
const BEFORE = new RegExp(String.raw`(?:⁻|${DASH})\s?$`);
const BEHIND = new RegExp(String.raw`^\s?(?:⁻|${DASH})`);

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
    INSIDE.test(text.slice(start, end)) ||
    BEFORE.test(text.slice(Math.max(0, start - 2), start)) ||
    BEHIND.test(text.slice(end, end + 2))
  );
}

import type { Range } from '../text/range.ts';
import type { Entry, Marker } from './draft.ts';
import { fromSuperscript, toSuperscript } from './labels.ts';

/** The label alone, without brackets or tags. */
export interface WrittenLabel extends Range {
  /** Another label in the same characters: `⁷` for `7` where the label is raised by its characters. */
  readonly write: (label: string) => string;
}

/** Where the label itself is written in a callout or at an entry; null for what the dash of a range stands for. */
export function labelIn(text: string, item: Marker | Entry): WrittenLabel | null {
  const { start, end } = 'labelRange' in item ? item.labelRange : item;
  const callout = text.slice(start, end);
  if (callout !== item.label && fromSuperscript(callout) === item.label) return { start, end, write: toSuperscript };
  const afterTag = callout.startsWith('<') ? callout.indexOf('>') + 1 : 0;
  const at = callout.toLowerCase().indexOf(item.label, afterTag);
  if (at === -1) return null;
  return { start: start + at, end: start + at + item.label.length, write: (label) => label };
}

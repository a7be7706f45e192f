import { isLetter, isUpper } from '../text/characters.ts';
import type { Range } from '../text/range.ts';
import type { Candidate, KnownLabels } from './candidate.ts';
import { DASH } from './labels.ts';

/** A further item after a flattened number: `3, 4`, `3,4`, `5–7`, `5-7`. */
const ITEM = /([,;] ?|[–-])(\d{1,4})(?![\d%\p{Ll}]|[.:/]\d|,\d{3}(?!\d))/uy;
/** With the dash of superscript characters. */
const RANGE = new RegExp(String.raw`^[^\S\r\n]?(?:⁻|${DASH})[^\S\r\n]?$`);
const WIDEST_RANGE = 100;
/** Between two callouts: a dash and spaces around. One that opens a line is a list’s. */
const LONGEST_DASH = 5;

/**
 * `markers` (of citations, in the order of the text) with those that lists and ranges leave out: `[1]–[3]` is three,
 * and so are `killed.1-3` and `killed.1, 2, 3` where copying flattened them. Numbers are added only where they are
 * missing between two markers, and have entries where entries are known.
 */
export function withLists(masked: string, markers: readonly Candidate[], known: KnownLabels): readonly Candidate[] {
  let all: Candidate[] | null = null;
  for (let index = 0; index < markers.length; index++) {
    const marker = markers[index] as Candidate;
    all?.push(marker);
    const next = markers[index + 1];
    const limit = next?.ordinal ?? (known.size > 0 ? Number.POSITIVE_INFINITY : 0);
    if (limit <= marker.ordinal + 1) continue;
    const fits = (ordinal: number) => ordinal < limit && (known.size === 0 || known.has(ordinal));
    const added =
      marker.notation === 'glued' ? itemsAfter(masked, marker, fits) : next ? inRange(masked, marker, next, fits) : [];
    if (added.length === 0) continue;
    all ??= markers.slice(0, index + 1);
    for (const item of added) all.push(item);
  }
  return all ?? markers;
}

function itemsAfter(masked: string, marker: Candidate, fits: (ordinal: number) => boolean): Candidate[] {
  const items: Candidate[] = [];
  let last = marker;
  while (',;–-'.includes(masked.charAt(last.end))) {
    ITEM.lastIndex = last.end;
    const match = ITEM.exec(masked);
    if (!match) return items;
    const [, separator = '', digits = ''] = match;
    const end = ITEM.lastIndex;
    const ordinal = Number.parseInt(digits, 10);
    const isRange = separator === '–' || separator === '-';
    const isNext = isRange
      ? ordinal > last.ordinal && ordinal - last.ordinal <= WIDEST_RANGE
      : ordinal === last.ordinal + 1;
    // `killed.3, 4 men`: a sentence goes on with a number of its own.
    if (!isNext || (separator.endsWith(' ') && goesOnSmall(masked, end))) return items;
    for (let between = last.ordinal + 1; between <= ordinal; between++) if (!fits(between)) return items;
    const dash = { start: last.end, end: end - digits.length };
    for (let between = last.ordinal + 1; between < ordinal; between++) items.push(itemOf(marker, between, dash));
    last = itemOf(marker, ordinal, { start: end - digits.length, end });
    items.push(last);
  }
  return items;
}

function goesOnSmall(masked: string, end: number): boolean {
  const code = masked.charCodeAt(end + 1);
  return masked.charCodeAt(end) === 32 && isLetter(code) && !isUpper(code);
}

function inRange(
  masked: string,
  first: Candidate,
  last: Candidate,
  fits: (ordinal: number) => boolean,
): readonly Candidate[] {
  const dash = { start: first.callout.end, end: last.callout.start };
  const width = dash.end - dash.start;
  if (width < 1 || width > LONGEST_DASH || last.ordinal - first.ordinal > WIDEST_RANGE) return [];
  if (!RANGE.test(masked.slice(dash.start, dash.end))) return [];
  const items: Candidate[] = [];
  for (let ordinal = first.ordinal + 1; ordinal < last.ordinal; ordinal++) {
    if (fits(ordinal)) items.push(itemOf(first, ordinal, dash));
  }
  return items;
}

/** A marker like `marker`; the items that a range leaves out all have its dash. */
function itemOf(marker: Candidate, ordinal: number, { start, end }: Range): Candidate {
  const { kind, notation, weight } = marker;
  return { kind, label: String(ordinal), ordinal, notation, start, end, callout: { start, end }, weight, sure: true };
}

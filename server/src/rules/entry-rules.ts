import type { Draft, Entry, MarkerKind } from '../draft/draft.ts';
import { labelOf } from '../draft/labels.ts';
import type { Range } from '../text/range.ts';
import { related } from './finding.ts';
import type { Problem } from './rule.ts';
import { entriesOf, entrySeries, markerSeries, placeOf, runsOf } from './series.ts';
import { placeBetween, quote } from './words.ts';

// What the rules on citations and those on notes have in common.

/**
 * Reports the entries that no marker calls; one finding for a long run of them, and when none is called at all.
 * `instead` tells what in `text` may be meant for the marker of the first one.
 */
export function reportUnused(
  text: string,
  draft: Draft,
  kind: MarkerKind,
  report: (problem: Problem) => void,
  instead: () => Range | null = () => null,
): void {
  const used = new Set<number>();
  for (const marker of draft.markers) if (marker.kind === kind) used.add(marker.ordinal);
  const twins = new Set(entrySeries(draft, kind).misplaced.flatMap(({ item, twin }) => (twin ? [item] : [])));
  const unused = entriesOf(draft, kind).filter((entry) => !used.has(entry.ordinal) && !twins.has(entry));
  const [first] = unused;
  if (!first) return;
  if (used.size === 0 && unused.length > 1) {
    const other = instead();
    const written = other ? `: ${quote(`[${first.label}]`)} for ${quote(text.slice(other.start, other.end))}` : '';
    report({
      ...first.labelRange,
      message: `Unexpected ${kind}s in a draft without ${kind === 'note' ? 'note ' : ''}markers, expected a marker for each${written}`,
      related: other ? [related(other, 'This is not read as a marker')] : [],
      unnecessary: true,
    });
    return;
  }
  const { inOrder } = markerSeries(draft, kind);
  for (const run of runsOf(unused)) {
    const [{ labelRange, label, ordinal }] = run;
    const last = run.at(-1) ?? run[0];
    const [before] = placeOf(inOrder, ordinal);
    const [, after] = placeOf(inOrder, last.ordinal);
    const place = before || after ? ` ${placeBetween(before, after)}` : '';
    const message =
      run.length > 1
        ? `Unexpected ${kind}s ${quote(label)} to ${quote(last.label)} without a marker, expected their markers in the text${place}`
        : `Unexpected ${kind} ${quote(label)} without a marker, expected its marker in the text${place}`;
    report({
      ...labelRange,
      message,
      related: [
        ...(before ? [related(before, 'Expected after this marker')] : []),
        ...(after ? [related(after, 'Expected before this marker')] : []),
        ...(run.length > 1 ? [related(last.labelRange, `The last of these ${kind}s`)] : []),
      ],
      unnecessary: true,
    });
  }
}

/** Reports the entries whose label another one has: those that are not in the list's place. */
export function reportDuplicates(draft: Draft, kind: MarkerKind, report: (problem: Problem) => void): void {
  for (const { item, before, after, twin, expected } of entrySeries(draft, kind).misplaced) {
    if (!twin) continue;
    const inside = after !== null || expected === null;
    const due = expected !== null && inside ? quote(labelOf(kind, expected)) : 'each label once';
    const place = placeBetween(before, after);
    report({
      ...item.labelRange,
      message: `Unexpected second ${kind} ${quote(item.label)} ${place}, expected ${due}`,
      related: [related(twin.labelRange, `The other ${kind} ${quote(item.label)}`)],
    });
  }
}

/**
 * Reports the entries outside of the list's rising order, and gaps in it (at the entry after). Duplicates have a rule of
 * their own, and so has an Ibid. that refers to what the gap leaves out: `explained` says for which entries it speaks.
 */
export function reportDisorder(
  text: string,
  draft: Draft,
  kind: MarkerKind,
  explained: (entry: Entry) => boolean,
  report: (problem: Problem) => void,
): void {
  const { inOrder, misplaced } = entrySeries(draft, kind);
  for (const { item, before, after, twin, expected } of misplaced) {
    if (twin) continue;
    const [from, to] = placeOf(inOrder, item.ordinal);
    const place = placeBetween(before, after);
    const home = placeBetween(from, to);
    const isDue = expected !== null && after !== null;
    report({
      ...item.labelRange,
      message: `Unexpected ${kind} ${quote(item.label)} ${place}, expected ${isDue ? quote(labelOf(kind, expected)) : `it ${home}`}`,
      related: [from, to].flatMap((entry) =>
        entry ? [related(entry.labelRange, `The ${kind} ${quote(entry.label)}`)] : [],
      ),
    });
  }
  reportSlips(text, draft, kind, report);
  reportGaps(draft, kind, explained, report);
}

/** Reports the entries before which some are missing, and nothing out of place stands that may be one of them. */
function reportGaps(
  draft: Draft,
  kind: MarkerKind,
  explained: (entry: Entry) => boolean,
  report: (problem: Problem) => void,
): void {
  const { inOrder, misplaced, due } = entrySeries(draft, kind);
  let strangers = 0;
  for (const [index, entry] of inOrder.entries()) {
    const before = inOrder[index - 1] ?? null;
    let stranger = false;
    for (let item = misplaced[strangers]?.item; item && item.start < entry.start; item = misplaced[++strangers]?.item) {
      stranger = true;
    }
    const first = due(before?.ordinal ?? 0, entry.ordinal);
    if (first === null || stranger || explained(entry)) continue;
    const last = entry.ordinal - 1;
    const missing = quote(labelOf(kind, first)) + (last > first ? ` to ${quote(labelOf(kind, last))}` : '');
    report({
      ...entry.labelRange,
      message: `Unexpected ${kind} ${quote(entry.label)} ${before ? `after ${quote(before.label)}` : 'at the start of the list'}, expected ${missing}`,
      related: before ? [related(before.labelRange, `The ${kind} before the gap`)] : [],
    });
  }
}

/** Reports the entries whose labels are written amiss. */
function reportSlips(text: string, draft: Draft, kind: MarkerKind, report: (problem: Problem) => void): void {
  for (const [index, { slip, label, labelRange }] of entriesOf(draft, kind).entries()) {
    if (slip === null) continue;
    const before = entriesOf(draft, kind)[index - 1];
    if (slip === 'line') {
      report({
        ...labelRange,
        message: `Unexpected ${kind} ${quote(label)} at the end of ${before ? quote(before.label) : 'a line'}, expected it on a line of its own`,
        fixes: [
          {
            title: `Start a paragraph at ${quote(`[${label}]`)}`,
            safe: false,
            edits: [{ start: before?.end ?? labelRange.start, end: labelRange.start, text: '\n\n' }],
          },
        ],
      });
    } else {
      const whole = `[${label}]`;
      const odd =
        slip === 'brackets'
          ? `brackets around the label of ${kind} ${quote(label)}`
          : `label ${quote(text.slice(labelRange.start, labelRange.end))} of ${kind} ${quote(label)}`;
      report({
        ...labelRange,
        message: `Unexpected ${odd}, expected ${quote(whole)}`,
        fixes: [{ title: `Write the label as ${quote(whole)}`, safe: false, edits: [{ ...labelRange, text: whole }] }],
      });
    }
  }
}

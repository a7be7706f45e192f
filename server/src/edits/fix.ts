import { quotations } from '../markdown/quotations.ts';
import type { Finding, Fix, Reading } from '../rules/rule.ts';
import { applyEdits, type TextEdit } from '../text/edit.ts';
import { groupBy } from '../text/group.ts';
import { lastStartingBefore, type Range } from '../text/range.ts';
import { mapBack } from './map.ts';

/** A draft that was read and checked. */
export interface Checked extends Reading {
  readonly findings: readonly Finding[];
}

export interface Fixed {
  readonly text: string;
  /** The findings that were mended, each as it was when its turn came. */
  readonly mended: readonly Finding[];
}

/** A finding and its safe fix. */
interface Mend {
  readonly finding: Finding;
  readonly fix: Fix;
}

/**
 * Applies the safe fixes of the findings in `text`, checks again with `analyse`, and goes on until no fix is left that
 * does only good: it mends its finding, makes no new one, leaves every marker resting on the same sources, and touches
 * nothing inside quotations and titles. Fixing the result again changes nothing.
 *
 * Each step leaves fewer findings than before, so there are no more steps than findings.
 */
export function applyFixes(text: string, analyse: (text: string) => Checked): Fixed {
  const mended: Finding[] = [];
  let current = analyse(text);
  for (;;) {
    const { checked, applied } = tryMends(current, safeMends(current), analyse);
    if (applied.length === 0) return { text: current.text, mended };
    for (const { finding } of applied) mended.push(finding);
    current = checked;
  }
}

/** The safe fixes that do not touch each other, in the order of the text. */
function safeMends({ findings }: Checked): Mend[] {
  const mends = findings.flatMap((finding) => {
    const fix = finding.fixes.find(({ safe }) => safe);
    return fix && fix.edits.length > 0 ? [{ finding, fix, ...hull(fix.edits) }] : [];
  });
  let last = -1;
  return mends
    .sort((a, b) => a.start - b.start)
    .filter(({ start, end }) => {
      if (start <= last) return false;
      last = end;
      return true;
    });
}

function hull(edits: readonly TextEdit[]): Range {
  return { start: Math.min(...edits.map(({ start }) => start)), end: Math.max(...edits.map(({ end }) => end)) };
}

interface Step {
  readonly checked: Checked;
  readonly applied: readonly Mend[];
}

/** Makes all of `mends` together, or, where that does harm, those halves of them that do none. */
function tryMends(before: Checked, mends: readonly Mend[], analyse: (text: string) => Checked): Step {
  if (mends.length === 0) return { checked: before, applied: [] };
  const edits = mends.flatMap(({ fix }) => fix.edits);
  const after = analyse(applyEdits(before.text, edits));
  if (doesOnlyGood(before, after, edits)) return { checked: after, applied: mends };
  if (mends.length === 1) return { checked: before, applied: [] };

  const middle = mends.length >>> 1;
  const first = tryMends(before, mends.slice(0, middle), analyse);
  const second = tryMends(first.checked, shifted(mends.slice(middle), first.applied), analyse);
  return { checked: second.checked, applied: [...first.applied, ...second.applied] };
}

/** Mends that stand behind others in the text, once those have been made. */
function shifted(mends: readonly Mend[], made: readonly Mend[]): readonly Mend[] {
  let shift = 0;
  for (const { fix } of made) for (const { start, end, text } of fix.edits) shift += text.length - (end - start);
  if (shift === 0) return mends;
  const moved = ({ start, end, text }: TextEdit): TextEdit => ({ start: start + shift, end: end + shift, text });
  return mends.map(({ finding, fix }) => ({ finding, fix: { ...fix, edits: fix.edits.map(moved) } }));
}

function doesOnlyGood(before: Checked, after: Checked, edits: readonly TextEdit[]): boolean {
  if (after.findings.length >= before.findings.length) return false;
  if (meaningOf(before) !== meaningOf(after)) return false;
  const known = groupBy(before.findings, ({ rule }) => rule);
  const origin = mapBack(edits);
  return after.findings.every(({ rule, start }) => {
    const from = origin(start);
    const findings = known.get(rule) ?? [];
    const nearest = findings[lastStartingBefore(findings, from.end)];
    return nearest !== undefined && nearest.start >= from.start;
  });
}

/** What every marker rests on, and what is quoted. */
function meaningOf({ text, prose, draft, sources }: Reading): string {
  const rests = draft.markers.map(({ kind, label, entry }) => {
    const references = (entry && sources.byCitation.get(entry)) ?? [];
    return `${kind} ${label} ${entry?.label ?? '-'} ${references.map(({ source }) => source?.id ?? '-').join()}`;
  });
  return [...rests, ...quotations(prose).map(({ start, end }) => text.slice(start, end))].join('\n');
}

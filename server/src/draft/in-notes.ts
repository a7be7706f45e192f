import type { Prose } from '../markdown/prose.ts';
import { findCallouts } from './callouts.ts';
import { type Candidate, labelsOf } from './candidate.ts';
import type { Entry } from './draft.ts';
import { findGluedNumbers } from './glued.ts';

/** As likely as behind a year. */
const LIKELY = 1.5;

/**
 * The markers of citations inside notes, which say what a note rests on. They follow no order of their own, so that a
 * number flattened onto the text is one only where nothing else calls its citation: not in the body, whose markers are
 * `called`, nor in a notation.
 */
export function findInNotes(
  prose: Prose,
  notes: readonly Entry[],
  citations: readonly Entry[],
  called: readonly Candidate[],
): Candidate[] {
  if (notes.length === 0) return [];
  const contents = notes.map(({ content }) => content);
  const known = { citation: labelsOf(citations), note: labelsOf(notes) };
  const found = findCallouts(prose, contents, known).filter(({ kind, sure }) => kind === 'citation' && sure);
  const free = new Set(citations.map(({ ordinal }) => ordinal));
  for (const { kind, ordinal } of [...called, ...found]) if (kind === 'citation') free.delete(ordinal);
  if (free.size === 0) return found;
  for (const candidate of findGluedNumbers(prose.masked, contents)) {
    if (candidate.weight >= LIKELY && free.delete(candidate.ordinal)) found.push(candidate);
  }
  return found.sort((a, b) => a.start - b.start);
}

import type { Analysis } from '../../analysis.ts';
import type { Range } from '../../text/range.ts';
import { callsOf, claimsRestingOn, entriesAt, mentionsOfSame, sourcesMeant } from './meaning.ts';
import { targetAt } from './target.ts';

export interface Definition {
  /** What the request was asked of. */
  readonly origin: Range;
  readonly targets: readonly DefinitionTarget[];
}

interface DefinitionTarget {
  readonly whole: Range;
  /** What to put the cursor on. */
  readonly selection: Range;
}

/**
 * Where to go from `offset`, there and back: from a marker to its entry, from an entry's label to its markers; from an
 * Ibid. or short form to the full citation, from a full citation to the claims that rest on it; from a name that no
 * vocabulary file has to where its abbreviation is introduced, or to its first mention.
 */
export function definition(analysis: Analysis, offset: number): Definition | null {
  const target = targetAt(analysis, offset);
  if (!target) return null;
  const origin = { start: target.start, end: target.end };
  if (target.kind === 'marker') {
    return { origin, targets: entriesAt(target).map((entry) => ({ whole: entry, selection: entry.labelRange })) };
  }
  if (target.kind === 'entry') return { origin, targets: callsOf(analysis, [target.entry]).map(itself) };
  if (target.kind === 'mention') {
    const introduced = analysis.names.introductions.find(
      ({ mention }) => mention?.concept.id === target.mention.concept.id,
    );
    return { origin, targets: [introduced ?? mentionsOfSame(analysis, target)[0] ?? target].map(itself) };
  }
  const { source } = target.reference;
  if (!source) return { origin, targets: target.reference.candidates.map(({ reference }) => itself(reference)) };
  if (source.reference !== target.reference) return { origin, targets: [itself(source.reference)] };
  return { origin, targets: claimsRestingOn(analysis, sourcesMeant([target.reference])).map(itself) };
}

function itself(range: Range): DefinitionTarget {
  return { whole: range, selection: range };
}

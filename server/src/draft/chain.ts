import type { Candidate, KnownLabels } from './candidate.ts';

/** What a marker gains by following its number's predecessor, in units of `Candidate.weight`. */
const SUCCESSION = 2;
/** What a gap in the numbers costs: once, and for each number left out. */
const GAP = 1.5;
const MISSING = 0.3;
/** What a number without an entry costs where the entries are known. */
const UNKNOWN = 3;

/**
 * The candidates that most likely are the markers of one series: of all sequences that rise with the text, the one
 * with the greatest sum of weights, of gains for each number that follows its predecessor, and of costs for gaps.
 * Found by dynamic programming over the numbers (a weighted longest increasing subsequence): O(n log m) for n
 * candidates with numbers up to m.
 *
 * @param candidates of one kind, in the order of the text
 */
export function chooseChain(candidates: readonly Candidate[], known: KnownLabels): Set<Candidate> {
  let most = 0;
  for (const candidate of candidates) most = Math.max(most, candidate.ordinal);
  // scores[n]: the best chain so far that ends in n; the tree keeps max(scores[n] + MISSING * n) over prefixes.
  const scores = new Float64Array(most + 1).fill(Number.NEGATIVE_INFINITY);
  const holders = new Int32Array(most + 1).fill(-1);
  const tree = new Int32Array(most + 1);
  const previous = new Int32Array(candidates.length).fill(-1);
  const reach = (ordinal: number) => (scores[ordinal] as number) + MISSING * ordinal;
  scores[0] = 0;

  const bestBelow = (ordinal: number): number => {
    let best = 0;
    for (let at = ordinal - 1; at > 0; at -= at & -at) {
      const other = tree[at] as number;
      if (other !== 0 && reach(other) > reach(best)) best = other;
    }
    return best;
  };
  const update = (ordinal: number): void => {
    for (let at = ordinal; at <= most; at += at & -at) {
      const held = tree[at] as number;
      if (held === 0 || reach(ordinal) > reach(held)) tree[at] = ordinal;
    }
  };

  candidates.forEach((candidate, index) => {
    const { ordinal } = candidate;
    const weight = candidate.weight - (known.size > 0 && !known.has(ordinal) ? UNKNOWN : 0);
    const below = bestBelow(ordinal);
    const afterGap = reach(below) - GAP - MISSING * (ordinal - 1);
    const afterPredecessor = (scores[ordinal - 1] as number) + SUCCESSION;
    const follows = afterPredecessor >= afterGap;
    const score = weight + (follows ? afterPredecessor : afterGap);
    if (score <= (scores[ordinal] as number)) return;
    scores[ordinal] = score;
    previous[index] = holders[follows ? ordinal - 1 : below] as number;
    holders[ordinal] = index;
    update(ordinal);
  });

  let best = 0;
  for (let ordinal = 1; ordinal <= most; ordinal++)
    if ((scores[ordinal] as number) > (scores[best] as number)) best = ordinal;
  const chosen = new Set<Candidate>();
  for (let index = holders[best] as number; index !== -1; index = previous[index] as number) {
    chosen.add(candidates[index] as Candidate);
  }
  return chosen;
}

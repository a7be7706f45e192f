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
  scores[0] = 0;

  for (let index = 0; index < candidates.length; index++) {
    const { ordinal, weight } = candidates[index] as Candidate;
    const cost = known.size > 0 && !known.has(ordinal) ? UNKNOWN : 0;
    const below = bestBelow(tree, scores, ordinal);
    const afterGap = reach(scores, below) - GAP - MISSING * (ordinal - 1);
    const afterPredecessor = (scores[ordinal - 1] as number) + SUCCESSION;
    const follows = afterPredecessor >= afterGap;
    const score = weight - cost + (follows ? afterPredecessor : afterGap);
    if (score <= (scores[ordinal] as number)) continue;
    scores[ordinal] = score;
    previous[index] = holders[follows ? ordinal - 1 : below] as number;
    holders[ordinal] = index;
    update(tree, scores, ordinal);
  }

  let best = 0;
  for (let ordinal = 1; ordinal <= most; ordinal++)
    if ((scores[ordinal] as number) > (scores[best] as number)) best = ordinal;
  const chosen = new Set<Candidate>();
  for (let index = holders[best] as number; index !== -1; index = previous[index] as number) {
    chosen.add(candidates[index] as Candidate);
  }
  return chosen;
}

/** What a chain that ends in a number is worth to one that goes on from there. */
function reach(scores: Float64Array, ordinal: number): number {
  return (scores[ordinal] as number) + MISSING * ordinal;
}

/** The number below `ordinal` from which to go on. */
function bestBelow(tree: Int32Array, scores: Float64Array, ordinal: number): number {
  let best = 0;
  for (let at = ordinal - 1; at > 0; at -= at & -at) {
    const other = tree[at] as number;
    if (other !== 0 && reach(scores, other) > reach(scores, best)) best = other;
  }
  return best;
}

function update(tree: Int32Array, scores: Float64Array, ordinal: number): void {
  for (let at = ordinal; at < tree.length; at += at & -at) {
    const held = tree[at] as number;
    if (held === 0 || reach(scores, ordinal) > reach(scores, held)) tree[at] = ordinal;
  }
}

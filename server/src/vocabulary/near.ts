import { distance } from '../text/distance.ts';
import { labelAt, type Matcher } from './compile.ts';
import type { Nearness } from './mention.ts';
import { endsInOwned, VOWELS, type Words } from './words.ts';

/** What makes an adjective, a people or a plural of a name: no misspelling. */
const DERIVATIONS = new Set(['i', 'n']);
/** Words of no more letters are told from one another by a single consonant. */
const MOST_SHORT = 7;

export interface NearMatch {
  /** The names that are as near: their labels, the first of each concept. */
  readonly labels: readonly number[];
  readonly nearness: Nearness;
  /** The word after the match. */
  readonly to: number;
}

const RANKS: readonly Nearness[] = ['folded', 'skeleton', 'distance'];
/** The rank of what is near to nothing. */
export const FAR = RANKS.length;

/** The labels nearest to a text, as they are considered one after the other. */
export interface Nearest {
  /** The words of the text: from `at` up to `to` (exclusive). */
  readonly at: number;
  readonly to: number;
  /** The folded letters of its words. */
  readonly text: string;
  /** How near they are, by the place in `RANKS`. */
  rank: number;
  /** By concept, one of each. */
  readonly labels: Map<string, number>;
  /** Those that are near too. */
  readonly others: number[];
}

export function startNearest({ from, letters }: Words, at: number, to: number): Nearest {
  return {
    at,
    to,
    text: String.fromCharCode(...letters.subarray(from[at], from[to])),
    rank: FAR,
    labels: new Map(),
    others: [],
  };
}

/**
 * Whether a label may be one slip away from the words from `at` up to `to` (exclusive): it is about as long, and begins
 * or ends with the same letter.
 */
export function sharesEnd(matcher: Matcher, { from, letters }: Words, at: number, to: number, label: number): boolean {
  const { squashed, squashedEnds } = matcher;
  const begin = from[at] as number;
  const end = from[to] as number;
  const labelBegin = label === 0 ? 0 : (squashedEnds[label - 1] as number);
  const labelEnd = squashedEnds[label] as number;
  if (Math.abs(labelEnd - labelBegin - (end - begin)) > 1) return false;
  return squashed.charCodeAt(labelBegin) === letters[begin] || squashed.charCodeAt(labelEnd - 1) === letters[end - 1];
}

/** Puts `index` among the nearest labels if it is as near as they are, alone if it is nearer. */
export function consider(matcher: Matcher, words: Words, nearest: Nearest, index: number, sounds: boolean): void {
  const { text, labels, others } = nearest;
  const { text: label, squashed, concept, person } = labelAt(matcher, index);
  if (endsInOwned(words, nearest.at, nearest.to) && !label.includes('’')) return;
  if (!sounds && (person || !/[\s-]/.test(label)) && isAnother(words, nearest, squashed, person)) return;
  if (isDerived(text, squashed, /[\s-]/.test(label))) return;
  const rank = rankOf(text, squashed, sounds);
  if (rank === -1) return;
  if (rank > nearest.rank) {
    others.push(index);
    return;
  }
  if (rank < nearest.rank) {
    for (const farther of labels.values()) others.push(farther);
    labels.clear();
    nearest.rank = rank;
  }
  const own = labels.get(concept) ?? index;
  // Of equals the one considered last comes last.
  labels.delete(concept);
  labels.set(concept, Math.min(own, index));
}

export function nearMatch(matcher: Matcher, nearest: Nearest): NearMatch {
  const { to, rank, others } = nearest;
  const labels = [...nearest.labels.values()];
  return {
    labels: rank === 0 ? labels : withDistinct(matcher, labels, others),
    nearness: RANKS[rank] as Nearness,
    to,
  };
}

/** The labels, and those of the others that are not to be confused with them: which is meant, a person must say. */
function withDistinct(matcher: Matcher, labels: readonly number[], others: readonly number[]): readonly number[] {
  const distinct = new Set(labels.flatMap((label) => labelAt(matcher, label).distinct));
  return [...labels, ...others.filter((other) => distinct.has(labelAt(matcher, other).concept))];
}

function rankOf(text: string, label: string, sounds: boolean): number {
  if (!sounds) return slips(text, label);
  if (text === label) return 0;
  // Hashes of sounds may collide; spellings of one name do not differ much.
  const most = Math.max(2, Math.floor(label.length / 3));
  return distance(text, label, most) <= most ? 1 : -1;
}

/** Pakistani, Afghans: made of the name. Of a name of several words, only a plural is made. */
function isDerived(text: string, name: string, severalWords: boolean): boolean {
  const [longer, shorter] = text.length > name.length ? [text, name] : [name, text];
  if (longer.length !== shorter.length + 1 || !longer.startsWith(shorter)) return false;
  const ending = longer.slice(-1);
  return ending === 's' || (longer === text && !severalWords && DERIVATIONS.has(ending));
}

/**
 * Omar Ghani is not Omar Ghazi: another consonant in a short word makes the name of another person. Of anything else it
 * makes another word where it is the first letter: the Saleban are no Taliban.
 */
function isAnother({ from }: Words, { text, at }: Nearest, name: string, person: boolean): boolean {
  if (text === name || text.length !== name.length) return false;
  let slip = 0;
  while (text[slip] === name[slip]) slip++;
  if (slip > 0 && !person) return false;
  const isOneSlip = text.slice(slip + 1) === name.slice(slip + 1);
  if (!isOneSlip || VOWELS.includes(text.charAt(slip)) || VOWELS.includes(name.charAt(slip))) return false;
  const place = (from[at] as number) + slip;
  let word = at;
  while ((from[word + 1] as number) <= place) word++;
  return (from[word + 1] as number) - (from[word] as number) <= MOST_SHORT;
}

/** 0 for the same letters, 2 for one slip between them, -1 for more. */
function slips(a: string, b: string): 0 | 2 | -1 {
  if (Math.abs(a.length - b.length) > 1) return -1;
  let from = 0;
  while (from < a.length && from < b.length && a[from] === b[from]) from++;
  let endA = a.length;
  let endB = b.length;
  while (endA > from && endB > from && a[endA - 1] === b[endB - 1]) {
    endA--;
    endB--;
  }
  if (endA === from && endB === from) return 0;
  if (endA - from <= 1 && endB - from <= 1) return 2;
  const swapped = endA - from === 2 && endB - from === 2 && a[from] === b[from + 1] && a[from + 1] === b[from];
  return swapped ? 2 : -1;
}

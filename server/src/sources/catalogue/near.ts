import { distance } from '../../text/distance.ts';
import { put } from '../../text/group.ts';

/** Words by what remains of them when one letter is left out: finds words one letter apart without comparing all. */
export type SpellingIndex = ReadonlyMap<string, readonly string[]>;

/** In shorter words a letter makes too much of a difference. */
const SHORTEST = 5;
const LONGEST = 32;

export function spellingIndex(words: readonly string[]): SpellingIndex {
  const index = new Map<string, string[]>();
  for (const word of words) for (const variant of variantsOf(word)) put(index, variant, word);
  return index;
}

/** The words of the index that are one letter (left out, added, another) from `word`. */
export function nearKeys(index: SpellingIndex, word: string): readonly string[] {
  const near = new Set<string>();
  for (const variant of variantsOf(word)) {
    for (const other of index.get(variant) ?? []) if (distance(word, other, 1) === 1) near.add(other);
  }
  return [...near];
}

function variantsOf(word: string): string[] {
  if (word.length < SHORTEST || word.length > LONGEST) return [];
  const variants = [word];
  for (let at = 0; at < word.length; at++) variants.push(word.slice(0, at) + word.slice(at + 1));
  return variants;
}

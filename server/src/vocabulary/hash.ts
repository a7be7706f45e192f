/** The base of all hashes of folded letters: ((0 × base + first) × base + second) …, in 32 bits. */
export const BASE = 0x01000193;

/** The hash of a word, or of its letters from `from` to `to`. */
export function hashOf(word: string, from = 0, to = word.length): number {
  let hash = 0;
  for (let at = from; at < to; at++) hash = (Math.imul(hash, BASE) + word.charCodeAt(at)) | 0;
  return hash;
}

/** The hashes of folded words to look for. */
export function wordSet(...lists: readonly string[]): ReadonlySet<number> {
  return new Set(
    lists
      .join(' ')
      .split(' ')
      .map((word) => hashOf(word)),
  );
}

/** What a letter counts for, by how many letters follow it: the powers of BASE. */
export const POWERS = new Int32Array(256).fill(1);
for (let at = 1; at < POWERS.length; at++) POWERS[at] = Math.imul(POWERS[at - 1] as number, BASE);

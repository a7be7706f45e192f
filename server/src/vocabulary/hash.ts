import { emptyTable, first, insert, next, type Table } from './table.ts';

/** The base of all hashes of folded letters: ((0 × base + first) × base + second) …, in 32 bits. */
export const BASE = 0x01000193;

export function hashOf(word: string): number {
  let hash = 0;
  for (let at = 0; at < word.length; at++) hash = (Math.imul(hash, BASE) + word.charCodeAt(at)) | 0;
  return hash;
}

/** The hash of the folded letters from `from` to `to`. */
export function hashOfLetters(letters: Uint16Array, from: number, to: number): number {
  let hash = 0;
  for (let at = from; at < to; at++) hash = (Math.imul(hash, BASE) + (letters[at] as number)) | 0;
  return hash;
}

/** Folded words to look for by their hashes. */
export function wordSet(...lists: readonly string[]): Table {
  const words = lists.join(' ').split(' ');
  const set = emptyTable(words.length * 2);
  for (const word of words) insert(set, hashOf(word), 0);
  return set;
}

export function has(set: Table, hash: number): boolean {
  return next(set, hash, first(set, hash)) !== -1;
}

/** What a letter counts for, by how many letters follow it: the powers of BASE. */
export const POWERS = Int32Array.from({ length: 256 }, () => 1);
for (let at = 1; at < POWERS.length; at++) POWERS[at] = Math.imul(POWERS[at - 1] as number, BASE);

import type { LabelKind } from './concept.ts';
import { BASE, hashOf, POWERS } from './hash.ts';
import { bareKernel } from './kernel.ts';
import { addBit, type Bits, type Buckets, emptyBits, fillBuckets } from './table.ts';

// What is nearly a label is found by what the two have in common.

/** Labels of more letters are found as they are written alone: their neighbourhoods would fill the index. */
const MOST_NEAR = 64;

/** What is to be known of a label. */
interface NearLabel {
  readonly kind: LabelKind;
  readonly acronym: boolean;
  /** The folded letters of its words. */
  readonly squashed: string;
}

export interface NearIndex {
  /** Labels by the hashes of their letters, whole and with each left out in turn. */
  readonly near: Buckets;
  readonly nearBits: Bits;
  /**
   * What labels begin and end with, by length (`sideHash`): one slip leaves one of the two as it is. And what tells long
   * ones from their beginning (`addFar`).
   */
  readonly sideBits: Bits;
}

export function hasNeighbours({ kind, acronym, squashed }: NearLabel): boolean {
  return kind !== 'stop' && !acronym && squashed.length >= bareKernel().LEAST_NEAR.value;
}

/**
 * Two words are one slip apart when they are the same once a letter is left out of each, or of one (symmetric deletion,
 * as in W. Garbe's SymSpell, 2012).
 */
export function indexNear(labels: readonly NearLabel[]): NearIndex {
  const isIndexed = (label: NearLabel) => hasNeighbours(label) && label.squashed.length <= MOST_NEAR;
  let most = 0;
  let neighbours = 0;
  for (const label of labels) {
    if (hasNeighbours(label)) neighbours++;
    if (isIndexed(label)) most += label.squashed.length + 1;
  }
  const hashes = new Int32Array(most);
  const owners = new Int32Array(most);
  const sideBits = emptyBits(neighbours * 10);
  let count = 0;
  for (const [index, label] of labels.entries()) {
    if (hasNeighbours(label)) {
      addSides(sideBits, label.squashed);
      addFar(sideBits, label.squashed);
    }
    if (!isIndexed(label)) continue;
    const from = count;
    count = addDeletions(hashes, count, label.squashed);
    owners.fill(index, from, count);
  }
  const nearBits = emptyBits(count);
  for (let at = 0; at < count; at++) addBit(nearBits, hashes[at] as number);
  return { near: fillBuckets(hashes, owners, count), nearBits, sideBits };
}

/** Writes the hashes of a word's letters, whole and with each left out in turn, from `at` on; gives where they end. */
function addDeletions(hashes: Int32Array, at: number, letters: string): number {
  const whole = hashOf(letters);
  let to = at;
  hashes[to++] = whole;
  let prefix = 0;
  let last = 0;
  for (let left = 0; left < letters.length; left++) {
    const letter = letters.charCodeAt(left);
    const through = (Math.imul(prefix, BASE) + letter) | 0;
    // Of two letters that are the same, it does not matter which is left out.
    if (letter !== last)
      hashes[to++] = (whole - Math.imul((through - prefix) | 0, POWERS[letters.length - 1 - left] as number)) | 0;
    prefix = through;
    last = letter;
  }
  return to;
}

function addSides(sideBits: Bits, letters: string): void {
  const { sideHash, sideLength } = bareKernel();
  for (let length = letters.length - 1; length <= letters.length + 1; length++) {
    const side = sideLength(length);
    addBit(sideBits, sideHash(hashOf(letters, 0, side), length));
    addBit(sideBits, sideHash(~hashOf(letters, letters.length - side), length));
  }
}

/**
 * What a stretch of `LEAST_FAR` letters or more has in common with a label that is one slip apart: the first letters,
 * or, where the slip is in them, those from `FAR_FROM` on, at most one place further on or back.
 */
function addFar(sideBits: Bits, letters: string): void {
  const { LEAST_FAR, FAR_LETTERS, FAR_FROM, sideHash } = bareKernel();
  if (letters.length < LEAST_FAR.value - 1) return;
  addBit(sideBits, sideHash(hashOf(letters, 0, FAR_LETTERS.value), 0));
  for (let from = FAR_FROM.value - 1; from <= FAR_FROM.value + 1; from++)
    addBit(sideBits, sideHash(~hashOf(letters, from, Math.min(from + FAR_LETTERS.value, letters.length)), 0));
}

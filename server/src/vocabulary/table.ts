import { bareKernel } from './kernel.ts';

// What the kernel asks (kernel/tables.ts) is put together here.

/**
 * A multimap from 32-bit hashes to numbers from 0, in two typed arrays (open addressing, linear probing), so that it
 * can be stored and loaded as it is. Hashes may collide: who asks compares what the values stand for.
 */
export interface Table {
  readonly keys: Int32Array;
  /** Value plus one; 0 is an empty slot. */
  readonly values: Int32Array;
}

export function emptyTable(entries: number): Table {
  let size = 16;
  while (size < entries * 2) size *= 2;
  return { keys: new Int32Array(size), values: new Int32Array(size) };
}

export function insert(table: Table, hash: number, value: number): void {
  const mask = table.keys.length - 1;
  let slot = spread(hash) & mask;
  while (table.values[slot] !== 0) slot = (slot + 1) & mask;
  table.keys[slot] = hash;
  table.values[slot] = value + 1;
}

function spread(hash: number): number {
  return bareKernel().spread(hash);
}

/**
 * The same where the values themselves are compared, without the hashes and without empty slots: those whose hashes
 * have the low bits in common, one after the other. `starts` has one more than there are buckets.
 */
export interface Buckets {
  readonly starts: Int32Array;
  readonly values: Int32Array;
}

/** Buckets of the first `count` values, each with its hash. */
export function fillBuckets(hashes: Int32Array, values: Int32Array, count: number): Buckets {
  let size = 16;
  while (size * 2 < count) size *= 2;
  const starts = new Int32Array(size + 1);
  const placed = new Int32Array(count);
  for (let at = 0; at < count; at++) {
    const bucket = spread(hashes[at] as number) & (size - 1);
    starts[bucket] = (starts[bucket] as number) + 1;
  }
  for (let bucket = 1; bucket <= size; bucket++)
    starts[bucket] = (starts[bucket] as number) + (starts[bucket - 1] as number);
  // From the last to the first, each bucket's start comes down to where its first value stands.
  for (let at = count - 1; at >= 0; at--) {
    const bucket = spread(hashes[at] as number) & (size - 1);
    const place = (starts[bucket] as number) - 1;
    starts[bucket] = place;
    placed[place] = values[at] as number;
  }
  return { starts, values: placed };
}

/** One bit or more for each of a set of hashes: most questions about others end here. */
export type Bits = Int32Array;

export function emptyBits(entries: number): Bits {
  let size = 32;
  while (size * 2 < entries) size *= 2;
  return new Int32Array(size);
}

export function bitsOf(hashes: readonly number[]): Bits {
  const bits = emptyBits(hashes.length);
  for (const hash of hashes) addBit(bits, hash);
  return bits;
}

export function addBit(bits: Bits, hash: number): void {
  const bit = bareKernel().bitOf(hash) & (bits.length * 32 - 1);
  bits[bit >>> 5] = (bits[bit >>> 5] as number) | (1 << (bit & 31));
}

// The tables of a vocabulary (`Matcher` says what they hold): where each lies, and of those that are asked by hashes what
// masks these. JavaScript puts them there.

export let wordLetters: usize = 0;
export let wordFrom: usize = 0;
export let roots: usize = 0;
export let nodeParent: usize = 0;
export let nodeWord: usize = 0;
export let nodeLabel: usize = 0;
export let nextLabel: usize = 0;
export let labelTexts: usize = 0;
export let textEnds: usize = 0;
export let wordSkeleton: usize = 0;
export let mostWords: i32 = 0;
export let mostLetters: i32 = 0;

export let wordBits: usize = 0;
export let wordBitsMask: i32 = 0;
export let smallBits: usize = 0;
export let smallBitsMask: i32 = 0;
export let beginningBits: usize = 0;
export let beginningBitsMask: i32 = 0;
export let sideBits: usize = 0;
export let sideBitsMask: i32 = 0;
export let nearBits: usize = 0;
export let nearBitsMask: i32 = 0;

export let wordKeys: usize = 0;
export let wordValues: usize = 0;
export let wordMask: i32 = 0;
export let edgeKeys: usize = 0;
export let edgeValues: usize = 0;
export let edgeMask: i32 = 0;
export let skeletonKeys: usize = 0;
export let skeletonValues: usize = 0;
export let skeletonMask: i32 = 0;
export let nearStarts: usize = 0;
export let nearValues: usize = 0;
export let nearMask: i32 = 0;

/** The number at a place of a column. */
export function numberAt(column: usize, at: i32): i32 {
  return load<i32>(column + ((<usize>at) << 2));
}

/** The finaliser of MurmurHash3: sums and products leave their low bits poor. */
export function spread(hash: i32): i32 {
  let mixed = hash ^ (hash >>> 16);
  mixed *= <i32>0x85ebca6b;
  mixed ^= mixed >>> 13;
  mixed *= <i32>0xc2b2ae35;
  return mixed ^ (mixed >>> 16);
}

/** The first slot from `slot` on that holds a word with that hash, or -1; to go on, ask from the one after it. */
export function nextWord(hash: i32, slot: i32): i32 {
  return next(wordKeys, wordValues, wordMask, hash, slot);
}

export function nextEdge(hash: i32, slot: i32): i32 {
  return next(edgeKeys, edgeValues, edgeMask, hash, slot);
}

export function nextSkeleton(hash: i32, slot: i32): i32 {
  return next(skeletonKeys, skeletonValues, skeletonMask, hash, slot);
}

function next(keys: usize, values: usize, mask: i32, hash: i32, slot: i32): i32 {
  for (let at = slot & mask; numberAt(values, at) !== 0; at = (at + 1) & mask)
    if (numberAt(keys, at) === hash) return at;
  return -1;
}

/** Where in a set of bits that of a hash stands. */
export function bitOf(hash: i32): i32 {
  return ((hash ^ (hash >>> 15)) * 0x2c1b3c6d) >>> 3;
}

/** False when the hash was not added; true also for some that were not. */
export function mayHave(bits: usize, mask: i32, hash: i32): bool {
  const bit = bitOf(hash);
  return (numberAt(bits, (bit >>> 5) & mask) & (1 << (bit & 31))) !== 0;
}

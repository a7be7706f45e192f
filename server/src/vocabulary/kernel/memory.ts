// Where things lie. At fixed places what each instance has; behind it the tables of a vocabulary, which stay; behind
// these the text that is read, and behind it the words of one block after the other.

/** By code unit, its class or folded letter (`fold.ts`), from what is asked of JavaScript; 0 where nobody asked yet. */
export const CLASSES = memory.data(0x10000 * 4, 16);

const PAGE: usize = 0x10000;
const MOST_PAGES: i64 = 0x10000;
/** More than what is looked at beyond where a text ends. */
const BEYOND: usize = 16;
/** What the columns take for each code unit. */
const BYTES_PER_UNIT: u64 = 28;
const LEAST_ROOM: i32 = 1 << 12;
/** Room for a text of more code units is not made beforehand. */
const MOST_SPARE: i32 = 1 << 20;

/** The text in code units, and, until it is decoded, in UTF-8. */
export let text: usize = __heap_base;
export let bytes: usize = 0;
/** The columns of the words (`Words` in words.ts says what they are). */
export let start: usize = 0;
export let end: usize = 0;
export let gap: usize = 0;
export let flags: usize = 0;
export let hash: usize = 0;
export let from: usize = 0;
export let letters: usize = 0;
/** By word, its number in the vocabulary, or -1. */
export let ids: usize = 0;
/** The words that a name may start at. */
export let openings: usize = 0;
/** The ranges that are left out of a block, two numbers each: they are read before anything is known of its words. */
export let apart: usize = 0;

/** How often the words were given another place: who looks at their columns looks at them anew. */
export let layouts: i32 = 0;

let textRoom: i32 = 0;
let wordRoom: i32 = 0;

/** Makes room for the tables, and gives where it begins. */
export function reserveTables(size: i32): usize {
  const at = aligned(__heap_base);
  const behind = aligned(at + size);
  grow(behind);
  text = behind;
  textRoom = 0;
  return at;
}

/** Makes room for a text of as many code units, in UTF-8 too. */
export function reserveText(length: i32): void {
  if (length <= textRoom) return;
  const room = spacious(length);
  const behind = aligned(text + (<usize>room + BEYOND) * 2);
  grow(<u64>behind + (<u64>room + BEYOND) * 3);
  textRoom = room;
  bytes = behind;
  wordRoom = 0;
}

/** Makes room for the words of a block of as many code units, each of which may be one; gives how many there is room for. */
export function reserveWords(length: i32): i32 {
  if (textRoom === 0) reserveText(1);
  if (length <= wordRoom) return wordRoom;
  const room = spacious(length);
  const units = <usize>room + BEYOND;
  grow(<u64>bytes + <u64>units * BYTES_PER_UNIT + PAGE);
  wordRoom = room;
  layouts++;
  letters = bytes;
  gap = aligned(letters + units * 2);
  flags = aligned(gap + units);
  start = aligned(flags + units);
  end = start + units * 4;
  hash = end + units * 4;
  from = hash + units * 4;
  ids = from + units * 4;
  openings = ids + units * 4;
  apart = ids;
  return wordRoom;
}

function spacious(length: i32): i32 {
  return length > MOST_SPARE ? length : min(max(length * 2, LEAST_ROOM), MOST_SPARE);
}

function aligned(at: usize): usize {
  return (at + 15) & ~15;
}

/** Before anything is given another place: where there is no room for it, all stays as it was. */
function grow(least: u64): void {
  const pages = <i64>((least + PAGE - 1) / PAGE) - memory.size();
  if (pages > 0 && (pages > MOST_PAGES || memory.grow(<i32>pages) === -1)) abort();
}

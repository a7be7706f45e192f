// Where things lie. At fixed places what each instance has; behind it the tables of a vocabulary, which stay; behind
// these the words of the text that is read, which make room for those of the next.

/** By code unit, its class or folded letter (`fold.ts`), from what is asked of JavaScript; 0 where nobody asked yet. */
export const CLASSES = memory.data(0x10000 * 4, 16);

const PAGE: usize = 0x10000;
/** More than what is looked at beyond where a text ends. */
const BEYOND: usize = 16;
/** Room for a text of more code units is not made beforehand. */
const MOST_SPARE: i32 = 1 << 20;

let scratch: usize = __heap_base;
let room: i32 = 0;

/** The columns of its words (`Words` in words.ts says what they are). */
export let start: usize = 0;
export let end: usize = 0;
export let gap: usize = 0;
export let flags: usize = 0;
/** Whether the word is a joiner. */
export let joiner: usize = 0;
export let hash: usize = 0;
export let from: usize = 0;
export let letters: usize = 0;
/** By word, its number in the vocabulary, or -1. */
export let ids: usize = 0;
/** The words that a name may start at. */
export let openings: usize = 0;
/** The text in UTF-8, and in code units. */
export let bytes: usize = 0;
export let text: usize = 0;

/** Makes room for the tables, and gives where it begins. */
export function reserveTables(size: i32): usize {
  const at = aligned(__heap_base);
  scratch = aligned(at + size);
  room = 0;
  grow(scratch);
  return at;
}

/** Makes room for a text of as many code units, each of which may be a word; gives how many there is room for. */
export function reserve(length: i32): i32 {
  if (length <= room) return room;
  room = length > MOST_SPARE ? length : min(max(length * 2, 1 << 12), MOST_SPARE);
  const units = <usize>room + BEYOND;
  letters = aligned(scratch);
  gap = aligned(letters + units * 2);
  flags = aligned(gap + units);
  joiner = aligned(flags + units);
  start = aligned(joiner + units);
  end = start + units * 4;
  hash = end + units * 4;
  from = hash + units * 4;
  ids = from + units * 4;
  openings = ids + units * 4;
  // What is read is not needed any more when what is known of its words is written.
  bytes = ids;
  text = openings;
  grow(openings + units * 4);
  return room;
}

function aligned(at: usize): usize {
  return (at + 15) & ~15;
}

function grow(least: usize): void {
  const pages = <i32>((least + PAGE - 1) / PAGE) - memory.size();
  if (pages > 0 && memory.grow(pages) === -1) abort();
}

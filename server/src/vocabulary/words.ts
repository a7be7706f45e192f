import type { Range } from '../text/range.ts';
import { bareKernel, type Kernel, type WordColumn } from './kernel.ts';

/** What stands between a word and the one before it. */
export const GAP = { none: 0, space: 1, hyphen: 2, break: 3 } as const;

/** What is known of a word. */
export const FLAG = {
  capitalised: 1,
  /** Two capitals or more: `LeT`, `LET`. */
  capitals: 2,
  allCapitals: 4,
  /** Followed by ’s, which is not part of the word. */
  possessive: 8,
  number: 16,
} as const;

/**
 * The words of a text in its order, column by column: runs of letters or of digits. Hyphens and spaces part words;
 * apostrophes and backticks inside a word belong to it, emphasis marks are not there.
 */
export interface Words {
  /** What has read them. */
  readonly kernel: Kernel;
  count: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** After the last word stands a break, and no flag. */
  readonly gap: Uint8Array;
  readonly flags: Uint8Array;
  /** 1 for what stands between the parts of a name; how it is spelled does not tell names apart: Hizb-i-, Hizb-ul-. */
  readonly joiner: Uint8Array;
  readonly hash: Int32Array;
  /** Where the word's folded letters start in `letters`; they end where those of the next start. */
  readonly from: Int32Array;
  readonly letters: Uint16Array;
  /** What a vocabulary knows of them: their numbers in it, or -1, and the words that a name may start at. */
  readonly ids: Int32Array;
  readonly openings: Int32Array;
}

/** Texts of more code units are seldom read: the room for them is not kept. */
export const LONG = 1 << 20;
/** What stands behind a text tells what an apostrophe at its end is. */
const BEYOND = 4;
const SPACES = ' '.repeat(BEYOND);
const encoder = new TextEncoder();
/** Of each kernel, the columns of its memory as it is. */
const views = new WeakMap<Kernel, Words>();

/**
 * Reads the words of `text`, or of the block of it, leaving out the sorted ranges `apart`. The result is good until the
 * kernel reads again: it is where the next words will stand.
 */
export function readWords(
  text: string,
  apart: readonly Range[] = [],
  block: Range = { start: 0, end: text.length },
  kernel: Kernel = bareKernel(),
): Words {
  const base = block.start;
  const words = roomFor(kernel, block.end - base);
  const { buffer } = kernel.memory;
  const content = text.slice(base, block.end + BEYOND) + SPACES;
  const { written } = encoder.encodeInto(content, new Uint8Array(buffer, kernel.bytes.value));
  kernel.decode(written);
  words.from[0] = 0;
  let at = base;
  let count = 0;
  for (const { start, end } of apart) {
    if (start > at) count = kernel.readStretch(at - base, Math.min(start, block.end) - base, base, count);
    at = Math.max(at, end);
  }
  if (at < block.end) count = kernel.readStretch(at - base, block.end - base, base, count);
  kernel.close(count);
  words.count = count;
  return words;
}

/** The words of the kernel, with room for those of a text of `length` code units. */
function roomFor(kernel: Kernel, length: number): Words {
  const room = kernel.reserve(length);
  const { memory } = kernel;
  const words = views.get(kernel);
  if (words && words.start.length >= length && words.start.buffer === memory.buffer) return words;
  const at = (column: WordColumn) => [memory.buffer, kernel[column].value, room] as const;
  const fresh: Words = {
    kernel,
    count: 0,
    start: new Int32Array(...at('start')),
    end: new Int32Array(...at('end')),
    gap: new Uint8Array(...at('gap')),
    flags: new Uint8Array(...at('flags')),
    joiner: new Uint8Array(...at('joiner')),
    hash: new Int32Array(...at('hash')),
    from: new Int32Array(...at('from')),
    letters: new Uint16Array(...at('letters')),
    ids: new Int32Array(...at('ids')),
    openings: new Int32Array(...at('openings')),
  };
  views.set(kernel, fresh);
  return fresh;
}

/** The hash of how a word sounds in any transliteration (kernel/skeleton.ts). */
export function soundOf(word: string): number {
  const { kernel, letters } = roomFor(bareKernel(), word.length);
  for (let at = 0; at < word.length; at++) letters[at] = word.charCodeAt(at);
  return kernel.skeletonOf(0, word.length);
}

export function isJoiner({ joiner }: Words, at: number): boolean {
  return joiner[at] === 1;
}

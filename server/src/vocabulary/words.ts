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

/** What stands behind a text tells what an apostrophe at its end is. */
const BEHIND = ' '.repeat(4);
const encoder = new TextEncoder();

/** The memory of a kernel as it is. */
interface View {
  readonly words: Words;
  /** The ranges that are left out, two numbers each. */
  readonly apart: Int32Array;
}

const views = new WeakMap<Kernel, View>();
/** What is in the memory of each. */
const texts = new WeakMap<Kernel, string>();

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
  if (texts.get(kernel) !== text) take(kernel, text);
  const { words, apart: ranges } = viewOf(kernel, block.end - block.start);
  for (let index = 0; index < apart.length; index++) {
    const { start, end } = apart[index] as Range;
    ranges[index * 2] = start;
    ranges[index * 2 + 1] = end;
  }
  words.count = kernel.read(block.start, block.end, apart.length);
  return words;
}

/** Puts a text into the memory of a kernel, to read one block of it after the other. */
function take(kernel: Kernel, text: string): void {
  kernel.reserveText(text.length + BEHIND.length);
  place(kernel, text + BEHIND, kernel.text.value);
  texts.set(kernel, text);
}

/** Writes the code units of a text, for which there is room in UTF-8 too, to a place in the memory of a kernel. */
export function place(kernel: Kernel, text: string, at: number): void {
  const { written } = encoder.encodeInto(text, new Uint8Array(kernel.memory.buffer, kernel.bytes.value));
  kernel.decode(written, at);
}

/** With room for the words of a block of `length` code units. */
function viewOf(kernel: Kernel, length: number): View {
  const room = kernel.reserveWords(length);
  const { buffer } = kernel.memory;
  const known = views.get(kernel);
  if (known?.words.start.buffer === buffer && known.words.start.byteOffset === kernel.start.value) return known;
  const at = (column: WordColumn) => [buffer, kernel[column].value, room] as const;
  const view: View = {
    words: {
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
    },
    apart: new Int32Array(buffer, kernel.apart.value, 2 * room),
  };
  views.set(kernel, view);
  return view;
}

/** The hash of how a word sounds in any transliteration (kernel/skeleton.ts). */
export function soundOf(word: string): number {
  const kernel = bareKernel();
  const { letters } = viewOf(kernel, word.length).words;
  for (let at = 0; at < word.length; at++) letters[at] = word.charCodeAt(at);
  return kernel.skeletonOf(0, word.length);
}

export function isJoiner({ joiner }: Words, at: number): boolean {
  return joiner[at] === 1;
}

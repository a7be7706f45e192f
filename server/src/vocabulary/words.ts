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

/** Of folded letters. */
export const VOWELS = 'aeiouy';

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
  readonly hash: Int32Array;
  /** Where the word's folded letters start in `letters`; they end where those of the next start. */
  readonly from: Int32Array;
  readonly letters: Uint16Array;
  /** What a vocabulary knows of them: their numbers in it, or -1, and the words that a name may start at. */
  readonly ids: Int32Array;
  readonly openings: Int32Array;
}

const encoder = new TextEncoder();

/** What of its buffers is used. */
interface Buffers {
  readonly from: (
    memory: ArrayBuffer,
    place: number,
    size: number,
  ) => { readonly write: (text: string, encoding: 'utf16le') => number };
}

/** What Node has, and browsers have not. */
const { Buffer: buffers } = globalThis as { readonly Buffer?: Buffers };

/** The memory of a kernel as it is. */
interface View {
  /** Which it was. */
  readonly layout: number;
  readonly words: Words;
  /** The ranges that are left out, two numbers each. */
  readonly apart: Int32Array;
}

const views = new WeakMap<Kernel, View>();

/** Reads the words of a text. The result is good until the next call: it is where the next words will stand. */
export function readWords(text: string): Words {
  const kernel = bareKernel();
  takeText(kernel, text);
  return readBlock(kernel, { start: 0, end: text.length }, []);
}

/** Puts a text into the memory of a kernel, to read one block of it after the other. */
export function takeText(kernel: Kernel, text: string): void {
  kernel.reserveText(text.length);
  writeText(kernel, text, kernel.text.value);
}

/** Writes the code units of a text, for which there is room in UTF-8 too, to a place in the memory of a kernel. */
export function writeText(kernel: Kernel, text: string, place: number): void {
  if (buffers) writeUnits(kernel, text, place >>> 0, buffers);
  else writeThroughUtf8(kernel, text, place);
}

/** As they are: a copy of memory. */
export function writeUnits({ memory, decode }: Kernel, text: string, place: number, { from }: Buffers): void {
  const size = text.length * Uint16Array.BYTES_PER_ELEMENT;
  from(memory.buffer, place, size).write(text, 'utf16le');
  decode(0, place + size);
}

/** As the platform of the web has it. Half a pair becomes a replacement character: neither belongs to a word. */
export function writeThroughUtf8(kernel: Kernel, text: string, place: number): void {
  const { written } = encoder.encodeInto(text, new Uint8Array(kernel.memory.buffer, addressOf(kernel, 'bytes')));
  kernel.decode(written, place);
}

/** Reads the words of a block of the text that the kernel has, leaving out the sorted ranges `apart`. */
export function readBlock(kernel: Kernel, { start, end }: Range, apart: readonly Range[]): Words {
  const { words, apart: ranges } = viewOf(kernel, end - start);
  let count = 0;
  // Joined where they touch, so that there is room for them: of a range of markers each is in the same place.
  for (let index = 0; index < apart.length; index++) {
    const range = apart[index] as Range;
    const last = count * 2 - 1;
    if (count > 0 && range.start <= (ranges[last] as number)) {
      ranges[last] = Math.max(ranges[last] as number, range.end);
    } else {
      ranges[last + 1] = range.start;
      ranges[last + 2] = range.end;
      count++;
    }
  }
  words.count = kernel.read(start, end, count);
  return words;
}

/** With room for the words of a block of `length` code units. */
function viewOf(kernel: Kernel, length: number): View {
  const room = kernel.reserveWords(length);
  const { buffer } = kernel.memory;
  const known = views.get(kernel);
  const layout = kernel.layouts.value;
  if (known?.layout === layout && known.apart.buffer === buffer) return known;
  const at = (column: WordColumn) => [buffer, addressOf(kernel, column), room] as const;
  const view: View = {
    layout,
    words: {
      kernel,
      count: 0,
      start: new Int32Array(...at('start')),
      end: new Int32Array(...at('end')),
      gap: new Uint8Array(...at('gap')),
      flags: new Uint8Array(...at('flags')),
      hash: new Int32Array(...at('hash')),
      from: new Int32Array(...at('from')),
      letters: new Uint16Array(...at('letters')),
      ids: new Int32Array(...at('ids')),
      openings: new Int32Array(...at('openings')),
    },
    apart: new Int32Array(buffer, addressOf(kernel, 'apart'), 2 * room),
  };
  views.set(kernel, view);
  return view;
}

/** Beyond two gigabytes, numbers of 32 bits are negative. */
function addressOf(kernel: Kernel, place: 'bytes' | 'apart' | WordColumn): number {
  return kernel[place].value >>> 0;
}

/** The hash of how a word sounds in any transliteration (kernel/skeleton.ts). */
export function soundOf(word: string): number {
  const kernel = bareKernel();
  const { letters } = viewOf(kernel, word.length).words;
  for (let at = 0; at < word.length; at++) letters[at] = word.charCodeAt(at);
  return kernel.skeletonOf(0, word.length);
}

/** Whether a word stands between the parts of a name; how it is spelled does not tell names apart: Hizb-i-, Hizb-ul-. */
export function isJoiner({ kernel }: Words, at: number): boolean {
  return kernel.isJoinerAt(at) !== 0;
}

/**
 * Whether the words from `at` up to `to` (exclusive) end within a name that belongs to what is named before it:
 * `Hizb-e-Islami’s Gulbuddin` of Hizb-e-Islami’s Gulbuddin Hekmatyar.
 */
export function endsInOwned({ flags, gap }: Words, at: number, to: number): boolean {
  if (gap[to] !== GAP.space || !((flags[to] as number) & FLAG.capitalised)) return false;
  for (let word = at; word < to - 1; word++) if ((flags[word] as number) & FLAG.possessive) return true;
  return false;
}

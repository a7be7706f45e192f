import type { Range } from '../text/range.ts';
import type { Matcher } from './compile.ts';
import { createKernel, type Kernel, type TablePlace } from './kernel.ts';
import { bestLabel, codeOf, type Match, matchOf } from './matcher.ts';
import { consider, FAR, type Nearest, type NearMatch, nearMatch, sharesEnd, startNearest } from './near.ts';
import type { Vocabulary } from './vocabulary.ts';
import { readBlock, takeText, type Words, writeText } from './words.ts';

/** A text that is read one block after the other, and what its names are looked for in. */
export interface Page {
  readonly text: string;
  readonly vocabulary: Pick<Vocabulary, 'matcher'>;
  /** What belongs to markers, sorted: a name ends where it begins. Without it, glued markers are guessed. */
  readonly markers: readonly Range[] | undefined;
}

/** The words of a block, and what a vocabulary knows of them. */
export interface KnownWords {
  readonly scanner: Scanner;
  readonly page: Page;
  readonly words: Words;
  /** How many openings the words have. */
  readonly openingCount: number;
}

/** A kernel with the tables of one vocabulary, and what it met since it was asked last. */
interface Scanner {
  readonly matcher: Matcher;
  readonly kernel: Kernel;
  known: KnownWords | null;
  /** Of the stretch that is considered, and of the longest before it that is near to a label. */
  nearest: Nearest | null;
  found: Nearest | null;
}

/** Bytes beyond its tables with which a kernel is not kept: texts that take so much are seldom read. */
const MOST_KEPT = 1 << 25;

const scanners = new WeakMap<Matcher, Scanner>();

/** Reads the words of a block and looks them up. The result is good until the next call. */
export function lookUp(page: Page, block: Range, markers: readonly Range[]): KnownWords {
  const scanner = scannerOf(page);
  const { kernel, known } = scanner;
  if (known?.page !== page) takeText(kernel, page.text);
  const words = readBlock(kernel, block, markers);
  scanner.known = { scanner, page, words, openingCount: kernel.lookUp(words.count) };
  return scanner.known;
}

/** What is told of the finds, in their order: the word at which each stands. */
interface Finds {
  readonly match: (at: number, match: Match, end: number) => void;
  readonly near: (at: number, near: NearMatch) => void;
}

/** Finds the labels in a block, as they are written or nearly so, and what is longer and near to one. */
export function findAll({ scanner, page, openingCount }: KnownWords, { match, near }: Finds): void {
  const { kernel, matcher } = scanner;
  const { finds, findCount, least, nearAt } = kernel;
  least.value = 0;
  for (let place = 0; place < openingCount; ) {
    // What was considered and is not near is forgotten here alone: between openings nothing has to be.
    scanner.nearest = null;
    scanner.found = null;
    place = kernel.seek(place, openingCount, page.markers !== undefined);
    const found = new Int32Array(kernel.memory.buffer, finds.value, findCount.value * 3);
    for (let index = 0; index < found.length; index += 3)
      match(found[index] as number, matchOf(found[index + 1] as number), found[index + 2] as number);
    if (nearAt.value === -1) continue;
    const nearest = nearestOf(scanner);
    near(nearAt.value, nearMatch(matcher, nearest));
    least.value = nearest.to;
  }
}

/** The memory of a kernel does not shrink: after a text that is very long, it is left to the collector of garbage. */
function scannerOf(page: Page): Scanner {
  const { matcher } = page.vocabulary;
  const known = scanners.get(matcher);
  if (known && (known.known?.page === page || bytesForTexts(known.kernel) <= MOST_KEPT)) return known;
  const scanner = createScanner(matcher);
  scanners.set(matcher, scanner);
  return scanner;
}

function bytesForTexts({ memory, text }: Kernel): number {
  return memory.buffer.byteLength - (text.value >>> 0);
}

function createScanner(matcher: Matcher): Scanner {
  const kernel = createKernel({
    meet: (node, at, to, end) => {
      const { page, words } = scanner.known as KnownWords;
      const match = bestLabel(matcher, page.text, words, node, at, to, end);
      return match ? codeOf(match) : -1;
    },
    consider: (label, at, to, sounds) => {
      const { words } = scanner.known as KnownWords;
      const before = scanner.nearest;
      const isGoingOn = before?.at === at && before.to === to;
      if (sounds === 0 && !sharesEnd(matcher, words, at, to, label)) return isGoingOn ? before.rank : FAR;
      const nearest = isGoingOn ? before : startNearest(words, at, to);
      if (!isGoingOn && isNear(before)) scanner.found = before;
      scanner.nearest = nearest;
      consider(matcher, words, nearest, label, sounds !== 0);
      return nearest.rank;
    },
  });
  const scanner: Scanner = { matcher, kernel, known: null, nearest: null, found: null };
  placeTables(kernel, matcher);
  return scanner;
}

/** Of the stretches that were considered at an opening, the longest that is near to a label: there is one. */
function nearestOf({ nearest, found }: Scanner): Nearest {
  return (isNear(nearest) ? nearest : found) as Nearest;
}

function isNear(nearest: Nearest | null): nearest is Nearest {
  return nearest !== null && nearest.labels.size > 0;
}

/** Columns of a matcher as they are; what is asked by hashes has a mask, too. */
const COLUMNS = [
  'wordLetters',
  'wordFrom',
  'roots',
  'nodeParent',
  'nodeWord',
  'nodeLabel',
  'nextLabel',
  'textEnds',
  'wordSkeleton',
] as const satisfies readonly (keyof Matcher)[];
const BITS = [
  'wordBits',
  'smallBits',
  'beginningBits',
  'sideBits',
  'nearBits',
] as const satisfies readonly (keyof Matcher)[];

/** Puts what the kernel asks of a vocabulary into its memory. */
function placeTables(kernel: Kernel, matcher: Matcher): void {
  const { words, edges, skeletons, near } = matcher;
  const columns: [name: TablePlace, column: Int32Array | Uint16Array][] = [
    ...[...COLUMNS, ...BITS].map((name): (typeof columns)[number] => [name, matcher[name]]),
    ['wordKeys', words.keys],
    ['wordValues', words.values],
    ['edgeKeys', edges.keys],
    ['edgeValues', edges.values],
    ['skeletonKeys', skeletons.keys],
    ['skeletonValues', skeletons.values],
    ['nearStarts', near.starts],
    ['nearValues', near.values],
  ];
  const { texts } = matcher;
  const size = columns.reduce((sum, [, { byteLength }]) => sum + aligned(byteLength), 0);
  let at = kernel.reserveTables(size + (texts.length + kernel.BEHIND.value) * Uint16Array.BYTES_PER_ELEMENT);
  kernel.reserveText(texts.length);
  const bytes = new Uint8Array(kernel.memory.buffer);
  for (const [name, { buffer, byteOffset, byteLength }] of columns) {
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), at);
    kernel[name].value = at;
    at += aligned(byteLength);
  }
  writeText(kernel, texts, at);
  kernel.labelTexts.value = at;
  for (const name of BITS) kernel[`${name}Mask`].value = matcher[name].length - 1;
  kernel.wordMask.value = words.keys.length - 1;
  kernel.edgeMask.value = edges.keys.length - 1;
  kernel.skeletonMask.value = skeletons.keys.length - 1;
  kernel.nearMask.value = near.starts.length - 2;
  kernel.mostWords.value = matcher.mostWords;
  kernel.mostLetters.value = matcher.mostLetters;
}

function aligned(length: number): number {
  return (length + 3) & ~3;
}

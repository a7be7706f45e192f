import { classOf } from './fold.ts';
import { KERNEL } from './kernel.wasm.ts';

// What is done with each letter and each word of a draft is WebAssembly, made of the AssemblyScript in kernel/: at the
// first draft, when V8 would still interpret it, it takes a quarter of the time, and no more than before ever after.

/** A place in its memory, in bytes, or another number. */
interface Value {
  value: number;
}

/** One instance: kernel/ says what its functions do. */
export interface Kernel extends Places {
  readonly memory: { readonly buffer: ArrayBuffer };
  readonly reserveTables: (size: number) => number;
  readonly reserveText: (length: number) => void;
  readonly reserveWords: (length: number) => number;
  readonly decode: (size: number, place: number) => void;
  readonly read: (begin: number, limit: number, ranges: number) => number;
  readonly lookUp: (count: number) => number;
  readonly isJoinerAt: (at: number) => number;
  readonly seek: (place: number, count: number, markersKnown: boolean) => number;
  readonly spread: (hash: number) => number;
  readonly bitOf: (hash: number) => number;
  readonly skeletonOf: (first: number, last: number) => number;
  readonly joinSkeletons: (before: number, word: number, index: number) => number;
  readonly edgeHash: (node: number, word: number) => number;
  readonly sideHash: (letters: number, length: number) => number;
  readonly sideLength: (length: number) => number;
}

type Places = Readonly<Record<TextPlace | FindPlace | TablePlace | Constant, Value>>;

/** Where the text and its words lie (kernel/memory.ts). */
type TextPlace = 'CLASSES' | 'text' | 'bytes' | 'apart' | 'layouts' | WordColumn;
export type WordColumn = 'start' | 'end' | 'gap' | 'flags' | 'hash' | 'from' | 'letters' | 'ids' | 'openings';

/** Where the finds lie, and what is to be known of them (kernel/seek.ts). */
type FindPlace = 'finds' | 'findCount' | 'least' | 'nearAt';

/** Where the tables of a vocabulary lie, and what is to be known of them (kernel/tables.ts). */
export type TablePlace =
  | 'wordLetters'
  | 'wordFrom'
  | 'roots'
  | 'nodeParent'
  | 'nodeWord'
  | 'nodeLabel'
  | 'nextLabel'
  | 'labelTexts'
  | 'textEnds'
  | 'wordSkeleton'
  | 'mostWords'
  | 'mostLetters'
  | `${'word' | 'small' | 'beginning' | 'side' | 'near'}Bits${'' | 'Mask'}`
  | `${'word' | 'edge' | 'skeleton'}${'Keys' | 'Values' | 'Mask'}`
  | `near${'Starts' | 'Values' | 'Mask'}`;

/** What the tables are made with, too (kernel/near.ts), and the spaces behind a text (kernel/words.ts). */
type Constant = 'BEHIND' | 'FAR_FROM' | 'FAR_LETTERS' | 'LEAST_FAR' | 'LEAST_NEAR';

/** What an instance asks for, in the midst of `seek`. */
export interface Answers {
  readonly meet: (node: number, at: number, to: number, end: number) => number;
  readonly consider: (label: number, at: number, to: number, sounds: number) => number;
}

/** What is used of the interface that browsers and Node have, and their types of browsers alone. */
const { WebAssembly: webAssembly } = globalThis as unknown as {
  WebAssembly?: {
    Module: new (bytes: Uint8Array) => object;
    Instance: new (module: object, imports: object) => { readonly exports: Kernel };
  };
};

let compiled: object | null = null;
let bare: Kernel | null = null;

/**
 * An instance of its own, with the tables of one vocabulary.
 *
 * @throws where there is no WebAssembly, as in a Node that is started with `--jitless`
 */
export function createKernel({ meet, consider }: Answers): Kernel {
  if (!webAssembly) throw new NoWebAssembly();
  compiled ??= new webAssembly.Module(KERNEL);
  const learn = (code: number) => {
    const value = classOf(code);
    new Int32Array(kernel.memory.buffer, kernel.CLASSES.value)[code] = value;
    return value;
  };
  const imports = { words: { learn }, longest: { meet }, near: { consider }, env: { abort } };
  const { exports: kernel } = new webAssembly.Instance(compiled, imports);
  return kernel;
}

/** The instance without a vocabulary, which reads what one is made of. */
export function bareKernel(): Kernel {
  bare ??= createKernel({ meet: () => -1, consider: () => -1 });
  return bare;
}

/** Of an engine that was told to have none: no mistake of the program. */
class NoWebAssembly extends Error {
  override readonly name = 'NoWebAssembly';
  override readonly message = 'names cannot be read where there is no WebAssembly (Node without --jitless has it)';
}

/** A text that does not fit into the memory that there is. */
function abort(): never {
  throw new RangeError('There is not enough memory for a text of that length');
}

import type { CompiledLabel, Matcher } from './compile.ts';
import { type Concept, type Concepts, distinctFrom, labelsOf } from './concept.ts';
import type { Vocabulary } from './vocabulary.ts';

// A compiled vocabulary as bytes: a large one is read back many times as fast as it is made.
// The bytes are: MAGIC, the length of the head, the head (JSON, in UTF-8), and the typed arrays as they lie in memory,
// each from a multiple of four. They are for the machine that wrote them, and for this build of the program.

const MAGIC = 0x53435635;
type Column = Int32Array | Uint32Array | Uint16Array | Uint8Array;
const TYPES = { Int32Array, Uint32Array, Uint16Array, Uint8Array } as const;
type TypeName = keyof typeof TYPES;

interface Head {
  readonly concepts: readonly Concept[];
  readonly sources: Concepts['sources'];
  /** The folded letters of all labels, one after the other; `ends` (the first column) says where each ends. */
  readonly squashed: string;
  readonly mostWords: number;
  readonly mostLetters: number;
  readonly columns: readonly (readonly [type: TypeName, length: number])[];
}

/** The vocabulary as bytes, for `loadVocabulary`. */
export function storeVocabulary({ concepts, sources, matcher }: Vocabulary): Uint8Array<ArrayBuffer> {
  const { labels } = matcher;
  const columns = [endsOf(labels), replacementsOf(labels), acronymsOf(labels), ...columnsOf(matcher)];
  const head: Head = {
    concepts: [...concepts.values()],
    sources,
    squashed: labels.map(({ squashed }) => squashed).join(''),
    mostWords: matcher.mostWords,
    mostLetters: matcher.mostLetters,
    columns: columns.map((column) => [typeOf(column), column.length]),
  };
  const json = new TextEncoder().encode(JSON.stringify(head));
  const size = columns.reduce((sum, { byteLength }) => sum + aligned(byteLength), 8 + aligned(json.length));
  const bytes = new Uint8Array(size);
  bytes.set(new Uint8Array(Uint32Array.of(MAGIC, json.length).buffer), 0);
  bytes.set(json, 8);
  let at = 8 + aligned(json.length);
  for (const { buffer, byteOffset, byteLength } of columns) {
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), at);
    at += aligned(byteLength);
  }
  return bytes;
}

/**
 * The vocabulary that was stored, or null for bytes that are not what `storeVocabulary` makes. Whoever keeps them where
 * they may change sees to it that they have not.
 */
export function loadVocabulary(stored: Uint8Array<ArrayBuffer>): Vocabulary | null {
  // Typed arrays lie at multiples of their own size.
  const bytes = stored.byteOffset % 4 === 0 ? stored : stored.slice();
  if (bytes.length < 8) return null;
  const [magic, length] = new Uint32Array(bytes.buffer, bytes.byteOffset, 2);
  if (magic !== MAGIC || length === undefined || 8 + length > bytes.length) return null;
  const head: Head = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + length)));
  let at = bytes.byteOffset + 8 + aligned(length);
  const columns: Column[] = [];
  for (const [type, size] of head.columns) {
    const column: Column = new TYPES[type](bytes.buffer, at, size);
    columns.push(column);
    at += aligned(column.byteLength);
  }
  const [ends, replacements, acronyms, ...rest] = columns;
  return {
    concepts: new Map(head.concepts.map((concept) => [concept.id, concept])),
    sources: head.sources,
    matcher: matcherOf(labelsIn(head, ends as Column, replacements as Column, acronyms as Column), head, rest),
  };
}

function endsOf(labels: readonly CompiledLabel[]): Int32Array {
  let end = 0;
  return Int32Array.from(labels, ({ squashed }) => {
    end += squashed.length;
    return end;
  });
}

/** Which label of the same concept each is replaced with: how many labels before it or after it. */
function replacementsOf(labels: readonly CompiledLabel[]): Int32Array {
  let first = 0;
  return Int32Array.from(labels, ({ concept, replacement }, index) => {
    if (labels[first]?.concept !== concept) first = index;
    let at = first;
    while (at < labels.length && labels[at]?.text !== replacement) at++;
    return at - index;
  });
}

function acronymsOf(labels: readonly CompiledLabel[]): Uint8Array {
  return Uint8Array.from(labels, ({ acronym }) => (acronym ? 1 : 0));
}

/** The labels in the order in which they were compiled. */
function labelsIn({ concepts, squashed }: Head, ends: Column, replacements: Column, acronyms: Column): CompiledLabel[] {
  const labels: CompiledLabel[] = [];
  for (const concept of concepts) {
    const own = labelsOf(concept);
    const distinct = distinctFrom(concept);
    for (const [place, { text, kind, accepted, doubtful }] of own.entries()) {
      const index = labels.length;
      labels.push({
        text,
        kind,
        accepted,
        doubtful,
        concept: concept.id,
        replacement: own[place + (replacements[index] as number)]?.text ?? text,
        acronym: acronyms[index] === 1,
        squashed: squashed.slice(index === 0 ? 0 : ends[index - 1], ends[index]),
        distinct,
      });
    }
  }
  return labels;
}

/** Where each column of a matcher stands in what is stored, after those of the labels. */
const COLUMNS = [
  'wordLetters',
  'wordFrom',
  'wordBits',
  'roots',
  'nodeParent',
  'nodeWord',
  'nodeLabel',
  'nextLabel',
  'nearBits',
  'sideBits',
  'openingBits',
  'wordSkeleton',
  'smallBits',
] as const satisfies readonly (keyof Matcher)[];
const TABLES = ['words', 'edges', 'skeletons'] as const satisfies readonly (keyof Matcher)[];

function columnsOf(matcher: Matcher): Column[] {
  return [
    ...COLUMNS.map((name) => matcher[name]),
    ...TABLES.flatMap((name) => [matcher[name].keys, matcher[name].values]),
    matcher.near.starts,
    matcher.near.values,
  ];
}

function matcherOf(labels: readonly CompiledLabel[], head: Head, columns: readonly Column[]): Matcher {
  const rest = columns.slice(COLUMNS.length);
  const [keys, values] = [0, 1].map((odd) => rest.filter((_, index) => index % 2 === odd));
  const matcher = {
    labels,
    ...Object.fromEntries(COLUMNS.map((name, index) => [name, columns[index]])),
    ...Object.fromEntries(TABLES.map((name, index) => [name, { keys: keys?.[index], values: values?.[index] }])),
    near: { starts: keys?.[TABLES.length], values: values?.[TABLES.length] },
    mostWords: head.mostWords,
    mostLetters: head.mostLetters,
  };
  // The types of the columns are those that were stored.
  return matcher as unknown as Matcher;
}

function typeOf(column: Column): TypeName {
  return column instanceof Int32Array
    ? 'Int32Array'
    : column instanceof Uint32Array
      ? 'Uint32Array'
      : column instanceof Uint16Array
        ? 'Uint16Array'
        : 'Uint8Array';
}

function aligned(length: number): number {
  return (length + 3) & ~3;
}

import type { CompiledLabel, Matcher } from './compile.ts';
import { type Concept, type Concepts, distinctFrom, type LabelKind } from './concept.ts';
import type { Vocabulary } from './vocabulary.ts';

// A compiled vocabulary as bytes: what is made of a large one takes a second, what is read back a few milliseconds.
// The bytes are: MAGIC, the length of the head, the head (JSON, in UTF-8), and the typed arrays as they lie in memory,
// each from a multiple of four. They are for the machine that wrote them, and for this version of the program.

const MAGIC = 0x53435634;
const KINDS: readonly LabelKind[] = ['preferred', 'abbreviation', 'alternative', 'hidden', 'stop'];
const ACCEPTED = 8;
const DOUBTFUL = 16;
const ACRONYM = 32;

type Column = Int32Array | Uint32Array | Uint16Array | Uint8Array;
const TYPES = { Int32Array, Uint32Array, Uint16Array, Uint8Array } as const;
type TypeName = keyof typeof TYPES;

interface Head {
  readonly concepts: readonly Concept[];
  readonly sources: Concepts['sources'];
  readonly texts: readonly string[];
  /** The folded letters of all labels, one after the other; `ends` (the second column) says where each ends. */
  readonly squashed: string;
  /** By label, where it is not the label itself. */
  readonly replacements: readonly (readonly [number, string])[];
  readonly mostWords: number;
  readonly mostLetters: number;
  readonly columns: readonly (readonly [type: TypeName, length: number])[];
}

/** The vocabulary as bytes, for `loadVocabulary`. */
export function storeVocabulary({ concepts, sources, matcher }: Vocabulary): Uint8Array<ArrayBuffer> {
  const { labels } = matcher;
  const columns = [kindsOf(labels), endsOf(labels), ownersOf(labels, concepts), ...columnsOf(matcher)];
  const head: Head = {
    concepts: [...concepts.values()],
    sources,
    texts: labels.map(({ text }) => text),
    squashed: labels.map(({ squashed }) => squashed).join(''),
    replacements: labels.flatMap(({ text, replacement }, index) =>
      replacement === text ? [] : [[index, replacement] as const],
    ),
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

/** The vocabulary that was stored, or null for bytes that are not what `storeVocabulary` makes. */
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
  const [kinds, ends, owners, ...rest] = columns;
  return {
    concepts: new Map(head.concepts.map((concept) => [concept.id, concept])),
    sources: head.sources,
    matcher: matcherOf(labelsOf(head, kinds as Column, ends as Column, owners as Column), head, rest),
  };
}

function kindsOf(labels: readonly CompiledLabel[]): Uint8Array {
  return Uint8Array.from(
    labels,
    ({ kind, accepted, doubtful, acronym }) =>
      KINDS.indexOf(kind) | (accepted ? ACCEPTED : 0) | (doubtful ? DOUBTFUL : 0) | (acronym ? ACRONYM : 0),
  );
}

function endsOf(labels: readonly CompiledLabel[]): Int32Array {
  let end = 0;
  return Int32Array.from(labels, ({ squashed }) => {
    end += squashed.length;
    return end;
  });
}

function ownersOf(labels: readonly CompiledLabel[], concepts: Concepts['concepts']): Int32Array {
  const places = new Map([...concepts.keys()].map((id, place) => [id, place]));
  return Int32Array.from(labels, ({ concept }) => places.get(concept) ?? -1);
}

function labelsOf(head: Head, kinds: Column, ends: Column, owners: Column): CompiledLabel[] {
  const { concepts, texts, squashed, replacements } = head;
  const others = new Map(replacements);
  const distinct = concepts.map(distinctFrom);
  return texts.map((text, index) => {
    const kind = kinds[index] as number;
    const owner = owners[index] as number;
    return {
      text,
      concept: (concepts[owner] as Concept).id,
      kind: KINDS[kind & 7] as LabelKind,
      accepted: (kind & ACCEPTED) !== 0,
      doubtful: (kind & DOUBTFUL) !== 0,
      replacement: others.get(index) ?? text,
      acronym: (kind & ACRONYM) !== 0,
      squashed: squashed.slice(index === 0 ? 0 : ends[index - 1], ends[index]),
      distinct: distinct[owner] as readonly string[],
    };
  });
}

function columnsOf(matcher: Matcher): Column[] {
  const { words, edges, near, skeletons } = matcher;
  return [
    matcher.wordLetters,
    matcher.wordFrom,
    matcher.wordBits,
    matcher.roots,
    matcher.nodeParent,
    matcher.nodeWord,
    matcher.nodeLabel,
    matcher.nextLabel,
    matcher.nearBits,
    matcher.sideBits,
    matcher.openingBits,
    matcher.wordSkeleton,
    ...[words, edges, near, skeletons].flatMap(({ keys, values }) => [keys, values]),
  ];
}

function matcherOf(labels: readonly CompiledLabel[], { mostWords, mostLetters }: Head, columns: Column[]): Matcher {
  // In the order of `columnsOf`.
  const [
    wordLetters,
    wordFrom,
    wordBits,
    roots,
    nodeParent,
    nodeWord,
    nodeLabel,
    nextLabel,
    nearBits,
    sideBits,
    openingBits,
    wordSkeleton,
    ...tables
  ] = columns as [Uint16Array, Int32Array, Uint32Array, ...Int32Array[]];
  const table = (index: number) => ({
    keys: tables[2 * index] as Int32Array,
    values: tables[2 * index + 1] as Int32Array,
  });
  return {
    labels,
    wordLetters,
    wordFrom,
    wordBits,
    roots: roots as Int32Array,
    nodeParent: nodeParent as Int32Array,
    nodeWord: nodeWord as Int32Array,
    nodeLabel: nodeLabel as Int32Array,
    nextLabel: nextLabel as Int32Array,
    nearBits: nearBits as unknown as Uint32Array,
    sideBits: sideBits as unknown as Uint32Array,
    openingBits: openingBits as unknown as Uint32Array,
    wordSkeleton: wordSkeleton as Int32Array,
    words: table(0),
    edges: table(1),
    near: table(2),
    skeletons: table(3),
    mostWords,
    mostLetters,
  };
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

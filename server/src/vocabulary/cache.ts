import { type CompiledLabel, endsOf, type Labels, labelsIn, type Matcher } from './compile.ts';
import type { Concept, Concepts, LabelKind } from './concept.ts';
import { labelsOnDemand, MapOnDemand } from './on-demand.ts';
import type { Vocabulary } from './vocabulary.ts';

// A compiled vocabulary as bytes: a large one is read back many times as fast as it is made.
// The bytes are: MAGIC, the length of the head, the head (JSON, in UTF-8), and the typed arrays as they lie in memory,
// each from a multiple of four. They are for the machine that wrote them, and for this build of the program. Concepts
// and labels stand one after the other: a draft meets a few, and the others are never made.

const MAGIC = 0x53435638;
const KINDS: readonly LabelKind[] = ['preferred', 'abbreviation', 'alternative', 'hidden', 'stop'];
/** In the column of traits, beside the place of the kind. */
const TRAIT = { kind: 7, accepted: 8, doubtful: 16, acronym: 32, person: 64 } as const;
type Column = Int32Array | Uint16Array | Uint8Array;
const TYPES = { Int32Array, Uint16Array, Uint8Array } as const;
type TypeName = keyof typeof TYPES;

interface Head {
  /** The ids of all concepts, in their order. */
  readonly ids: readonly string[];
  /** By the place of a concept, those that it is not to be confused with. */
  readonly distinct: Readonly<Record<number, readonly string[]>>;
  readonly sources: Concepts['sources'];
  /** The texts of all labels, one after the other. */
  readonly texts: string;
  readonly squashed: string;
  readonly mostWords: number;
  readonly mostLetters: number;
  readonly columns: readonly (readonly [type: TypeName, length: number])[];
}

/** The vocabulary as bytes, for `loadVocabulary`. */
export function storeVocabulary({ concepts, sources, matcher }: Vocabulary): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const ids = [...concepts.keys()];
  const jsons = Array.from(concepts.values(), (concept) => JSON.stringify(concept));
  const labels = labelsIn(matcher);
  const places = new Map(ids.map((id, place) => [id, place]));
  const columns = [
    encoder.encode(jsons.join('')),
    endsOf(jsons),
    Int32Array.from(labels, ({ concept }) => places.get(concept) as number),
    replacementsOf(labels),
    Uint8Array.from(labels, traitsOf),
    ...columnsOf(matcher),
  ];
  const head: Head = {
    ids,
    distinct: Object.fromEntries(
      labels.flatMap(({ concept, distinct }) => (distinct.length > 0 ? [[places.get(concept), distinct]] : [])),
    ),
    sources,
    texts: matcher.texts,
    squashed: matcher.squashed,
    mostWords: matcher.mostWords,
    mostLetters: matcher.mostLetters,
    columns: columns.map((column) => [typeOf(column), column.length]),
  };
  const json = encoder.encode(JSON.stringify(head));
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
  const decoder = new TextDecoder();
  const head: Head = JSON.parse(decoder.decode(bytes.subarray(8, 8 + length)));
  let at = bytes.byteOffset + 8 + aligned(length);
  const columns: Column[] = [];
  for (const [type, size] of head.columns) {
    const column: Column = new TYPES[type](bytes.buffer, at, size);
    columns.push(column);
    at += aligned(column.byteLength);
  }
  const [jsons, jsonEnds, ...rest] = columns as [Column, Column, ...Column[]];
  let json: string | null = null;
  const conceptAt = (place: number): Concept => {
    json ??= decoder.decode(jsons);
    return JSON.parse(part(json, jsonEnds, place));
  };
  const [owners, replacements, traits, ...others] = rest as [Column, Column, Column, ...Column[]];
  const matcher = matcherOf(head, others);
  return {
    concepts: new MapOnDemand(head.ids, conceptAt),
    sources: head.sources,
    matcher: { ...matcher, labels: storedLabels(head, matcher, owners, replacements, traits) },
  };
}

/** One of the texts that stand one after the other. */
function part(all: string, ends: Column, index: number): string {
  return all.slice(index === 0 ? 0 : ends[index - 1], ends[index]);
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

function traitsOf({ kind, accepted, doubtful, acronym, person }: CompiledLabel): number {
  return (
    KINDS.indexOf(kind) |
    (accepted ? TRAIT.accepted : 0) |
    (doubtful ? TRAIT.doubtful : 0) |
    (acronym ? TRAIT.acronym : 0) |
    (person ? TRAIT.person : 0)
  );
}

const NO_IDS: readonly string[] = [];

/** The labels in the order in which they were compiled. */
function storedLabels(
  { ids, distinct }: Head,
  { texts, textEnds, squashed, squashedEnds }: Omit<Matcher, 'labels'>,
  owners: Column,
  replacements: Column,
  traits: Column,
): Labels {
  return labelsOnDemand(traits.length, (index) => {
    const owner = owners[index] as number;
    const trait = traits[index] as number;
    return {
      text: part(texts, textEnds, index),
      kind: KINDS[trait & TRAIT.kind] as LabelKind,
      accepted: (trait & TRAIT.accepted) !== 0,
      doubtful: (trait & TRAIT.doubtful) !== 0,
      concept: ids[owner] as string,
      replacement: part(texts, textEnds, index + (replacements[index] as number)),
      acronym: (trait & TRAIT.acronym) !== 0,
      person: (trait & TRAIT.person) !== 0,
      squashed: part(squashed, squashedEnds, index),
      distinct: distinct[owner] ?? NO_IDS,
    };
  });
}

/** Where each column of a matcher stands in what is stored, after those of concepts and labels. */
const COLUMNS = [
  'textEnds',
  'squashedEnds',
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
  'beginningBits',
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

function matcherOf(head: Head, columns: readonly Column[]): Omit<Matcher, 'labels'> {
  const rest = columns.slice(COLUMNS.length);
  const [keys, values] = [0, 1].map((odd) => rest.filter((_, index) => index % 2 === odd));
  const matcher = {
    texts: head.texts,
    squashed: head.squashed,
    ...Object.fromEntries(COLUMNS.map((name, index) => [name, columns[index]])),
    ...Object.fromEntries(TABLES.map((name, index) => [name, { keys: keys?.[index], values: values?.[index] }])),
    near: { starts: keys?.[TABLES.length], values: values?.[TABLES.length] },
    mostWords: head.mostWords,
    mostLetters: head.mostLetters,
  };
  // The types of the columns are those that were stored.
  return matcher as unknown as Omit<Matcher, 'labels'>;
}

function typeOf(column: Column): TypeName {
  if (column instanceof Int32Array) return 'Int32Array';
  return column instanceof Uint16Array ? 'Uint16Array' : 'Uint8Array';
}

function aligned(length: number): number {
  return (length + 3) & ~3;
}

import { type Concept, type Concepts, distinctFrom, type Label, type LabelKind, labelsOf } from './concept.ts';
import { hasNeighbours, indexNear, type NearIndex } from './near-index.ts';
import { nearestOf } from './replacement.ts';
import { type Bits, bitsOf, emptyTable, insert, type Table } from './table.ts';
import { FLAG, readWords, type Words } from './words.ts';

/** Labels shorter than this are not themselves in lower case (`hamas` is not looked for, `taliban` is). */
export const LEAST_LOWER = 6;

/** A label as it is looked for. */
export interface CompiledLabel {
  readonly text: string;
  readonly concept: string;
  readonly kind: LabelKind;
  readonly accepted: boolean;
  readonly doubtful: boolean;
  /** The label itself where it is as good as the preferred one, otherwise what should stand there instead. */
  readonly replacement: string;
  /** Only in capitals is it itself: `LeT` is not `let`. */
  readonly acronym: boolean;
  readonly person: boolean;
  /** The folded letters of its words. */
  readonly squashed: string;
  /** Concepts that are not to be confused with its own. */
  readonly distinct: readonly string[];
}

/** The labels by their numbers, as a list is. */
export interface Labels {
  readonly length: number;
  /** @param label not negative */
  readonly at: (label: number) => CompiledLabel | undefined;
}

/**
 * Labels made ready for one pass over a text: a trie whose edges are folded words, and an index of the labels' letters
 * with one left out, for what is nearly a label. Typed arrays and strings alone: it can be stored as it is.
 */
export interface Matcher extends NearIndex {
  readonly labels: Labels;
  /** The texts of all labels, one after the other, and where that of each ends. */
  readonly texts: string;
  readonly textEnds: Int32Array;
  /** The folded letters of all labels, one after the other, and where those of each end. */
  readonly squashed: string;
  readonly squashedEnds: Int32Array;
  /** The folded words of all labels, one after the other; `wordFrom` has one more than there are words. */
  readonly wordLetters: Uint16Array;
  readonly wordFrom: Int32Array;
  readonly words: Table;
  readonly wordBits: Bits;
  /** By word: the node of the labels that start with it, or -1. */
  readonly roots: Int32Array;
  /** The words that, in small letters and with a space after them, some label is found at: few. */
  readonly smallBits: Bits;
  readonly nodeParent: Int32Array;
  readonly nodeWord: Int32Array;
  /** By node: its first label, or -1; `nextLabel` (by label) leads on. */
  readonly nodeLabel: Int32Array;
  readonly nextLabel: Int32Array;
  readonly edges: Table;
  readonly skeletons: Table;
  /** The skeletons of what labels begin with, word by word: most stretches begin none. */
  readonly beginningBits: Bits;
  /** By word: the hash of its transliteration skeleton. */
  readonly wordSkeleton: Int32Array;
  /** The most words and letters that a label has. */
  readonly mostWords: number;
  readonly mostLetters: number;
}

export function compile({ concepts }: Concepts): Matcher {
  const labels = [...concepts.values()].flatMap(compileLabels);
  const trie = plant(labels);
  const skeletons = emptyTable(labels.length);
  for (const [index, label] of labels.entries()) {
    if (!hasNeighbours(label)) continue;
    insert(skeletons, trie.labelSkeleton[index] as number, index);
  }
  const { labelSkeleton: _, ...nodes } = trie;
  return {
    labels,
    texts: labels.map(({ text }) => text).join(''),
    textEnds: endsOf(labels.map(({ text }) => text)),
    squashed: labels.map(({ squashed }) => squashed).join(''),
    squashedEnds: endsOf(labels.map(({ squashed }) => squashed)),
    ...nodes,
    ...indexNear(labels),
    skeletons,
    mostLetters: labels.reduce((most, { squashed }) => Math.max(most, squashed.length), 0),
  };
}

/** Where each ends when all stand one after the other. */
export function endsOf(parts: readonly string[]): Int32Array {
  let end = 0;
  return Int32Array.from(parts, ({ length }) => {
    end += length;
    return end;
  });
}

function compileLabels(concept: Concept): CompiledLabel[] {
  const labels = labelsOf(concept);
  const right = labels.filter(({ accepted }) => accepted);
  const distinct = distinctFrom(concept);
  return labels.map((label: Label) => ({
    ...label,
    concept: concept.id,
    replacement: label.accepted ? label.text : nearestOf(label.text, right),
    acronym: label.kind === 'abbreviation' || isAcronym(label.text),
    person: concept.type === 'person',
    squashed: squash(label.text),
    distinct,
  }));
}

const MOST_AT_ONCE = 10_000;

function squash(text: string): string {
  const { letters, from, count } = readWords(text);
  const length = from[count] as number;
  let squashed = '';
  // Spreading the letters would take several times as long; there may be more than a call takes.
  for (let at = 0; at < length; at += MOST_AT_ONCE)
    squashed += Reflect.apply(String.fromCharCode, null, letters.subarray(at, Math.min(at + MOST_AT_ONCE, length)));
  return squashed;
}

const CAPITALS = /\p{Lu}/gu;

/** `ISIS`, `AQIM`, `HuM`: half of it capitals, in one word. */
function isAcronym(text: string): boolean {
  const capitals = text.match(CAPITALS)?.length ?? 0;
  return !/\s/.test(text) && capitals >= 2 && capitals * 2 >= text.length;
}

function plant(labels: readonly CompiledLabel[]) {
  const letters: number[] = [];
  const wordFrom = [0];
  const wordSkeleton: number[] = [];
  const knownWords = new Map<string, number>();
  const wordHashes: number[] = [];
  const smallHashes: number[] = [];
  const beginnings: number[] = [];
  const nodeParent: number[] = [];
  const nodeWord: number[] = [];
  const nodeLabel: number[] = [];
  /** The children of nodes, by both ends of the edge, and the hash of each. */
  const children = new Map<string, number>();
  const edgeHashes: number[] = [];
  const roots: number[] = [];
  const nextLabel = new Int32Array(labels.length).fill(-1);
  const labelSkeleton = new Int32Array(labels.length);
  let mostWords = 0;

  labels.forEach((label, index) => {
    const words = readWords(label.text);
    const { edgeHash, joinSkeletons, skeletonOf } = words.kernel;
    mostWords = Math.max(mostWords, words.count);
    let node = -1;
    for (let at = 0; at < words.count; at++) {
      const from = words.from[at] as number;
      const to = words.from[at + 1] as number;
      const key = label.squashed.slice(from, to);
      let word = knownWords.get(key);
      if (word === undefined) {
        word = knownWords.size;
        knownWords.set(key, word);
        wordHashes.push(words.hash[at] as number);
        for (let letter = from; letter < to; letter++) letters.push(words.letters[letter] as number);
        wordFrom.push(letters.length);
        wordSkeleton.push(skeletonOf(from, to));
        roots.push(-1);
      }
      labelSkeleton[index] = joinSkeletons(labelSkeleton[index] as number, wordSkeleton[word] as number, at);
      if (hasNeighbours(label)) beginnings.push(labelSkeleton[index] as number);
      const edge = `${node} ${word}`;
      let child = node === -1 ? (roots[word] as number) : (children.get(edge) ?? -1);
      if (child === -1) {
        child = nodeParent.length;
        nodeParent.push(node);
        nodeWord.push(word);
        nodeLabel.push(-1);
        if (node === -1) roots[word] = child;
        else {
          children.set(edge, child);
          edgeHashes.push(edgeHash(node, word));
        }
      }
      node = child;
    }
    if (node === -1) return;
    if (isFoundSmall(label, words)) smallHashes.push(words.hash[0] as number);
    nextLabel[index] = nodeLabel[node] as number;
    nodeLabel[node] = index;
  });

  const edges = emptyTable(children.size);
  for (const [at, child] of [...children.values()].entries()) insert(edges, edgeHashes[at] as number, child);
  const words = emptyTable(wordHashes.length);
  for (const [word, hash] of wordHashes.entries()) insert(words, hash, word);
  return {
    wordLetters: Uint16Array.from(letters),
    wordFrom: Int32Array.from(wordFrom),
    words,
    wordBits: bitsOf(wordHashes),
    smallBits: bitsOf(smallHashes),
    roots: Int32Array.from(roots),
    nodeParent: Int32Array.from(nodeParent),
    nodeWord: Int32Array.from(nodeWord),
    nodeLabel: Int32Array.from(nodeLabel),
    nextLabel,
    edges,
    wordSkeleton: Int32Array.from(wordSkeleton),
    labelSkeleton,
    beginningBits: bitsOf(beginnings),
    mostWords,
  };
}

/**
 * Whether a label may be found where its first word is in small letters, but for what a hyphen follows: it is written so,
 * is that word alone, or begins with a single letter, whose capital says little.
 */
function isFoundSmall({ kind, acronym, squashed }: CompiledLabel, { count, flags, from }: Words): boolean {
  if (((flags[0] as number) & FLAG.capitalised) === 0) return true;
  if (kind === 'stop' || acronym) return false;
  return (count === 1 && squashed.length >= LEAST_LOWER) || from[1] === 1;
}

/** The label of that number, of which there is one. */
export function labelAt({ labels }: Pick<Matcher, 'labels'>, label: number): CompiledLabel {
  return labels.at(label) as CompiledLabel;
}

export function labelsIn({ labels }: Pick<Matcher, 'labels'>): CompiledLabel[] {
  return Array.from({ length: labels.length }, (_, label) => labelAt({ labels }, label));
}

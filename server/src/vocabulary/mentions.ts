import type { Prose } from '../markdown/prose.ts';
import { quotations } from '../markdown/quotations.ts';
import { lastBefore, mergeRanges, type Range } from '../text/range.ts';
import type { Recall } from '../text/recall.ts';
import { abstractOf, findIntroductions, type Introduction } from './abbreviations.ts';
import { type BlockNames, copyNames, moveNames, readBlock, type Search } from './block-names.ts';
import type { Mention } from './mention.ts';
import { findUnknown, type UnknownName } from './unknown.ts';
import { findVariants, type NamePair, type NameVariant, ownPairs } from './variants.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface MentionOptions {
  /** What belongs to markers, sorted: a name ends where it begins. Without it, glued markers are guessed. */
  readonly markers?: readonly Range[];
  /** Other people's words, beside quotations: titles. */
  readonly verbatim?: readonly Range[];
  /** The names of blocks that were read before with the same vocabulary. */
  readonly recall?: Recall<BlockNames> | undefined;
}

/** Who is named in a text. All lists are in the order of the text; mentions do not overlap. */
export interface Mentions {
  readonly mentions: readonly Mention[];
  /** The abstract, whose abbreviations are its own. */
  readonly abstract: Range | null;
  /** Where an abbreviation is put in parentheses after the name that it stands for. */
  readonly introductions: readonly Introduction[];
  /** Names that read like a group's and are not in the vocabulary; none where there is no vocabulary. */
  readonly unknown: readonly UnknownName[];
  /** Names of others than the vocabulary's that are spelled in two ways; none where there is no vocabulary. */
  readonly variants: readonly NameVariant[];
  /** What the unknown names and the variants are told by. */
  readonly traits: Traits;
}

export interface Traits {
  /** Other people's words: quotations and titles. */
  readonly verbatim: readonly Range[];
  /** What reads like a group's name, be it a mention or not. */
  readonly telling: readonly Range[];
  /** Capitalised words one after the other that are neither mentions nor other people's words. */
  readonly pairs: readonly NamePair[];
}

export const NO_TRAITS: Traits = { verbatim: [], telling: [], pairs: [] };

/** Finds the names of a vocabulary in the prose, in linear time whatever its size. A name lies within one block. */
export function findMentions(prose: Prose, vocabulary: Vocabulary, options: MentionOptions = {}): Mentions {
  const abstract = abstractOf(prose);
  // Where nobody is known, nobody is a stranger.
  if (vocabulary.concepts.size === 0) {
    const introductions = findIntroductions(prose, [], abstract);
    return { mentions: [], abstract, introductions, unknown: [], variants: [], traits: NO_TRAITS };
  }
  const verbatim = mergeRanges([...quotations(prose), ...(options.verbatim ?? [])]);
  const search: Search = {
    text: prose.masked,
    vocabulary,
    markers: options.markers,
    verbatimBefore: lastBefore(verbatim),
  };
  const mentions: Mention[] = [];
  const telling: Range[] = [];
  const pairs: NamePair[] = [];
  const markers = options.markers ?? [];
  let marker = 0;
  for (const block of prose.blocks) {
    if (block.kind !== 'paragraph' && block.kind !== 'heading') continue;
    while (marker < markers.length && (markers[marker] as Range).start < block.start) marker++;
    const first = marker;
    while (marker < markers.length && (markers[marker] as Range).start < block.end) marker++;
    const names = namesOf(search, block, markers.slice(first, marker), options.recall);
    append(mentions, names.mentions);
    append(telling, names.telling);
    append(pairs, names.pairs);
  }
  const own = ownPairs(pairs, mentions, verbatim);
  const introductions = findIntroductions(prose, mentions, abstract);
  return {
    mentions,
    abstract,
    introductions,
    unknown: findUnknown(prose.text, telling, mentions, introductions, verbatim),
    variants: findVariants(prose.text, own),
    traits: { verbatim, telling, pairs: own },
  };
}

/** By index: a thread runs this before it is optimised, when an iterator is a call and an object for each item. */
function append<Item>(to: Item[], items: readonly Item[]): void {
  for (let index = 0; index < items.length; index++) to.push(items[index] as Item);
}

/** @param markers those in the block */
export function namesOf(
  search: Search,
  block: Range,
  markers: readonly Range[],
  recall: Recall<BlockNames> | undefined,
): BlockNames {
  if (!recall) return readBlock(search, block, markers);
  const content = search.text.slice(block.start, block.end);
  const known = recall.get(content);
  if (known && standAlike(known, block, markers)) {
    recall.set(content, known);
    return moveNames(search, block, known);
  }
  const names = readBlock(search, block, markers);
  recall.set(content, copyNames(names));
  return names;
}

/** Whether the markers of a block are where they were when it was read before. */
function standAlike(known: BlockNames, block: Range, markers: readonly Range[]): boolean {
  const by = block.start - known.start;
  return (
    known.markers.length === markers.length &&
    known.markers.every(({ start, end }, index) => {
      const marker = markers[index] as Range;
      return marker.start === start + by && marker.end === end + by;
    })
  );
}

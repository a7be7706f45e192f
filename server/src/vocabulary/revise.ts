import type { Block, Prose } from '../markdown/prose.ts';
import { findQuotations } from '../markdown/quotations.ts';
import type { ChangedParagraph, Surroundings } from '../markdown/revise.ts';
import { type Change, isMoved, type Moving, movedRange, shiftRange } from '../text/change.ts';
import {
  contains,
  indicesIn,
  lastBefore,
  lastStartingBefore,
  mergeRanges,
  movedBy,
  type Range,
  startingIn,
} from '../text/range.ts';
import type { Recall } from '../text/recall.ts';
import { findIntroductions, type Introduction, opensAbstract } from './abbreviations.ts';
import type { BlockNames } from './block-names.ts';
import type { Mention } from './mention.ts';
import { type Mentions, NO_TRAITS, namesOf } from './mentions.ts';
import { findUnknown } from './unknown.ts';
import { findVariants, movePair, type NamePair, type NameVariant, ownPairs, shiftPair } from './variants.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface RevisedNames {
  readonly names: Mentions;
  /** The same names as before, but for where they stand. */
  readonly same: boolean;
}

/**
 * The names of a draft in which one paragraph was changed. It takes `names` over: what stands behind the change is moved
 * in place. Null for the paragraph that is the abstract, or its heading: then they are to be found anew.
 *
 * @param markers those in the paragraph and the blocks beside it, before the change
 * @param recall the names of these blocks, as they were after the change before
 */
export function reviseNames(
  names: Mentions,
  prose: Prose,
  vocabulary: Vocabulary,
  markers: readonly Range[],
  paragraph: ChangedParagraph,
  recall: Recall<BlockNames>,
): RevisedNames | null {
  const { change, around } = paragraph;
  const { before, after, index, offset } = around;
  if ([before, after].some(({ masked, blocks }) => opensAbstract(masked, (blocks[index] as Block).start))) return null;
  const marks = markers.map((marker) => movedBy(marker, -offset));
  const movedMarks = marks.map((range) => movedRange(range, around.change));
  const was = namesAround(before, vocabulary, marks, recall);
  const is = namesAround(after, vocabulary, movedMarks, recall);
  const same = isSame(was, is, around);
  const samePairs = areSame(was.traits.pairs, is.traits.pairs, around);

  const abstract = names.abstract && movedRange(names.abstract, change);
  const { mentions, introductions, traits } = replaceNames(names, is, abstract, paragraph);
  const unknown = names.unknown.map((name) => ({ ...name, ...movedRange(name, change) }));
  const variants = names.variants.map((variant) => ({
    ...variant,
    ...movedRange(variant, change),
    first: movedRange(variant.first, change),
  }));
  const found = samePairs ? variants : findVariants(prose.text, traits.pairs);
  return {
    names: {
      mentions,
      abstract,
      introductions,
      unknown: same ? unknown : findUnknown(prose.text, traits.telling, mentions, introductions, traits.verbatim),
      variants: found,
      traits,
    },
    same: same && (samePairs || areSameVariants(found, variants)),
  };
}

/** Puts what the paragraph says now in the place of what it said, and moves all behind it, in the lists themselves. */
function replaceNames(names: Mentions, is: Told, abstract: Range | null, paragraph: ChangedParagraph): Told {
  const { change, block, around } = paragraph;
  const { before, after, offset } = around;
  const { mentions, introductions, traits } = names;
  const stood = { start: block.start, end: block.end - change.by };
  const here = movedBy(block, -offset);
  const put = <Item extends Range>(item: Item): Item => ({ ...item, ...movedBy(item, offset) });
  const putPair = (pair: NamePair) => movePair(pair, offset);
  const shift = (range: Range) => shiftRange(range, change);
  replace(mentions, stood, is.mentions, here, put, (mention: Moving<Mention>) => {
    mention.start += change.by;
    mention.end += change.by;
  });
  replace(traits.verbatim, stood, is.traits.verbatim, here, put, shift);
  replace(traits.telling, stood, is.traits.telling, here, put, shift);
  replace(traits.pairs, stood, is.traits.pairs, here, putPair, (pair) => shiftPair(pair, change));
  replace(
    introductions,
    // The block behind may begin with the abbreviation of what the paragraph ends with.
    { start: block.start, end: offset + before.text.length },
    is.introductions,
    { start: here.start, end: after.text.length },
    (introduction) => placedIntroduction(introduction, offset, mentions, abstract),
    (introduction) => {
      shift(introduction);
      shift(introduction.name);
    },
  );
  return names;
}

/** An introduction that was found in a piece of the text, with the mention that is the draft's. */
function placedIntroduction(
  { start, end, abbreviation, name, mention }: Introduction,
  offset: number,
  mentions: readonly Mention[],
  abstract: Range | null,
): Introduction {
  return {
    start: start + offset,
    end: end + offset,
    abbreviation,
    name: { ...movedBy(name, offset), text: name.text },
    mention: mention && (mentions[lastStartingBefore(mentions, mention.start + offset)] as Mention),
    part: abstract !== null && contains(abstract, start + offset) ? 'abstract' : 'body',
  };
}

/** Replaces the items of a list in `stood` by those that are found in `here`, and moves those behind, all in place. */
function replace<Item extends Range>(
  items: readonly Item[],
  stood: Range,
  found: readonly Item[],
  here: Range,
  put: (item: Item) => Item,
  shift: (item: Item) => void,
): void {
  const inside = startingIn(found, here).map(put);
  const { from, to } = indicesIn(items, stood);
  if (inside.length > 0 || to > from) (items as Item[]).splice(from, to - from, ...inside);
  for (let at = from + inside.length; at < items.length; at++) shift(items[at] as Item);
}

/** Who is named in a paragraph and the blocks beside it, and the abbreviations that are introduced there. */
type Told = Pick<Mentions, 'mentions' | 'traits' | 'introductions'>;

function namesAround(
  prose: Prose,
  vocabulary: Vocabulary,
  markers: readonly Range[],
  recall: Recall<BlockNames>,
): Told {
  if (vocabulary.concepts.size === 0)
    return { mentions: [], traits: NO_TRAITS, introductions: findIntroductions(prose, [], null) };
  const verbatim = mergeRanges(findQuotations(prose));
  const blocks = prose.blocks.filter(({ kind }) => kind === 'paragraph' || kind === 'heading');
  recall.turn();
  const found = blocks.map((block) => {
    const search = { text: prose.masked, vocabulary, markers, verbatimBefore: lastBefore(verbatim) };
    return namesOf(search, block, startingIn(markers, block), recall);
  });
  const mentions = found.flatMap((names) => names.mentions);
  const telling = found.flatMap((names) => names.telling);
  const pairs = ownPairs(
    found.flatMap((names) => names.pairs),
    mentions,
    verbatim,
  );
  return { mentions, traits: { verbatim, telling, pairs }, introductions: findIntroductions(prose, mentions, null) };
}

/** Whether all but pairs of words is the same. */
function isSame(was: Told, is: Told, around: Surroundings): boolean {
  const { change } = around;
  return (
    areMoved(was.traits.verbatim, is.traits.verbatim, change) &&
    areSame(was.traits.telling, is.traits.telling, around) &&
    areSame(was.mentions, is.mentions, around) &&
    was.mentions.every((mention, at) => isSameMention(mention, is.mentions[at] as Mention)) &&
    areSame(was.introductions, is.introductions, around) &&
    areSame(was.introductions.map(nameOf), is.introductions.map(nameOf), around) &&
    was.introductions.every(
      ({ mention, start, end }, at) =>
        was.mentions.indexOf(mention as Mention) === is.mentions.indexOf(is.introductions[at]?.mention as Mention) &&
        // Its parentheses are looked at too.
        (change.end < start - 1 || change.start > end + 1),
    )
  );
}

function areMoved(these: readonly Range[], those: readonly Range[], change: Change): boolean {
  return these.length === those.length && these.every((range, at) => isMoved(range, those[at] as Range, change));
}

/** Whether ranges stand where they stood, and their text is what it was. */
function areSame(these: readonly Range[], those: readonly Range[], { before, after, change }: Surroundings): boolean {
  return (
    areMoved(these, those, change) &&
    these.every((range, at) => textAt(before, range) === textAt(after, those[at] as Range))
  );
}

function isSameMention(a: Mention, b: Mention): boolean {
  return (
    a.concept === b.concept &&
    a.kind === b.kind &&
    a.label === b.label &&
    a.nearness === b.nearness &&
    a.replacement === b.replacement &&
    a.candidates.join() === b.candidates.join() &&
    a.accepted === b.accepted &&
    a.doubtful === b.doubtful &&
    a.verbatim === b.verbatim
  );
}

function areSameVariants(these: readonly NameVariant[], those: readonly NameVariant[]): boolean {
  const isSameRange = (a: Range, b: Range) => a.start === b.start && a.end === b.end;
  return (
    these.length === those.length &&
    these.every((variant, at) => {
      const { text, usual, replacement, first } = those[at] as NameVariant;
      return (
        isSameRange(variant, those[at] as NameVariant) &&
        isSameRange(variant.first, first) &&
        variant.text === text &&
        variant.usual === usual &&
        variant.replacement === replacement
      );
    })
  );
}

function nameOf({ name }: Introduction): Range {
  return name;
}

function textAt({ masked }: Prose, { start, end }: Range): string {
  return masked.slice(start, end);
}

import type { Block, Prose } from '../markdown/prose.ts';
import { findQuotations } from '../markdown/quotations.ts';
import type { ChangedParagraph, Surroundings } from '../markdown/revise.ts';
import { type Change, isMoved, movedRange, shiftRange } from '../text/change.ts';
import { lastBefore, lastStartingBefore, mergeRanges, type Range } from '../text/range.ts';
import { findIntroductions, type Introduction, opensAbstract } from './abbreviations.ts';
import { readBlock } from './block-names.ts';
import type { Mention } from './mention.ts';
import { type Mentions, mentionsOf } from './mentions.ts';
import { movePair, shiftPair } from './variants.ts';
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
 */
export function reviseNames(
  names: Mentions,
  prose: Prose,
  vocabulary: Vocabulary,
  markers: readonly Range[],
  paragraph: ChangedParagraph,
): RevisedNames | null {
  const { change, around } = paragraph;
  const { before, after, index, offset } = around;
  if ([before, after].some(({ masked, blocks }) => opensAbstract(masked, (blocks[index] as Block).start))) return null;
  const marks = markers.map((marker) => placed(marker, -offset));
  const movedMarks = marks.map((range) => movedRange(range, around.change));
  const was = namesAround(before, vocabulary, marks);
  const is = namesAround(after, vocabulary, movedMarks);
  const abstract = names.abstract && movedRange(names.abstract, change);
  if (isSame(was, is, around)) return { names: movedNames(names, abstract, change), same: true };
  const { mentions, traits } = withParagraph(names, is, paragraph);
  return { names: mentionsOf(prose, abstract, mentions, traits), same: false };
}

/** The same names where they stand now. */
function movedNames(names: Mentions, abstract: Range | null, change: Change): Mentions {
  const { mentions, introductions, traits } = names;
  shiftNames(names, change);
  for (const introduction of introductions) {
    shiftRange(introduction, change);
    shiftRange(introduction.name, change);
  }
  const unknown = names.unknown.map((name) => ({ ...name, ...movedRange(name, change) }));
  const variants = names.variants.map((variant) => ({
    ...variant,
    ...movedRange(variant, change),
    first: movedRange(variant.first, change),
  }));
  return { mentions, abstract, introductions, unknown, variants, traits };
}

type Named = Pick<Mentions, 'mentions' | 'traits'>;

/** The names where they stand now, with those that the paragraph has now. */
function withParagraph({ mentions, traits }: Named, found: Named, { change, block, around }: ChangedParagraph): Named {
  const { verbatim, telling, pairs } = traits;
  const here = placed(block, -around.offset);
  const replaced = <Item extends Range>(items: readonly Item[], others: readonly Item[], put: (item: Item) => Item) => {
    const from = lastStartingBefore(items, block.start - 1) + 1;
    const to = lastStartingBefore(items, block.end - change.by - 1) + 1;
    const behind = items.slice(to);
    const inside = others.filter(({ start }) => start >= here.start && start < here.end);
    return { behind, all: [...items.slice(0, from), ...inside.map(put), ...behind] };
  };
  const put = <Item extends Range>(item: Item): Item => ({ ...item, ...placed(item, around.offset) });
  const [nowMentioned, nowVerbatim, nowTelling] = [
    replaced(mentions, found.mentions, put),
    replaced(verbatim, found.traits.verbatim, put),
    replaced(telling, found.traits.telling, put),
  ];
  const nowPaired = replaced(pairs, found.traits.pairs, (pair) => movePair(pair, around.offset));
  shiftNames(
    {
      mentions: nowMentioned.behind,
      traits: { verbatim: nowVerbatim.behind, telling: nowTelling.behind, pairs: nowPaired.behind },
    },
    change,
  );
  return {
    mentions: nowMentioned.all,
    traits: { verbatim: nowVerbatim.all, telling: nowTelling.all, pairs: nowPaired.all },
  };
}

function shiftNames({ mentions, traits }: Named, change: Change): void {
  for (const mention of mentions) shiftRange(mention, change);
  for (const range of traits.verbatim) shiftRange(range, change);
  for (const range of traits.telling) shiftRange(range, change);
  for (const pair of traits.pairs) shiftPair(pair, change);
}

/** Who is named in a paragraph and the blocks beside it, and the abbreviations that are introduced there. */
interface Told extends Named {
  readonly introductions: readonly Introduction[];
}

function namesAround(prose: Prose, vocabulary: Vocabulary, markers: readonly Range[]): Told {
  const verbatim = mergeRanges(findQuotations(prose));
  const blocks = prose.blocks.filter(({ kind }) => kind === 'paragraph' || kind === 'heading');
  const named =
    vocabulary.concepts.size === 0
      ? []
      : blocks.map((block) => {
          const search = { text: prose.masked, vocabulary, markers, verbatimBefore: lastBefore(verbatim) };
          const inside = markers.filter(({ start }) => start >= block.start && start < block.end);
          return readBlock(search, block, inside);
        });
  const mentions = named.flatMap((names) => names.mentions);
  const telling = named.flatMap((names) => names.telling);
  const pairs = named.flatMap((names) => names.pairs);
  return { mentions, traits: { verbatim, telling, pairs }, introductions: findIntroductions(prose, mentions, null) };
}

function isSame(was: Told, is: Told, { before, after, change }: Surroundings): boolean {
  const areMoved = (these: readonly Range[], those: readonly Range[]) =>
    these.length === those.length && these.every((range, at) => isMoved(range, those[at] as Range, change));
  const areSame = (these: readonly Range[], those: readonly Range[]) =>
    areMoved(these, those) && these.every((range, at) => textAt(before, range) === textAt(after, those[at] as Range));
  return (
    areMoved(was.traits.verbatim, is.traits.verbatim) &&
    areSame(was.traits.telling, is.traits.telling) &&
    areSame(was.traits.pairs, is.traits.pairs) &&
    areSame(was.mentions, is.mentions) &&
    was.mentions.every((mention, at) => isSameMention(mention, is.mentions[at] as Mention)) &&
    areSame(was.introductions, is.introductions) &&
    areSame(was.introductions.map(nameOf), is.introductions.map(nameOf)) &&
    was.introductions.every(
      ({ mention, start, end }, at) =>
        was.mentions.indexOf(mention as Mention) === is.mentions.indexOf(is.introductions[at]?.mention as Mention) &&
        // Its parentheses are looked at too.
        (change.end < start - 1 || change.start > end + 1),
    )
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

function nameOf({ name }: Introduction): Range {
  return name;
}

function placed({ start, end }: Range, by: number): Range {
  return { start: start + by, end: end + by };
}

function textAt({ masked }: Prose, { start, end }: Range): string {
  return masked.slice(start, end);
}

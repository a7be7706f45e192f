import type { Block, Prose } from '../markdown/prose.ts';
import type { ChangedParagraph, Surroundings } from '../markdown/revise.ts';
import { type Change, isMoved, type Moving, movedRange, shiftRange } from '../text/change.ts';
import { isLetter } from '../text/characters.ts';
import { itemAt, movedBy, type Range, startingIn } from '../text/range.ts';
import { findCallouts, LIKE_A_WORD } from './callouts.ts';
import { type Candidate, labelsOf } from './candidate.ts';
import type { Draft, DraftOptions, Entry, Marker } from './draft.ts';
import { labelAt } from './entry-labels.ts';
import { findGluedNumbers, standaloneCapitals } from './glued.ts';
import { findHeadings } from './headings.ts';
import { findAfterPunctuation, isWordPart, OFTEN, wordsOf } from './letters.ts';
import { readLines } from './lines.ts';
import { LONGEST_LINK } from './navigation.ts';
import { withRunInHeadings } from './run-in-headings.ts';

/**
 * Whether a change to a paragraph leaves a draft what it is, but for where things stand. What a draft is told of a
 * paragraph of its body is what may be a marker there, or a heading, or an entry; and words that letters may stand on.
 */
export function staysAsRead(draft: Draft, prose: Prose, paragraph: ChangedParagraph, options: DraftOptions): boolean {
  const { change, block, around } = paragraph;
  const was = { start: block.start, end: block.end - change.by };
  return (
    [was.start, was.end - 1].every((offset) => itemAt(draft.sections, offset)?.kind === 'body') &&
    !comesNear(startingIn(draft.markers, was), change) &&
    hasSameLines(around, options) &&
    hasSameCandidates(draft, around) &&
    leavesLettersOnWords(draft, prose, around)
  );
}

/** Moves what stands behind a change to where it stands now, in place. */
export function shiftDraft(
  { sections, markers, citations, notes, remarks, earlierLists }: Draft,
  change: Change,
): void {
  for (const heading of earlierLists) shiftRange(heading, change);
  for (const section of sections) {
    shiftRange(section, change);
    if (section.heading) shiftRange(section.heading, change);
  }
  const { end, by } = change;
  const shift = (part: Range) => {
    const moving = part as Moving<Range>;
    moving.start += by;
    moving.end += by;
  };
  for (const marker of markers as readonly Moving<Marker>[]) {
    if (marker.start < end) continue;
    marker.start += by;
    marker.end += by;
    shift(marker.callout);
  }
  for (const entries of [citations, notes, remarks])
    for (const entry of entries as readonly Moving<Entry>[]) {
      if (entry.start < end) continue;
      entry.start += by;
      entry.end += by;
      shift(entry.labelRange);
      shift(entry.content);
    }
}

/** So near to a marker a change may decide on it, or on the next one of its list: `3, 4` has no more than commas. */
const NEAR = 4;
const NEAR_GLUED = 16;

function comesNear(markers: readonly Pick<Marker, 'callout' | 'notation'>[], change: Range): boolean {
  return markers.some(({ callout, notation }) => {
    const distance = notation === 'glued' ? NEAR_GLUED : NEAR;
    return callout.start < change.end + distance && change.start < callout.end + distance;
  });
}

/** Whether the change is in no heading and makes none, and no line of the paragraph is or was an entry. */
function hasSameLines({ before, after, change, index }: Surroundings, options: DraftOptions): boolean {
  const read = (prose: Prose) => withRunInHeadings(prose.masked, readLines(prose), options);
  const [old, now] = [read(before), read(after)];
  const headingsBefore = findHeadings(before.masked, old, options);
  const headings = findHeadings(after.masked, now, options);
  const paragraph = after.blocks[index] as Block;
  return (
    old.length === now.length &&
    headingsBefore.length === headings.length &&
    headingsBefore.every(
      (heading, at) =>
        isMoved(heading, headings[at] as Range, change) && (heading.end < change.start || heading.start > change.end),
    ) &&
    now.every((line, at) => {
      const was = old[at] ?? line;
      if (line.block !== paragraph) return true;
      const isLong = line.end - line.start > LONGEST_LINK;
      return (
        was.end - was.start > LONGEST_LINK === isLong &&
        labelAt(before.masked, was, null) === null &&
        labelAt(after.masked, line, null) === null
      );
    })
  );
}

/** Whether what may be a marker in the paragraph is the same, is as likely, and stands apart from the change. */
function hasSameCandidates(draft: Draft, { before, after, change, index, offset }: Surroundings): boolean {
  const known = { citation: labelsOf(draft.citations), note: labelsOf(draft.notes) };
  const read = (prose: Prose, placed: (range: Range) => Range): Candidate[] => {
    const { masked, blocks } = prose;
    const block = blocks[index] as Block;
    const within = movedBy(before.blocks[index] as Block, offset);
    const numbers = startingIn(draft.markers, within).filter(({ kind }) => kind === 'citation');
    return [
      ...findCallouts(prose, [block], known),
      ...findGluedNumbers(masked, [block]),
      ...findAfterPunctuation(masked, [block], numbers.map(placed)),
    ];
  };
  const was = read(before, (range) => movedBy(range, -offset));
  const is = read(after, (range) => movedRange(movedBy(range, -offset), change));
  const words = wordsAround(before.masked, change);
  return (
    was.length === is.length &&
    !comesNear(was, words) &&
    was.every((candidate, at) => isSame(candidate, is[at] as Candidate, change)) &&
    hasSameItems(standaloneCapitals(textOf(before, index)), standaloneCapitals(textOf(after, index)))
  );
}

function isSame(was: Candidate, is: Candidate, change: Change): boolean {
  // In a quotation such a number is none, and the change may open one.
  if (was.notation === 'bracket' && was.weight === LIKE_A_WORD) return false;
  return (
    was.kind === is.kind &&
    was.label === is.label &&
    was.notation === is.notation &&
    was.weight === is.weight &&
    was.sure === is.sure &&
    isMoved(was, is, change) &&
    isMoved(was.callout, is.callout, change)
  );
}

/**
 * Whether the words that changed have no part in the search for letters that stand on words (`findGluedLetters`): it
 * looks at words that end in the letter of a note without a marker, and counts those that they would be without it.
 */
function leavesLettersOnWords(draft: Draft, prose: Prose, { before, after, change }: Surroundings): boolean {
  const marked = new Set<number>();
  for (const { kind, ordinal, notation, start } of draft.markers)
    if (kind === 'note' && !(notation === 'glued' && isLetter(prose.masked.charCodeAt(start - 1)))) marked.add(ordinal);
  const labels = draft.notes.filter(({ ordinal }) => !marked.has(ordinal)).map(({ label }) => label);
  if (labels.length === 0) return true;

  const { masked } = prose;
  const letters = `(?:${[...new Set(labels)].join('|')})`;
  const was = textAt(before.masked, wordsAround(before.masked, change));
  const is = textAt(after.masked, wordsAround(after.masked, { start: change.start, end: change.end + change.by }));
  const ends = new RegExp(`${letters}(?![A-Za-z])`);
  if (ends.test(was) || ends.test(is)) return false;
  // Folded words have lost their apostrophes.
  const written = (word: string, then: string) => new RegExp([...word, then].join("[`’']?"), 'giu');
  const leave = (word: string) =>
    /^[a-z-]+$/.test(word) &&
    (!written(word, letters).test(masked) || standsOften(masked, word, written(word, ''), OFTEN + wordsOf(was).length));
  return [...wordsOf(was), ...wordsOf(is)].every(leave);
}

/** Whether a text has a word so many times; `pattern` finds where. */
function standsOften(text: string, word: string, pattern: RegExp, times: number): boolean {
  let count = 0;
  for (let match = pattern.exec(text); match && count < times; match = pattern.exec(text)) {
    const around = wordsAround(text, { start: match.index, end: pattern.lastIndex });
    count += wordsOf(textAt(text, around)).filter((other) => other === word).length;
    pattern.lastIndex = around.end;
  }
  return count >= times;
}

/** A range with the words that it touches. */
function wordsAround(text: string, range: Range): Range {
  let { start, end } = range;
  while (start > 0 && isInWord(text, start - 1)) start--;
  while (end < text.length && isInWord(text, end)) end++;
  return { start, end };
}

function isInWord(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset);
  return isWordPart(code) || (code > 127 && /\p{M}/u.test(text.charAt(offset)));
}

function textAt(text: string, { start, end }: Range): string {
  return text.slice(start, end);
}

function textOf({ masked, blocks }: Prose, index: number): string {
  return textAt(masked, blocks[index] as Block);
}

function hasSameItems(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((item) => b.has(item));
}

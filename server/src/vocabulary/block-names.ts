import { isUpper } from '../text/characters.ts';
import { lastStartingBefore, movedBy, type Range } from '../text/range.ts';
import { type CompiledLabel, labelAt } from './compile.ts';
import type { Concept } from './concept.ts';
import type { Match } from './matcher.ts';
import type { Mention, Nearness } from './mention.ts';
import type { NearMatch } from './near.ts';
import { findAll, type KnownWords, lookUp, type Page } from './scanner.ts';
import { findTelling } from './unknown.ts';
import { findPairs, movePair, type NamePair } from './variants.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { Words } from './words.ts';

/** The text of a draft, and what its names are looked for in. */
export interface Search extends Page {
  readonly vocabulary: Vocabulary;
  /** The last of other people's words that start at or before an offset; offsets do not fall. */
  readonly verbatimBefore: (offset: number) => Range | undefined;
}

/** The names in one block, where it was read. */
export interface BlockNames {
  /** Where the block starts. */
  readonly start: number;
  /** The markers in it. */
  readonly markers: readonly Range[];
  readonly mentions: readonly Mention[];
  /** What reads like a group's name, be it a mention or not. */
  readonly telling: readonly Range[];
  readonly pairs: readonly NamePair[];
}

const NO_NAMES: readonly string[] = [];
const OPENING_QUOTE = '‘'.charCodeAt(0);
const CLOSING_QUOTE = '’'.charCodeAt(0);
const CLOSING_MARKS = '”’»"\')]*_';

const ITALICS_BEFORE = /^[*_](?:the )?$/i;
const ITALICS_AFTER = /^(?:[’']s)?[*_]$/;

/** Finds the names in a block: they do not depend on the text around it. `markers` are those in the block. */
export function readBlock(search: Search, block: Range, markers: readonly Range[]): BlockNames {
  const known = lookUp(search, block, markers);
  const mentions = matchAll(search, block, known);
  return { start: block.start, markers, mentions, telling: findTelling(known), pairs: findPairs(known) };
}

/** The same in objects of their own. */
export function copyNames({ start, markers, mentions, telling, pairs }: BlockNames): BlockNames {
  return {
    start,
    markers: markers.map((marker) => ({ start: marker.start, end: marker.end })),
    mentions: mentions.map((mention) => ({ ...mention })),
    telling: telling.map((range) => ({ ...range })),
    pairs: pairs.map((pair) => movePair(pair, 0)),
  };
}

/** The names of a block that was read before, as they are where it stands now: objects of their own. */
export function moveNames(
  search: Search,
  block: Range,
  { start, markers, mentions, telling, pairs }: BlockNames,
): BlockNames {
  const by = block.start - start;
  return {
    start: block.start,
    markers,
    mentions: mentions.map((mention) => moveMention(search, mention, by)),
    telling: telling.map((range) => movedBy(range, by)),
    pairs: pairs.map((pair) => movePair(pair, by)),
  };
}

function moveMention(search: Search, mention: Mention, by: number): Mention {
  const start = mention.start + by;
  const end = mention.end + by;
  const { concept, kind, text, label, nearness, replacement, candidates, accepted, doubtful } = mention;
  return {
    start,
    end,
    concept,
    kind,
    text,
    label,
    nearness,
    replacement,
    candidates,
    accepted,
    doubtful,
    verbatim: isVerbatim(search, start, end),
  };
}

/** In other people's words, or in single quotation marks. */
function isVerbatim({ text, verbatimBefore }: Search, start: number, end: number): boolean {
  const words = verbatimBefore(start);
  if (words && start < words.end) return !isInItalics(text, start, end, words);
  return text.charCodeAt(start - 1) === OPENING_QUOTE && text.charCodeAt(end) === CLOSING_QUOTE;
}

/** Whether a name, and nothing else, stands in italics in the draft’s own words: it is no title that has the name in it. */
function isInItalics(text: string, start: number, end: number, words: Range): boolean {
  const mark = text.charAt(words.start);
  if (mark !== '*' && mark !== '_') return false;
  return ITALICS_BEFORE.test(text.slice(words.start, start)) && ITALICS_AFTER.test(text.slice(end, words.end));
}

/** The mentions one after the other: what is nearly a longer name comes before the shorter one that stands there. */
function matchAll(search: Search, block: Range, known: KnownWords): Mention[] {
  const { words } = known;
  const found: Mention[] = [];
  const add = (mention: Mention | null) => {
    if (mention) found.push(mention);
  };
  findAll(known, {
    match: (at, match, end) => add(matchedMention(search, block, words, at, match, end)),
    near: (at, near) => add(nearMention(search, block, words, at, near)),
  });
  return found;
}

function matchedMention(
  search: Search,
  block: Range,
  words: Words,
  at: number,
  { label, difference }: Match,
  end: number,
): Mention | null {
  const compiled = labelAt(search.vocabulary.matcher, label);
  const range = { start: words.start[at] as number, end };
  return makeMention(search, block, range, compiled, difference === 'none' ? null : difference, NO_NAMES);
}

function nearMention(
  search: Search,
  block: Range,
  words: Words,
  at: number,
  { labels, nearness, to }: NearMatch,
): Mention | null {
  const { matcher } = search.vocabulary;
  const nearest = labels.map((label) => labelAt(matcher, label));
  const names = [...new Set(nearest.map(({ replacement }) => replacement))];
  const range = { start: words.start[at] as number, end: words.end[to - 1] as number };
  return makeMention(search, block, range, nearest[0] as CompiledLabel, nearness, names.length > 1 ? names : NO_NAMES);
}

function makeMention(
  search: Search,
  block: Range,
  { start, end }: Range,
  label: CompiledLabel,
  nearness: Nearness | null,
  candidates: readonly string[],
): Mention | null {
  if (label.kind === 'stop') return null;
  const text = search.text.slice(start, end);
  const wrong = (nearness !== null || !label.accepted) && !label.doubtful && candidates.length === 0;
  return {
    start,
    end,
    concept: search.vocabulary.concepts.get(label.concept) as Concept,
    kind: nearness === null ? label.kind : 'near',
    text,
    label: label.text,
    nearness,
    // What stands in emphasis marks cannot be replaced without them.
    replacement:
      wrong && !text.includes('*') && !text.includes('_')
        ? asThere(search, escapedLike(text, label.replacement), block.start, start)
        : null,
    candidates,
    accepted: label.accepted,
    doubtful: label.doubtful,
    verbatim: isVerbatim(search, start, end),
  };
}

/** The name with its backticks escaped where those of the text are. */
function escapedLike(text: string, name: string): string {
  return text.includes('\\`') ? name.replaceAll('`', '\\`') : name;
}

/** The name as it is written at `start`: with a capital where a sentence begins. */
function asThere(search: Search, name: string, blockStart: number, start: number): string {
  if (!isUpper(search.text.charCodeAt(start)) || isUpper(name.charCodeAt(0))) return name;
  return opensSentence(search, blockStart, start) ? name.charAt(0).toUpperCase() + name.slice(1) : name;
}

/** Whether nothing but blanks and opening marks, and markers and closing marks before them, parts it from an end. */
function opensSentence({ text, markers = [] }: Search, blockStart: number, start: number): boolean {
  let at = start;
  while (at > blockStart && mayLead(text.charAt(at - 1))) at--;
  while (at > blockStart) {
    const marker = markers[lastStartingBefore(markers, at - 1)];
    if (marker?.end === at) at = marker.start;
    else if (CLOSING_MARKS.includes(text.charAt(at - 1))) at--;
    else break;
  }
  return at <= blockStart || '.!?:\n#>|'.includes(text.charAt(at - 1));
}

/** Whether a character may stand between the end of a sentence and the next: blanks and opening marks. */
function mayLead(character: string): boolean {
  return character < '\x80' ? ' \t\v\f\r"\'*_('.includes(character) : /[\s“‘]/.test(character);
}

import { contains, lastStartingBefore, overlaps, type Range } from '../text/range.ts';
import type { Introduction } from './abbreviations.ts';
import { hashOf, wordSet } from './hash.ts';
import type { Mention } from './mention.ts';
import type { KnownWords } from './scanner.ts';
import { FLAG, GAP, isJoiner, type Words } from './words.ts';

/** A name that reads like a group's. */
export interface UnknownName extends Range {
  readonly text: string;
  /** The abbreviation that the draft introduces it with. */
  readonly abbreviation: string | null;
}

/** Words that names of groups begin with. */
const HEAD_WORDS = [
  'ansar ansarul asaib harakat haraket harkat harkatul hezb hizb hizbul jabhat jaish jamaah jamaat jamaatul jamiat jaysh',
  'jemaah jund jundul kataib lashkar liwa saraya sipah tahrik tehreek tehrik',
];
/** Words that begin such names with of or for: Army of Islam. */
const ARMY_WORDS = 'army battalion brigade front league legion movement party soldiers sons';
/** Words that end such names. */
const TAIL_WORDS = 'battalion battalions brigade brigades front movement network';
const HEADS = wordSet(...HEAD_WORDS);
const ARMIES = wordSet(ARMY_WORDS);
const TAILS = wordSet(TAIL_WORDS);
const TELLING = wordSet(...HEAD_WORDS, ARMY_WORDS, TAIL_WORDS);
const OF = wordSet('of for');
const LINKS = wordSet('of for the and in against');
/** And, in, for, and others of the articles. */
const ARABIC_LINKS = wordSet('wa wal fi lil bil li bi');
/** Words before a tail that make it something else. */
const OTHERWISE = wordSet(
  'news analysts research media broadcasting television radio social transport rail road computer global neural private',
  'western eastern northern southern home second rights crescent cross labor labour aligned',
);
/** What opens a sentence, and no name. */
const OPENERS = wordSet(
  'a an the this that these those each every its their his her our such some any no both when while',
  'then later meanwhile today soon now yet but so since after before until although because if as at by from in on',
  'under with within among against like unlike only also even here there where',
);
/** What tells the names of bodies that are no groups in this sense, and of things: drafts abbreviate them too. */
const NO_GROUPS = wordSet(
  'academy act administration agency agreement area areas assembly association authorities authority bank board',
  'bureau center centre college command commission committee community company constabulary convention',
  'corporation corps council court database department directorate district embassy emirates exchange forum',
  'foundation fund headquarters institute institution intelligence international kingdom laboratory law ministry',
  'mission nations office operation organization panel parliament plan police press program programme project',
  'province region regulation regulations relief report republic research resolution rule rules school',
  'secretariat senate service services society states studies task treaty tribunal union unit university watch',
  'worldwide zone middle monitor observatory reaction rights virtual',
  'aircraft combatant combatants device devices disorder drone engine equipment extremism extremist extremists facility',
  'financing government governments incident incidents index initiative list material materials',
  'media memorandum missile missiles model models officer person policy procedure product staff strategy system',
  'systems tank target targets technologies technology terror terrorism terrorist terrorists training vehicle vehicles',
  'weapon weapons',
);
/** Forces of a state. */
const STATE_FORCES =
  /(?<![\p{L}-])(?:(?:air|armed|defen[cs]e|security|special(?:\s+\p{L}{1,20})?)\s+forces?|national\s+army)(?!\p{L})/iu;
/** What stands before the name of a person: a front of his. */
const TITLES = wordSet('colonel commander de general la le mullah president van von');
const LAST_LETTER = /\p{L}(?=\P{L}*$)/u;
const LAST_WORD = /[^\s-]*$/;
/** `FTOs`: several of a kind, and no name. */
const IS_PLURAL = /\p{Lu}s$/u;
const MOST_WORDS = 9;

/** What reads like a group's name among the words of a block. */
export function findTelling({ words, openingCount }: KnownWords): Range[] {
  const { openings } = words;
  const found: Range[] = [];
  let next = 0;
  for (let index = 0; index < openingCount; index++) {
    const at = openings[index] as number;
    if (at < next || !isCapitalised(words, at) || !TELLING.has(words.hash[at] as number)) continue;
    const range = groupAt(words, at);
    if (!range) continue;
    found.push({ start: words.start[range[0]] as number, end: words.end[range[1] - 1] as number });
    next = range[1];
  }
  return found;
}

/** Names that read like a group's, outside of mentions and of the `verbatim` ranges. */
export function findUnknown(
  text: string,
  telling: readonly Range[],
  mentions: readonly Mention[],
  introductions: readonly Introduction[],
  verbatim: readonly Range[],
): UnknownName[] {
  const found: UnknownName[] = [];
  for (const { name, mention, abbreviation } of introductions)
    if (!mention && isName(name.text) && abbreviatesAll(abbreviation, name.text)) found.push({ ...name, abbreviation });
  for (const { start, end } of telling) found.push({ start, end, text: text.slice(start, end), abbreviation: null });
  return found
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter((name, index, all) => {
      const mention = mentions[lastStartingBefore(mentions, name.end - 1)];
      const quotation = verbatim[lastStartingBefore(verbatim, name.start)];
      const before = all[index - 1];
      return (
        !(mention && overlaps(mention, name)) &&
        !(quotation && contains(quotation, name.start)) &&
        !(before && overlaps(before, name))
      );
    });
}

/** Whether an abbreviation is of a name up to its last word. */
function abbreviatesAll(abbreviation: string, name: string): boolean {
  const letter = LAST_LETTER.exec(abbreviation)?.[0] ?? '';
  const word = LAST_WORD.exec(name)?.[0] ?? '';
  return !IS_PLURAL.test(abbreviation) && word.toLowerCase().includes(letter.toLowerCase());
}

function isName(text: string): boolean {
  const parts = text.split(/[\s-]+/);
  return (
    parts.length > 1 &&
    parts.every((part) => part.length <= 3 || !startsSmall(part)) &&
    !parts.some((part) => NO_GROUPS.has(hashOf(part.toLowerCase()))) &&
    !STATE_FORCES.test(text)
  );
}

function startsSmall(text: string): boolean {
  const code = text.charCodeAt(0);
  return code < 128 ? code >= 97 && code <= 122 : /^\p{Ll}/u.test(text);
}

/** The words from and to (exclusive) of a group's name of which the capitalised word `at` is a telling one. */
function groupAt(words: Words, at: number): readonly [number, number] | null {
  const hash = words.hash[at] as number;
  if (HEADS.has(hash)) {
    const to = words.gap[at] === GAP.hyphen && at > 0 ? at : nameEnd(words, at, false);
    return to > at + 1 ? [at, to] : null;
  }
  const isOf = words.gap[at + 1] === GAP.space && OF.has(words.hash[at + 1] as number);
  if (ARMIES.has(hash) && isOf && !TITLES.has(words.hash[at + 2] as number)) {
    const to = nameEnd(words, at, true);
    if (to > at + 2) return [nameStart(words, at), to];
  }
  if (!TAILS.has(hash) || (at > 0 && OTHERWISE.has(words.hash[at - 1] as number))) return null;
  const from = nameStart(words, at);
  return from < at ? [from, at + 1] : null;
}

/** Where the capitalised words end that go on from `at`, over joiners and, if `linked`, small words. */
function nameEnd(words: Words, at: number, linked: boolean): number {
  let end = at + 1;
  for (let to = at + 1; to - at < MOST_WORDS && adjoins(words, to); to++) {
    if (isCapitalised(words, to)) end = to + 1;
    else if (!isLink(words, to, linked)) break;
  }
  return end;
}

/** Where the capitalised words start that lead to `at`. */
function nameStart(words: Words, at: number): number {
  let start = at;
  for (let from = at - 1; from >= 0 && at - from < MOST_WORDS && adjoins(words, from + 1); from--) {
    // Signed-in-Blood, Those-Who-Sign: what hyphens join is one word.
    const isJoined = words.gap[from + 1] === GAP.hyphen;
    if (!isJoined && OPENERS.has(words.hash[from] as number)) break;
    if (isCapitalised(words, from)) start = from;
    else if (isJoined && words.gap[from] === GAP.hyphen) continue;
    else if (!isLink(words, from, false) && !OF.has(words.hash[from] as number)) break;
  }
  return start;
}

function adjoins({ gap, flags }: Words, at: number): boolean {
  return (gap[at] === GAP.space || gap[at] === GAP.hyphen) && !((flags[at - 1] as number) & FLAG.possessive);
}

function isLink(words: Words, at: number, linked: boolean): boolean {
  const word = words.hash[at] as number;
  return isJoiner(words, at) || ARABIC_LINKS.has(word) || (linked && LINKS.has(word));
}

function isCapitalised({ flags }: Words, at: number): boolean {
  return ((flags[at] as number) & FLAG.capitalised) !== 0;
}

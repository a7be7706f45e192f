import type { Prose } from '../markdown/prose.ts';
import { quotations } from '../markdown/quotations.ts';
import { isUpper } from '../text/characters.ts';
import { itemAt, mergeRanges, type Range } from '../text/range.ts';
import { abstractOf, findIntroductions, type Introduction } from './abbreviations.ts';
import type { CompiledLabel } from './compile.ts';
import type { Concept } from './concept.ts';
import { type KnownWords, longestMatch, lookUp, type Match } from './matcher.ts';
import type { Mention, Nearness } from './mention.ts';
import { type NearMatch, nearestMatch } from './near.ts';
import { isJoiner } from './skeleton.ts';
import { findUnknown, type UnknownName } from './unknown.ts';
import type { Vocabulary } from './vocabulary.ts';
import { GAP, readWords, type Words } from './words.ts';

export interface MentionOptions {
  /** What belongs to markers, sorted: a name ends where it begins. Without it, glued markers are guessed. */
  readonly markers?: readonly Range[];
  /** Other people's words, beside quotations: titles. */
  readonly verbatim?: readonly Range[];
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
}

const NO_NAMES: readonly string[] = [];
const OPENING_QUOTE = '‘'.charCodeAt(0);
const CLOSING_QUOTE = '’'.charCodeAt(0);

/** Finds the names of a vocabulary in the prose, in linear time whatever its size. */
export function findMentions(prose: Prose, vocabulary: Vocabulary, options: MentionOptions = {}): Mentions {
  const abstract = abstractOf(prose);
  // Where nobody is known, nobody is a stranger.
  if (vocabulary.concepts.size === 0) {
    return { mentions: [], abstract, introductions: findIntroductions(prose, [], abstract), unknown: [] };
  }
  const words = readWords(prose.masked, options.markers);
  const known = lookUp(vocabulary.matcher, words, options.markers !== undefined);
  const verbatim = mergeRanges([...quotations(prose), ...(options.verbatim ?? [])]);
  const mentions = matchAll({ text: prose.masked, vocabulary, known, verbatim });
  const introductions = findIntroductions(prose, mentions, abstract);
  const unknown = findUnknown(prose.masked, words, mentions, introductions, verbatim);
  return { mentions, abstract, introductions, unknown };
}

/** A text that names are looked for in. */
interface Search {
  readonly text: string;
  readonly vocabulary: Vocabulary;
  readonly known: KnownWords;
  /** Other people's words, sorted and disjoint. */
  readonly verbatim: readonly Range[];
}

/** The mentions one after the other: what is nearly a longer name comes before the shorter one that stands there. */
function matchAll(search: Search): Mention[] {
  const { text, known } = search;
  const { matcher } = search.vocabulary;
  const { words } = known;
  const found: Mention[] = [];
  for (let at = 0; at < words.count; ) {
    if (isCommon(known, at)) {
      at++;
      continue;
    }
    const match = longestMatch(matcher, text, known, at);
    const near = nearestMatch(matcher, known, at, match ? match.to : at);
    if (near) {
      const mention = nearMention(search, at, near);
      if (mention) found.push(mention);
      at = near.to;
    } else if (match && !isInsideName(words, at, match.to)) {
      const mention = matchedMention(search, at, match);
      if (mention) found.push(mention);
      at = match.to;
    } else at++;
  }
  return found;
}

/** Whether no name can start at a word: it is in none, has no capital, and is not bound to a name after it. */
function isCommon({ words, ids }: KnownWords, at: number): boolean {
  if (ids[at] !== -1 || words.flags[at] !== 0) return false;
  if (at + 1 >= words.count) return true;
  return words.gap[at + 1] !== GAP.hyphen && (ids[at + 1] === -1 || words.flags[at + 1] === 0);
}

/** Whether joiners bind the words to others: the Taliban of Tehrik-i-Taliban. */
function isInsideName({ gap, hash, count }: Words, at: number, to: number): boolean {
  const bound = (word: number) =>
    gap[word] === GAP.hyphen && gap[word + 1] === GAP.hyphen && isJoiner(hash[word] as number);
  return (at > 1 && bound(at - 1)) || (to + 1 < count && bound(to));
}

function matchedMention(search: Search, at: number, { label, end, difference }: Match): Mention | null {
  const { known, vocabulary } = search;
  const compiled = vocabulary.matcher.labels[label] as CompiledLabel;
  const start = known.words.start[at] as number;
  return makeMention(search, start, end, compiled, difference === 'none' ? null : difference, NO_NAMES);
}

function nearMention(search: Search, at: number, { labels, nearness, to }: NearMatch): Mention | null {
  const { matcher } = search.vocabulary;
  const { words } = search.known;
  const nearest = labels.map((label) => matcher.labels[label] as CompiledLabel);
  const names = [...new Set(nearest.map(({ replacement }) => replacement))];
  const start = words.start[at] as number;
  const end = words.end[to - 1] as number;
  return makeMention(search, start, end, nearest[0] as CompiledLabel, nearness, names.length > 1 ? names : NO_NAMES);
}

function makeMention(
  { text: whole, vocabulary, verbatim }: Search,
  start: number,
  end: number,
  label: CompiledLabel,
  nearness: Nearness | null,
  candidates: readonly string[],
): Mention | null {
  if (label.kind === 'stop') return null;
  const text = whole.slice(start, end);
  const wrong = (nearness !== null || !label.accepted) && !label.doubtful && candidates.length === 0;
  const quoted = whole.charCodeAt(start - 1) === OPENING_QUOTE && whole.charCodeAt(end) === CLOSING_QUOTE;
  return {
    start,
    end,
    concept: vocabulary.concepts.get(label.concept) as Concept,
    kind: nearness === null ? label.kind : 'near',
    text,
    label: label.text,
    nearness,
    // What stands in emphasis marks cannot be replaced without them.
    replacement: wrong && !/[*_]/.test(text) ? asThere(label.replacement, whole, start) : null,
    candidates,
    accepted: label.accepted,
    doubtful: label.doubtful,
    verbatim: quoted || itemAt(verbatim, start) !== undefined,
  };
}

/** The name as it is written at `start`: with a capital where a sentence begins. */
function asThere(name: string, text: string, start: number): string {
  if (!isUpper(text.charCodeAt(start)) || isUpper(name.charCodeAt(0))) return name;
  let before = start - 1;
  while (before >= 0 && /[^\S\n]|[“‘"'*_(]/.test(text.charAt(before))) before--;
  const opens = before < 0 || /[.!?:\n#>|]/.test(text.charAt(before));
  return opens ? name.charAt(0).toUpperCase() + name.slice(1) : name;
}

import { isDigit, isLetter, isSmall, isSpace, isUpper } from '../text/characters.ts';
import { lastStartingBefore, type Range } from '../text/range.ts';
import { type Candidate, insideOf, type KnownLabels } from './candidate.ts';
import { chooseChain } from './chain.ts';
import type { Entry } from './draft.ts';
import { INFLECTIONS, ordinalOf } from './labels.ts';

/** After punctuation or a number: `Province,a including`, `TTP.c The`, `2014-2017.d`, `(…).2 a`, `.3 bIt`. */
const AFTER_PUNCTUATION = /[.,;:!?)\]”’"'%\d\uFFFC–]\s?[a-z]{1,2}(?![a-z`’'\uFFFC])/g;
/** What it begins with. */
const PUNCTUATION = '.,;:!?)]”’"\'%0123456789\uFFFC–';
/** How hardly a name ends. */
const DOUBLED = /(?:aa|ii|uu|yy|bb|cc|hh|kk|vv|ww|xx)$/;
/** No word goes on after a genitive or an abbreviation: `Taliban’sb`, `PKKb`. */
const NO_WORD = /(?:[’']s|\p{Lu}{2})$/u;
const ARTICLED = /^a[a-z]{1,2}-\p{Lu}/u;
const SHORTEST_STEM = 4;
/** So much stands before the letter in any case. */
const SHORTEST_WORD = 3;
const LONGEST_WORD = 40;
/** How often a word stands in a draft that is well known to it. */
export const OFTEN = 10;
/** More notes without a marker than any article has are no case for guessing. */
const MOST_MISSING = 30;

/**
 * Note letters that stand on the text before them: the ones after punctuation and numbers, then, for notes that are
 * still without a marker, the words that end in the note's letter and are words without it.
 *
 * @param markers the markers that are certain by now, of both kinds, in the order of the text
 */
export function findGluedLetters(
  masked: string,
  body: readonly Range[],
  markers: readonly Candidate[],
  notes: readonly Entry[],
  known: KnownLabels,
): Candidate[] {
  const sure = markers.filter((marker) => marker.kind === 'note');
  const numbers = markers.filter((marker) => marker.kind === 'citation');
  const candidates = findAfterPunctuation(masked, body, numbers);
  const chain = chooseChain(
    [...sure, ...candidates].sort((a, b) => a.start - b.start),
    known,
  );
  const chosen = [...chain].filter((candidate) => !candidate.sure);
  const strays = candidates.filter(
    (candidate) => !chain.has(candidate) && isStray(candidate, [...sure, ...chosen], known),
  );
  const found = [...sure, ...chosen, ...strays];
  const missing = notes.filter((note) => !found.some((candidate) => candidate.ordinal === note.ordinal));
  const inWords = missing.length > 0 ? findInWords(masked, body, missing, found) : [];
  return [...chosen, ...strays, ...inWords];
}

export function findAfterPunctuation(masked: string, body: readonly Range[], numbers: readonly Range[]): Candidate[] {
  const candidates: Candidate[] = [];
  const inBody = insideOf(body);
  const last = body.at(-1)?.end ?? 0;
  AFTER_PUNCTUATION.lastIndex = 0;
  while (AFTER_PUNCTUATION.test(masked)) {
    const end = AFTER_PUNCTUATION.lastIndex;
    const start = isSmall(masked.charCodeAt(end - 2)) ? end - 2 : end - 1;
    const at = PUNCTUATION.includes(masked.charAt(start - 1)) ? start : start - 1;
    if (at > last) break;
    if (!inBody(at - 1)) continue;
    const marker =
      start > at || isDigit(masked.charCodeAt(at - 1)) ? numbers[lastStartingBefore(numbers, at - 1)] : null;
    const weight = weigh(masked, at, start, end, marker?.end === at);
    if (weight >= 0.5) candidates.push(candidateOf(masked.slice(start, end), start, weight));
  }
  return candidates;
}

/** @param at where the punctuation or number before the letter ends, a space before `start` or at it */
function weigh(masked: string, at: number, start: number, end: number, afterMarker: boolean): number {
  const after = masked.charCodeAt(end);
  const ends = Number.isNaN(after) || after === 10 || after === 13;
  // A single letter before a capital has lost a space; two letters are a word cut short.
  if (isLetter(after) && (!isUpper(after) || end - start > 1)) return -1;
  if (isDigit(after)) return -1;
  const before = masked.charCodeAt(at - 1);
  const inner = masked.charCodeAt(at - 2);
  if (afterMarker) {
    if (start === at) return 4;
    if (ends || isLetter(after) || !isSpace(after)) return 3.5;
    // `.2 a group` has an article.
    const next = masked.charCodeAt(end + 1);
    return end - start === 1 && (masked.charAt(start) !== 'a' || isUpper(next)) ? 2 : -1;
  }
  if (start > at || endsLetterApart(masked, at)) return -1;
  const apostrophe = before === 0x2019 || before === 39;
  if (apostrophe && isLetter(inner)) return -1;
  if (isDigit(before)) return isSpace(after) || ends ? 0.5 : -1;
  // `e.g.`, `a.m.`: single letters between full stops are an abbreviation.
  if (before === 46 && isLetter(inner) && !isLetter(masked.charCodeAt(at - 3)) && !isUpper(inner)) return -1;
  if (before === 46 && after === 46) return -1;
  return end - start === 1 ? 3 : 2;
}

/** `[s]o`, `[th]e`, `(s)he`: behind what an editor changed or added, a word goes on. */
function endsLetterApart(masked: string, end: number): boolean {
  const closing = masked.charAt(end - 1);
  if (closing === ')') return masked.charAt(end - 3) === '(' && isLetter(masked.charCodeAt(end - 2));
  if (closing !== ']' || !isLetter(masked.charCodeAt(end - 2))) return false;
  return masked.charAt(end - 3) === '[' || (masked.charAt(end - 4) === '[' && isSmall(masked.charCodeAt(end - 2)));
}

/** A letter out of its series: without a marker elsewhere and with a note, or where nothing else can stand. */
function isStray(candidate: Candidate, taken: readonly Candidate[], known: KnownLabels): boolean {
  if (taken.some((other) => other.ordinal === candidate.ordinal)) return false;
  return known.has(candidate.ordinal)
    ? candidate.weight >= 2
    : known.size > 0 && candidate.label.length === 1 && candidate.weight >= 3;
}

/** For notes that are without a marker: words of the body that end in the note's letter. */
function findInWords(
  masked: string,
  body: readonly Range[],
  missing: readonly Entry[],
  found: readonly Candidate[],
): Candidate[] {
  const taken = [...found];
  const candidates: Candidate[] = [];
  let counts: ReadonlyMap<string, number> | null = null;
  const countOf = (word: string) => {
    counts ??= countWords(masked);
    return counts.get(word) ?? 0;
  };
  for (const note of missing.slice(0, MOST_MISSING)) {
    const noteWords = new Set(wordsOf(masked.slice(note.content.start, note.content.end)));
    const tails = new Set(Array.from(noteWords, (word) => tailAt(word, word.length)));
    const window = windowOf(note, taken, masked.length);
    // The note explains the word it stands on: `takfiri` + b, where note b says what a takfiri is.
    const explained = wordsEndingIn(note.label, masked, body, window, tails).find(
      ({ text }) => noteWords.has(stemOf(text, note.label)) && !noteWords.has(fold(text)) && !standsTwice(masked, text),
    );
    let best = explained && candidateOf(note.label, explained.end - note.label.length, 4);
    for (const word of best ? [] : wordsEndingIn(note.label, masked, body, window, null)) {
      const weight = weighStem(word.text, note.label, countOf);
      if (weight >= 2 && weight > (best?.weight ?? 0)) {
        best = candidateOf(note.label, word.end - note.label.length, weight);
      }
    }
    if (!best) continue;
    candidates.push(best);
    taken.push(best);
  }
  return candidates;
}

interface Word extends Range {
  readonly text: string;
}

/** @param tails what the words may end in before the label, as `tailAt` tells it; null for anything */
function wordsEndingIn(
  label: string,
  masked: string,
  body: readonly Range[],
  within: Range,
  tails: ReadonlySet<number> | null,
): Word[] {
  const words: Word[] = [];
  const inBody = insideOf(body);
  const limit = Math.min(within.end, body.at(-1)?.end ?? 0);
  const ending = endingIn(label);
  ending.lastIndex = Math.max(0, within.start - SHORTEST_WORD);
  while (ending.test(masked) && ending.lastIndex <= limit) {
    const end = ending.lastIndex;
    const at = end - label.length;
    ending.lastIndex = end - SHORTEST_WORD;
    if (tails && !tails.has(tailAt(masked, at))) continue;
    if (isLetter(masked.charCodeAt(end)) || !inBody(at)) continue;
    let start = at;
    while (start > 0 && at - start < LONGEST_WORD && isWordPart(masked.charCodeAt(start - 1))) start--;
    if (at - start >= SHORTEST_WORD) words.push({ start, end, text: masked.slice(start, end) });
  }
  return words;
}

/** By label: a pattern for where it ends a word long enough, or stands before a letter that is not of ASCII. */
const endings = new Map<string, RegExp>();

function endingIn(label: string): RegExp {
  const known =
    endings.get(label) ?? new RegExp(`[A-Za-z\`'\u0080-\uffff-]{${SHORTEST_WORD}}${label}(?![A-Za-z])`, 'g');
  if (endings.size < MOST_MISSING) endings.set(label, known);
  return known;
}

/** The last two characters before `end` in one number, with the case of ASCII letters left out. */
function tailAt(text: string, end: number): number {
  return ((text.charCodeAt(end - 2) | 32) << 16) | (text.charCodeAt(end - 1) | 32);
}

export function isWordPart(code: number): boolean {
  return isLetter(code) || code === 96 || code === 39 || code === 0x2019 || code === 45;
}

function standsTwice(masked: string, word: string): boolean {
  let seen = 0;
  for (let at = masked.indexOf(word); at !== -1; at = masked.indexOf(word, at + word.length)) {
    if (isLetter(masked.charCodeAt(at - 1)) || isLetter(masked.charCodeAt(at + word.length))) continue;
    if (++seen === 2) return true;
  }
  return false;
}

/** The words of a text, folded. */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  for (let at = 0; at < text.length; ) {
    const end = endOfWord(text, at);
    if (end > at) words.push(fold(text.slice(at, end)));
    at = Math.max(end, at + 1);
  }
  return words;
}

/** Where the letters at `start` end, with the apostrophes and hyphens between them. */
function endOfWord(text: string, start: number): number {
  let end = start;
  for (;;) {
    while (isLetter(text.charCodeAt(end))) end++;
    if (end === start || !isWordPart(text.charCodeAt(end)) || !isLetter(text.charCodeAt(end + 1))) return end;
    end++;
  }
}

function countWords(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of wordsOf(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** Where a note's marker must stand: between those of the notes before and after it, up to `limit`. */
function windowOf(note: Entry, markers: readonly Candidate[], limit: number): Range {
  let start = 0;
  let end = limit;
  for (const marker of markers) {
    if (marker.ordinal < note.ordinal) start = Math.max(start, marker.end);
    else if (marker.ordinal > note.ordinal) end = Math.min(end, marker.start);
  }
  return { start, end: end > start ? end : limit };
}

/**
 * How likely a word is another word with a note's letter, without the note saying so: the draft knows the other word
 * and not this one. `Libyaa` is a word of no language.
 */
function weighStem(word: string, label: string, countOf: (folded: string) => number): number {
  const stem = stemOf(word, label);
  if (label !== 's' && NO_WORD.test(word.slice(0, -label.length))) return 3;
  const name = isUpper(word.charCodeAt(0)) || ARTICLED.test(word);
  if ((!name && INFLECTIONS.has(label)) || countOf(fold(word)) > 1) return 0;
  const known = Math.min(countOf(stem), OFTEN);
  if (stem.length < SHORTEST_STEM || known === 0) return name && DOUBLED.test(word) ? 2 : 0;
  return 2 + known / 10;
}

function stemOf(word: string, label: string): string {
  return fold(word.slice(0, -label.length));
}

function fold(word: string): string {
  return word.replace(/[`’']/g, '').toLowerCase();
}

function candidateOf(label: string, start: number, weight: number): Candidate {
  const end = start + label.length;
  return {
    kind: 'note',
    label,
    ordinal: ordinalOf(label),
    notation: 'glued',
    start,
    end,
    callout: { start, end },
    weight,
    sure: false,
  };
}

import { isDigit, isLetter, isSpace, isUpper } from '../text/characters.ts';
import { lastStartingBefore, type Range } from '../text/range.ts';
import { type Candidate, insideOf, type KnownLabels } from './candidate.ts';
import { chooseChain } from './chain.ts';
import type { Entry } from './draft.ts';
import { ordinalOf } from './labels.ts';

/** After punctuation or a number: `Province,a including`, `TTP.c The`, `2014-2017.d`, `(…).2 a`, `.3 bIt`. */
const AFTER_PUNCTUATION = /(?<=[.,;:!?)\]”’"'%\d\uFFFC–])( ?)([a-z]{1,2})(?![a-z`’'\uFFFC])/g;
const WORDS = /[\p{L}\p{M}]+(?:[`’'-][\p{L}\p{M}]+)*/gu;
/** Letters that make a word of another one, as `used` of `use`; they need the note's word for it. */
const INFLECTIONS = new Set([...'destrny']);
const SHORTEST_STEM = 4;

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

function findAfterPunctuation(masked: string, body: readonly Range[], numbers: readonly Candidate[]): Candidate[] {
  const candidates: Candidate[] = [];
  const inBody = insideOf(body);
  for (const match of masked.matchAll(AFTER_PUNCTUATION)) {
    if (!inBody(match.index)) continue;
    const space = (match[1] as string).length;
    const label = match[2] as string;
    const start = match.index + space;
    const marker = numbers[lastStartingBefore(numbers, match.index - 1)];
    const weight = weigh(masked, match.index, start, start + label.length, marker?.end === match.index);
    if (weight >= 0.5) candidates.push(candidateOf(label, start, weight));
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
  if (start > at) return -1;
  const apostrophe = before === 0x2019 || before === 39;
  if (apostrophe && isLetter(inner)) return -1;
  if (isDigit(before)) return isSpace(after) || ends ? 0.5 : -1;
  // `e.g.`, `a.m.`: single letters between full stops are an abbreviation.
  if (before === 46 && isLetter(inner) && !isLetter(masked.charCodeAt(at - 3))) return -1;
  if (before === 46 && after === 46) return -1;
  return end - start === 1 ? 3 : 2;
}

/** A letter out of its series: without a marker elsewhere and with a note, or where nothing else can stand. */
function isStray(candidate: Candidate, taken: readonly Candidate[], known: KnownLabels): boolean {
  if (taken.some((other) => other.ordinal === candidate.ordinal)) return false;
  return known.has(candidate.ordinal)
    ? candidate.weight >= 2
    : known.size > 0 && candidate.label.length === 1 && candidate.weight >= 3;
}

interface Word extends Range {
  readonly text: string;
}

function findInWords(
  masked: string,
  body: readonly Range[],
  missing: readonly Entry[],
  found: readonly Candidate[],
): Candidate[] {
  const words: Word[] = [];
  const counts = new Map<string, number>();
  const inBody = insideOf(body);
  for (const match of masked.matchAll(WORDS)) {
    const text = fold(match[0]);
    counts.set(text, (counts.get(text) ?? 0) + 1);
    if (inBody(match.index)) words.push({ text: match[0], start: match.index, end: match.index + match[0].length });
  }
  const taken = [...found];
  const candidates: Candidate[] = [];
  for (const note of missing) {
    const noteWords = new Set(
      Array.from(masked.slice(note.content.start, note.content.end).matchAll(WORDS), ([word]) => fold(word)),
    );
    const { from, to } = windowOf(note, taken);
    let best: Candidate | null = null;
    for (const word of words) {
      if (word.start < from || word.end > to || !word.text.endsWith(note.label)) continue;
      const weight = weighStem(word.text, note.label, noteWords, counts);
      if (weight >= 2 && weight > (best?.weight ?? 0))
        best = candidateOf(note.label, word.end - note.label.length, weight);
    }
    if (!best) continue;
    candidates.push(best);
    taken.push(best);
  }
  return candidates;
}

/** Where a note's marker must stand: between those of the notes before and after it. */
function windowOf(note: Entry, markers: readonly Candidate[]): { from: number; to: number } {
  let from = 0;
  let to = Number.POSITIVE_INFINITY;
  for (const marker of markers) {
    if (marker.ordinal < note.ordinal) from = Math.max(from, marker.end);
    else if (marker.ordinal > note.ordinal) to = Math.min(to, marker.start);
  }
  return { from, to: to > from ? to : Number.POSITIVE_INFINITY };
}

/** How likely a word is another word with a note's letter: `takfiri` + b, where note b explains what a takfiri is. */
function weighStem(
  word: string,
  label: string,
  noteWords: ReadonlySet<string>,
  counts: ReadonlyMap<string, number>,
): number {
  const stem = word.slice(0, -label.length);
  const folded = fold(stem);
  const whole = fold(word);
  if (folded.length < 3 || (counts.get(whole) ?? 0) > 1 || noteWords.has(whole)) return 0;
  const known = counts.get(folded) ?? 0;
  if (noteWords.has(folded)) return 4 + Math.min(known, 10) / 10;
  if (folded.length < SHORTEST_STEM || known === 0) return doublesLetter(word) && isUpper(word.charCodeAt(0)) ? 2 : 0;
  const name = isUpper(stem.charCodeAt(0));
  return !name && INFLECTIONS.has(label) ? 0 : name || known > 2 ? 2 + Math.min(known, 10) / 10 : 0;
}

/** `Libyaa`: no word of English, and hardly a name, ends so. */
function doublesLetter(word: string): boolean {
  return /(?:aa|ii|uu|yy|bb|cc|hh|kk|vv|ww|xx)$/.test(word);
}

function fold(word: string): string {
  return word.replace(/[`’']/g, '').toLowerCase();
}

function candidateOf(label: string, start: number, weight: number): Candidate {
  const range = { start, end: start + label.length };
  return {
    kind: 'note',
    label,
    ordinal: ordinalOf(label),
    notation: 'glued',
    ...range,
    callout: range,
    weight,
    sure: false,
  };
}

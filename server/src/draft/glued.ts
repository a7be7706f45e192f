import { isDigit, isInvisible, isLetter, isSpace, isUpper } from '../text/characters.ts';
import type { Range } from '../text/range.ts';
import { type Candidate, insideOf, type KnownLabels } from './candidate.ts';

const DIGITS = /\d+/g;
const LONGEST = 4;
/** A year and a number. */
const LONGEST_RUN = 7;
const CAPITALS = /[A-Z]{2,}/g;
/** So many words in capitals are looked for one by one. */
const FEW_WORDS = 8;
const ENTITY = '&nbsp;';
/** The plural of a number: `1990s`, `T-72s`. */
const NUMBERS = /(?:(?:^|\D)(?:1[5-9]|20)\d0|\p{Lu}-?\d{1,3})s$/u;
const LONGEST_NUMBERS = 6;

const WIDEST_GAP = 20;
/** The weight of a number that a space keeps from the end of a sentence: any other of that number is likelier. */
const LOOSE = 0.75;

const ZERO = 48;
const HYPHEN = 45;
const CARET = 94;
const DOT = 46;
const COMMA = 44;
const PERCENT = 37;
const SOFT_HYPHEN = 0xad;
const BYTE_ORDER_MARK = 0xfeff;

/** Before a number that is none of ours: an opening, an operator, a reference of another kind. */
const NEVER_BEFORE = new Set([...'-–/\\$#£€(+=<~@_[{“‘^&|>'].map((character) => character.charCodeAt(0)));
const SENTENCE_ENDS = new Set([...'.?!…'].map((character) => character.charCodeAt(0)));
const CLOSERS = new Set([...')]”’"\''].map((character) => character.charCodeAt(0)));
const STOPS = new Set([...',;:—'].map((character) => character.charCodeAt(0)));
const APOSTROPHES = new Set([..."`’'ʿ"].map((character) => character.charCodeAt(0)));
const EMPHASIS = new Set([42, 0xfffc]);

/** Lower-case letters that make a number a measure or an ordinal: `3rd`, `80s`, `5km`. */
const SUFFIX = /^(?:st|nd|rd|th|s|m|k|km|mm|cm|kg|am|pm|bn|mn|x)(?![\p{L}])/u;
const ABBREVIATIONS = new Set(
  'no nos vol vols p pp art arts sec secs ch chs fig figs ed eds para paras v vs c ca'.split(' '),
);
const LONGEST_ABBREVIATION = 5;
const YEAR_LENGTH = 4;
/** What may follow a year in one run of digits. */
const YEAR_RUN = /^(?:19|20)\d\d(?=[1-9]\d{0,2}$)/;

/**
 * Numbers that stand on the text before them without a space, as superscripts do when copying flattens them; each
 * weighed by what stands around it. Whether one is a marker is decided by the numbers of the whole draft.
 */
export function findGluedNumbers(masked: string, body: readonly Range[]): Candidate[] {
  const candidates: Candidate[] = [];
  const inBody = insideOf(body);
  const end = body.at(-1)?.end ?? 0;
  const standsAlone = capitalsFinder(masked);
  DIGITS.lastIndex = 0;
  while (DIGITS.test(masked)) {
    const to = DIGITS.lastIndex;
    let from = to - 1;
    while (isDigit(masked.charCodeAt(from - 1))) from--;
    if (from >= end) break;
    if (to - from > LONGEST_RUN || from === 0) continue;
    const skip = to - from > YEAR_LENGTH && YEAR_RUN.test(masked.slice(from, to)) ? YEAR_LENGTH : 0;
    const start = from + skip;
    if (to - start > LONGEST || masked.charCodeAt(start) === ZERO) continue;
    if (!inBody(from)) continue;
    const weight = skip > 0 ? weighAfter(masked, to, false) + 1 : weigh(masked, start, to, standsAlone);
    if (weight < 0.5) continue;
    const label = masked.slice(start, to);
    candidates.push({
      kind: 'citation',
      label,
      ordinal: Number.parseInt(label, 10),
      notation: 'glued',
      start,
      end: to,
      callout: { start, end: to },
      weight,
      sure: false,
    });
  }
  return candidates;
}

function weigh(masked: string, start: number, end: number, standsAlone: (word: string) => boolean): number {
  let at = start - 1;
  while (at >= 0 && isUnseen(masked.charCodeAt(at))) at--;
  // Where emphasis or a tag opens before the number, it ends behind it.
  let to = end;
  if (at < start - 1) while (isUnseen(masked.charCodeAt(to))) to++;
  const before = masked.charCodeAt(at);
  if (isSpace(before)) return startsSentence(masked, at, to) ? LOOSE : -1;
  if (NEVER_BEFORE.has(before) || isDigit(before)) return -1;
  if (isLetter(before)) return weighWord(masked, at + 1, standsAlone) + weighAfter(masked, to, false);
  const inner = masked.charCodeAt(at - 1);
  // A calibre: a .303 rifle.
  if (before === DOT && isSpace(inner)) return -1;
  if (SENTENCE_ENDS.has(before)) {
    if (!isDigit(inner)) {
      return before === DOT && endsAbbreviation(masked, at) ? -1 : 3 + weighAfter(masked, to, true);
    }
    // 2,122.75 Of these: a decimal fraction unless a sentence ends here.
    const after = weighAfter(masked, to, true);
    return after > 0 || (masked.charCodeAt(end) === COMMA && isListed(masked, start, end)) ? 1 + after : -1;
  }
  if (CLOSERS.has(before)) return 2.5 + weighAfter(masked, to, SENTENCE_ENDS.has(inner));
  if (before === COMMA && isDigit(inner)) {
    const thousands = end - start === 3 && !endsInYear(masked, at);
    return thousands ? -1 : 1.5 + weighAfter(masked, to, false);
  }
  if (STOPS.has(before)) {
    if (isDigit(inner)) return endsInYear(masked, at) ? 1.5 + weighAfter(masked, to, false) : -1;
    return 2.5 + weighAfter(masked, to, false);
  }
  if (before === PERCENT) return 1.5 + weighAfter(masked, to, false);
  return -1;
}

/** What stands between a word and its number for no reader. A soft hyphen may be all that is left of that of AK-47. */
function isUnseen(code: number): boolean {
  return EMPHASIS.has(code) || (isInvisible(code) && code !== SOFT_HYPHEN) || code === BYTE_ORDER_MARK;
}

function endsInYear(masked: string, end: number): boolean {
  const start = end - YEAR_LENGTH;
  if (start < 0 || isDigit(masked.charCodeAt(start - 1))) return false;
  const isCentury = masked.startsWith('19', start) || masked.startsWith('20', start);
  return isCentury && isDigit(masked.charCodeAt(start + 2)) && isDigit(masked.charCodeAt(start + 3));
}

/** Whether a sentence ends before the space at `at`, and another one starts after the number that ends at `end`. */
function startsSentence(masked: string, at: number, end: number): boolean {
  let last = at - 1;
  while (CLOSERS.has(masked.charCodeAt(last))) last--;
  if (!SENTENCE_ENDS.has(masked.charCodeAt(last)) || endsAbbreviation(masked, last)) return false;
  return isSpace(masked.charCodeAt(end)) && isUpper(masked.charCodeAt(end + 1));
}

/** Whether a candidate of this weight counts only where its entry is known, and no marker has a notation. */
export function isLoose({ weight }: Candidate): boolean {
  return weight === LOOSE;
}

/** Whether the full stop at `at` belongs to an abbreviation that takes a number: `No.`, `pp.` */
function endsAbbreviation(masked: string, at: number): boolean {
  let start = at;
  while (at - start <= LONGEST_ABBREVIATION && isLetter(masked.charCodeAt(start - 1))) start--;
  return at - start <= LONGEST_ABBREVIATION && ABBREVIATIONS.has(masked.slice(start, at).toLowerCase());
}

/** The word before a number: `airstrike8` is none that has a number of its own, `F16`, `G7` and `RL32223` may be. */
function weighWord(masked: string, end: number, standsAlone: (word: string) => boolean): number {
  let start = end;
  let capitals = 0;
  while (start > 0 && end - start < 40) {
    const code = masked.charCodeAt(start - 1);
    // bay`a6, ISIL’s6
    const inside = start < end && APOSTROPHES.has(code) && isLetter(masked.charCodeAt(start - 2));
    if (!isLetter(code) && !inside) break;
    if (isUpper(code)) capitals++;
    start--;
  }
  const length = end - start;
  // The name of a footnote: [^fn1]
  if (masked.charCodeAt(start - 1) === CARET) return -1;
  if (masked.charCodeAt(start - 1) === HYPHEN && capitals > 0) return length > 3 && capitals < length ? 1 : -1;
  // In the 1990s6, with T-72s7
  if (length === 1) return NUMBERS.test(masked.slice(Math.max(0, end - LONGEST_NUMBERS), end)) ? 1.5 : -1;
  if (capitals < length) return length > 2 ? 2 : capitals > 0 ? 0 : 1;
  // In capitals: an abbreviation that also stands without a number takes a marker; one of three letters or more may.
  return standsAlone(masked.slice(start, end)) ? 1.5 : length > 2 ? 0.5 : -1;
}

/** Tells of words in capitals whether they stand in the text without a number: of a few one by one. */
function capitalsFinder(masked: string): (word: string) => boolean {
  const known = new Map<string, boolean>();
  let all: ReadonlySet<string> | null = null;
  return (word) => {
    const found = known.get(word);
    if (found !== undefined) return found;
    if (known.size < FEW_WORDS) {
      const stands = standsApart(masked, word);
      known.set(word, stands);
      return stands;
    }
    all ??= standaloneCapitals(masked);
    return all.has(word);
  };
}

function standsApart(masked: string, word: string): boolean {
  for (let at = 0; at < word.length; at++) if (!isCapital(word.charCodeAt(at))) return false;
  for (let at = masked.indexOf(word); at !== -1; at = masked.indexOf(word, at + 1)) {
    if (isApart(masked.charCodeAt(at - 1)) && isApart(masked.charCodeAt(at + word.length))) return true;
  }
  return false;
}

/** The words in capitals that stand in the text without a number. */
export function standaloneCapitals(masked: string): ReadonlySet<string> {
  const words = new Set<string>();
  CAPITALS.lastIndex = 0;
  while (CAPITALS.test(masked)) {
    const end = CAPITALS.lastIndex;
    let start = end - 2;
    while (isCapital(masked.charCodeAt(start - 1))) start--;
    if (isApart(masked.charCodeAt(start - 1)) && isApart(masked.charCodeAt(end))) words.add(masked.slice(start, end));
  }
  return words;
}

function isCapital(code: number): boolean {
  return code >= 65 && code <= 90;
}

function isApart(code: number): boolean {
  return !isLetter(code) && !isDigit(code) && code !== HYPHEN;
}

/** What follows a number; after the end of a sentence a new one should start. */
function weighAfter(masked: string, end: number, sentenceEnds: boolean): number {
  const after = masked.charCodeAt(end);
  const next = masked.charCodeAt(end + 1);
  if (after === HYPHEN && isDigit(next) && opensRange(masked, end)) return 0;
  if (after === PERCENT || after === HYPHEN || after === 47) return isLetter(next) || after === PERCENT ? -9 : -3;
  if (isLetter(after)) {
    if (isUpper(after)) return sentenceEnds ? 0.5 : 0;
    return SUFFIX.test(masked.slice(end, end + 4)) ? -9 : -0.5;
  }
  if ((after === DOT || after === COMMA || after === 58) && isDigit(next)) return after === COMMA ? -1.5 : -3;
  if (!sentenceEnds) return 0;
  if (Number.isNaN(after) || after === 10 || after === 13) return 1;
  const space = isSpace(after) ? 1 : masked.startsWith(ENTITY, end) ? ENTITY.length : 0;
  if (space === 0) return 0;
  let at = end + space;
  while (isSpace(masked.charCodeAt(at)) && at < masked.length && masked.charCodeAt(at) !== 10) at++;
  const start = masked.charCodeAt(at);
  if (isLetter(start) && !isUpper(start)) return next === start ? -1 : -0.5;
  return 1;
}

/** `3, 4`: the next number follows. */
function isListed(masked: string, start: number, end: number): boolean {
  const next = /^,\s?(\d{1,4})(?!\d|[.,]\d)/.exec(masked.slice(end, end + 8));
  return next !== null && Number(next[1]) === Number(masked.slice(start, end)) + 1;
}

/** Whether the hyphen at `end` joins the number before it to a somewhat higher one: `killed.5-7`. */
function opensRange(masked: string, end: number): boolean {
  const around = /(\d{1,4})-(\d{1,4})(?![\d%\p{L}-]|[.,/]\d)/u.exec(masked.slice(Math.max(0, end - 4), end + 7));
  const width = around ? Number(around[2]) - Number(around[1]) : 0;
  return width > 0 && width <= WIDEST_GAP;
}

/**
 * Numbers that the chain of markers leaves out and that are markers all the same, misplaced or misnumbered: with an
 * entry that no marker in the chain has, in a gap of the chain, or where hardly anything but a marker can stand.
 */
export function findStrays(
  candidates: readonly Candidate[],
  chain: ReadonlySet<Candidate>,
  known: KnownLabels,
): Candidate[] {
  const present = new Set([...chain].map((candidate) => candidate.ordinal));
  const strays: Candidate[] = [];
  let below = 0;
  const nextAbove = nextInChain(candidates, chain);
  candidates.forEach((candidate, index) => {
    if (chain.has(candidate)) {
      below = candidate.ordinal;
      return;
    }
    const { ordinal, weight } = candidate;
    const above = nextAbove[index] as number;
    const inGap = hasGap(below, above, present, known);
    // The same number again is what is left after a sentence was put between: `daily,3 and`.
    const least = inGap || (known.has(ordinal) && !present.has(ordinal)) ? 1.5 : ordinal === below ? 2.5 : 4;
    if (weight >= least) {
      present.add(ordinal);
      strays.push(candidate);
    }
  });
  return strays;
}

/** For each candidate the number of the next one in the chain, or Infinity. */
function nextInChain(candidates: readonly Candidate[], chain: ReadonlySet<Candidate>): number[] {
  const next = new Array<number>(candidates.length);
  let above = Number.POSITIVE_INFINITY;
  for (let index = candidates.length - 1; index >= 0; index--) {
    const candidate = candidates[index] as Candidate;
    next[index] = above;
    if (chain.has(candidate)) above = candidate.ordinal;
  }
  return next;
}

/** Whether a number is missing between two of the chain: one with an entry, where entries are known. */
function hasGap(below: number, above: number, present: ReadonlySet<number>, known: KnownLabels): boolean {
  if (known.size === 0) return Number.isFinite(above) && above - below > 1;
  for (let ordinal = below + 1; ordinal < above && ordinal <= below + WIDEST_GAP; ordinal++) {
    if (known.has(ordinal) && !present.has(ordinal)) return true;
  }
  return false;
}

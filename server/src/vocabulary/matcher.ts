import { isUpper } from '../text/characters.ts';
import { type CompiledLabel, LEAST_LOWER, labelAt, type Matcher } from './compile.ts';
import { AYN, fold, HYPHEN, isFolded, SPACE, TRANSPARENT } from './fold.ts';
import { endsInOwned, FLAG, GAP, isJoiner, type Words } from './words.ts';

const EN_DASH = 0x2013;
const MINUS = 0x2212;

/** In falling order of likeness. */
const DIFFERENCES = ['none', 'case', 'folded'] as const;
type Difference = (typeof DIFFERENCES)[number];

/** A label as it is written, or nearly so. */
export interface Match {
  readonly label: number;
  readonly difference: Difference;
}

/** A match as one number, as the kernel keeps it. */
export function codeOf({ label, difference }: Match): number {
  return (label << 2) | DIFFERENCES.indexOf(difference);
}

export function matchOf(code: number): Match {
  return { label: code >> 2, difference: DIFFERENCES[code & 3] as Difference };
}

/** The label of `node` that the text is, or else is nearest to; of equals the first. */
export function bestLabel(
  matcher: Matcher,
  text: string,
  words: Words,
  node: number,
  at: number,
  to: number,
  end: number,
): Match | null {
  let best: Match | null = null;
  const isOwned = endsInOwned(words, at, to);
  const start = words.start[at] as number;
  for (let label = matcher.nodeLabel[node] as number; label !== -1; label = matcher.nextLabel[label] as number) {
    const compiled = labelAt(matcher, label);
    if (isOwned && !compiled.text.includes('’')) continue;
    let difference = compare(text, start, end, compiled.text);
    if (difference === 'case' && !compiled.acronym && isAllCapitals(words, at, to)) difference = 'none';
    if (difference === 'other' || (best && DIFFERENCES.indexOf(best.difference) < DIFFERENCES.indexOf(difference)))
      continue;
    if (difference !== 'none' && (compiled.kind === 'stop' || !isAcceptable(compiled, words, at, to, difference)))
      continue;
    best = { label, difference };
  }
  return best;
}

function isAllCapitals(words: Words, from: number, to: number): boolean {
  for (let at = from; at < to; at++)
    if (
      !((words.flags[at] as number) & FLAG.allCapitals) &&
      (words.end[at] as number) - (words.start[at] as number) > 1
    )
      return false;
  return true;
}

/** Whether a text that differs from a label in case, diacritics or hyphens alone is likely to mean it. */
function isAcceptable(label: CompiledLabel, words: Words, at: number, to: number, difference: Difference) {
  const flags = words.flags[at] as number;
  // Among words that are all capitals, capitals say nothing.
  if (label.acronym)
    return difference === 'case' && (flags & FLAG.capitals) !== 0 && !(inCapitals(words, at) && words.count > 1);
  if (flags & FLAG.capitalised) return label.squashed.length > 3;
  if (label.squashed.length < LEAST_LOWER) return false;
  // In lower case, words with spaces between are words: a northern alliance. An article is none: al Shabaab.
  return (
    to === at + 1 ||
    words.gap[at + 1] === GAP.hyphen ||
    (((words.flags[at + 1] as number) & FLAG.capitalised) !== 0 && isJoiner(words, at))
  );
}

/** Between words that are all capitals, or before one with nothing but a space between: `LET ME GO`, not `LET, JEM`. */
function inCapitals(words: Words, at: number): boolean {
  const isAt = (index: number) =>
    index < 0 || index >= words.count || ((words.flags[index] as number) & FLAG.allCapitals) !== 0;
  return isAt(at + 1) && (isAt(at - 1) || words.gap[at + 1] === GAP.space);
}

/** How the text from `start` to `end` differs from a label with the same folded words. */
function compare(text: string, start: number, end: number, label: string): Difference | 'other' {
  if (end - start === label.length && text.startsWith(label, start)) return 'none';
  let difference: Difference = 'none';
  let at = start;
  let in_ = 0;
  while (at < end || in_ < label.length) {
    const code = at < end ? text.charCodeAt(at) : 0;
    const expected = in_ < label.length ? label.charCodeAt(in_) : 0;
    if (code === expected) {
      at++;
      in_++;
      continue;
    }
    const value = code === 0 ? 0 : fold(code);
    const wanted = expected === 0 ? 0 : fold(expected);
    if (value === TRANSPARENT) at++;
    else if (wanted === TRANSPARENT) {
      // A diacritic that the text does not have.
      in_++;
      difference = 'folded';
    } else if (isFolded(value) && isFolded(wanted)) {
      const cased = text.charAt(at).toLowerCase() === label.charAt(in_).toLowerCase();
      // A sentence begins with a capital.
      const opens = at === start && isUpper(code) && !isUpper(expected);
      if (!cased) difference = 'folded';
      else if (!opens && difference === 'none') difference = 'case';
      at++;
      in_++;
    } else if (value === SPACE && wanted === SPACE) {
      while (at < end && fold(text.charCodeAt(at)) === SPACE) at++;
      while (in_ < label.length && fold(label.charCodeAt(in_)) === SPACE) in_++;
    } else if (value === AYN && wanted === SPACE && isPossessiveAt(text, at)) {
      // A genitive is no misspelling: the Islamic State’s Khorasan Province.
      at += 2;
    } else if (value === AYN && wanted === AYN) {
      at++;
      in_++;
    } else if (value === HYPHEN && wanted === HYPHEN) {
      // In a compound of several words the dash is right: Islamic State–Khorasan.
      if (code === MINUS || (code === EN_DASH && !label.includes(' '))) difference = 'folded';
      at++;
      in_++;
    } else if (value === HYPHEN && wanted === SPACE && !label.includes('-')) {
      // The Afghan-Taliban talks are talks between two.
      return 'other';
    } else {
      difference = 'folded';
      if (!isFolded(value) && value !== 0) at++;
      if (!isFolded(wanted) && wanted !== 0) in_++;
      if ((isFolded(value) && wanted === 0) || (value === 0 && isFolded(wanted))) return 'other';
    }
  }
  return difference;
}

/** Whether an apostrophe, an `s` and a space stand at `at`. */
function isPossessiveAt(text: string, at: number): boolean {
  return text.charAt(at + 1) === 's' && fold(text.charCodeAt(at + 2)) === SPACE;
}

import { isDigit, isSmall, isSpace } from '../text/characters.ts';
import { BLANKS, type EntryLabel, kindOf, type Opening, ordinalOf } from './labels.ts';
import type { Line, List } from './lines.ts';

const ITEM = String.raw`(\d{1,4}|[a-z]{1,2})`;
const LONGEST_ITEM = 4;
const REFERENCE = String.raw`(?=[\p{Lu}\p{Lo}“"‘\uFFFC])`;
/** `[4 Pat`, `4] Pat`, `[4[ Pat`, `(4) Pat`, `{4} Pat`, `[ 4 ] Pat`, `4. Pat`. */
const AT_START = new RegExp(
  String.raw`(?:[[({]${BLANKS}${ITEM}${BLANKS}[\])}[]?|${ITEM}\s?[\])}.])[.:]?\s*${REFERENCE}`,
  'uy',
);
/** A label as it is to be written, which a list of other things above hid. */
const WRITTEN = /^\[[^\s[\]]+\]\s*$/;
/** `…, May 4, 2015. [4] Pat`, `\[4\] Pat`, `[4](#r4) Pat`. */
const INSIDE = new RegExp(String.raw`(?:\\?\[){1,2}${ITEM}(?:\\?\]\uFFFC*){1,2}\s*${REFERENCE}`, 'gu');
/** `[1O] Pat`, `[l4] Pat`, `[3.] Pat`. */
const MISTYPED = new RegExp(String.raw`\[([\p{L}\p{N}.,:;#|!]{1,5})\]\s*${REFERENCE}`, 'uy');
/** What is typed, or read by a machine, for digits. */
const LOOKALIKES = new Map(
  Object.entries({ l: '1', I: '1', i: '1', '|': '1', '!': '1', O: '0', o: '0', S: '5', Z: '2', B: '8' }),
);
const REFERENCE_END = /[.!?”"’)\uFFFC]/;

/**
 * `openings` with those between them whose label is written amiss. A bracket may stand in an entry for many reasons:
 * it opens one only where the list lacks just that label, and text of the form of a reference follows.
 */
export function withSlips(list: List, openings: readonly Opening[]): readonly Opening[] {
  if (openings[0]?.form !== 'text') return openings;
  const ordinals = openings.map(({ label }) => ordinalOf(label));
  let present: ReadonlySet<number> | null = null;
  const all: Opening[] = [];
  for (let index = 0; index <= openings.length; index++) {
    const next = withoutZero(openings[index], ordinals, index);
    const before = ordinals[index - 1] ?? 0;
    // The end of the list is open: there only the number that is due counts.
    const due = next ? (ordinals[index] as number) : before + 2;
    if (due > before + 1) {
      present ??= new Set(ordinals);
      const after = openings[index - 1];
      const gap: Gap = {
        first: after?.line ?? list.from,
        last: next ? next.line : list.to,
        after,
        above: before,
        only: next && due === before + 2 ? before + 1 : null,
      };
      findSlips(list, gap, all, (ordinal, above) => {
        const limit = next ? due : above + 2;
        return ordinal > above && ordinal < limit && !present?.has(ordinal);
      });
    }
    if (next) all.push(next);
  }
  return all;
}

/** `[0]` where one number alone is missing is that one, as `[10]` without its 1; it is set in `ordinals`. */
function withoutZero(opening: Opening | undefined, ordinals: number[], index: number): Opening | undefined {
  const before = ordinals[index - 1] ?? 0;
  if (!opening || ordinals[index] !== 0 || ordinals[index + 1] !== before + 2) return opening;
  ordinals[index] = before + 1;
  return { ...opening, label: String(before + 1), slip: 'characters' };
}

interface Gap {
  readonly first: number;
  readonly last: number;
  readonly after: Opening | undefined;
  /** The number before the gap. */
  readonly above: number;
  /** The number that is missing, where it is one and the list goes on after it. */
  readonly only: number | null;
}

/** Adds to `all` what opens entries in a gap; `fits` tells whether an ordinal is missing above another. */
function findSlips(
  { masked, lines, kind }: List,
  gap: Gap,
  all: Opening[],
  fits: (ordinal: number, above: number) => boolean,
): void {
  const { first, last, after } = gap;
  let { above } = gap;
  const add = (found: EntryLabel, line: number): boolean => {
    if (kindOf(found.label) !== kind || !fits(ordinalOf(found.label), above)) return false;
    above = ordinalOf(found.label);
    all.push({ ...found, line });
    return true;
  };
  for (let index = first; index < last; index++) {
    const { start, end } = lines[index] as Line;
    if (index > (after?.line ?? -1) && mayBeLabel(masked, start)) {
      AT_START.lastIndex = start;
      const match = AT_START.exec(masked);
      const read =
        match &&
        AT_START.lastIndex <= end &&
        add(labelOf(match, start, WRITTEN.test(match[0]) ? null : 'brackets'), index);
      if (!read && kind === 'citation') {
        MISTYPED.lastIndex = start;
        const mistyped = MISTYPED.exec(masked);
        const digits = mistyped && digitsOf(mistyped[1] as string, gap.only, (ordinal) => fits(ordinal, above));
        if (digits) add({ ...labelOf(mistyped, start, 'characters'), label: digits }, index);
      }
    }
    const line = masked.slice(start, end);
    if ((!after && all.length === 0) || !line.includes('[', 1)) continue;
    for (const match of line.matchAll(INSIDE)) {
      const at = start + match.index;
      const before = match.index > 0 ? trimmedEnd(masked, at) - 1 : start;
      if (before > start && REFERENCE_END.test(masked.charAt(before))) add(labelOf(match, at, 'line'), index);
    }
  }
}

/** Whether there is a bracket where a label has one, or a full stop: most lines need no closer look. */
function mayBeLabel(masked: string, start: number): boolean {
  if ('[({'.includes(masked.charAt(start))) return true;
  const code = masked.charCodeAt(start);
  if (!isDigit(code) && !isSmall(code)) return false;
  for (let at = start + 1; at <= start + LONGEST_ITEM + 1; at++) if ('])}.'.includes(masked.charAt(at))) return true;
  return false;
}

/** The number that a mistyped label stands for; what shows no number may be the only one missing. */
function digitsOf(text: string, only: number | null, fits: (ordinal: number) => boolean): string | null {
  const digits = Array.from(text.replace(/[.,:;#]/g, ''), (character) => LOOKALIKES.get(character) ?? character).join(
    '',
  );
  const isNumber = /^\d{1,4}$/.test(digits);
  if (isNumber && fits(Number(digits))) return digits;
  return only !== null && (isNumber || /\d/.test(text)) && !/^[a-z]+$/.test(text) ? String(only) : null;
}

/** `end` without the white space before it. */
export function trimmedEnd(masked: string, end: number): number {
  let to = end;
  while (to > 0 && isSpace(masked.charCodeAt(to - 1))) to--;
  return to;
}

function labelOf(match: RegExpExecArray, start: number, slip: EntryLabel['slip']): EntryLabel {
  const end = start + match[0].trimEnd().length;
  return { start, end, label: (match[1] ?? match[2]) as string, form: 'text', slip };
}

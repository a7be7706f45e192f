import type { Range } from '../text/range.ts';
import type { Entry, MarkerKind } from './draft.ts';

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖ𐞥ʳˢᵗᵘᵛʷˣʸᶻ';
const PLAIN = '0123456789abcdefghijklmnopqrstuvwxyz';

const plainOf = new Map([...SUPERSCRIPTS].map((character, index) => [character, PLAIN.charAt(index)]));

const superscriptOf = new Map([...plainOf].map(([superscript, plain]) => [plain, superscript]));

/** Any superscript digit or letter, the ones outside the Basic Multilingual Plane by their first half. */
export const SUPERSCRIPT = /[¹²³⁰-⁹ᵃ-ᶿʰ-ʸⁱⁿ\ud801]/;

/** The blanks, and what takes no room, that may stand inside of a label's brackets: `[ 1 ]`. */
export const BLANKS = String.raw`(?:[^\S\r\n]|[\u200b-\u200f\u2060]){0,2}`;

/** The dash of a range, which Pandoc writes `--`. */
export const DASH = '(?:[–—]|-{1,3})';

/** One or more superscript digits, or one or two superscript letters. */
export const SUPERSCRIPT_LABEL = /[⁰¹²³⁴-⁹]+|(?:[ᵃ-ᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ]|𐞥){1,2}/g;

/** `12` for `¹²`, `b` for `ᵇ`. */
export function fromSuperscript(text: string): string {
  return [...text].map((character) => plainOf.get(character) ?? character).join('');
}

/** `¹²` for `12`, `ᵇ` for `b`. */
export function toSuperscript(label: string): string {
  return [...label].map((character) => superscriptOf.get(character) ?? character).join('');
}

export function kindOf(label: string): MarkerKind {
  const code = label.charCodeAt(0);
  return code >= 48 && code <= 57 ? 'citation' : 'note';
}

/** Letters that make a word of another one, as `used` of `use`, `plan[s]` of `plan`. */
export const INFLECTIONS: ReadonlySet<string> = new Set('destrny');

/** The place of a label in its series, from 1; 0 for `0`. Letters go on after `z` with `aa`, `ab`, …. */
export function ordinalOf(label: string): number {
  if (kindOf(label) === 'citation') return Number.parseInt(label, 10);
  let ordinal = 0;
  for (let at = 0; at < label.length; at++) ordinal = ordinal * 26 + (label.charCodeAt(at) - 96);
  return ordinal;
}

/** The letters of the note in that place, from 1. */
function lettersOf(ordinal: number): string {
  let letters = '';
  for (let rest = ordinal; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(97 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

export function labelOf(kind: MarkerKind, ordinal: number): string {
  return kind === 'citation' ? String(ordinal) : lettersOf(ordinal);
}

/** A label that opens an entry, at the start of a line but for slips. */
export interface EntryLabel extends Range {
  readonly label: string;
  readonly form: Entry['form'];
  readonly slip: Entry['slip'];
}

export interface Opening extends EntryLabel {
  /** The index of its line. */
  readonly line: number;
}

import { HIDDEN, type Prose } from '../markdown/prose.ts';
import { isDigit, isLetter, isSpace, isUpper } from '../text/characters.ts';
import type { Range } from '../text/range.ts';
import { type Candidate, insideOf, type KnownLabels } from './candidate.ts';
import type { MarkerKind, Notation } from './draft.ts';
import {
  BLANKS,
  DASH,
  fromSuperscript,
  INFLECTIONS,
  kindOf,
  ordinalOf,
  SUPERSCRIPT,
  SUPERSCRIPT_LABEL,
} from './labels.ts';

const ITEM = String.raw`(?:\d{1,4}|[a-z]{1,2})`;
/** With the dashes and escaped spaces of Pandoc: `3, 7`, `3,\ 7`, `4–6`, `4--6`. */
const SEPARATOR = String.raw`(?:\\?\s)?(?:[,;]|${DASH})(?:\\?\s)?`;
const LIST = `${ITEM}(?:${SEPARATOR}${ITEM})*`;
const BRACKET = new RegExp(String.raw`\[(\^?)${BLANKS}(${LIST})${BLANKS}\\?\]`, 'y');
/** What is raised needs no comma between its items: `3 b`, `3\ b`, `3b`, but not `3rd`. */
const RAISED_LIST = String.raw`${ITEM}(?:(?:${SEPARATOR}|\\?\s|(?<=\d)(?=[a-z](?![a-z]))|(?<=[a-z])(?=\d))${ITEM})*`;
/** With what was raised along with the number (`^1\ ^`, `^1,^`), and around brackets and links (`^[1](#n1)^`). */
const CARET = new RegExp(
  String.raw`\\?\^(?:\\\s)?[,;]?(?:[*_(]{0,3}(${RAISED_LIST})[*_).]{0,3}|(?:\\?\[){1,2}(${RAISED_LIST})(?:\\?\]){1,2}\uFFFC*)[,;]?(?:\\\s)?\\?\^`,
  'g',
);
/** `$^{1}$`, `${ }^{1}$`, as programs that read a PDF write it. */
const TEX = new RegExp(String.raw`\$(?:\{\s?\})?\s?\^\{?\s?(${RAISED_LIST})\s?\}?\$`, 'g');
/** A link around the label is hidden; a list may be cut at its commas. */
const SUP = new RegExp(
  String.raw`<sup\b[^<>]*>[\s\uFFFC]*[,;]?\s?(?:[*_(]|\\?\[){0,3}(${RAISED_LIST})(?:[*_).]|\\?\]){0,3}[,;]?[\s\uFFFC]*<\/sup>`,
  'gi',
);
const ITEMS = /\d+|[a-z]+/g;
const RANGE = new RegExp(String.raw`^(?:\\?\s)?${DASH}(?:\\?\s)?$`);

/** The weight of a number in brackets that stands as a word does. */
export const LIKE_A_WORD = 2;
const LONGEST_LABEL = 4;
const WIDEST_RANGE = 100;
const ORDINAL_ENDINGS = new Set(['st', 'nd', 'rd', 'th']);
const UNITS = /(?:^|[^\p{L}])(?:[kcm]?m|mi|ft|in|yd|sq)$/u;

interface Callout extends Range {
  readonly notation: Notation;
  /** The labels inside, and where they start. */
  readonly content: string;
  readonly from: number;
}

/** Callouts in bracket, footnote, caret, sup and unicode notation; `body` are the ranges they are looked for in. */
export function findCallouts(
  { text, masked }: Pick<Prose, 'text' | 'masked'>,
  body: readonly Range[],
  known: Record<MarkerKind, KnownLabels>,
): Candidate[] {
  const found: Callout[] = [];
  const collect = (pattern: RegExp, read: (match: RegExpExecArray) => Callout | null) => {
    const inBody = insideOf(body);
    for (const match of masked.matchAll(pattern)) {
      if (!inBody(match.index)) continue;
      const callout = read(match);
      if (callout) found.push(callout);
    }
  };
  const inner = (match: RegExpExecArray, group: number, notation: Notation): Callout => {
    const content = match[group] as string;
    const start = match.index;
    return { start, end: start + match[0].length, notation, content, from: start + match[0].indexOf(content) };
  };
  if (masked.includes('<sup') || masked.includes('<SUP')) collect(SUP, (match) => inner(match, 1, 'sup'));
  if (masked.includes('^')) collect(CARET, (match) => inner(match, match[1] ? 1 : 2, 'caret'));
  const insideRaised = insideOf([...found].sort((a, b) => a.start - b.start));
  const [first, last] = [body[0]?.start ?? 0, body.at(-1)?.end ?? 0];
  const inBody = insideOf(body);
  for (let at = masked.indexOf('[', first); at !== -1 && at < last; at = masked.indexOf('[', at + 1)) {
    const start = masked.charAt(at - 1) === '\\' ? at - 1 : at;
    BRACKET.lastIndex = at;
    const match = inBody(start) ? BRACKET.exec(masked) : null;
    if (!match || insideRaised(start)) continue;
    const callout = { ...inner(match, 2, match[1] ? 'footnote' : 'bracket'), start };
    const isUnlisted = Number(callout.content) > 0 && !known.citation.has(Number(callout.content));
    if (known.citation.size === 0 || !isUnlisted || !linksOut(text, masked, callout)) found.push(callout);
  }
  if (masked.includes('$')) collect(TEX, (match) => inner(match, 1, 'caret'));
  if (SUPERSCRIPT.test(masked.slice(first, last))) {
    collect(SUPERSCRIPT_LABEL, (match) => {
      const content = fromSuperscript(match[0]);
      const start = match.index;
      if (content.length > LONGEST_LABEL) return null;
      return { start, end: start + match[0].length, notation: 'unicode', content, from: start };
    });
  }
  return found.sort((a, b) => a.start - b.start).flatMap((callout) => candidatesOf(masked, callout, known));
}

/** Whether brackets are the words of a link to something other than a place in a page: `issue [9](https://example.org)`. */
function linksOut(text: string, masked: string, { end }: Range): boolean {
  if (masked.charAt(end) !== HIDDEN) return false;
  const opening = text.charAt(end);
  return opening === '[' || (opening === '(' && !text.slice(end, text.indexOf(')', end)).includes('#'));
}

function candidatesOf(masked: string, callout: Callout, known: Record<MarkerKind, KnownLabels>): Candidate[] {
  const items = [...callout.content.matchAll(ITEMS)].map((match) => ({
    label: match[0],
    start: callout.from + match.index,
    end: callout.from + match.index + match[0].length,
  }));
  const single = items.length === 1;
  const candidates: Candidate[] = [];
  const add = (label: string, range: Range) => {
    const kind = kindOf(label);
    const ordinal = ordinalOf(label);
    if (ordinal === 0) return;
    const { weight, sure } = judge(masked, callout, label, ordinal, known[kind]);
    if (weight < 0) return;
    const place = single && callout.notation !== 'unicode' ? callout : range;
    candidates.push({
      kind,
      label,
      ordinal,
      notation: callout.notation,
      start: place.start,
      end: place.end,
      callout: { start: callout.start, end: callout.end },
      weight,
      sure,
    });
  };
  items.forEach((item, index) => {
    const before = items[index - 1];
    if (before && RANGE.test(masked.slice(before.end, item.start))) {
      const [first, last] = [ordinalOf(before.label), ordinalOf(item.label)];
      const numbers = kindOf(before.label) === 'citation' && kindOf(item.label) === 'citation';
      if (numbers && last - first <= WIDEST_RANGE) {
        for (let ordinal = first + 1; ordinal < last; ordinal++)
          add(String(ordinal), { start: before.end, end: item.start });
      }
    }
    add(item.label, item);
  });
  return candidates;
}

/** How likely a callout's item is a marker: editorial brackets, exponents and ordinals are none. */
function judge(
  masked: string,
  callout: Callout,
  label: string,
  ordinal: number,
  known: KnownLabels,
): { weight: number; sure: boolean } {
  const before = masked.charCodeAt(callout.start - 1);
  const after = masked.charCodeAt(callout.end);
  const listed = known.has(ordinal);
  const { notation } = callout;
  if (notation === 'bracket' || notation === 'footnote') {
    if (kindOf(label) === 'citation') {
      const year = ordinal >= 1900 && ordinal < 2100;
      if ((year && !listed) || opensQuotation(masked, callout.start)) return { weight: -1, sure: false };
      return { weight: isWord(masked, callout) ? LIKE_A_WORD : 6, sure: true };
    }
    // No note is listed for it, but for the letter before; nor does it make a word of another, as in `plan[s]`.
    const isDue = known.has(ordinal - 1) && !INFLECTIONS.has(label);
    return judgeLetter(label, before, after, listed, isDue, notation);
  }
  if (ORDINAL_ENDINGS.has(label) && isDigit(before)) return { weight: -1, sure: false };
  if (isDigit(before) && kindOf(label) === 'citation' && notation !== 'unicode') {
    // 10^6^, or a marker right after a year.
    const year = /(?:19|20)\d\d$/.test(masked.slice(Math.max(0, callout.start - 4), callout.start));
    return year || listed ? { weight: 1.5, sure: year && listed } : { weight: -1, sure: false };
  }
  const unit =
    kindOf(label) === 'citation' &&
    ordinal <= 3 &&
    UNITS.test(masked.slice(Math.max(0, callout.start - 4), callout.start));
  if (unit) return { weight: 0.5, sure: false };
  const isNone = known.size > 0 ? label.length > 1 : isPower(masked, callout.start);
  if (kindOf(label) === 'note' && !listed && isNone) return { weight: -1, sure: false };
  return { weight: 6, sure: true };
}

/** Whether what is raised at `start` stands on a number or a letter by itself: 2^n^, x^n^. */
function isPower(masked: string, start: number): boolean {
  const before = masked.charCodeAt(start - 1);
  return isDigit(before) || (isLetter(before) && !isLetter(masked.charCodeAt(start - 2)));
}

/** Where a quotation opens there is no claim yet: the number is the editor's. */
function opensQuotation(masked: string, start: number): boolean {
  const outside = masked.charCodeAt(start - 2);
  return OPENING_QUOTES.has(masked.charCodeAt(start - 1)) && (Number.isNaN(outside) || isSpace(outside));
}

/** `about [8] men`: among words, with spaces around. */
function isWord(masked: string, { start, end }: Callout): boolean {
  if (masked.charCodeAt(start - 1) !== 32 || masked.charCodeAt(end) !== 32) return false;
  const next = masked.charCodeAt(end + 1);
  return isLetter(next) && !isUpper(next);
}

/** `[a]` may be an editor's insertion: `[a] group`, `attack[s]`, `[t]he`, `[he] said`. */
function judgeLetter(
  label: string,
  before: number,
  after: number,
  listed: boolean,
  isDue: boolean,
  notation: Notation,
): { weight: number; sure: boolean } {
  if (notation === 'footnote')
    return listed || label.length === 1 ? { weight: 6, sure: true } : { weight: -1, sure: false };
  if (isLetter(after) && !isUpper(after)) return { weight: -1, sure: false };
  const loose = isSpace(before) || OPENING.has(before);
  if (listed) return loose && !isSpace(after) ? { weight: 1, sure: false } : { weight: loose ? 3 : 6, sure: !loose };
  if (label.length > 1) return { weight: -1, sure: false };
  if (loose || (isLetter(before) && !isDue)) return { weight: -1, sure: false };
  return { weight: 4, sure: true };
}

const OPENING_QUOTES = new Set([...'“‘„«'].map((character) => character.charCodeAt(0)));
const OPENING = new Set([...'“‘"([{—–'].map((character) => character.charCodeAt(0)));

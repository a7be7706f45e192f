import type { Entry } from '../../draft/draft.ts';
import type { Prose } from '../../markdown/prose.ts';
import type { Range } from '../../text/range.ts';
import type { Part } from '../source.ts';
import { calledHere } from './called.ts';
import { hasYear } from './dates.ts';
import { ATTRIBUTION, describe, describeShort, looksLikeReference, titleOf } from './describe.ts';
import { ibidEnd } from './ibid.ts';
import { locatorAt } from './locators.ts';
import { readNames } from './names.ts';
import { type Pair, pairAround, pairIndexFrom, pairUp } from './pairs.ts';
import { firstWithin, type Passage, partOf, readPassage } from './passage.ts';
import { afterSpaces, standsAt } from './phrases.ts';
import { isRemark } from './remarks.ts';
import { isCommentary, isLeadIn, joinPieces } from './sentences.ts';
import { conjunctionEnd, readShortForms, readWithImprint } from './short-forms.ts';
import { afterSignals, findJoints, findSees, followsEnd } from './signals.ts';
import { splitPassage } from './split.ts';
import { readUsual } from './usual.ts';
import type { WrittenCitation, WrittenReference } from './written.ts';

const TRAILER =
  /[\d)\uFFFC],? +for (?:an?|more|further|additional|another|details?|discussions?|background|examples?)\b/;
const COMPARED = ', with ';
const NOTHING: WrittenCitation = { references: [], commentary: [] };

/** Reads a citation as references and commentary. One with any text has a reference: if need be, all of it. */
export function readCitation(prose: Prose, citation: Entry): WrittenCitation {
  if (citation.content.start >= citation.content.end) return NOTHING;
  const usual = readUsual(prose, citation);
  return usual ? { references: [usual], commentary: NOTHING.commentary } : readAny(prose, citation);
}

/** The same, of citations of all kinds. */
export function readAny(prose: Prose, citation: Entry): WrittenCitation {
  const passage = readPassage(prose, citation);
  const pieces = joinPieces(passage, splitPassage(passage));
  const sees = pointersInside(passage);
  const reader: Reader = { citation, passage, sees, references: [], commentary: [] };
  for (const piece of pieces) {
    readPiece(reader, piece.start, piece.end, pieces.length > 1 ? piece.after : null);
  }
  if (reader.references.length > 0 || pieces.length === 0) return reader;
  addFull(reader, 0, passage.flat.length);
  return { references: reader.references, commentary: [] };
}

/** Where references start inside a sentence: in no quotation, nor in parentheses but at their start. */
function pointersInside(passage: Passage): readonly Range[] {
  const { flat, pairs } = passage;
  const sees = outside(pairs, findSees(flat));
  const joints = outside(pairs, findJoints(flat, lastQuotation(pairs))).filter(({ end }) => {
    const title = titleOf(passage, end, flat.length);
    return title !== null && (title.open === end || readNames(passage, end, title.open) !== null);
  });
  return joints.length > 0 ? [...sees, ...joints].sort((a, b) => a.start - b.start) : sees;
}

/** Where the last quotation opens; -1 without one. */
function lastQuotation(pairs: readonly Pair[]): number {
  for (let index = pairs.length - 1; index >= 0; index--) {
    const { kind, open } = pairs[index] as Pair;
    if (kind === 'quotation') return open;
  }
  return -1;
}

function outside(pairs: readonly Pair[], ranges: readonly Range[]): readonly Range[] {
  return ranges.length === 0 ? ranges : ranges.filter(({ start }) => !pairAround(pairs, start));
}

/** What reads like a short form, read as the full reference that it is instead. */
export function inFull(reference: WrittenReference): WrittenReference {
  if (!reference.short) return reference;
  const { passage, whole } = reference;
  const [from, to] = [whole.start - passage.base, whole.end - passage.base];
  const description = describe(passage, from, to);
  const called = reference.called ?? calledHere(passage, from, to);
  return { ...reference, ...whole, short: null, description, locator: null, called };
}

interface Reader {
  readonly citation: Entry;
  readonly passage: Passage;
  /** Where `see`, `quoted in` or `and` leads from one reference to another inside a sentence. */
  readonly sees: readonly Range[];
  readonly references: WrittenReference[];
  readonly commentary: Range[];
}

/** `after`: what the piece follows in its entry; null when it is alone there, and so is no commentary. */
function readPiece(reader: Reader, start: number, end: number, after: string | null): void {
  const { passage, sees } = reader;
  let from = start;
  let to = end;
  let within = reader;
  for (let see = firstWithin(sees, from, end - 1); see; see = firstWithin(sees, from, end - 1)) {
    const head = afterSignals(passage.flat, from);
    // `Zarqawi, quoted in X`: who is quoted is no source.
    const isQuoted = !passage.flat.startsWith('see', see.start + 1);
    const isReference = looksLikeReference(passage, head, see.start) && !isLeadIn(passage, head, see.start);
    const leads = isReference || (!isQuoted && isPointer(passage, head, see.start));
    if (leads || within !== reader) {
      readPointer(within, from, Math.min(see.start, to), after);
    }
    from = see.end;
    // `(as cited in Lee)` ends where the parentheses do.
    const around = parenthesesAt(passage, see.start);
    to = around ? around.close : end;
    within = around ? { ...reader, passage: insideOf(passage, around) } : reader;
  }
  readPointer(within, from, to, from > start ? null : after);
}

function parenthesesAt({ flat, pairs }: Passage, start: number): Pair | null {
  const pair = flat.charCodeAt(start) === 40 ? pairs[pairIndexFrom(pairs, start)] : undefined;
  return pair?.open === start ? pair : null;
}

/** The passage with what the pair holds taken out of it, so that a title there is seen as one. */
function insideOf(passage: Passage, around: Pair): Passage {
  const { base, flat, text, urls, emphases } = passage;
  const from = around.open + 1;
  const inside = pairUp(flat.slice(from, around.close)).map(({ open, close, kind }) => ({
    open: from + open,
    close: from + close,
    kind,
  }));
  const pairs = passage.pairs.flatMap((pair) => (pair === around ? inside : [pair]));
  return { base, flat, text, pairs, urls, emphases };
}

/** Whether a short form or an Ibid. stands between the offsets. */
function isPointer(passage: Passage, start: number, end: number): boolean {
  return ibidEnd(passage.flat, start) !== -1 || readShortForms(passage, start, end, false) !== null;
}

/** One reference, or several short forms, with the signal before. */
function readPointer(reader: Reader, pieceStart: number, end: number, after: string | null): void {
  const { citation, passage, references, commentary } = reader;
  const { flat, base } = passage;
  const signal = afterSignals(flat, pieceStart);
  const isAttributed = standsAt(flat, ATTRIBUTION, signal);
  const isInside = after === 'stop' || after === 'quotation';
  const start = isAttributed && !isInside ? afterAttribution(passage, signal, end) : signal;
  const isSentence = isAttributed && start === signal;
  if (start >= end) return;
  const other = standsAt(flat, 'compare', afterSpaces(flat, pieceStart)) ? comparedAt(passage, start, end) : null;
  if (other) {
    readPointer(reader, start, other.start, after);
    readPointer(reader, other.end, end, null);
    return;
  }
  const afterIbid = ibidEnd(flat, start);
  if (afterIbid !== -1) {
    readIbid(reader, start, afterIbid, end);
    return;
  }
  if (after !== null && isRemark(flat.slice(start, end))) return;
  const signalled = flat.slice(pieceStart, start).trim().length > 1;
  const forms = isSentence ? null : readShortForms(passage, start, end, signalled);
  if (forms) {
    for (const form of forms) {
      // `According to Interpol` may be all that the author has to say.
      const short = start > signal ? { ...form, certain: false } : form;
      const { locator } = short;
      const range = { start: base + startOf(passage, short), end: base + short.end };
      references.push({
        start: range.start,
        end: range.end,
        citation,
        passage,
        ibid: false,
        short,
        description: describeShort(short.names, short.title),
        locator,
        whole: forms.length === 1 ? trimmed(passage, signal, end) : range,
        called: null,
      });
    }
  } else if (after !== null && !signalled && isCommentary(passage, start, end, after)) {
    commentary.push(trimmed(passage, start, end));
  } else addFull(reader, start, end);
}

/** Where the reference starts that `According to` stands before; `start` where it begins a sentence. */
function afterAttribution(passage: Passage, start: number, end: number): number {
  const from = start + ATTRIBUTION.length;
  if (readShortForms(passage, from, end, true)) return isCommentary(passage, from, end, 'start') ? start : from;
  const title = titleOf(passage, from, end);
  return title && readNames(passage, from, title.open) && hasYear(passage.flat.slice(title.close, end)) ? from : start;
}

/** Where a short form starts: with the signs of an emphasis that ends inside, as in `*Roads*, p. 4`. */
function startOf({ base, text, emphases }: Passage, { start, end }: Range): number {
  if (firstWithin(emphases, start, end - 1)?.start !== start) return start;
  let from = start;
  while (from > 0 && '*_'.includes(text.charAt(base + from - 1))) from--;
  return from;
}

/** The `with` of `Compare Lee, p. 4, with Roe, “Ports.”` */
function comparedAt({ flat, pairs }: Passage, start: number, end: number): Range | null {
  const found = flat.slice(start, end).indexOf(COMPARED);
  const at = start + found;
  return found === -1 || pairAround(pairs, at) ? null : { start: at, end: at + COMPARED.length };
}

function readIbid(reader: Reader, start: number, afterIbid: number, end: number): void {
  const { citation, passage, references } = reader;
  const { flat, base } = passage;
  let to = afterIbid;
  let locator: Part | null = null;
  const located = locatorAt(flat.slice(to, end), 0);
  if (located) {
    to += located[0].length;
    locator = partOf(passage, to - (located[1] as string).length, to);
  }
  const whole = { start: base + start, end: base + to };
  references.push({
    start: whole.start,
    end: whole.end,
    citation,
    passage,
    ibid: true,
    short: null,
    description: describeShort([], null),
    locator,
    whole,
    called: null,
  });
  const next = conjunctionEnd(flat, to);
  if (next !== -1 && next < end) readPointer(reader, next, end, null);
}

function addFull({ citation, passage, references }: Reader, start: number, end: number): void {
  const whole = trimmed(passage, start, trailerStart(passage, start, end));
  const { base } = passage;
  if (whole.start >= whole.end) return;
  const [from, to] = [whole.start - base, whole.end - base];
  const description = describe(passage, from, to);
  references.push({
    start: whole.start,
    end: whole.end,
    citation,
    passage,
    ibid: false,
    short: readWithImprint(passage, from, to, description),
    description,
    locator: null,
    whole,
    called: calledHere(passage, from, to),
  });
}

/** Where `…, May 1, 2016, for more on this` stops being a reference. */
function trailerStart(passage: Passage, start: number, end: number): number {
  const title = titleOf(passage, start, end);
  if (!title) return end;
  const rest = passage.flat.slice(title.close, end);
  const trailer = followsEnd(rest, ' for ') ? TRAILER.exec(rest) : null;
  return trailer ? title.close + trailer.index + 1 : end;
}

/** The stretch in the draft, without the white space and separators around. */
function trimmed({ flat, base }: Passage, start: number, end: number): Range {
  let from = start;
  let to = end;
  while (from < to && isSeparator(flat.charCodeAt(from))) from++;
  while (to > from && isSeparator(flat.charCodeAt(to - 1))) to--;
  // A text of nothing but separators is still what the entry says.
  return from < to ? { start: base + from, end: base + to } : { start: base + start, end: base + end };
}

function isSeparator(code: number): boolean {
  return code === 32 || code === 44 || code === 46 || code === 59;
}

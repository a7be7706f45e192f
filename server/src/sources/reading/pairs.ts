import { isSpace } from '../../text/characters.ts';
import { firstIndex } from '../../text/search.ts';
import { isSingleOpener, singleEnds } from './single-quotes.ts';

/** Quotation marks, parentheses or brackets that belong together: the offsets of the two. */
export interface Pair {
  readonly open: number;
  readonly close: number;
  readonly kind: PairKind;
}

export type PairKind = 'quotation' | 'parentheses' | 'brackets';

interface Opened {
  readonly at: number;
  readonly kind: PairKind;
  readonly around: Opened | null;
}

const MARKS = /["“”„«»()[\]‘']/g;
const AFTER_REFERENCE = /\b(?:1[5-9]|20)\d\d\)?; /g;
const NONE: readonly Pair[] = [];
const NO_ENDS: readonly number[] = [];

/**
 * The pairs of `flat` that are in no other pair, in order. A mark without its twin, or one that would take in the end
 * of one reference and the next, is passed over, so that it cannot swallow what follows.
 */
export function pairUp(flat: string): readonly Pair[] {
  let opened: Opened | null = null;
  const open: Record<PairKind, number> = { quotation: 0, parentheses: 0, brackets: 0 };
  const pairs: Pair[] = [];
  const ends = flat.includes('; ') ? Array.from(flat.matchAll(AFTER_REFERENCE), ({ index }) => index) : NO_ENDS;
  const singleEnd = singleEnds(flat);
  MARKS.lastIndex = 0;
  while (MARKS.test(flat)) {
    const at = MARKS.lastIndex - 1;
    const code = flat.charCodeAt(at);
    if (isSingleOpener(code)) {
      const close = open.quotation > 0 ? -1 : singleEnd(at);
      if (close === -1) continue;
      addPair(pairs, { open: at, close, kind: 'quotation' }, ends);
      MARKS.lastIndex = close + 1;
      continue;
    }
    const kind = kindOf(code);
    if (kind === 'quotation' ? opensQuotation(flat, at) : isOpener(code)) {
      opened = { at, kind, around: opened };
      open[kind]++;
      continue;
    }
    // What a quotation holds need not be in balance, but the end of a quotation comes before that of what is around.
    while (opened && open[kind] > 0) {
      const last: Opened = opened;
      if (last.kind !== kind && last.kind === 'quotation') break;
      opened = last.around;
      open[last.kind]--;
      if (last.kind !== kind) continue;
      addPair(pairs, { open: last.at, close: at, kind }, ends);
      break;
    }
  }
  return pairs.length > 0 ? pairs : NONE;
}

/** `ends`: where references before a semicolon end, seen without pairs. */
function addPair(pairs: Pair[], pair: Pair, ends: readonly number[]): void {
  if (pair.kind === 'quotation' && ends.length > 0) {
    const next = ends[firstIndex(ends.length, (index) => (ends[index] as number) > pair.open)];
    if (next !== undefined && next < pair.close) return;
  }
  while (pairs.length > 0 && (pairs.at(-1) as Pair).open > pair.open) pairs.pop();
  pairs.push(pair);
}

/** The index of the first pair that opens at or after `offset`; O(log n). */
export function pairIndexFrom(pairs: readonly Pair[], offset: number): number {
  return firstIndex(pairs.length, (index) => (pairs[index] as Pair).open >= offset);
}

/** The pair that `offset` lies in. */
export function pairAround(pairs: readonly Pair[], offset: number): Pair | null {
  const pair = pairs[pairIndexFrom(pairs, offset) - 1];
  return pair && pair.close > offset ? pair : null;
}

/** The first pair of `kind` that opens at or after `start` and closes before `end`. */
export function findPair(pairs: readonly Pair[], kind: PairKind, start: number, end: number): Pair | null {
  for (let index = pairIndexFrom(pairs, start); index < pairs.length; index++) {
    const pair = pairs[index] as Pair;
    if (pair.close >= end) return null;
    if (pair.kind === kind) return pair;
  }
  return null;
}

function kindOf(code: number): PairKind {
  if (code === 40 || code === 41) return 'parentheses';
  return code === 91 || code === 93 ? 'brackets' : 'quotation';
}

function isOpener(code: number): boolean {
  return code === 40 || code === 91;
}

/** A straight mark has its direction from what stands around; so have curly ones that plainly look the wrong way. */
function opensQuotation(flat: string, at: number): boolean {
  const code = flat.charCodeAt(at);
  if (code === 0x201e || code === 0xab) return true;
  if (code === 0xbb) return false;
  const after = flat.charCodeAt(at + 1);
  const free = isFree(flat.charCodeAt(at - 1));
  if (code === 34) return free;
  const beforeText = !(isSpace(after) || isEnding(after));
  return code === 0x201c ? free || beforeText : free && beforeText;
}

/** White space, the start, or an opening mark. */
function isFree(code: number): boolean {
  return isSpace(code) || code === 40 || code === 91 || code === 0x201c || code === 0x2018 || code === 0x2014;
}

function isEnding(code: number): boolean {
  return code === 44 || code === 46 || code === 59 || code === 58 || code === 41 || code === 93;
}

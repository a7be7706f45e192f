import type { Draft, Entry, Marker, Section } from '../draft/draft.ts';
import { labelIn } from '../draft/written-label.ts';
import type { Reading } from '../rules/rule.ts';
import { entriesOf } from '../rules/series.ts';
import type { TextEdit } from '../text/edit.ts';

/** An entry with nothing in it yet. */
export interface EntryEdit extends TextEdit {
  /** Where in the text of the edit the author goes on: behind the label. */
  readonly cursor: number;
}

/**
 * Puts the entry that a marker lacks into its place in the list, written as its neighbour is. The first
 * one comes with its list. Null for what the dash of a range stands for, and where no entry can be like its neighbour.
 */
export function entryEdit(reading: Reading, marker: Marker): EntryEdit | null {
  const { text, draft } = reading;
  const { kind, label, ordinal, notation } = marker;
  if (!labelIn(text, marker)) return null;
  const entries = entriesOf(draft, kind);
  const [first] = entries;
  if (first) {
    const before = nearestBefore(entries, ordinal);
    const opening = openingLike(text, before ?? first, label);
    const lead = leadOf(text, first.start);
    const parted = partedAs(text, entries, lead.quote);
    if (opening === null) return null;
    if (before) return behindLine(text, lastMeaning(reading, entries, before).end, parted + lead.whole + opening);
    const start = lineStart(text, first.start);
    return inserted(start, lead.whole + opening, parted);
  }
  const opening = notation === 'footnote' ? `[^${label}]: ` : `[${label}] `;
  const list = headingOf(draft, kind === 'citation' ? 'citations' : 'notes');
  if (!list) {
    if (kind === 'citation') return citationsEdit(text, marker, opening);
    return notation === 'footnote' ? null : notesEdit(text, draft, opening);
  }
  const { quote } = leadOf(text, list.start);
  const parted = blankLine(endingAt(text, list.start), quote);
  return behindLine(text, headingEnd(text, list.end), parted + quote + opening);
}

function headingOf({ sections }: Draft, list: 'citations' | 'notes'): Section['heading'] {
  return sections.find(({ kind }) => kind === list)?.heading ?? null;
}

/** The list of citations with its first one, at the end; footnotes need no heading. */
function citationsEdit(text: string, { start, notation }: Marker, opening: string): EntryEdit {
  const heading = notation === 'footnote' ? [] : ['## Citations'];
  const end = text.trimEnd().length;
  return inserted(end, ['', ...heading, opening].join(blankLine(endingAt(text, start), '')));
}

/** The list of notes with its first one, before the citations, under a heading like theirs; not inside a block quote. */
function notesEdit(text: string, draft: Draft, opening: string): EntryEdit | null {
  const citations = headingOf(draft, 'citations');
  if (!citations || leadOf(text, citations.start).quote !== '') return null;
  const start = lineStart(text, citations.start);
  const isUnderlined = headingEnd(text, citations.end) > citations.end;
  const [, before = '', after = ''] = HEADING.exec(text.slice(start, lineEnd(text, citations.start))) ?? [];
  const heading = isUnderlined ? `## ${NOTES}` : before + NOTES + after;
  const end = text.slice(0, start).trimEnd().length;
  return inserted(end, ['', heading, opening].join(blankLine(endingAt(text, citations.start), '')));
}

const NOTES = 'Substantive Notes';
/** What stands around the words of a heading. */
const HEADING = /^(#{1,6}[ \t]+|\*\*|__)?[^*_#]*(\*\*|__)?/;

/** The entry of the largest smaller number; of several the last. */
function nearestBefore(entries: readonly Entry[], ordinal: number): Entry | null {
  let nearest: Entry | null = null;
  for (const entry of entries) if (entry.ordinal < ordinal && entry.ordinal >= (nearest?.ordinal ?? 0)) nearest = entry;
  return nearest;
}

/** The last of the entries below one that, in a list out of order, means the same by Ibid.: it would mean one between. */
function lastMeaning({ sources }: Reading, entries: readonly Entry[], entry: Entry): Entry {
  const isIbid = (next: Entry) =>
    sources.byCitation.get(next)?.some(({ form, source }) => form === 'ibid' && source !== null) === true;
  const from = entries.indexOf(entry) + 1;
  const length = entries.slice(from).findIndex((next) => !isIbid(next));
  return entries.at(length === -1 ? -1 : from + length - 1) ?? entry;
}

/** `[5] ` like `[4] `, `<sup>5</sup> ` like `<sup>4</sup> `; null for a list that counts by itself. Links back are left out. */
function openingLike(text: string, entry: Entry, label: string): string | null {
  const written = labelIn(text, entry);
  if (!written) return null;
  const { labelRange, content } = entry;
  const closing = text.slice(written.end, labelRange.end).replace(LINK, '');
  const gap = content.start < content.end ? text.slice(labelRange.end, content.start) : '';
  return text.slice(labelRange.start, written.start) + written.write(label) + closing + (gap || ' ');
}

interface Lead {
  /** What puts the line into a block quote, with the white space around. */
  readonly quote: string;
  /** The same, with the bullet of a list. */
  readonly whole: string;
}

function leadOf(text: string, offset: number): Lead {
  const [whole = '', quote = ''] = LEAD.exec(text.slice(lineStart(text, offset), offset)) ?? [];
  return { quote, whole };
}

/** What parts entries: the end of a line, and a blank line where some are parted by more. */
function partedAs(text: string, entries: readonly Entry[], quote: string): string {
  const isTight = entries.some((entry, index) => {
    const next = entries[index + 1];
    return next && text.slice(entry.end, next.start).split(LINE_ENDING).length === 2;
  });
  const ending = endingAt(text, entries[0]?.start ?? 0);
  return isTight ? ending : blankLine(ending, quote);
}

function blankLine(ending: string, quote: string): string {
  return ending + quote.trimEnd() + ending;
}

/** Behind the line that `offset` is in. */
function behindLine(text: string, offset: number, written: string): EntryEdit {
  return inserted(lineEnd(text, offset), written);
}

/** @param behind what parts the entry from the next one */
function inserted(at: number, written: string, behind = ''): EntryEdit {
  return { start: at, end: at, text: written + behind, cursor: written.length };
}

function lineEnd(text: string, offset: number): number {
  LINE_END.lastIndex = offset;
  return LINE_END.exec(text)?.index ?? text.length;
}

/** The line below a heading may underline it. */
function headingEnd(text: string, end: number): number {
  UNDERLINE.lastIndex = lineEnd(text, end);
  return UNDERLINE.test(text) ? UNDERLINE.lastIndex : end;
}

function lineStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && !'\r\n'.includes(text.charAt(start - 1))) start--;
  return start;
}

/** What ends the line above, or that of `offset` where it is the first. */
function endingAt(text: string, offset: number): string {
  const start = lineStart(text, offset);
  return text.startsWith('\r\n', start > 0 ? start - 2 : lineEnd(text, offset)) ? '\r\n' : '\n';
}

const LINK = /\(#[^)\s]*\)/;
const LEAD = /^([ \t>]*)(?:[*+-][ \t]+)?/;
const LINE_ENDING = /\r\n?|\n/;
const UNDERLINE = /(?:\r\n?|\n)[ \t>]*(?:=+|-+)[ \t]*(?=[\r\n]|$)/y;
const LINE_END = /[\r\n]/g;

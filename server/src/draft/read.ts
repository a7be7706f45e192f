import type { Prose } from '../markdown/prose.ts';
import { quotations } from '../markdown/quotations.ts';
import { itemAt, type Range } from '../text/range.ts';
import { findCallouts, LIKE_A_WORD } from './callouts.ts';
import { type Candidate, insideOf, labelsOf } from './candidate.ts';
import { chooseChain } from './chain.ts';
import type { Draft, DraftOptions, Entry, Marker, MarkerKind, Notation } from './draft.ts';
import { countUp, readEntries, readFootnotes } from './entries.ts';
import { findGluedNumbers, findStrays, isLoose } from './glued.ts';
import { findHeadings } from './headings.ts';
import { findInNotes } from './in-notes.ts';
import { findGluedLetters } from './letters.ts';
import { type Line, type List, readLines } from './lines.ts';
import { withLists } from './lists.ts';
import { findNavigation } from './navigation.ts';
import { findLists, type ListRegion, type Lists } from './regions.ts';
import { withRunInHeadings } from './run-in-headings.ts';
import { cutSections } from './sections.ts';

/** Reads what is written in a draft: its sections, its markers in any notation, its citations and notes. */
export function readDraft(prose: Prose, options: DraftOptions = {}): Draft {
  const { masked } = prose;
  const lines = withRunInHeadings(masked, readLines(prose), options);
  const headings = findHeadings(masked, lines, options);
  const lists = findLists(masked, lines, headings);
  const { citations, notes, remarks } = readLists(masked, lines, lists);
  const sections = cutSections(prose, lines, headings, lists, { citations, notes });
  const footnotes = [...citations, ...notes, ...remarks]
    .filter(({ form }) => form === 'footnote')
    .sort((a, b) => a.start - b.start);
  const above = { start: 0, end: lines[lists.start]?.start ?? 0 };
  const body = without(
    sections.filter((section) => section.kind === 'body'),
    [above, ...footnotes],
  );
  const candidates = findMarkersBelow(
    findNavigation(masked, lines, lists.notes?.from ?? lists.citations?.from ?? lines.length),
    prose,
    body,
    { citations, notes, remarks },
  );
  const explained = remarks.length > 0 ? [...notes, ...remarks].sort((a, b) => a.start - b.start) : notes;
  const inNotes = findInNotes(prose, explained, citations, candidates).filter(
    (candidate) => !isEditorial(prose, candidate) && !callsRemark(candidate, remarks),
  );
  return {
    notation: mostUsed(candidates),
    sections,
    markers: inOrderOfText(candidates, inNotes).map((candidate) => markerOf(candidate, citations, notes, explained)),
    citations,
    notes,
    remarks,
    earlierLists: lists.earlier.map(({ heading: { start, end } }) => ({ start, end })),
  };
}

type Entries = Pick<Draft, 'citations' | 'notes' | 'remarks'>;

/** The entries of both lists, and of footnotes wherever they stand. */
function readLists(masked: string, lines: readonly Line[], lists: Lists): Entries {
  // Without a list of their own, notes may stand among the citations.
  const mixed = lists.notes === null;
  const listAt = lists.citations?.heading?.line ?? lists.citations?.from;
  const inList = (region: ListRegion | null, kind: MarkerKind) =>
    region ? readEntries({ masked, ...linesOf(region, lines), kind }, mixed, region.to === listAt) : [];
  const listed = [...inList(lists.citations, 'citation'), ...inList(lists.notes, 'note')];
  const own = listed.filter(({ form }) => form !== 'footnote');
  const footnotes = readFootnotes(masked, lines);
  const areRemarks = own.some(isFirst) && footnotes.some(isFirst);
  const remarks = areRemarks ? footnotes.filter(({ kind }) => kind === 'citation') : [];
  const all = [...own, ...(areRemarks ? footnotes.filter(({ kind }) => kind === 'note') : footnotes)];
  const inOrder = (kind: MarkerKind) =>
    countUp(all.filter((entry) => entry.kind === kind).sort((a, b) => a.start - b.start));
  return { citations: inOrder('citation'), notes: inOrder('note'), remarks };
}

function callsRemark({ notation, kind }: Candidate, remarks: readonly Entry[]): boolean {
  return remarks.length > 0 && notation === 'footnote' && kind === 'citation';
}

function isFirst({ kind, ordinal }: Entry): boolean {
  return kind === 'citation' && ordinal === 1;
}

/** The lines of a list without the headings that part it. */
function linesOf({ from, to, inner }: ListRegion, lines: readonly Line[]): Pick<List, 'lines' | 'from' | 'to'> {
  if (inner.length === 0) return { lines, from, to };
  const heads = new Set(inner.map(({ line }) => line));
  const left = lines.filter((_, index) => !heads.has(index));
  return { lines: left, from, to: to - heads.size };
}

/** The markers without what is a page's navigation: it is some where the article has its own first marker below. */
function findMarkersBelow(
  navigation: readonly Range[],
  prose: Prose,
  body: readonly Range[],
  entries: Entries,
): Candidate[] {
  if (navigation.length > 0) {
    const below = findMarkers(prose, without(body, navigation), entries);
    if (below.some(({ kind, ordinal }) => kind === 'citation' && ordinal === 1)) return below;
  }
  return findMarkers(prose, body, entries);
}

/**
 * All markers of the body. Callouts of a notation of their own come first; numbers and letters that stand on the
 * text are decided for the draft as a whole, by the series that all of them make.
 */
function findMarkers(prose: Prose, body: readonly Range[], { citations, notes, remarks }: Entries): Candidate[] {
  const { masked } = prose;
  const known = { citation: labelsOf(citations), note: labelsOf(notes) };
  const callouts = findCallouts(prose, body, known);
  const explicit = {
    citation: callouts.filter((callout) => callout.kind === 'citation' && !callsRemark(callout, remarks)),
    note: callouts.filter(({ kind }) => kind === 'note'),
  };

  const complete = covers(explicit.citation, citations);
  const mayBeLoose = ({ ordinal }: Candidate) => explicit.citation.length === 0 && known.citation.has(ordinal);
  const glued = complete
    ? []
    : gluedOutside(callouts, masked, body).filter((candidate) => !isLoose(candidate) || mayBeLoose(candidate));
  const numbers = [...explicit.citation, ...glued].sort((a, b) => a.start - b.start);
  const chain = chooseChain(numbers, known.citation);
  const strays = new Set(
    findStrays(
      glued.length > 0 ? numbers.filter((candidate) => chain.has(candidate) || !candidate.sure) : [],
      chain,
      known.citation,
    ),
  );
  const chosen = numbers.filter(
    (candidate) => chain.has(candidate) || (candidate.sure ? !isEditorial(prose, candidate) : strays.has(candidate)),
  );
  const citationMarkers = withLists(masked, chosen, known.citation);

  const letterChain = chooseChain(explicit.note, known.note);
  const noteMarkers = explicit.note.filter((candidate) => candidate.sure || letterChain.has(candidate));
  const markers = [...citationMarkers, ...noteMarkers].sort((a, b) => a.start - b.start);
  const flattened = citationMarkers.some(({ notation }) => notation === 'glued');
  if ((notes.length === 0 && !flattened) || (notes.length > 0 && covers(noteMarkers, notes))) return markers;
  const sureMarkers = markers.map((marker) => ({ ...marker, sure: true }));
  const letters = findGluedLetters(masked, body, sureMarkers, notes, known.note);
  return [...markers, ...letters].sort((a, b) => a.start - b.start);
}

/** The numbers that stand on the text: of `[3,4]` the `4` stands on a comma, and is in a callout. */
function gluedOutside(callouts: readonly Candidate[], masked: string, body: readonly Range[]): Candidate[] {
  const inCallout = insideOf(callouts.map(({ callout }) => callout));
  return findGluedNumbers(masked, body).filter(({ start }) => !inCallout(start));
}

/** `“about [8] men”`: a number out of the series that stands in a quotation as a word does is the editor's. */
function isEditorial(prose: Prose, { notation, weight, start }: Candidate): boolean {
  return notation === 'bracket' && weight === LIKE_A_WORD && itemAt(quotations(prose), start) !== undefined;
}

function covers(markers: readonly Candidate[], entries: readonly Entry[]): boolean {
  const present = new Set(markers.map((marker) => marker.ordinal));
  return entries.length > 0 && entries.every((entry) => present.has(entry.ordinal));
}

function mostUsed(candidates: readonly Candidate[]): Notation | null {
  const counts = new Map<Notation, number>();
  for (const { notation } of candidates) counts.set(notation, (counts.get(notation) ?? 0) + 1);
  let most: Notation | null = null;
  for (const [notation, count] of counts) if (most === null || count > (counts.get(most) ?? 0)) most = notation;
  return most;
}

function inOrderOfText(body: readonly Candidate[], inNotes: readonly Candidate[]): readonly Candidate[] {
  return inNotes.length === 0 ? body : [...body, ...inNotes].sort((a, b) => a.start - b.start);
}

/** @param explained what a marker may stand in: notes and remarks */
function markerOf(
  candidate: Candidate,
  citations: readonly Entry[],
  notes: readonly Entry[],
  explained: readonly Entry[],
): Marker {
  const { kind, label, ordinal, notation, start, end, callout } = candidate;
  const entry = entryInPlace(kind === 'citation' ? citations : notes, ordinal);
  return { kind, label, ordinal, notation, start, end, callout, entry, note: itemAt(explained, start) ?? null };
}

/** The entry of that number; of several the one whose neighbour in the list is its neighbour in number. */
function entryInPlace(entries: readonly Entry[], ordinal: number): Entry | null {
  const guess = entries[ordinal - 1];
  const inPlace = (index: number) =>
    entries[index - 1]?.ordinal === ordinal - 1 || entries[index + 1]?.ordinal === ordinal + 1;
  if (guess?.ordinal === ordinal && inPlace(ordinal - 1)) return guess;
  let found: Entry | null = null;
  for (let index = 0; index < entries.length; index++) {
    const entry = entries[index] as Entry;
    if (entry.ordinal !== ordinal) continue;
    if (inPlace(index)) return entry;
    found ??= entry;
  }
  return found;
}

/** What is left of `ranges` outside of `holes`; both are sorted and disjoint. */
function without(ranges: readonly Range[], holes: readonly Range[]): Range[] {
  const left: Range[] = [];
  for (const range of ranges) {
    let { start } = range;
    for (const hole of holes) {
      if (hole.end <= start || hole.start >= range.end) continue;
      if (hole.start > start) left.push({ start, end: hole.start });
      start = Math.max(start, hole.end);
    }
    if (start < range.end) left.push({ start, end: range.end });
  }
  return left;
}

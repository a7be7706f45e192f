import type { Entry } from '../draft/draft.ts';
import { HIDDEN, type Prose } from '../markdown/prose.ts';
import type { Range } from '../text/range.ts';
import type { Recall } from '../text/recall.ts';
import { type Building, idMaker, newSource, referenceOf } from './build.ts';
import { type Catalogue, createCatalogue } from './catalogue/catalogue.ts';
import type { Catalogued } from './catalogue/indexes.ts';
import { createMeanings, readOrphan } from './catalogue/orphans.ts';
import { nearest, resembles } from './catalogue/resemblance.ts';
import { type KnownCitation, moveCitation } from './move.ts';
import { numberIn, personsIn, resolutionCalled } from './reading/called.ts';
import { describeShort } from './reading/describe.ts';
import { followsGap, type Meaning, meansSource, resolveIbid } from './reading/ibid.ts';
import { isSpoken } from './reading/kinds.ts';
import { inFull, readCitation } from './reading/read.ts';
import { separate } from './reading/separate.ts';
import type { ShortForm } from './reading/short-forms.ts';
import type { WrittenCitation, WrittenReference } from './reading/written.ts';
import type { Reference, Source, Sources } from './source.ts';

const NO_SOURCES: readonly Source[] = [];

/** A written reference, and what it is if it names its source in full. */
interface Settled {
  readonly written: WrittenReference;
  full: Reference | null;
  /** The source, where it is named for the first time; its id follows when the list is gone through in order. */
  source: Building<Source> | null;
}

/**
 * What the citations of a draft mean. `citations` are in the order of the text. An entry with any text has at least
 * one reference; takes time in proportion to the text of the citations. `recall` has those that were read before.
 */
export function resolveSources(prose: Prose, citations: readonly Entry[], recall?: Recall<KnownCitation>): Sources {
  const commentary = new Map<Entry, readonly Range[]>();
  const all: Settled[] = [];
  const ends: number[] = [];
  for (const citation of citations) {
    const read = recall ? recalled(prose, citation, recall) : readCitation(prose, citation);
    for (const written of read.references) all.push({ written, full: null, source: null });
    ends.push(all.length);
    if (read.commentary.length > 0) commentary.set(citation, read.commentary);
  }
  const catalogue = createCatalogue();
  nameSources(all, catalogue);

  const references: Reference[] = [];
  const sources: Source[] = [];
  const byCitation = new Map<Entry, readonly Reference[]>();
  const newId = idMaker();
  let before: readonly Reference[] = [];
  let position = 0;
  let byOrdinal: Map<number, Entry> | null = null;
  const citedIn = (note: number | null): readonly Reference[] => {
    if (note === null) return [];
    byOrdinal ??= new Map(citations.map((citation) => [citation.ordinal, citation]));
    const citation = byOrdinal.get(note);
    return (citation && byCitation.get(citation)) ?? [];
  };
  citations.forEach((citation, index) => {
    const own: Reference[] = [];
    if (followsGap(citations, index)) before = [];
    for (; position < (ends[index] as number); position++) {
      const { written, full, source } = all[position] as Settled;
      if (written.ibid) {
        const meaning = resolveIbid(own.length > 0 ? own.slice(-1) : before);
        own.push(referenceOf(written, 'ibid', written.description, meaning));
      } else if (full) {
        const id = newId(citation.label);
        if (source) {
          source.id = id;
          sources.push(source);
        }
        own.push(full);
      } else if (written.short) {
        const noted = citedIn(written.short.note);
        for (const item of settleShort(written, written.short, position, catalogue, noted)) own.push(item);
      }
    }
    for (const item of own) references.push(item);
    if (own.length > 0) byCitation.set(citation, own);
    before = own;
  });
  return { references, sources, byCitation, commentary };
}

function recalled(prose: Prose, citation: Entry, recall: Recall<KnownCitation>): WrittenCitation {
  const { start, end } = citation.content;
  const masked = prose.masked.slice(start, end);
  const content = masked.includes(HIDDEN) ? `${masked}\n${prose.text.slice(start, end)}` : masked;
  const known = recall.get(content) ?? { start, read: readCitation(prose, citation) };
  recall.set(content, known);
  return moveCitation(known, prose, citation);
}

/**
 * Gives every full reference its source: first those that can be nothing else, or have no date or outlet and fit none
 * above; then what fits none of these, the one that says more before those that may mean it; last what names a page
 * alone, if a word of it stands in one of these.
 */
function nameSources(all: readonly Settled[], catalogue: Catalogue): void {
  const counts = countsByOrdinal(all);
  all.forEach((item, position) => {
    const { ibid, short, citation } = item.written;
    const isFull =
      !short ||
      (short.imprint !== null && catalogue.matching(short).length === 0) ||
      (isPointer(short) && !(short.note < citation.ordinal && counts.get(short.note) === 1));
    if (!ibid && isFull) nameSource(item, position, catalogue);
  });
  const unsettled = [...all.keys()].flatMap((position) => {
    const { written } = all[position] as Settled;
    const { short } = written;
    if (!short || short.certain || short.imprint) return [];
    const orphan = readOrphan(written);
    return { position, short, text: written.passage.text, orphan, parts: orphan ? 0 : partsOf(short) };
  });
  const unusual = (parts: number) =>
    unsettled.filter((item) => {
      const { short, text } = item;
      if (item.parts !== parts || separate(short, text, catalogue.matching)) return false;
      return !catalogue.near(short).some(({ source }) => resembles(short, source));
    });
  // What is called by its number alone is one work, however often it is.
  const numbers = new Set<string>();
  const isNamed = (short: ShortForm) => {
    const number = resolutionCalled(short) ?? numberIn(short);
    if (number === null || numbers.has(number)) return number !== null;
    numbers.add(number);
    return false;
  };
  for (const parts of [3, 2, 1])
    for (const { position, short } of unusual(parts))
      if (!isNamed(short)) nameSource(all[position] as Settled, position, catalogue);
  const orphans = unusual(0);
  if (orphans.length === 0) return;
  const known = all.flatMap(({ full, written }) => (full ? [{ description: full, said: textOf(written) }] : []));
  const isMeant = createMeanings(known);
  for (const { position, orphan, short } of orphans)
    if (orphan && isMeant(orphan) && !isNamed(short)) nameSource(all[position] as Settled, position, catalogue);
}

/** `See note 5`, which names a source where citation 5 stands above and has one. */
function isPointer(short: ShortForm): short is ShortForm & { readonly note: number } {
  return short.note !== null && !short.certain && partsOf(short) === 0;
}

/** How many references each citation has. */
function countsByOrdinal(all: readonly Settled[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { written } of all) counts.set(written.citation.ordinal, (counts.get(written.citation.ordinal) ?? 0) + 1);
  return counts;
}

/** How many a form gives of names, a title, and a year. */
function partsOf({ names, title, year }: ShortForm): number {
  return (names.length > 0 ? 1 : 0) + (title ? 1 : 0) + (year === null ? 0 : 1);
}

function textOf({ passage, start, end }: WrittenReference): string {
  return passage.text.slice(start, end);
}

function nameSource(item: Settled, position: number, catalogue: Catalogue): void {
  const written = inFull(item.written);
  const { description } = written;
  const earlier = catalogue.repeated(description);
  if (earlier && earlier.position < position) {
    const meaning: Meaning = { source: earlier.source, antecedent: written.citation, problem: null, candidates: [] };
    item.full = referenceOf(written, 'full', description, meaning);
    return;
  }
  const { full, source } = newSource(written, description);
  item.full = full;
  item.source = source;
  const said = textOf(written);
  catalogue.add({ source, position, called: written.called, persons: speakersOf(written, said), said });
}

/** Who may have said what a source without an author is: an interview, or a statement that is named behind its title. */
function speakersOf({ description, start }: WrittenReference, said: string): readonly string[] {
  const { type, authors, title } = description;
  if (authors.length > 0) return [];
  if (type === 'interview') return personsIn(said);
  const behind = title ? said.slice(title.end - start) : '';
  return isSpoken(behind) ? personsIn(behind) : [];
}

/**
 * The references that a short form is: more than one where its names are authors of different sources. `noted` are
 * those of the citation above that `supra note 5` points at.
 */
function settleShort(
  written: WrittenReference,
  short: ShortForm,
  position: number,
  catalogue: Catalogue,
  noted: readonly Reference[],
): Reference[] {
  const pointed = noted.length > 0 ? sourcesOf(noted) : NO_SOURCES;
  if (pointed.length > 0 && short.names.length === 0 && short.title === null) {
    return [referenceOf(written, 'short', written.description, oneOf(pointed))];
  }
  const forms = separate(short, written.passage.text, catalogue.matching);
  if (!forms) {
    const near = catalogue.near(short).map(({ source }) => source);
    const candidates = nearest(short, near);
    return [
      referenceOf(written, 'short', written.description, {
        source: null,
        antecedent: null,
        problem: 'short-form-unresolved',
        candidates,
      }),
    ];
  }
  return forms.map((form) => {
    const { base } = written.passage;
    const place = {
      start: base + form.start,
      end: base + form.end,
      citation: written.citation,
      locator: form.locator,
    };
    const description = describeShort(form.names, form.title);
    const meaning = meaningOf(catalogue.matching(form), position, form.note === null ? NO_SOURCES : pointed);
    return referenceOf(place, 'short', description, meaning);
  });
}

/** What fits before `position` counts; only when nothing does, what fits after it. `pointed` may decide. */
function meaningOf(matching: readonly Catalogued[], position: number, pointed: readonly Source[]): Meaning {
  const before = matching.filter((item) => item.position < position);
  const fitting = (before.length > 0 ? before : matching).map(({ source }) => source);
  const [first] = fitting;
  if (first && fitting.length === 1 && before.length === 0) {
    return { ...meansSource(first), problem: 'short-form-before-full' };
  }
  const agreed = pointed.length > 0 ? fitting.filter((source) => pointed.includes(source)) : NO_SOURCES;
  return oneOf(agreed.length > 0 ? agreed : fitting);
}

function oneOf(sources: readonly Source[]): Meaning {
  const [first] = sources;
  if (first && sources.length === 1) return meansSource(first);
  return { source: null, antecedent: null, problem: 'short-form-ambiguous', candidates: sources };
}

function sourcesOf(references: readonly Reference[]): readonly Source[] {
  const sources = new Set<Source>();
  for (const { source } of references) if (source) sources.add(source);
  return [...sources];
}

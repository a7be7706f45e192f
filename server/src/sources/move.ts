import type { Entry } from '../draft/draft.ts';
import type { Prose } from '../markdown/prose.ts';
import { movedBy } from '../text/range.ts';
import type { Passage } from './reading/passage.ts';
import type { ShortForm } from './reading/short-forms.ts';
import type { WrittenCitation, WrittenReference } from './reading/written.ts';
import type { Description, Name, Part } from './source.ts';

/** What was read in a citation before, with where its content stood then. Nothing else holds its objects. */
export interface KnownCitation {
  readonly start: number;
  readonly read: WrittenCitation;
}

/** What a citation of the same content was read as, as it is where this one stands in this draft. */
export function moveCitation({ start, read }: KnownCitation, prose: Prose, citation: Entry): WrittenCitation {
  const { references, commentary } = read;
  const [first] = references;
  if (!first) return read;
  const base = citation.content.start;
  const by = base - start;
  const passage = movePassage(first.passage, base, prose.text);
  return {
    references: references.map((reference) => {
      // Only what stands in parentheses has a passage of its own.
      const own = reference.passage === first.passage ? passage : movePassage(reference.passage, base, prose.text);
      return moveReference(reference, citation, own, by);
    }),
    commentary: commentary.map((range) => movedBy(range, by)),
  };
}

function movePassage({ flat, pairs, urls, emphases }: Passage, base: number, text: string): Passage {
  return { base, flat, text, pairs, urls, emphases };
}

function moveReference(
  { start, end, ibid, short, description, locator, whole, called }: WrittenReference,
  citation: Entry,
  passage: Passage,
  by: number,
): WrittenReference {
  return {
    start: start + by,
    end: end + by,
    citation,
    passage,
    ibid,
    short: short && moveShortForm(short, by),
    description: moveDescription(description, by),
    locator: movePart(locator, by),
    whole: movedBy(whole, by),
    called,
  };
}

/** A short form's own range counts from its passage, those of its parts from the start of the draft. */
function moveShortForm(form: ShortForm, by: number): ShortForm {
  const { start, end, names, namesBefore, etAl, title, year, locator, note, certain, imprint } = form;
  return {
    start,
    end,
    names: moveNames(names, by),
    namesBefore: moveNames(namesBefore, by),
    etAl,
    title: movePart(title, by),
    year,
    locator: movePart(locator, by),
    note,
    certain,
    imprint: imprint && { ...imprint, container: movePart(imprint.container, by) },
  };
}

function moveDescription(description: Description, by: number): Description {
  const { type, authors, title, container, publisher, place, date, pages, url, accessed } = description;
  const { volume, issue, year, month, day } = description;
  return {
    type,
    authors: moveNames(authors, by),
    title: movePart(title, by),
    container: movePart(container, by),
    publisher: movePart(publisher, by),
    place: movePart(place, by),
    volume,
    issue,
    year,
    month,
    day,
    date: movePart(date, by),
    pages: movePart(pages, by),
    url: movePart(url, by),
    accessed: movePart(accessed, by),
  };
}

function moveNames(names: readonly Name[], by: number): readonly Name[] {
  return names.length === 0
    ? names
    : names.map(({ text, family, start, end }) => ({ text, family, start: start + by, end: end + by }));
}

function movePart(part: Part | null, by: number): Part | null {
  return part && { text: part.text, start: part.start + by, end: part.end + by };
}

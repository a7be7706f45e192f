import { labelOf } from '../draft/labels.ts';
import type { Meaning } from './reading/ibid.ts';
import type { WrittenReference } from './reading/written.ts';
import type { Description, Reference, Source } from './source.ts';

// Every field is set by name: spreading two or three objects into one takes most of the time of a whole resolution.

/** A value on its way to be `Whole`. */
export type Building<Whole> = { -readonly [Key in keyof Whole]: Whole[Key] };

export function referenceOf(
  written: Pick<WrittenReference, 'start' | 'end' | 'citation' | 'locator'>,
  form: Reference['form'],
  description: Description,
  meaning: Meaning,
): Building<Reference> {
  return {
    start: written.start,
    end: written.end,
    citation: written.citation,
    form,
    locator: written.locator,
    source: meaning.source,
    antecedent: meaning.antecedent,
    problem: meaning.problem,
    candidates: meaning.candidates,
    type: description.type,
    authors: description.authors,
    title: description.title,
    container: description.container,
    publisher: description.publisher,
    place: description.place,
    volume: description.volume,
    issue: description.issue,
    year: description.year,
    month: description.month,
    day: description.day,
    date: description.date,
    pages: description.pages,
    url: description.url,
    accessed: description.accessed,
  };
}

/** A full reference and the source that it names; the id is for the caller to set. */
export function newSource(
  written: WrittenReference,
  description: Description,
): { readonly full: Reference; readonly source: Building<Source> } {
  const { citation } = written;
  const meaning = { source: null, antecedent: citation, problem: null, candidates: [] };
  const full = referenceOf(written, 'full', description, meaning);
  const source = {
    id: '',
    citation,
    reference: full,
    type: description.type,
    authors: description.authors,
    title: description.title,
    container: description.container,
    publisher: description.publisher,
    place: description.place,
    volume: description.volume,
    issue: description.issue,
    year: description.year,
    month: description.month,
    day: description.day,
    date: description.date,
    pages: description.pages,
    url: description.url,
    accessed: description.accessed,
  };
  full.source = source;
  return { full, source };
}

/** Ids of the full references of a citation: `s15`, `s15b`, …, `s15z`, `s15aa`; never the same twice. */
export function idMaker(): (label: string) => string {
  const counts = new Map<string, number>();
  return (label) => {
    const count = (counts.get(label) ?? 0) + 1;
    counts.set(label, count);
    return `s${label}${count === 1 ? '' : labelOf('note', count)}`;
  };
}

import { fold } from '../../sources/reading/fold.ts';
import type { Reference, Source, Sources } from '../../sources/source.ts';
import { groupBy } from '../../text/group.ts';
import { listed } from '../../text/listed.ts';
import { isInQuotes } from '../../text/quote.ts';
import type { Range } from '../../text/range.ts';
import { remembering } from '../../text/remember.ts';
import { singleSpaced } from '../../text/spaces.ts';
import { related } from '../finding.ts';
import type { Fix, Related } from '../rule.ts';
import { quote } from '../words.ts';

const SUBTITLE = /[:?!]\s/;
const ENDS_IN_STOP = /\.[”’"']*$/;
/** A mark that ends an entry as a full stop does. */
const ENDS_IN_MARK = /[?!][”’"']*$/;

/** How a source is named again: by its authors' family names, and by as much more as tells it from other works of them. */
interface ShortForm {
  readonly names: string;
  readonly title: string | null;
  /** The date or the outlet, where works have the same title. */
  readonly more: string | null;
}

const MORE = ['date', 'container', 'publisher'] as const;

/** Null where nothing tells it. */
function shortFormOf(source: Source, all: Sources): ShortForm | null {
  const names = familyNames(source);
  if (names !== '' && worksByNames(all).get(names)?.length === 1) return { names, title: null, more: null };
  if (!source.title) return null;
  const counts = countTitles(all);
  const isAlone = (name: string) => counts.get(name) === 1;
  const { short, whole } = titlesOf(source.title.text);
  if (isAlone(calledBy(names, short))) return { names, title: short, more: null };
  const exact = entitled(names, whole);
  if (isAlone(exact)) return { names, title: whole, more: null };
  for (const part of MORE) {
    const more = singleSpaced(source[part]?.text ?? '');
    if (more !== '' && isAlone(`${exact}\n${more}`)) return { names, title: whole, more };
  }
  return null;
}

/** The works of the same authors, as far as family names tell. */
const worksByNames = remembering(({ sources }: Sources) => groupBy(sources, familyNames));

/** How many works may be called so, by all that a short form may have, of those that names alone do not tell apart. */
const countTitles = remembering((all: Sources): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const [names, works] of worksByNames(all)) {
    if (names !== '' && works.length === 1) continue;
    for (const { title, ...work } of works) {
      if (!title) continue;
      const { short, whole } = titlesOf(title.text);
      const exact = entitled(names, whole);
      const forms = MORE.map((part) => `${exact}\n${singleSpaced(work[part]?.text ?? '')}`);
      for (const form of new Set([calledBy(names, short), calledBy(names, whole), exact, ...forms]))
        counts.set(form, (counts.get(form) ?? 0) + 1);
    }
  }
  return counts;
});

function calledBy(names: string, title: string): string {
  return `${names}\n${fold(title)}`;
}

/** Of a whole title, which is rather that of a work than the beginning of another's. */
function entitled(names: string, title: string): string {
  return `${names}\n\n${fold(title)}`;
}

export function familyNames({ authors }: Pick<Source, 'authors'>): string {
  return listed(authors.map(({ family }) => family));
}

export function fullNames({ authors }: Pick<Source, 'authors'>): string {
  return listed(authors.map(({ text }) => text));
}

/** The fixes that put the short forms of `sources` in the place of `reference`; each text once, and none that it has. */
export function replaceByShortForms(
  text: string,
  reference: Reference,
  sources: readonly Source[],
  all: Sources,
): readonly Fix[] {
  const seen = new Set([text.slice(reference.start, reference.end)]);
  return sources.flatMap((source) => {
    const fix = replaceByShortForm(text, reference, source, all);
    const written = fix?.edits[0]?.text;
    if (!fix || written === undefined || seen.has(written)) return [];
    seen.add(written);
    return [fix];
  });
}

/** The pages that a full reference adds to those of its source, with the `p.` before them. */
function pagesAdded(text: string, { start, pages, locator }: Reference, source: Source): string | null {
  if (locator) return locator.text;
  if (!pages || pages.text === source.pages?.text) return null;
  const before = /pp?\.?\s*$/.exec(text.slice(Math.max(start, pages.start - 5), pages.start));
  return before ? before[0] + pages.text : null;
}

/** The fix that puts the short form of `source` in place of `reference`; never safe, the meaning is chosen. */
export function replaceByShortForm(text: string, reference: Reference, source: Source, all: Sources): Fix | null {
  const form = writtenAs(text, source, all);
  if (!form) return null;
  const locator = pagesAdded(text, reference, source);
  const { start } = reference;
  const old = text.slice(start, reference.end);
  const next = text.charAt(reference.end);
  // Inside quotation marks it ends the entry as well, and before another source there is none.
  const endsInStop = next !== ';' && (ENDS_IN_STOP.test(old) || (isLast(reference) && ENDS_IN_MARK.test(old)));
  // A full stop that follows the reference moves inside the quotation marks of the title.
  const takesStop = !endsInStop && next === '.' && endsInQuotes(form, locator);
  const written = write(form, locator, endsInStop || takesStop ? '.' : '');
  const end = reference.end + (takesStop ? 1 : 0);
  return {
    title: `Replace ${quote(old)} with ${quoteForm(written)}`,
    safe: false,
    edits: [{ start, end, text: written }],
  };
}

function isLast({ end, citation }: Reference): boolean {
  return end === citation.content.end;
}

/**
 * The short form of a source as an entry writes it; null for one without a name.
 *
 * @param stop the full stop, where the form ends the entry
 */
export function writtenShortForm(text: string, source: Source, all: Sources, stop: '.' | ''): string | null {
  const form = writtenAs(text, source, all);
  return form && write(form, null, stop);
}

type Marks = '“' | '*' | '_' | '';

/** How a title stands in its full citation: in quotation marks, emphasised, or, as the title of a book may, in none. */
function marksAround(text: string, { start }: Range): Marks {
  const before = text.charAt(start - 1);
  if (isInQuotes(text, start)) return '“';
  return before === '*' || before === '_' ? before : '';
}

interface WrittenForm extends ShortForm {
  readonly marks: Marks;
}

function writtenAs(text: string, source: Source, all: Sources): WrittenForm | null {
  const form = shortFormOf(source, all);
  if (!form) return null;
  return { ...form, marks: form.names === '' || !source.title ? '“' : marksAround(text, source.title) };
}

function endsInQuotes({ title, more, marks }: WrittenForm, locator: string | null): boolean {
  return title !== null && marks === '“' && more === null && locator === null;
}

function write({ names, title, more, marks }: WrittenForm, locator: string | null, stop: '.' | ''): string {
  const rest = [more, locator].filter((part) => part !== null).join(', ');
  const place = rest === '' ? '' : `, ${rest}`;
  if (title === null) return names + place + ((locator ?? names).endsWith('.') ? '' : stop);
  const before = names === '' ? '' : `${names}, `;
  if (marks !== '“') return before + marks + title + marks + place + stop;
  return before + (rest === '' ? inQuotes(title, stop) : `${inQuotes(title, ',')} ${rest}${stop}`);
}

/** The title in quotation marks, the punctuation inside them, and inside those of a name at its end. */
function inQuotes(title: string, punctuation: string): string {
  if (/[?!]’?$/.test(title)) return `“${title}”`;
  return title.endsWith('’') ? `“${title.slice(0, -1)}${punctuation}’”` : `“${title}${punctuation}”`;
}

/** A title up to its subtitle and as a whole, without the punctuation at the end, be it inside the quotation marks of a name. */
function titlesOf(title: string): { readonly short: string; readonly whole: string } {
  const subtitle = SUBTITLE.exec(title);
  const main = subtitle === null ? title : title.slice(0, subtitle.index + (subtitle[0].startsWith(':') ? 0 : 1));
  return { short: withoutStop(main), whole: withoutStop(title) };
}

function withoutStop(title: string): string {
  return singleSpaced(title.replace(/[\s,.;:]+(’?)$/, '$1'));
}

/** A short form in a title of a fix; it may hold quotation marks of its own. */
function quoteForm(form: string): string {
  return form.includes('“') ? form : quote(form);
}

/** The places of sources, as a message lists them: where each is named in full. */
export function relatedSources(sources: readonly Source[]): Related[] {
  return sources.map(({ reference, citation, title, authors }) => {
    const name = title?.text ?? authors[0]?.text;
    const place = `Citation ${quote(citation.label)}`;
    return related(reference, name === undefined ? place : `${place}: ${quote(name)}`);
  });
}

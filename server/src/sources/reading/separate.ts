import type { Name, Source } from '../source.ts';
import { namesPart } from './locators.ts';
import { writtenPart } from './passage.ts';
import { MOST_NAMES, type ShortForm } from './short-forms.ts';

/**
 * The short forms that a list of names is: one, if a source fits all of them; else several, if each part of the list
 * fits the whole author list of some source (`Osman and Jadoon`). A title alone is rather one of the author before it.
 * Null when nothing fits.
 *
 * @param text of the draft
 */
export function separate(
  form: ShortForm,
  text: string,
  matching: (form: ShortForm) => readonly { readonly source: Source }[],
): readonly ShortForm[] | null {
  const ofNamesBefore = { ...form, names: form.namesBefore };
  if (form.namesBefore.length > 0 && matching(ofNamesBefore).length > 0) return [ofNamesBefore];
  if (matching(form).length > 0) return [form];
  for (const other of otherReadings(form, text)) if (matching(other).length > 0) return [other];
  const { names, etAl } = form;
  if (names.length < 2 || names.length > MOST_NAMES || etAl) return null;
  const parts: ShortForm[] = [];
  for (let from = 0; from < names.length; ) {
    let part: ShortForm | null = null;
    for (let to = names.length; to > from && !part; to--) {
      const candidate = partOfList(form, from, to);
      const source = matching(candidate)[0]?.source;
      // What names no author is called by one name.
      if (source && (source.authors.length || 1) === to - from) part = candidate;
    }
    if (!part) return null;
    parts.push(part);
    from += part.names.length;
  }
  return parts;
}

/** A comma, a space and the sign of an emphasis; an `and` is longer. */
const WIDEST_COMMA = ', **'.length;

/**
 * What else a form may say: the last of its names may be a title (`Lee, Boats and Men`), its year the end
 * of one, its title a part of a book (`Lee, “Introduction”`).
 */
function* otherReadings(form: ShortForm, text: string): Iterable<ShortForm> {
  const dated = withYearInTitle(form, text);
  if (dated) yield dated;
  const { names, etAl, title } = form;
  if (title && names.length > 0 && namesPart(title.text)) yield { ...form, title: null };
  if (title || etAl || names.length > MOST_NAMES) return;
  const end = names.at(-1)?.end ?? 0;
  for (let count = 1; count < names.length; count++) {
    const { start } = names[count] as Name;
    if (start - (names[count - 1] as Name).end > WIDEST_COMMA) continue;
    const titled = { ...form, names: names.slice(0, count), title: writtenPart(text, start, end) };
    yield titled;
    const both = withYearInTitle(titled, text);
    if (both) yield both;
  }
}

/** `Lee, Ports Since 2001`. */
function withYearInTitle(form: ShortForm, text: string): ShortForm | null {
  const { title, year } = form;
  if (!title || year === null || !text.startsWith(` ${year}`, title.end)) return null;
  const end = title.end + ` ${year}`.length;
  return { ...form, title: writtenPart(text, title.start, end), year: null };
}

/** The form that the names at `from` to `to` are alone; title, year and locator belong to the last. */
function partOfList(form: ShortForm, from: number, to: number): ShortForm {
  const names = form.names.slice(from, to);
  const isLast = to === form.names.length;
  const shift = form.start - (form.names[0] as Name).start;
  const start = shift + (names[0] as Name).start;
  if (isLast) return { ...form, start, names };
  return {
    ...form,
    start,
    end: shift + (names.at(-1) as Name).end,
    names,
    title: null,
    year: null,
    locator: null,
    note: null,
  };
}

import { distance } from '../../text/distance.ts';
import { fold } from '../reading/fold.ts';
import { isSurname, withoutSuffix } from '../reading/names.ts';
import type { ShortForm } from '../reading/short-forms.ts';
import type { Source } from '../source.ts';
import { issueBeforePage } from './issues.ts';

/** In shorter names a second letter makes another name. */
const LONG_NAME = 8;
/** A title may have one slip for so many letters. */
const LETTERS_A_SLIP = 10;

/**
 * Whether a short form that fits no source is one misspelled: its names are the source's authors, in any order, but for
 * a letter or two, and so is its title. Names alone must be whole ones; an institution may be a source by itself.
 */
export function resembles(form: ShortForm, source: Source): boolean {
  if (form.title === null && form.names.some(isSurname)) return false;
  // Of another issue nothing is misspelled.
  if (issueBeforePage(form) !== null) return false;
  const authors = source.authors.map((author) => foldPerson(author.text));
  const known = form.names.every(({ text }) => {
    const name = foldPerson(text);
    return authors.some((author) => isNear(name, author, name.length < LONG_NAME ? 1 : 2));
  });
  return known && form.names.length > 0 && (form.title === null || isTitleNear(form.title.text, source));
}

/** What a short form most likely means of what may be meant: a title misspelled, else a work of as many authors. */
export function nearest({ names, title, etAl }: ShortForm, sources: readonly Source[]): readonly Source[] {
  const titled = title ? sources.filter((source) => isTitleNear(title.text, source)) : [];
  if (titled.length > 0) return titled;
  const whole = sources.filter(({ authors }) => !etAl && authors.length === names.length);
  return whole.length > 0 ? whole : sources;
}

/** As many of the title's first words as the form gives. */
function isTitleNear(text: string, { title }: Source): boolean {
  if (title === null) return false;
  const words = fold(text).split(' ');
  const known = fold(title.text).split(' ').slice(0, words.length).join(' ');
  return isNear(words.join(' '), known, Math.max(1, Math.floor(known.length / LETTERS_A_SLIP)));
}

function foldPerson(text: string): string {
  return fold(withoutSuffix(text));
}

function isNear(a: string, b: string, most: number): boolean {
  return distance(a, b, most) <= most;
}

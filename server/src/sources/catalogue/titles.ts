import { fold, hasWords, startsWithWords } from '../reading/fold.ts';
import type { ShortForm } from '../reading/short-forms.ts';
import { type Catalogued, type Indexes, titleOf } from './indexes.ts';
import { firstOf, NONE, ofYear } from './narrowing.ts';

// Works by their titles, of which a short form may give a part.

/** The title of a work without authors. */
export function byTitle(form: ShortForm, indexes: Indexes): readonly Catalogued[] {
  const title = form.title ? fold(form.title.text) : '';
  return firstOf(ofYear(withTitle(withWords(title, indexes), title), form.year));
}

/** Items with a word of a title, the rarest: all of its words stand in the title of what fits. */
export function withWords(title: string, indexes: Indexes): readonly Catalogued[] {
  const byWord = indexes.byWord();
  const buckets = title.split(' ').map((word) => byWord.get(word) ?? NONE);
  return buckets.reduce((least, other) => (other.length < least.length ? other : least));
}

/** Those with the title that the form gives; all when it gives none, as `Reuters` and not `Reuters, “Roads”`. */
export function entitled(form: ShortForm, bucket: readonly Catalogued[] = NONE): readonly Catalogued[] {
  return firstOf(ofYear(withTitle(bucket, form.title && fold(form.title.text)), form.year));
}

/** Rather the whole title than its beginning, and that than words inside it; all where no title is given. */
export function withTitle(items: readonly Catalogued[], title: string | null): readonly Catalogued[] {
  if (title === null) return items;
  if (title === '') return NONE;
  const whole = items.filter((item) => titleOf(item) === title);
  if (whole.length > 0) return whole;
  const starting = items.filter((item) => startsWithWords(titleOf(item), title));
  if (starting.length > 0) return starting;
  const inside = items.filter((item) => hasWords(titleOf(item), title));
  return inside.length > 0 ? inside : items.filter((item) => startsWithWords(titleOf(item), `${title}s`));
}

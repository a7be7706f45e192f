import { isCase, partiesOf } from '../reading/cases.ts';
import { fold, hasWords } from '../reading/fold.ts';
import type { Description, Part } from '../source.ts';
import { authorsOf, type Catalogued, wordsOf } from './indexes.ts';

// Whether two references may speak of one work, by what each says of it.

type Dated = Pick<Description, 'year' | 'month' | 'day'>;

/** Whether two dates may be one: a part that is not written may be any. */
export function isOfSameTime(a: Dated, b: Dated): boolean {
  return mayBeSame(a.year, b.year) && mayBeSame(a.month, b.month) && mayBeSame(a.day, b.day);
}

function mayBeSame<Value extends number | string>(one: Value | null, other: Value | null): boolean {
  return one === other || one === null || other === null;
}

/** Nothing is said of it but what it is called: calculations, a verse. */
export function isBare({ authors, container, publisher, year, url }: Description): boolean {
  return authors.length === 0 && !container && !publisher && !url && year === null;
}

/** Whether works of one title have the same authors; where one of the two names none, they came out in one place. */
export function isSameWork(item: Catalogued, description: Description): boolean {
  const { source } = item;
  if (!mayBeSame(source.volume, description.volume) || !mayBeSame(source.issue, description.issue)) return false;
  if (source.authors.length === 0 || description.authors.length === 0) {
    const inOne = mayBeSameName(source.container, description.container);
    return inOne && mayBeSameName(source.publisher, description.publisher);
  }
  const authors = authorsOf(item);
  if (authors.length !== description.authors.length) return false;
  return description.authors.every((author, index) =>
    isSamePerson(wordsOf(author), authors[index] as readonly string[]),
  );
}

/** A name that is not written may be any; the longer of two may begin with `The`, or end in a place. Cases have parties. */
export function mayBeSameName(one: Part | null, other: Part | null): boolean {
  if (!one || !other) return true;
  const [first, second] = [partiesOf(one.text), partiesOf(other.text)];
  if (first && second) return isCase(first, second) || isCase(second, first);
  const [a, b] = [fold(one.text), fold(other.text)];
  return hasWords(a, b) || hasWords(b, a);
}

/** Middle names may be missing, and first ones be initials. */
export function isSamePerson(one: readonly string[], other: readonly string[]): boolean {
  if (isNameOf(one, other) || isNameOf(other, one)) return true;
  const ends = (name: readonly string[]) => [name[0] ?? '', name.at(-1) ?? ''];
  return one.length !== other.length && (isNameOf(ends(one), ends(other)) || isNameOf(ends(other), ends(one)));
}

/** Whether `name` is the last words of `author`; an initial stands for any word that starts with it. */
function isNameOf(name: readonly string[], author: readonly string[]): boolean {
  const shift = author.length - name.length;
  if (shift < 0) return false;
  return name.every((word, index) => {
    const other = author[shift + index] as string;
    return word === other || (word.length === 1 && other.startsWith(word));
  });
}

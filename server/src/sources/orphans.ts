import { initialsIn, mayAbbreviate } from './called.ts';
import { namesDocument } from './documents.ts';
import { fold } from './fold.ts';
import { inFull } from './read.ts';
import type { Description, Name } from './source.ts';
import type { WrittenReference } from './written.ts';

const PLACE = /^(?:pp?|pgs?|pages?|paras?|paragraphs?|ch|chap|chapters?)\b/i;
/** Shorter words of a title are those of any other. */
const TELLING = 4;

/** What tells which work is meant by `Ann Lee, p. 4`, `“Roads,” p. 4`, `HRW, p. 4`. */
interface Orphan {
  readonly names: readonly Name[];
  /** Words of a title without names, folded. */
  readonly title: readonly string[];
}

/**
 * Reads a reference of names or a title, and a place, as what may be a short form of nothing; null for any other. Pages
 * are those of some edition, and such a reference says neither where nor when that came out.
 */
export function readOrphan(written: WrittenReference): Orphan | null {
  const { short, passage } = written;
  if (!short || !PLACE.test(short.locator?.text ?? '')) return null;
  const { names, title } = short;
  if (names.length === 0 && title && !'“"'.includes(passage.text.charAt(title.start - 1))) return null;
  if (names.some(({ text }) => namesDocument(text))) return null;
  const { type, container, publisher, year, volume, url, accessed } = inFull(written).description;
  if (type === 'interview' || container || publisher || year !== null || volume || url || accessed) return null;
  return { names, title: names.length > 0 || !title ? [] : tellingWords(title.text) };
}

/**
 * Whether a work that is named in full may be meant: it has words of the names, or most of those of the title.
 *
 * @param said all that is said of the work
 */
export function mayMean({ names, title }: Orphan, work: Description, said: string): boolean {
  const { type, authors, title: known, container, publisher } = work;
  const titleWords = new Set(fold(known?.text ?? '').split(' '));
  if (names.length === 0) {
    const shared = title.filter((word) => titleWords.has(word)).length;
    return title.length === 0 || shared * 2 > title.length;
  }
  const organisations = [...authors, container, publisher].flatMap((part) => (part ? [fold(part.text)] : []));
  const isKnown = (words: readonly string[]) =>
    words.some((word) => titleWords.has(word) || organisations.some((name) => name.split(' ').includes(word)));
  return names.some(({ text, family }) => {
    const initials = initialsIn(text);
    if (initials !== null) return organisations.some((name) => mayAbbreviate(initials, name));
    if (family === text) return isKnown(tellingWords(text));
    const own = fold(family);
    if (type === 'interview') return fold(said).split(' ').includes(own);
    return titleWords.has(own) || authors.some((author) => fold(author.text).split(' ').includes(own));
  });
}

function tellingWords(text: string): readonly string[] {
  return fold(text)
    .split(' ')
    .filter((word) => word.length >= TELLING);
}

import { fold } from './fold.ts';
import { inFull } from './read.ts';
import type { WrittenReference } from './written.ts';

const PAGES = /^pp?\b/i;
/** Shorter words of a title are those of any other. */
const TELLING = 4;

/**
 * The words that tell what is meant by `Ann Lee, p. 4`, `“Roads,” p. 4`, `HRW, p. 4`, folded; empty for any other
 * reference. Pages are those of some edition, and such a reference says neither where nor when that came out: what fits
 * no source, and has no word of one, is a short form all the same.
 */
export function wordsOfOrphan(written: WrittenReference): readonly string[] {
  const { short, passage } = written;
  if (!short || !PAGES.test(short.locator?.text ?? '')) return [];
  const { names, title } = short;
  if (names.length === 0 && title && !'“"'.includes(passage.text.charAt(title.start - 1))) return [];
  const { type, container, publisher, year, volume, url, accessed } = inFull(written).description;
  if (type === 'interview' || container || publisher || year !== null || volume || url || accessed) return [];
  const words = title ? fold(title.text).split(' ') : [];
  return [...names.flatMap(({ family }) => fold(family).split(' ')), ...words.filter((word) => word.length >= TELLING)];
}

/** All words of references, folded. */
export function wordsOfAll(references: readonly WrittenReference[]): ReadonlySet<string> {
  return new Set(references.flatMap(({ passage, start, end }) => fold(passage.text.slice(start, end)).split(' ')));
}

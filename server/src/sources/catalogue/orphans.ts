import { put } from '../../text/group.ts';
import { isInQuotes } from '../../text/quote.ts';
import { initialsIn, mayAbbreviate, organisationsIn } from '../reading/called.ts';
import { namesDocument } from '../reading/documents.ts';
import { fold } from '../reading/fold.ts';
import { inFull } from '../reading/read.ts';
import type { WrittenReference } from '../reading/written.ts';
import type { Description, Name } from '../source.ts';

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
  if (names.length === 0 && title && !isInQuotes(passage.text, title.start)) return null;
  if (names.some(({ text }) => namesDocument(text))) return null;
  const { type, container, publisher, year, volume, url, accessed } = inFull(written).description;
  if (type === 'interview' || container || publisher || year !== null || volume || url || accessed) return null;
  return { names, title: names.length > 0 || !title ? [] : tellingWords(title.text) };
}

/** A work that is named in full, and all that is said of it. */
export interface KnownWork {
  readonly description: Description;
  readonly said: string;
}

/** Words of so many titles tell none of them. */
const MOST_TITLES = 64;
/** Among more, any abbreviation is that of some. */
const MOST_ORGANISATIONS = 256;

/** Tells of orphans whether a work may be meant: one that has words of their names, or most of those of the title. */
export function createMeanings(works: readonly KnownWork[]): (orphan: Orphan) => boolean {
  const people = new Set<string>();
  const organisations = new Set<string>();
  const titles = new Map<string, number[]>();
  works.forEach(({ description: { type, authors, title, container, publisher }, said }, index) => {
    const named = type === 'interview' ? said : authors.map(({ text }) => text).join(' ');
    for (const word of fold(named).split(' ')) people.add(word);
    for (const name of organisationsIn(authors)) organisations.add(fold(name));
    for (const { text, family } of authors) if (text === family) organisations.add(fold(text));
    for (const part of [container, publisher]) if (part) organisations.add(fold(part.text));
    for (const word of new Set(fold(title?.text ?? '').split(' '))) put(titles, word, index);
  });
  const words = new Set([...organisations].flatMap((name) => name.split(' ')));

  const isMost = (title: readonly string[]): boolean => {
    const shared = new Map<number, number>();
    const telling = title.filter((word) => (titles.get(word)?.length ?? 0) <= MOST_TITLES);
    for (const word of telling)
      for (const work of titles.get(word) ?? []) shared.set(work, (shared.get(work) ?? 0) + 1);
    return telling.length === 0 || Math.max(0, ...shared.values()) * 2 > telling.length;
  };
  const isKnown = ({ text, family }: Name): boolean => {
    const initials = initialsIn(text);
    if (initials !== null) {
      const { size } = organisations;
      return size > MOST_ORGANISATIONS || [...organisations].some((name) => mayAbbreviate(initials, name));
    }
    if (family === text) return tellingWords(text).some((word) => titles.has(word) || words.has(word));
    return titles.has(fold(family)) || people.has(fold(family));
  };
  return ({ names, title }) => (names.length > 0 ? names.some(isKnown) : isMost(title));
}

function tellingWords(text: string): readonly string[] {
  return fold(text)
    .split(' ')
    .filter((word) => word.length >= TELLING);
}

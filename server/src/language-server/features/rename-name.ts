import type { Analysis } from '../../analysis.ts';
import { isTurned } from '../../sources/reading/surnames-first.ts';
import type { Reference } from '../../sources/source.ts';
import type { Range } from '../../text/range.ts';
import type { Concept } from '../../vocabulary/concept.ts';
import type { Mention } from '../../vocabulary/mention.ts';
import { targetAt } from './target.ts';

/** A name, and all the places where the draft means the same by it. */
export interface NameToRename {
  /** The name as it is written; an author's is the family name. */
  readonly name: string;
  readonly place: Range;
  readonly places: readonly Range[];
  /** Names that others have: one of them would make of two people one. */
  readonly taken: ReadonlySet<string>;
  /** What of the vocabulary is called so; null for an author. */
  readonly concept: Concept | null;
}

/**
 * The name at `offset`: a family name among a source's authors, with all references to works of that author, or a
 * name of the vocabulary, as often as the draft writes it so in words of its own. Null for anything else.
 */
export function nameAt(analysis: Analysis, offset: number): NameToRename | null {
  const target = targetAt(analysis, offset);
  if (target?.kind === 'reference') return authorAt(analysis, target.reference, offset);
  return target?.kind === 'mention' ? mentionAt(analysis, target.mention) : null;
}

function authorAt({ text: draft, sources }: Analysis, reference: Reference, offset: number): NameToRename | null {
  const written = reference.authors.find(({ start, end }) => start <= offset && offset <= end);
  const author = reference.source?.authors.find(({ family }) => family === written?.family);
  const place = written && familyRange(draft, written);
  if (!author || !place) return null;
  const works = new Set(sources.sources.filter((source) => source.authors.some(({ text }) => text === author.text)));
  const places = sources.references
    .filter(({ source }) => source !== null && works.has(source))
    .flatMap(({ authors }) => authors.filter(({ family }) => family === author.family))
    .flatMap((name) => familyRange(draft, name) ?? []);
  const others = sources.sources.flatMap(({ authors }) => authors.filter(({ text }) => text !== author.text));
  return { name: author.family, place, places, taken: new Set(others.map(({ family }) => family)), concept: null };
}

/** Where the family name stands in a name: at its end, but for `Jr.` and the like, or first, as bibliographies have it. */
function familyRange(draft: string, name: Reference['authors'][number]): Range | null {
  const { text, family, start } = name;
  const at = isTurned(draft, name) ? 0 : text.lastIndexOf(family);
  return at === -1 ? null : { start: start + at, end: start + at + family.length };
}

function mentionAt({ names }: Analysis, { concept, text, start, end, verbatim }: Mention): NameToRename | null {
  if (verbatim) return null;
  const same = names.mentions.filter((other) => other.concept === concept && other.text === text && !other.verbatim);
  return { name: text, place: { start, end }, places: same, taken: new Set(), concept };
}

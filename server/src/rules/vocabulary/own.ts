import type { Draft, Section } from '../../draft/draft.ts';
import { contains, itemAt, lastStartingBefore, type Range } from '../../text/range.ts';
import type { Introduction } from '../../vocabulary/abbreviations.ts';
import type { Concept } from '../../vocabulary/concept.ts';
import type { Mention } from '../../vocabulary/mention.ts';
import type { Fix, Problem, Reading } from '../rule.ts';
import { either, quote } from '../words.ts';

// What the rules on names have in common. They look at the draft's own words alone: quotations, references and what
// follows the last entry are left out.

/** The mentions of one kind of concept, or of all, in the draft's own words. */
export function ownMentions({ draft, names }: Reading, types: readonly Concept['type'][]): Mention[] {
  return names.mentions.filter(
    (mention) =>
      !mention.verbatim && types.includes(mention.concept.type) && sectionAt(draft, mention)?.kind !== 'other',
  );
}

/** The introductions in the draft's own text: in references they are the titles' own. */
export function ownIntroductions({ draft, names, sources }: Reading): Introduction[] {
  return names.introductions.filter(
    (introduction) =>
      !introduction.mention?.verbatim && isText(draft, introduction) && !itemAt(sources.references, introduction.start),
  );
}

/** Whether a range lies in the body or the notes. */
export function isText(draft: Draft, range: Range): boolean {
  const kind = sectionAt(draft, range)?.kind;
  return kind === 'body' || kind === 'notes';
}

export function isInHeading({ sections }: Draft, { start }: Range): boolean {
  const heading = sections[lastStartingBefore(sections, start)]?.heading;
  return heading ? contains(heading, start) : false;
}

function sectionAt({ sections }: Draft, { start }: Range): Section | undefined {
  return sections[lastStartingBefore(sections, start)];
}

/** A mention that should be written otherwise. */
export function misspelling(mention: Mention, safe: boolean): Problem {
  const { start, end, text, replacement, candidates } = mention;
  const expected = replacement === null ? candidates : [replacement];
  const names = expected.length > 0 ? expected : [mention.label];
  return {
    start,
    end,
    message: `Unexpected ${quote(text)}, expected ${either(names.map(quote))}`,
    fixes: expected.map((name) => replacing({ start, end }, text, name, safe && replacement !== null)),
  };
}

export function replacing(range: Range, text: string, name: string, safe: boolean): Fix {
  return {
    title: `Replace ${quote(text)} with ${quote(name)}`,
    safe,
    edits: [{ start: range.start, end: range.end, text: name }],
  };
}

/** The first of each of several things that are called the same, with the others. */
export function firsts<Item>(
  items: readonly Item[],
  nameOf: (item: Item) => string,
): Map<string, readonly [Item, ...Item[]]> {
  const found = new Map<string, [Item, ...Item[]]>();
  for (const item of items) {
    const all = found.get(nameOf(item));
    if (all) all.push(item);
    else found.set(nameOf(item), [item]);
  }
  return found;
}

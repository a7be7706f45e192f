import type { Draft, Section } from '../../draft/draft.ts';
import { contains, itemAt, lastStartingBefore, type Range } from '../../text/range.ts';
import { remembering } from '../../text/remember.ts';
import type { Introduction } from '../../vocabulary/abbreviations.ts';
import type { Mention } from '../../vocabulary/mention.ts';
import { replacing } from '../finding.ts';
import { flag } from '../options.ts';
import type { Problem, Reading } from '../rule.ts';
import { either, quote } from '../words.ts';

// What the rules on names have in common. They look at the draft's own words alone: quotations, references and what
// follows the last entry are left out.

type Part = Introduction['part'];

/** Each names its groups and introduces its abbreviations. */
export const PARTS: readonly Part[] = ['abstract', 'body'];

/** Who is named in the draft's own words. */
interface Own {
  readonly groups: readonly Mention[];
  readonly peopleAndPlaces: readonly Mention[];
  /** The groups named in the body and the notes, outside of headings. */
  readonly inText: Readonly<Record<Part, readonly Mention[]>>;
  /** In references, abbreviations are the titles' own. */
  readonly introductions: readonly Introduction[];
}

/** Several rules ask. */
export const own = remembering(({ draft, names, sources }: Reading): Own => {
  const groups: Mention[] = [];
  const peopleAndPlaces: Mention[] = [];
  const inText: Record<Part, Mention[]> = { abstract: [], body: [] };
  const { sections } = draft;
  const { abstract } = names;
  let section: Section | undefined;
  let next = 0;
  let nextStart = sections[0]?.start ?? Number.MAX_SAFE_INTEGER;
  for (const mention of names.mentions) {
    const { start } = mention;
    while (nextStart <= start) {
      section = sections[next++];
      nextStart = sections[next]?.start ?? Number.MAX_SAFE_INTEGER;
    }
    if (mention.verbatim || section?.kind === 'other') continue;
    if (mention.concept.type !== 'group') {
      peopleAndPlaces.push(mention);
      continue;
    }
    groups.push(mention);
    if (!holdsText(section) || (section.heading && contains(section.heading, start))) continue;
    (abstract && contains(abstract, start) ? inText.abstract : inText.body).push(mention);
  }
  return {
    groups,
    peopleAndPlaces,
    inText,
    introductions: names.introductions.filter(
      (introduction) =>
        !introduction.mention?.verbatim &&
        isText(draft, introduction) &&
        !itemAt(sources.references, introduction.start),
    ),
  };
});

/** The option of rules that can look into other people's words as well. */
export const VERBATIM = {
  verbatim: flag('look into quotations, titles, block quotes and references too; nothing in them is mended unasked'),
} as const;

/** The groups that are named in the draft's own words; `verbatim`: and in other people's. */
export function groupsIn(reading: Reading, verbatim: boolean): readonly Mention[] {
  return verbatim ? everywhere(reading, (mention) => mention.concept.type === 'group') : own(reading).groups;
}

/** The same of people and places. */
export function peopleAndPlacesIn(reading: Reading, verbatim: boolean): readonly Mention[] {
  return verbatim ? everywhere(reading, (mention) => mention.concept.type !== 'group') : own(reading).peopleAndPlaces;
}

function everywhere({ draft, names }: Reading, isMeant: (mention: Mention) => boolean): readonly Mention[] {
  return names.mentions.filter((mention) => isMeant(mention) && sectionAt(draft, mention)?.kind !== 'other');
}

/** Whether a range lies in the body or the notes. */
export function isText(draft: Draft, range: Range): boolean {
  return holdsText(sectionAt(draft, range));
}

function holdsText(section: Section | undefined): section is Section {
  return section?.kind === 'body' || section?.kind === 'notes';
}

export function isInHeading(draft: Draft, range: Range): boolean {
  const heading = sectionAt(draft, range)?.heading;
  return heading ? contains(heading, range.start) : false;
}

function sectionAt({ sections }: Draft, { start }: Range): Section | undefined {
  return sections[lastStartingBefore(sections, start)];
}

/** A mention that should be written otherwise. */
export function misspelling(mention: Mention, safe: boolean): Problem {
  const { start, end, text, replacement, candidates, verbatim } = mention;
  const expected = replacement === null ? candidates : [replacement];
  const names = expected.length > 0 ? expected : [mention.label];
  return {
    start,
    end,
    message: `Unexpected ${quote(text)}, expected ${either(names.map(quote))}`,
    fixes: expected.map((name) => replacing(mention, text, name, safe && replacement !== null && !verbatim)),
  };
}

/** The first of each of several things that are called the same. */
export function firsts<Item, Name>(items: readonly Item[], nameOf: (item: Item) => Name): Map<Name, Item> {
  const found = new Map<Name, Item>();
  for (const item of items) {
    const name = nameOf(item);
    if (!found.has(name)) found.set(name, item);
  }
  return found;
}

import { put } from '../../text/group.ts';
import { initialsOf, initialsOfName, organisationsIn, withoutAbbreviation } from '../reading/called.ts';
import { caseKeys, lastWord, type Parties, partiesOf } from '../reading/cases.ts';
import { fold } from '../reading/fold.ts';
import { isParticle } from '../reading/name-words.ts';
import { withoutSuffix } from '../reading/names.ts';
import type { Name, Source } from '../source.ts';
import { issuesOf } from './issues.ts';
import { type SpellingIndex, spellingIndex } from './near.ts';
import { beginningsOf, foldName, shortNamesOf } from './offices.ts';

// What a catalogue finds sources by.

/** A source with its place among all references of the draft, its names and title folded when first wanted. */
export interface Catalogued {
  readonly source: Source;
  readonly position: number;
  /** What its citation says that it is called from there on, folded. */
  readonly called: string | null;
  /** Names in its citation that may be those of who was interviewed, or of places, folded. */
  readonly persons: readonly string[];
  /** The whole reference that names it first. */
  readonly said: string;
  authors: readonly (readonly string[])[] | null;
  title: string | null;
}

type Index<Item = Catalogued> = ReadonlyMap<string, readonly Item[]>;

/** The sources of a draft by what forms call them. Most forms ask for few of the indexes: those are made when asked for. */
export interface Indexes {
  readonly add: (item: Catalogued) => void;
  readonly byCall: Index;
  /** By the surname of the first author. */
  readonly bySurname: Index;
  /** Interviews by the surname of who was interviewed first; in none of the others. */
  readonly byInterviewee: Index;
  readonly byWord: () => Index;
  /** Of items by one surname those that a folded title may be that of, where they are many: all words of it stand in theirs. */
  readonly titled: (items: readonly Catalogued[], title: string) => readonly Catalogued[];
  readonly byContainer: () => Index;
  readonly byIssue: () => Index;
  readonly byParty: () => Index<Case>;
  readonly byInitials: () => Index;
  readonly byTitleInitials: () => Index;
  readonly byPerson: () => Index;
  readonly byOtherName: () => Index;
  readonly byCoauthor: () => Index;
  readonly byWholeTitle: () => Index;
  readonly byEditor: () => Index;
  readonly byShortName: () => Index;
  readonly byBeginning: () => Index;
  /** The surnames. */
  readonly spelling: () => SpellingIndex;
}

/** No more items than these are looked at one by one. */
const FEW = 40;

/** Items by the words of their titles, as many of them as there were. */
interface Titles {
  readonly byWord: Map<string, Catalogued[]>;
  count: number;
}

export function createIndexes(): Indexes {
  const byCall = new Map<string, Catalogued[]>();
  const bySurname = new Map<string, Catalogued[]>();
  const byInterviewee = new Map<string, Catalogued[]>();
  const withoutAuthors: Catalogued[] = [];
  const interviews: Catalogued[] = [];
  // Kept up as sources are added: forms are looked for in between.
  let byWord: Map<string, Catalogued[]> | null = null;
  const titlesOf = new Map<readonly Catalogued[], Titles>();
  let added = 0;
  /** An index that is made when it is first asked for, and again after a source was added. */
  const lazy = <Made>(make: () => Made): (() => Made) => {
    let known: { readonly added: number; readonly made: Made } | null = null;
    return () => {
      if (known?.added !== added) known = { added, made: make() };
      return known.made;
    };
  };
  const withAuthors = () => [...bySurname.values()].flat();
  const all = () => [...withoutAuthors, ...withAuthors()];
  const lazyIndex = (items: () => readonly Catalogued[], keysOf: KeysOf) => lazy(() => indexBy(items(), keysOf));
  const nameless = () => withoutAuthors;
  return {
    add: (item) => {
      const { called, source } = item;
      const [author] = source.authors;
      // A case is found by its parties.
      if (called !== null && !partiesOf(called)) put(byCall, called, item);
      if (item.persons.length > 0) interviews.push(item);
      if (author) put(source.type === 'interview' ? byInterviewee : bySurname, surnameKey(author), item);
      else if (source.title) {
        withoutAuthors.push(item);
        if (byWord) putBy(byWord, item, wordsOfTitle);
      }
      added++;
    },
    byCall,
    bySurname,
    byInterviewee,
    byWord: () => {
      byWord ??= indexBy(withoutAuthors, wordsOfTitle);
      return byWord;
    },
    titled: (items, title) => {
      if (items.length <= FEW) return items;
      const titles = titlesOf.get(items) ?? { byWord: new Map<string, Catalogued[]>(), count: 0 };
      titlesOf.set(items, titles);
      for (const item of items.slice(titles.count)) putBy(titles.byWord, item, wordsOfTitle);
      titles.count = items.length;
      return withRarestWord(title.split(' '), titles.byWord);
    },
    byContainer: lazyIndex(nameless, containersOf),
    byIssue: lazyIndex(all, ({ source }) => issuesOf(source)),
    byParty: lazy(() => partyIndex(withoutAuthors)),
    byInitials: lazyIndex(all, ({ source }) => initialsOf(source)),
    byTitleInitials: lazyIndex(nameless, titleInitialsOf),
    byPerson: lazyIndex(() => interviews, personsOf),
    byOtherName: lazyIndex(withAuthors, otherNamesOf),
    byCoauthor: lazyIndex(withAuthors, coauthorsOf),
    byWholeTitle: lazyIndex(all, wholeTitlesOf),
    byEditor: lazyIndex(withAuthors, editorsOf),
    byShortName: lazyIndex(all, officeNamesOf),
    byBeginning: lazyIndex(all, titleBeginningsOf),
    spelling: lazy(() => spellingIndex([...bySurname.keys()])),
  };
}

/** What an author is looked up by. */
export function surnameKey(name: Name): string {
  return lastWord(fold(name.family));
}

/** A surname, folded, without the particles and articles before it, which may be left out: `zawahiri` of al-Zawahiri. */
export function surnameOf(name: Name): string {
  const words = fold(name.family).split(' ');
  while (words.length > 1 && isParticle(words[0] as string)) words.shift();
  return words.join(' ');
}

const HONORIFICS = new Set(
  'mullah maulana maulvi mawlawi sheikh shaykh sheik lord lady sir dame dr prof professor'.split(' '),
);

/** The words of a person's name, folded, without what stands before it: `Mullah Zaeef` is `Zaeef`. */
export function wordsOf(name: Name): readonly string[] {
  const words = foldName(withoutSuffix(name.text)).split(' ');
  return words.length > 1 && HONORIFICS.has(words[0] as string) ? words.slice(1) : words;
}

export function authorsOf(item: Catalogued): readonly (readonly string[])[] {
  item.authors ??= item.source.authors.map(wordsOf);
  return item.authors;
}

/** What an item is found by. */
type KeysOf = (item: Catalogued) => Iterable<string>;

function indexBy(items: readonly Catalogued[], keysOf: KeysOf): Map<string, Catalogued[]> {
  const index = new Map<string, Catalogued[]>();
  for (const item of items) putBy(index, item, keysOf);
  return index;
}

function putBy(index: Map<string, Catalogued[]>, item: Catalogued, keysOf: KeysOf): void {
  for (const key of keysOf(item)) put(index, key, item);
}

function wordsOfTitle(item: Catalogued): ReadonlySet<string> {
  return new Set(titleOf(item).split(' '));
}

/** The items with the rarest of some words, of which the last may stand for its plural: `Road` of “Roads”. */
function withRarestWord(words: readonly string[], byWord: Index): readonly Catalogued[] {
  const found = words.map((word, index) =>
    (index === words.length - 1 ? [word, `${word}s`] : [word]).map((form) => byWord.get(form) ?? []),
  );
  const count = (lists: readonly (readonly Catalogued[])[]) => lists.reduce((sum, { length }) => sum + length, 0);
  const least = found.reduce((fewest, other) => (count(other) < count(fewest) ? other : fewest));
  return [...new Set(least.flat())];
}

/** Where a work came out, and of whom that is: `Office of the Spokesperson`, `U.S. Department of State`. */
function outletsOf({ source: { container, publisher } }: Catalogued): readonly string[] {
  return [container, publisher].flatMap((part) => part?.text ?? []);
}

/** The outlets that an item came out in: `Reuters.` may mean an article that names no author. */
function containersOf(item: Catalogued): ReadonlySet<string> {
  return new Set(outletsOf(item).map(nameKey));
}

/** What an outlet is looked up by. */
export function nameKey(name: string): string {
  return foldName(withoutThe(withoutAbbreviation(name)));
}

/** What the offices that wrote an item or, where nobody is named, its outlets may be called in short: `Treasury, p. 4`. */
function officeNamesOf(item: Catalogued): ReadonlySet<string> {
  const { authors } = item.source;
  const offices = authors.length > 0 ? organisationsIn(authors) : outletsOf(item);
  return new Set(offices.flatMap((office) => [...shortNamesOf(nameKey(office))]));
}

/** Of an issue of a magazine: no words to be called by. */
const NUMBER_ALONE = /^(?:issue|no|number) \d+$/;

/** The words that a title begins with: `Boats, p. 4`. */
function titleBeginningsOf({ source }: Catalogued): readonly string[] {
  const title = source.type === 'interview' ? '' : titleKey(source.title?.text ?? '');
  return NUMBER_ALONE.test(title) ? [] : beginningsOf(title);
}

const YEAR_AT_END = / (?:19|20)\d\d$/;
/** `Roel Meijer ed., Salafism`. */
const EDITED = /^(.+?),? eds?\b/;
/** `Salafism, ed. Roel Meijer`. */
const EDITED_BY = /, (?:eds?\.|edited by) (.+)$/;

/** A law by its name, `USA PATRIOT Act of 2001, Pub. L. 107-56`, with and without the country's; folded. */
const ACT = /^(?:(?:usa|us|u s|uk) )?(.{2,80}? act)(?= |$)/;

/** A whole title, with and without subtitle and the year at the end, or that of a law: `CONTEST, p. 4`, `PATRIOT Act, p. 4`. */
function wholeTitlesOf({ source: { title, type } }: Catalogued): ReadonlySet<string> {
  if (!title?.text || type === 'interview') return new Set();
  const whole = [title.text, mainTitle(title.text)].flatMap((part) => (part ? [titleKey(part)] : []));
  return new Set(whole.flatMap((key) => [key, key.replace(YEAR_AT_END, ''), ...(ACT.exec(key) ?? [])]));
}

/** What a title is looked up by. */
export function titleKey(title: string): string {
  return fold(withoutThe(title));
}

/** A name or title without the article before it. */
function withoutThe(name: string): string {
  return name.replace(/^[Tt]he /, '');
}

/** The family names of who edited the volume that an item stands in: `Meijer, p. 3`. */
export function editorsOf({ source }: Catalogued): readonly string[] {
  const container = source.container?.text ?? '';
  const [, editors] = EDITED_BY.exec(container) ?? EDITED.exec(container) ?? [];
  return editors?.split(/,? and |, /).map((editor) => lastWord(fold(editor))) ?? [];
}

/** What stands before the subtitle; null without one. */
export function mainTitle(title: string): string | null {
  const colon = title.indexOf(': ');
  return colon > 0 ? title.slice(0, colon) : null;
}

/** A title before its subtitle, and before whose it is. */
const TITLE_ENDS = [/: .*$/s, /(?:: | of ).*$/s];

/** The initials of a title: `GTD` of “Global Terrorism Database”. */
function titleInitialsOf({ source }: Catalogued): ReadonlySet<string> {
  const titles = TITLE_ENDS.map((end) => source.title?.text.replace(end, '') ?? '');
  return new Set(titles.flatMap((title) => [...initialsOfName(title)]).filter(({ length }) => length > 2));
}

/**
 * What may be the family name of an item's first author though it is not the last: `Lee` of Lee Kuan Yew. Of two names
 * the first is hardly ever.
 */
function otherNamesOf(item: Catalogued): ReadonlySet<string> {
  const [first = []] = authorsOf(item);
  return new Set(first.length < 3 ? [] : first.slice(0, -1).filter((word) => word.length > 1));
}

/** The surnames of all authors but the first. */
function coauthorsOf({ source }: Catalogued): ReadonlySet<string> {
  return new Set(source.authors.slice(1).map(surnameKey));
}

/** The last word of each name in an interview: `Saale` of `Author interview, Rob Saale, May 2020`. */
function personsOf({ persons }: Catalogued): ReadonlySet<string> {
  return new Set(persons.map(lastWord));
}

interface Case {
  readonly item: Catalogued;
  readonly parties: Parties;
}

/** Court cases by their parties: `Chesser.` may mean `United States v. Chesser`. */
function partyIndex(items: readonly Catalogued[]): Map<string, Case[]> {
  const index = new Map<string, Case[]>();
  for (const item of items) {
    const { title, container } = item.source;
    // `Criminal complaint, United States v. Chesser`
    const behind = title?.text.slice(title.text.indexOf(', ') + 1).trim();
    const names = [item.called, title?.text, container?.text, behind];
    const [parties] = names.flatMap((name) => (name && partiesOf(name)) || []);
    if (parties) for (const key of caseKeys(parties)) put(index, key, { item, parties });
  }
  return index;
}

export function titleOf(item: Catalogued): string {
  item.title ??= item.source.title ? fold(item.source.title.text) : '';
  return item.title;
}

import { put } from '../../text/group.ts';
import { initialsOf, organisationsIn, withoutAbbreviation } from '../reading/called.ts';
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
  readonly byContainer: () => Index;
  readonly byIssue: () => Index;
  readonly byParty: () => Index<Case>;
  readonly byInitials: () => Index;
  readonly byOtherName: () => Index;
  readonly byWholeTitle: () => Index;
  readonly byEditor: () => Index;
  readonly byShortName: () => Index;
  readonly byBeginning: () => Index;
  /** The surnames. */
  readonly spelling: () => SpellingIndex;
}

export function createIndexes(): Indexes {
  const byCall = new Map<string, Catalogued[]>();
  const bySurname = new Map<string, Catalogued[]>();
  const byInterviewee = new Map<string, Catalogued[]>();
  const withoutAuthors: Catalogued[] = [];
  // Kept up as sources are added: forms are looked for in between.
  let byWord: Map<string, Catalogued[]> | null = null;
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
  return {
    add: (item) => {
      const { called, source } = item;
      const [author] = source.authors;
      // A case is found by its parties.
      if (called !== null && !partiesOf(called)) put(byCall, called, item);
      if (author) put(source.type === 'interview' ? byInterviewee : bySurname, surnameKey(author), item);
      else if (source.title) {
        withoutAuthors.push(item);
        if (byWord) putWords(byWord, item);
      }
      added++;
    },
    byCall,
    bySurname,
    byInterviewee,
    byWord: () => {
      byWord ??= wordIndex(withoutAuthors);
      return byWord;
    },
    byContainer: lazy(() => containerIndex(withoutAuthors)),
    byIssue: lazy(() => issueIndex(all())),
    byParty: lazy(() => partyIndex(withoutAuthors)),
    byInitials: lazy(() => initialsIndex(all())),
    byOtherName: lazy(() => otherNameIndex(withAuthors())),
    byWholeTitle: lazy(() => titleIndex(all())),
    byEditor: lazy(() => editorIndex(withAuthors())),
    byShortName: lazy(() => shortNameIndex(all())),
    byBeginning: lazy(() => beginningIndex(all())),
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

/** Items by each word of their titles. */
function wordIndex(items: readonly Catalogued[]): Map<string, Catalogued[]> {
  const index = new Map<string, Catalogued[]>();
  for (const item of items) putWords(index, item);
  return index;
}

function putWords(index: Map<string, Catalogued[]>, item: Catalogued): void {
  for (const word of new Set(titleOf(item).split(' '))) put(index, word, item);
}

/** Where a work came out, and of whom that is: `Office of the Spokesperson`, `U.S. Department of State`. */
function outletsOf({ source: { container, publisher } }: Catalogued): readonly string[] {
  return [container, publisher].flatMap((part) => part?.text ?? []);
}

/** Items by the outlets they came out in: `Reuters.` may mean an article that names no author. */
function containerIndex(items: readonly Catalogued[]): Map<string, Catalogued[]> {
  const index = new Map<string, Catalogued[]>();
  for (const item of items) {
    for (const name of new Set(outletsOf(item).map(nameKey))) put(index, name, item);
  }
  return index;
}

/** What an outlet is looked up by. */
export function nameKey(name: string): string {
  return foldName(withoutThe(withoutAbbreviation(name)));
}

/** Items by what the offices that wrote them or, where nobody is named, their outlets may be called in short: `Treasury, p. 4`. */
function shortNameIndex(items: readonly Catalogued[]): Map<string, Catalogued[]> {
  const index = new Map<string, Catalogued[]>();
  for (const item of items) {
    const { authors } = item.source;
    const offices = authors.length > 0 ? organisationsIn(authors) : outletsOf(item);
    const names = offices.flatMap((office) => [...shortNamesOf(nameKey(office))]);
    for (const name of new Set(names)) put(index, name, item);
  }
  return index;
}

/** Of an issue of a magazine: no words to be called by. */
const NUMBER_ALONE = /^(?:issue|no|number) \d+$/;

/** Items by the words that their titles begin with: `Boats, p. 4`. */
function beginningIndex(items: readonly Catalogued[]): Map<string, Catalogued[]> {
  const index = new Map<string, Catalogued[]>();
  for (const item of items) {
    const title = item.source.type === 'interview' ? '' : titleKey(item.source.title?.text ?? '');
    if (!NUMBER_ALONE.test(title)) for (const words of beginningsOf(title)) put(index, words, item);
  }
  return index;
}

/** Items by the issues of magazines that they are, or stand in. */
function issueIndex(items: readonly Catalogued[]): Map<string, Catalogued[]> {
  const index = new Map<string, Catalogued[]>();
  for (const item of items) for (const issue of issuesOf(item.source)) put(index, issue, item);
  return index;
}

const YEAR_AT_END = / (?:19|20)\d\d$/;
const EDITED = /^(.+?),? eds?\b/;

/** Items by their whole titles, with and without subtitle and the year at the end: `CONTEST, p. 4`, `Ghost Wars, p. 4`. */
function titleIndex(items: readonly Catalogued[]): Map<string, Catalogued[]> {
  const index = new Map<string, Catalogued[]>();
  for (const item of items) {
    const title = item.source.title?.text;
    if (!title || item.source.type === 'interview') continue;
    const whole = [title, mainTitle(title)].flatMap((part) => (part ? [titleKey(part)] : []));
    for (const key of new Set(whole.flatMap((key) => [key, key.replace(YEAR_AT_END, '')]))) put(index, key, item);
  }
  return index;
}

/** What a title is looked up by. */
export function titleKey(title: string): string {
  return fold(withoutThe(title));
}

/** A name or title without the article before it. */
function withoutThe(name: string): string {
  return name.replace(/^[Tt]he /, '');
}

/** Items by the family names of who edited the volume that they stand in: `Meijer, p. 3`. */
function editorIndex(items: readonly Catalogued[]): Map<string, Catalogued[]> {
  const index = new Map<string, Catalogued[]>();
  for (const item of items) {
    const [, editors] = EDITED.exec(item.source.container?.text ?? '') ?? [];
    for (const editor of editors?.split(/,? and |, /) ?? []) put(index, lastWord(fold(editor)), item);
  }
  return index;
}

/** What stands before the subtitle; null without one. */
export function mainTitle(title: string): string | null {
  const colon = title.indexOf(': ');
  return colon > 0 ? title.slice(0, colon) : null;
}

/** Items by the initials of the organisations that wrote them or, where nobody is named, published them. */
function initialsIndex(items: readonly Catalogued[]): Map<string, Catalogued[]> {
  const index = new Map<string, Catalogued[]>();
  for (const item of items) for (const initials of initialsOf(item.source)) put(index, initials, item);
  return index;
}

/**
 * Items by what may be their authors' family names though it is not the last: `Lee` of Lee Kuan Yew. Of two names the
 * first is hardly ever.
 */
function otherNameIndex(items: readonly Catalogued[]): Map<string, Catalogued[]> {
  const index = new Map<string, Catalogued[]>();
  for (const item of items) {
    const [first = []] = authorsOf(item);
    if (first.length < 3) continue;
    for (const word of new Set(first.slice(0, -1))) if (word.length > 1) put(index, word, item);
  }
  return index;
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
    const names = [item.called, title?.text, container?.text];
    const [parties] = names.flatMap((name) => (name && partiesOf(name)) || []);
    if (parties) for (const key of caseKeys(parties)) put(index, key, { item, parties });
  }
  return index;
}

export function titleOf(item: Catalogued): string {
  item.title ??= item.source.title ? fold(item.source.title.text) : '';
  return item.title;
}

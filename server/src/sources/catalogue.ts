import { put } from '../text/group.ts';
import { remembering } from '../text/remember.ts';
import { calledIn, initialsIn } from './called.ts';
import { hasParty, isCase, lastWord, type Parties, partiesOf } from './cases.ts';
import { fold, foldedHash, hasWords, startsWithWords } from './fold.ts';
import {
  authorsOf,
  type Case,
  type Catalogued,
  containerIndex,
  editorIndex,
  initialsIndex,
  mainTitle,
  otherNameIndex,
  partyIndex,
  putWords,
  titleIndex,
  titleKey,
  titleOf,
  withoutThe,
  wordIndex,
  wordsOf,
} from './indexes.ts';
import { nearKeys, type SpellingIndex, spellingIndex } from './near.ts';
import { isRemark } from './remarks.ts';
import type { ShortForm } from './short-forms.ts';
import type { Description, Name, Part, Source } from './source.ts';

/** More candidates than these help nobody. */
const MOST_CANDIDATES = 8;
const NONE: readonly Catalogued[] = [];

/** The sources of a draft, found by what references say of them. */
export interface Catalogue {
  /** The earlier source that a full reference repeats. */
  readonly repeated: (description: Description) => Catalogued | null;
  /** @param called what the source is called from there on, as its citation says */
  readonly add: (source: Source, position: number, called: string | null) => void;
  /** The sources that fit a short form best, by position; at most eight. */
  readonly matching: (form: ShortForm) => readonly Catalogued[];
  /** Sources whose author's surname is a letter off, or whose title alone differs: what a form that fits none may mean. */
  readonly near: (form: ShortForm) => readonly Catalogued[];
}

export function createCatalogue(): Catalogue {
  const bySurname = new Map<string, Catalogued[]>();
  const withoutAuthors: Catalogued[] = [];
  let byWord: Map<string, Catalogued[]> | null = null;
  let byContainer: Map<string, Catalogued[]> | null = null;
  let byParty: Map<string, Case[]> | null = null;
  let byInitials: Map<string, Catalogued[]> | null = null;
  let byOtherName: Map<string, Catalogued[]> | null = null;
  let byWholeTitle: Map<string, Catalogued[]> | null = null;
  let byEditor: Map<string, Catalogued[]> | null = null;
  const byCall = new Map<string, Catalogued[]>();
  const byTitle = new Map<number, Catalogued[]>();
  const byMainTitle = new Map<number, Catalogued[]>();
  const matched = new Map<string, readonly Catalogued[]>();
  const found = new Map<string, readonly Catalogued[]>();
  let spelling: SpellingIndex | null = null;
  // A source is first looked for and then added.
  const hashOf = remembering(foldedHash);
  // A form is looked for by itself, and then as part of what it may be.
  const keyFor = remembering(keyOf);

  const withAuthors = () => [...bySurname.values()].flat();

  const add = (source: Source, position: number, called: string | null) => {
    const item: Catalogued = { source, position, authors: null, title: null };
    if (called !== null) put(byCall, called, item);
    const [author] = source.authors;
    if (author) put(bySurname, surnameKey(author), item);
    else if (source.title) withoutAuthors.push(item);
    if (source.title && source.type !== 'interview') {
      put(byTitle, hashOf(source.title.text), item);
      const main = mainTitle(source.title.text);
      if (main) put(byMainTitle, foldedHash(main), item);
    }
    if (matched.size > 0) matched.clear();
    if (found.size > 0) found.clear();
    if (byWord && !author && source.title) putWords(byWord, item);
    byContainer = null;
    byParty = null;
    byInitials = null;
    byOtherName = null;
    byWholeTitle = null;
    byEditor = null;
    spelling = null;
  };

  const repeated = (description: Description) => {
    if (!description.title || description.type === 'interview' || isBare(description)) return null;
    const { text } = description.title;
    const bucket = byTitle.get(hashOf(text)) ?? NONE;
    const ofItsTime = bucket.filter(({ source }) => isOfSameTime(source, description));
    if (ofItsTime.length === 0) return withOrWithoutSubtitle(description, text);
    const title = fold(text);
    if (title === '' || isRemark(text)) return null;
    // The earliest, as sources are added in the order of the text.
    return ofItsTime.find((item) => titleOf(item) === title && isSameWork(item, description)) ?? null;
  };

  /** The same work where one of the two gives a subtitle and the other none: the authors and the year say that it is. */
  const withOrWithoutSubtitle = (description: Description, text: string): Catalogued | null => {
    const main = mainTitle(text);
    const bucket = main ? byTitle.get(foldedHash(main)) : byMainTitle.get(hashOf(text));
    if (!bucket || description.authors.length === 0 || description.year === null) return null;
    const title = fold(main ?? text);
    const isIt = (item: Catalogued) => {
      const { source } = item;
      const known = main ? titleOf(item) : fold(mainTitle(source.title?.text ?? '') ?? '');
      return known === title && source.authors.length > 0 && source.year === description.year;
    };
    return (
      bucket.find((item) => isIt(item) && isOfSameTime(item.source, description) && isSameWork(item, description)) ??
      null
    );
  };

  const matching = (form: ShortForm) => {
    const key = keyFor(form);
    let result = matched.get(key);
    if (!result) {
      const [name] = form.names;
      const called = byCall.size > 0 ? byCall.get(calledIn(form)) : undefined;
      if (called) {
        result = firstOf(ofYear(called, form.year));
      } else if (name) {
        result = ofIssue(matchingNames(form, bySurname), form);
        if (result.length === 0 && form.names.length === 1 && !form.imprint)
          result = matchingOtherName(form, name.text);
      } else {
        byWord ??= wordIndex(withoutAuthors);
        result = matchingTitle(form, byWord);
        const written = result.length === 0 && form.title && !form.imprint ? partiesOf(form.title.text) : null;
        if (written) result = matchingCases(form, lastWord(written.defendant), (parties) => isCase(parties, written));
        // A work with authors may be called by its title as well.
        if (result.length === 0 && form.title) result = matchingWholeTitle(form, form.title.text);
      }
      if (form.imprint) result = ofImprint(result, form.imprint);
      matched.set(key, result);
    }
    return result;
  };

  /** A single name that is no author's surname: an outlet, a party of a case, initials, a magazine, another family name, a title. */
  const matchingOtherName = (form: ShortForm, text: string): readonly Catalogued[] => {
    const name = fold(text);
    byContainer ??= containerIndex(withoutAuthors);
    const issue = issueIn(form);
    if (issue !== null) {
      byWord ??= wordIndex(withoutAuthors);
      const issues = firstOf(withTitle(withWords(byWord, issue), issue));
      if (issues.length > 0) return issues;
      const inIssue = byContainer.get(issue);
      if (inIssue) return firstOf(inIssue);
    }
    const ofOutlet = ofIssue(matchingContainer(form, byContainer.get(fold(withoutThe(text))) ?? NONE), form);
    if (ofOutlet.length > 0) return ofOutlet;
    const cases = form.title ? NONE : matchingCases(form, lastWord(name), (parties) => hasParty(parties, name));
    if (cases.length > 0) return cases;
    const initials = initialsIn(text);
    if (initials !== null) {
      byInitials ??= initialsIndex([...withoutAuthors, ...withAuthors()]);
      const works = matchingContainer(form, byInitials.get(initials) ?? NONE);
      if (works.length > 0) return works;
    }
    byOtherName ??= otherNameIndex(withAuthors());
    const people = matchingContainer(form, byOtherName.get(name) ?? NONE);
    if (people.length > 0 || form.title) return people;
    const titled = matchingWholeTitle(form, text);
    if (titled.length > 0) return titled;
    byEditor ??= editorIndex(withAuthors());
    return firstOf(ofYear(byEditor.get(lastWord(name)) ?? NONE, form.year));
  };

  /** The year of a form may be the end of the title. */
  const matchingWholeTitle = (form: ShortForm, text: string): readonly Catalogued[] => {
    byWholeTitle ??= titleIndex([...withoutAuthors, ...withAuthors()]);
    const key = titleKey(text);
    const dated = form.year === null ? undefined : byWholeTitle.get(`${key} ${form.year}`);
    return firstOf(dated ?? ofYear(byWholeTitle.get(key) ?? NONE, form.year));
  };

  const matchingCases = (form: ShortForm, key: string, fits: (parties: Parties) => boolean) => {
    byParty ??= partyIndex(withoutAuthors);
    const cases = byParty.get(key) ?? [];
    const fitting = cases.filter(({ parties }) => fits(parties)).map(({ item }) => item);
    return firstOf(ofYear(fitting, form.year));
  };

  const near = (form: ShortForm) => {
    for (const name of form.names) {
      const items = nearSurname(surnameKey(name));
      if (items.length > 0) return items;
    }
    return NONE;
  };

  const nearSurname = (key: string) => {
    let result = found.get(key);
    if (!result) {
      spelling ??= spellingIndex([...bySurname.keys()]);
      const keys = bySurname.has(key) ? [key] : nearKeys(spelling, key);
      result = firstOf(keys.flatMap((other) => bySurname.get(other) ?? []));
      found.set(key, result);
    }
    return result;
  };

  return { add, repeated, matching, near };
}

/** Names first: the whole list before a part of it; then the title: its beginning before words inside it. */
function matchingNames(form: ShortForm, bySurname: ReadonlyMap<string, readonly Catalogued[]>): readonly Catalogued[] {
  const bucket = bySurname.get(surnameKey(form.names[0] as Name));
  if (!bucket) return NONE;
  const names = form.names.map(wordsOf);
  const title = form.title ? fold(form.title.text) : null;
  const exact: Catalogued[] = [];
  const partial: Catalogued[] = [];
  for (const item of bucket) {
    const authors = authorsOf(item);
    if (
      names.length > authors.length ||
      !names.every((name, index) => isNameOf(name, authors[index] as readonly string[]))
    )
      continue;
    const isWhole = form.etAl ? authors.length > names.length : authors.length === names.length;
    (isWhole ? exact : partial).push(item);
  }
  for (const items of [exact, partial]) {
    const dated = ofYear(withTitle(items, title), form.year);
    if (dated.length > 0) return firstOf(dated);
  }
  return NONE;
}

function matchingTitle(form: ShortForm, byWord: ReadonlyMap<string, readonly Catalogued[]>): readonly Catalogued[] {
  const title = form.title ? fold(form.title.text) : '';
  return firstOf(ofYear(withTitle(withWords(byWord, title), title), form.year));
}

/** Items with a word of a title, the rarest: all of its words stand in the title of what fits. */
function withWords(byWord: ReadonlyMap<string, readonly Catalogued[]>, title: string): readonly Catalogued[] {
  const buckets = title.split(' ').map((word) => byWord.get(word) ?? NONE);
  return buckets.reduce((least, other) => (other.length < least.length ? other : least));
}

/** `dabiq 7` of `Dabiq 7, p. 3`: the issue of a magazine reads like an author and a page. */
function issueIn({ names, title, locator }: ShortForm): string | null {
  const number = title ? null : /^\d{1,4}(?=, |$)/.exec(locator?.text ?? '');
  return number && names.length === 1 ? `${fold((names[0] as Name).text)} ${number[0]}` : null;
}

/** 4 of `Dabiq 4, p. 39`. */
function issueBeforePage({ locator }: ShortForm): string | null {
  return /^(\d{1,4}), p/.exec(locator?.text ?? '')?.[1] ?? null;
}

/** Those of the issue of a magazine that the form names, `Dabiq 4, p. 39`; all when it names none. */
function ofIssue(items: readonly Catalogued[], form: ShortForm): readonly Catalogued[] {
  const issue = issueBeforePage(form);
  if (issue === null) return items;
  return items.filter(({ source: { title, container, volume, issue: own } }) =>
    [volume, own, title?.text, container?.text].some((part) => part && fold(part).split(' ').includes(issue)),
  );
}

/** `Reuters`, `Department of State, “Country Reports”`: works that name no author, by where they came out. */
function matchingContainer(form: ShortForm, bucket: readonly Catalogued[]): readonly Catalogued[] {
  if (!form.title || bucket.length === 0) return firstOf(bucket);
  return firstOf(ofYear(withTitle(bucket, fold(form.title.text)), form.year));
}

function withTitle(items: readonly Catalogued[], title: string | null): readonly Catalogued[] {
  if (title === null) return items;
  if (title === '') return NONE;
  const whole = items.filter((item) => titleOf(item) === title);
  if (whole.length > 0) return whole;
  const starting = items.filter((item) => startsWithWords(titleOf(item), title));
  if (starting.length > 0) return starting;
  return items.filter((item) => hasWords(titleOf(item), title));
}

/** Those of the year; all when the form gives none. */
function ofYear(items: readonly Catalogued[], year: number | null): readonly Catalogued[] {
  return year === null ? items : items.filter(({ source }) => source.year === year);
}

/** Those that came out where, or when, the form says. A date alone tells apart what has one title, and no more. */
function ofImprint(items: readonly Catalogued[], imprint: NonNullable<ShortForm['imprint']>): readonly Catalogued[] {
  if (!imprint.container && items.length < 2) return NONE;
  return items.filter(
    ({ source }) => mayBeSameName(source.container, imprint.container) && isOfSameTime(source, imprint),
  );
}

type Dated = Pick<Description, 'year' | 'month' | 'day'>;

/** Whether two dates may be one: a part that is not written may be any. */
function isOfSameTime(a: Dated, b: Dated): boolean {
  return mayBeSame(a.year, b.year) && mayBeSame(a.month, b.month) && mayBeSame(a.day, b.day);
}

function mayBeSame<Value extends number | string>(one: Value | null, other: Value | null): boolean {
  return one === other || one === null || other === null;
}

/** Nothing is said of it but what it is called: calculations, a verse. */
function isBare({ authors, container, publisher, year, url }: Description): boolean {
  return authors.length === 0 && !container && !publisher && !url && year === null;
}

/** Whether works of one title have the same authors; where one of the two names none, they came out in one place. */
function isSameWork(item: Catalogued, description: Description): boolean {
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

/** A name that is not written may be any; the longer of two may begin with `The`, or end in a place. */
function mayBeSameName(one: Part | null, other: Part | null): boolean {
  if (!one || !other) return true;
  const [a, b] = [fold(one.text), fold(other.text)];
  return hasWords(a, b) || hasWords(b, a);
}

/** Middle names may be missing, and first ones be initials. */
function isSamePerson(one: readonly string[], other: readonly string[]): boolean {
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

function surnameKey(name: Name): string {
  return lastWord(fold(name.family));
}

function keyOf(form: ShortForm): string {
  let key = '';
  for (const { text } of form.names) key += `${text}\n`;
  const { imprint: said } = form;
  const imprint = said ? `\n${said.container?.text}\n${said.year}-${said.month}-${said.day}` : '';
  return `${key}\n${form.etAl}\n${form.year}\n${form.title?.text ?? ''}\n${issueIn(form) ?? ''}\n${issueBeforePage(form) ?? ''}${imprint}`;
}

function firstOf(items: readonly Catalogued[]): readonly Catalogued[] {
  return [...items].sort((a, b) => a.position - b.position).slice(0, MOST_CANDIDATES);
}

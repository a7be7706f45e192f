import { calledIn, initialsIn, numberIn, resolutionCalled } from '../reading/called.ts';
import { filingIn, hasParty, isCase, lastWord, type Parties, partiesOf } from '../reading/cases.ts';
import { isInterview } from '../reading/describe.ts';
import { fold, hasWords, startsWithWords } from '../reading/fold.ts';
import { kindIn } from '../reading/kinds.ts';
import type { ShortForm } from '../reading/short-forms.ts';
import type { Name } from '../source.ts';
import {
  authorsOf,
  type Catalogued,
  editorsOf,
  type Indexes,
  nameKey,
  surnameKey,
  surnameOf,
  titleKey,
  titleOf,
  wordsOf,
} from './indexes.ts';
import { issueIn, ofIssue } from './issues.ts';
import { withoutCountry } from './offices.ts';
import { isOfSameTime, isSamePerson, mayBeSameName } from './same-work.ts';

// Which works a short form fits: each function finds those that it names in one way, by position.

/** More candidates than these help nobody. */
const MOST_CANDIDATES = 8;
/** Fewer words of a title stand in many. */
const FEWEST_WORDS = 3;
const NONE: readonly Catalogued[] = [];

/** The works that fit a short form best, by position; at most eight. */
export function matchingWorks(form: ShortForm, indexes: Indexes): readonly Catalogued[] {
  const works = inAnyWay(form, indexes);
  if (!form.imprint) return works;
  return form.title ? ofImprint(works, form.imprint) : ofDay(works, form.imprint);
}

function inAnyWay(form: ShortForm, indexes: Indexes): readonly Catalogued[] {
  const called = byCall(form, indexes);
  if (called.length > 0) return called;
  const [name] = form.names;
  const usual = name ? ofIssue(byNames(form, name, indexes.bySurname, indexes), form) : byTitle(form, indexes);
  if (usual.length > 0) return usual;
  const interviews = name ? byInterview(form, name, indexes) : NONE;
  if (interviews.length > 0) return interviews;
  if (name && form.imprint) return NONE;
  if (name) return (form.names.length === 1 ? byOtherName : byEditor)(form, name.text, indexes);
  return form.title ? byOtherTitle(form, form.title.text, indexes) : NONE;
}

/** An interview by who gave it, `Soufan`, `Soufan, author interview`. */
function byInterview(form: ShortForm, name: Name, indexes: Indexes): readonly Catalogued[] {
  if (!form.title || !isInterview(form.title.text)) return byNames(form, name, indexes.byInterviewee, indexes);
  const untitled = { ...form, title: null };
  const given = byNames(untitled, name, indexes.byInterviewee, indexes);
  return given.length > 0 || form.names.length > 1 || form.imprint ? given : byPerson(untitled, name.text, indexes);
}

/** What a citation says that its source is called, or its number. */
function byCall(form: ShortForm, { byCall }: Indexes): readonly Catalogued[] {
  if (byCall.size === 0) return NONE;
  const calls = [calledIn(form), numberIn(form), resolutionCalled(form)];
  const call = calls.find((name) => name !== null && byCall.has(name)) ?? '';
  return firstOf(ofYear(byCall.get(call) ?? NONE, form.year));
}

/** Names first: the whole list before a part of it, whole surnames before parts; then the title: its beginning before words inside it. */
function byNames(
  form: ShortForm,
  first: Name,
  index: Indexes['bySurname'],
  { titled }: Indexes,
): readonly Catalogued[] {
  const bucket = index.get(surnameKey(first));
  if (!bucket) return NONE;
  const names = form.names.map(wordsOf);
  const title = form.title ? fold(form.title.text) : null;
  const exact: Catalogued[] = [];
  const partial: Catalogued[] = [];
  for (const item of title ? titled(bucket, title) : bucket) {
    const authors = authorsOf(item);
    if (
      names.length > authors.length ||
      !names.every((name, index) => isSamePerson(name, authors[index] as readonly string[]))
    )
      continue;
    const isWhole = form.etAl ? authors.length > names.length : authors.length === names.length;
    (isWhole ? exact : partial).push(item);
  }
  for (const items of [exact, partial]) {
    const dated = ofYear(withTitle(items, title), form.year);
    if (dated.length > 0) return firstOf(ofSurnames(dated, form.names));
  }
  return NONE;
}

/** Those whose authors have the very surnames that the form gives; all where it gives a part of each: `Bukar` of Mai-Bukar. */
function ofSurnames(items: readonly Catalogued[], names: readonly Name[]): readonly Catalogued[] {
  if (items.length < 2) return items;
  const surnames = names.map(surnameOf);
  const whole = items.filter(({ source: { authors } }) =>
    surnames.every((surname, index) => surname === surnameOf(authors[index] as Name)),
  );
  return whole.length > 0 ? whole : items;
}

/** The title of a work without authors. */
function byTitle(form: ShortForm, indexes: Indexes): readonly Catalogued[] {
  const title = form.title ? fold(form.title.text) : '';
  return firstOf(ofYear(withTitle(withWords(title, indexes), title), form.year));
}

/** Items with a word of a title, the rarest: all of its words stand in the title of what fits. */
function withWords(title: string, indexes: Indexes): readonly Catalogued[] {
  const byWord = indexes.byWord();
  const buckets = title.split(' ').map((word) => byWord.get(word) ?? NONE);
  return buckets.reduce((least, other) => (other.length < least.length ? other : least));
}

/** Other titles: those of court cases, and what works with authors are called. */
function byOtherTitle(form: ShortForm, title: string, indexes: Indexes): readonly Catalogued[] {
  const written = form.imprint ? null : partiesOf(title);
  const cases = written
    ? ofCases(form, filingIn(title), lastWord(written.defendant), (parties) => isCase(parties, written), indexes)
    : NONE;
  if (cases.length > 0) return cases;
  for (const read of [byIssue, byWholeTitle, byKind]) {
    const works = read(form, title, indexes);
    if (works.length > 0) return works;
  }
  return NONE;
}

/** What a single name may be that is no author's surname. */
type NameReading = (form: ShortForm, name: string, indexes: Indexes) => readonly Catalogued[];

const byIssue: NameReading = (form, _name, indexes) => {
  const issue = issueIn(form);
  if (issue === null || resolutionCalled(form) !== null) return NONE;
  const issues = firstOf(withTitle(withWords(issue, indexes), issue));
  return issues.length > 0 ? issues : firstOf(indexes.byIssue().get(issue) ?? NONE);
};

/** `Saale interview`, `Suarez criminal complaint`: of what the name may mean, that of which the reference says so. */
const byKind: NameReading = (form, title, indexes) => {
  const written = form.imprint ? null : kindIn(title);
  if (!written) return NONE;
  const name = nameKey(written.name);
  const key = lastWord(name);
  const cases = (indexes.byParty().get(key) ?? []).flatMap(({ item, parties }) =>
    hasParty(parties, name) ? [item] : [],
  );
  const people = [indexes.bySurname, indexes.byInterviewee].flatMap((index) => index.get(key) ?? NONE);
  const authors = people.filter((item) => isSamePerson(name.split(' '), authorsOf(item)[0] ?? []));
  const works = [...cases, ...authors, ...byPerson(form, written.name, indexes)];
  const said = fold(written.kind);
  return firstOf(
    ofYear(
      works.filter((item) => hasWords(fold(item.said), said)),
      form.year,
    ),
  );
};

const byOutlet: NameReading = (form, name, indexes) =>
  ofIssue(entitled(form, indexes.byContainer().get(nameKey(name))), form);

const byParty: NameReading = (form, name, indexes) => {
  const party = nameKey(name);
  const filing = form.title ? fold(form.title.text) : null;
  return ofCases(form, filing, lastWord(party), (parties) => hasParty(parties, party), indexes);
};

const byInitials: NameReading = (form, name, indexes) => {
  const initials = initialsIn(name);
  return initials === null ? byPartInitials(form, name, indexes) : entitled(form, indexes.byInitials().get(initials));
};

/** `Lead IG` and `DoD OIG`: some words of a name are whole, or initials stand beside others. */
const byPartInitials: NameReading = (form, name, indexes) => {
  const words = name.split(' ');
  if (words.length < 2 || !words.some((word) => initialsIn(word) !== null)) return NONE;
  const whole = words.filter((word) => initialsIn(word) === null).map(fold);
  const initials = words.map((word) => (initialsIn(word) === null ? word.charAt(0) : word.replace(/\P{Lu}/gu, '')));
  const items = indexes.byInitials().get(fold(initials.join(''))) ?? NONE;
  return entitled(
    form,
    items.filter(({ source: { authors, container } }) => {
      const said = fold([...authors, ...(container ? [container] : [])].map(({ text }) => text).join(' '));
      return whole.every((word) => hasWords(said, word));
    }),
  );
};

/** `NSCT` of “National Strategy for Counterterrorism of the United States”. */
const byTitleInitials: NameReading = (form, name, indexes) => {
  const initials = initialsIn(name);
  return initials === null ? NONE : firstOf(ofYear(indexes.byTitleInitials().get(initials) ?? NONE, form.year));
};

/** Who was interviewed: the name may be that of a place as well, which nothing is called by. */
const byPerson: NameReading = (form, name, indexes) => {
  const words = nameKey(name).split(' ');
  const items = indexes.byPerson().get(lastWord(nameKey(name))) ?? NONE;
  const met = items.filter(({ persons }) => persons.some((person) => isSamePerson(words, person.split(' '))));
  return firstOf(ofYear(met, form.year));
};

const byOtherFamilyName: NameReading = (form, name, indexes) =>
  entitled(form, indexes.byOtherName().get(nameKey(name)));

/** A title of several authors by one who is not the first. */
const byCoauthor: NameReading = (form, name, indexes) =>
  entitled(form, indexes.byCoauthor().get(lastWord(nameKey(name))));

/** A title that names no author, by somebody of whom its reference speaks: who translated it, or held the talk. */
const bySpoken: NameReading = (form, name, indexes) => {
  const said = nameKey(name);
  return byTitle(form, indexes).filter((item) => hasWords(fold(item.said), said));
};

/** The year of a form may be the end of the title. */
const byWholeTitle: NameReading = (form, title, indexes) => {
  const key = titleKey(title);
  const byWholeTitle = indexes.byWholeTitle();
  const dated = form.year === null ? undefined : byWholeTitle.get(`${key} ${form.year}`);
  return firstOf(dated ?? ofYear(byWholeTitle.get(key) ?? NONE, form.year));
};

/** A volume by who edited it, of which a part is named in full: the first, where several are. */
const byEditor: NameReading = (form, name, indexes) => {
  const items = indexes.byEditor().get(lastWord(nameKey(name))) ?? NONE;
  const title = form.title && fold(form.title.text);
  const editors = form.names.map(({ text }) => lastWord(nameKey(text)));
  const parts = items.filter((item) => {
    const volume = fold(item.source.container?.text ?? '');
    return editors.every((editor) => editorsOf(item).includes(editor)) && (!title || hasWords(volume, title));
  });
  const volumes = new Set(parts.map(({ source }) => fold(source.container?.text ?? '')));
  const fitting = firstOf(ofYear(parts, form.year));
  return volumes.size === 1 ? fitting.slice(0, 1) : fitting;
};

/** A part of the name of an office or an outlet: `Treasury`. */
const byShortName: NameReading = (form, name, indexes) => {
  const key = nameKey(name);
  const works = indexes.byShortName();
  return ofIssue(entitled(form, works.get(key) ?? works.get(withoutCountry(key))), form);
};

/** Who reports, in the title of a report: `Panel of Experts on Yemen, p. 12`. */
const byWordsOfTitle: NameReading = (form, name, indexes) => {
  const words = nameKey(name);
  if (!form.locator || words.split(' ').length < FEWEST_WORDS) return NONE;
  return firstOf(
    ofYear(
      withWords(words, indexes).filter((item) => hasWords(titleOf(item), words)),
      form.year,
    ),
  );
};

/** The first words of a title. */
const byBeginning: NameReading = (form, name, indexes) =>
  firstOf(ofYear(ofIssue(indexes.byBeginning().get(nameKey(name)) ?? NONE, form), form.year));

/** Before a title; the surest first. */
const WITH_TITLE: readonly NameReading[] = [
  byIssue,
  byOutlet,
  byParty,
  byInitials,
  byOtherFamilyName,
  byShortName,
  byCoauthor,
  byEditor,
  bySpoken,
];
/** Alone; rather all that a work, or who made it, is called than a word of that. */
const ALONE: readonly NameReading[] = [
  byIssue,
  byOutlet,
  byParty,
  byInitials,
  byPerson,
  byOtherFamilyName,
  byWholeTitle,
  byEditor,
  byShortName,
  byBeginning,
  byTitleInitials,
  byWordsOfTitle,
];

/** What the first reading of a name finds that finds anything. */
function byOtherName(form: ShortForm, name: string, indexes: Indexes): readonly Catalogued[] {
  for (const read of form.title ? WITH_TITLE : ALONE) {
    const works = read(form, name, indexes);
    if (works.length > 0) return works;
  }
  return NONE;
}

/** Court cases by the last word of a party. @param filing what was filed, all when it is null */
function ofCases(
  form: ShortForm,
  filing: string | null,
  key: string,
  fits: (parties: Parties) => boolean,
  indexes: Indexes,
): readonly Catalogued[] {
  const cases = indexes.byParty().get(key) ?? [];
  const fitting = cases.filter(({ parties }) => fits(parties)).map(({ item }) => item);
  const filed = withTitle(fitting, filing);
  const said =
    filed.length > 0 || filing === null ? filed : fitting.filter((item) => hasWords(fold(item.said), filing));
  return firstOf(ofYear(said, form.year));
}

/** Those with the title that the form gives; all when it gives none, as `Reuters` and not `Reuters, “Roads”`. */
function entitled(form: ShortForm, bucket: readonly Catalogued[] = NONE): readonly Catalogued[] {
  return firstOf(ofYear(withTitle(bucket, form.title && fold(form.title.text)), form.year));
}

function withTitle(items: readonly Catalogued[], title: string | null): readonly Catalogued[] {
  if (title === null) return items;
  if (title === '') return NONE;
  const whole = items.filter((item) => titleOf(item) === title);
  if (whole.length > 0) return whole;
  const starting = items.filter((item) => startsWithWords(titleOf(item), title));
  if (starting.length > 0) return starting;
  const inside = items.filter((item) => hasWords(titleOf(item), title));
  return inside.length > 0 ? inside : items.filter((item) => startsWithWords(titleOf(item), `${title}s`));
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

/** Those that came out on the very day that is all that the form says of them. */
function ofDay(
  items: readonly Catalogued[],
  { year, month, day }: NonNullable<ShortForm['imprint']>,
): readonly Catalogued[] {
  return items.filter(({ source }) => source.year === year && source.month === month && source.day === day);
}

/** By position, no more than help. */
export function firstOf(items: readonly Catalogued[]): readonly Catalogued[] {
  return [...items].sort((a, b) => a.position - b.position).slice(0, MOST_CANDIDATES);
}

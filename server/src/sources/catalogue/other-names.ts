import { initialsIn, resolutionCalled } from '../reading/called.ts';
import { filingIn, hasParty, isCase, lastWord, type Parties, partiesOf } from '../reading/cases.ts';
import { fold, hasWords } from '../reading/fold.ts';
import { kindIn } from '../reading/kinds.ts';
import type { ShortForm } from '../reading/short-forms.ts';
import { authorsOf, type Catalogued, editorsOf, type Indexes, nameKey, titleKey, titleOf } from './indexes.ts';
import { issueIn, ofIssue } from './issues.ts';
import { firstOf, NONE, ofYear } from './narrowing.ts';
import { withoutCountry } from './offices.ts';
import { isSamePerson } from './same-work.ts';
import { byTitle, entitled, withTitle, withWords } from './titles.ts';

// What else than an author or a title a short form may name: each function finds the works that it does in one way.

/** Fewer words of a title stand in many. */
const FEWEST_WORDS = 3;

/** Other titles: those of court cases, and what works with authors are called. */
export function byOtherTitle(form: ShortForm, title: string, indexes: Indexes): readonly Catalogued[] {
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
export const byPerson: NameReading = (form, name, indexes) => {
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
export const byEditor: NameReading = (form, name, indexes) => {
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
export function byOtherName(form: ShortForm, name: string, indexes: Indexes): readonly Catalogued[] {
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

import { calledIn, numberIn, resolutionCalled } from '../reading/called.ts';
import { isInterview } from '../reading/describe.ts';
import { fold } from '../reading/fold.ts';
import type { ShortForm } from '../reading/short-forms.ts';
import type { Name } from '../source.ts';
import { authorsOf, type Catalogued, type Indexes, surnameKey, surnameOf, wordsOf } from './indexes.ts';
import { ofIssue } from './issues.ts';
import { firstOf, NONE, ofDay, ofImprint, ofYear } from './narrowing.ts';
import { byEditor, byOtherName, byOtherTitle, byPerson } from './other-names.ts';
import { isSamePerson } from './same-work.ts';
import { byTitle, withTitle } from './titles.ts';

// Which works a short form fits: each function finds those that it names in one way, by position.

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

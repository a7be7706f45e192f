import { put } from '../../text/group.ts';
import { remembering } from '../../text/remember.ts';
import { resolutionCalled } from '../reading/called.ts';
import { fold, foldedHash } from '../reading/fold.ts';
import { isRemark } from '../reading/remarks.ts';
import type { ShortForm } from '../reading/short-forms.ts';
import type { Description } from '../source.ts';
import { type Catalogued, createIndexes, mainTitle, surnameKey, titleOf } from './indexes.ts';
import { issueBeforePage, issueIn } from './issues.ts';
import { matchingWorks } from './matching.ts';
import { firstOf } from './narrowing.ts';
import { nearKeys } from './near.ts';
import { isBare, isOfSameTime, isSameWork } from './same-work.ts';

const NONE: readonly Catalogued[] = [];

/** The sources of a draft, found by what references say of them. */
export interface Catalogue {
  /** The earlier source that a full reference repeats. */
  readonly repeated: (description: Description) => Catalogued | null;
  readonly add: (item: Pick<Catalogued, 'source' | 'position' | 'called' | 'persons' | 'said'>) => void;
  /** The sources that fit a short form best, by position; at most eight. */
  readonly matching: (form: ShortForm) => readonly Catalogued[];
  /** Sources whose author's surname is a letter off, or not the first, or whose title alone differs: what a form that fits none may mean. */
  readonly near: (form: ShortForm) => readonly Catalogued[];
}

export function createCatalogue(): Catalogue {
  const indexes = createIndexes();
  const byTitle = new Map<number, Catalogued[]>();
  const byMainTitle = new Map<number, Catalogued[]>();
  const matched = new Map<string, readonly Catalogued[]>();
  const found = new Map<string, readonly Catalogued[]>();
  // A source is first looked for and then added.
  const hashOf = remembering(foldedHash);
  // A form is looked for by itself, and then as part of what it may be.
  const keyFor = remembering(keyOf);

  const add: Catalogue['add'] = ({ source, position, called, persons, said }) => {
    const item: Catalogued = { source, position, called, persons, said, authors: null, title: null };
    indexes.add(item);
    if (source.title && source.type !== 'interview') {
      put(byTitle, hashOf(source.title.text), item);
      const main = mainTitle(source.title.text);
      if (main) put(byMainTitle, foldedHash(main), item);
    }
    if (matched.size > 0) matched.clear();
    if (found.size > 0) found.clear();
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
      result = matchingWorks(form, indexes);
      matched.set(key, result);
    }
    return result;
  };

  const near = (form: ShortForm) => {
    for (const name of form.names) {
      const items = nearSurname(surnameKey(name));
      if (items.length > 0) return items;
    }
    const [name] = form.names;
    return name ? firstOf(indexes.byCoauthor().get(surnameKey(name)) ?? NONE) : NONE;
  };

  const nearSurname = (key: string) => {
    let result = found.get(key);
    if (!result) {
      const keys = indexes.bySurname.has(key) ? [key] : nearKeys(indexes.spelling(), key);
      result = firstOf(keys.flatMap((other) => indexes.bySurname.get(other) ?? []));
      found.set(key, result);
    }
    return result;
  };

  return { add, repeated, matching, near };
}

function keyOf(form: ShortForm): string {
  let key = '';
  for (const { text } of form.names) key += `${text}\n`;
  const { imprint: said } = form;
  const imprint = said ? `\n${said.container?.text}\n${said.year}-${said.month}-${said.day}` : '';
  return `${key}\n${form.etAl}\n${form.year}\n${form.title?.text ?? ''}\n${issueIn(form) ?? ''}\n${issueBeforePage(form) ?? ''}\n${resolutionCalled(form) ?? ''}${imprint}`;
}

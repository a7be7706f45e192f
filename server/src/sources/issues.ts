import { fold } from './fold.ts';
import type { Catalogued } from './indexes.ts';
import type { ShortForm } from './short-forms.ts';
import type { Name } from './source.ts';

// The issues of a magazine, which are cited by its name and their number.

/** `dabiq 7` of `Dabiq 7, p. 3`: the issue of a magazine reads like an author and a page. */
export function issueIn({ names, title, locator }: ShortForm): string | null {
  const number = title ? null : /^\d{1,4}(?=, |$)/.exec(locator?.text ?? '');
  return number && names.length === 1 ? `${fold((names[0] as Name).text)} ${number[0]}` : null;
}

/** 4 of `Dabiq 4, p. 39`. */
export function issueBeforePage({ locator }: ShortForm): string | null {
  return /^(\d{1,4}), p/.exec(locator?.text ?? '')?.[1] ?? null;
}

/** Those of the issue of a magazine that the form names, `Dabiq 4, p. 39`; all when it names none. */
export function ofIssue(items: readonly Catalogued[], form: ShortForm): readonly Catalogued[] {
  const issue = issueBeforePage(form);
  if (issue === null) return items;
  return items.filter(({ source: { title, container, volume, issue: own } }) =>
    [volume, own, title?.text, container?.text].some((part) => part && fold(part).split(' ').includes(issue)),
  );
}

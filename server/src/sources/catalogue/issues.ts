import { fold } from '../reading/fold.ts';
import type { ShortForm } from '../reading/short-forms.ts';
import type { Source } from '../source.ts';

// The issues of a magazine, which are cited by its name and their number.

/** `dabiq issue 4`, folded. */
const ISSUE = /^(.+?)(?: issue| no| number)? (\d{1,4})$/;

/** `dabiq 4` of `Dabiq 4`, `Dabiq, Issue 4`, `Dabiq #4`; null of what ends in no number. */
function issueNamed(...parts: readonly (string | undefined)[]): string | null {
  const match = ISSUE.exec(fold(parts.join(' ')));
  return match && `${match[1]} ${match[2]}`;
}

/** The issues that a source is, or stands in, by what they may be called. */
export function issuesOf({ authors, title, container, publisher, volume, issue }: Source): ReadonlySet<string> {
  const names = [
    issueNamed(container?.text),
    volume === null && issue !== null ? issueNamed(container?.text, issue) : null,
    issueNamed(container?.text, publisher?.text),
    issueNamed(authors[0]?.text, title?.text),
  ];
  return new Set(names.filter((name) => name !== null));
}

/** The end of a title that a number is to follow: `Dabiq issue`. */
const BEFORE_NUMBER = /.\b(?:issue|no\.?|number)$/i;

/** `dabiq 7` of `Dabiq 7, p. 3`, `Dabiq, Issue 7`, `Dabiq issue 7`: it reads like an author, or a title, and a page. */
export function issueIn({ names, title, locator }: ShortForm): string | null {
  const number = /^\d{1,4}(?=, |$)/.exec(locator?.text ?? '');
  const isTitle = names.length === 0 && title !== null && BEFORE_NUMBER.test(title.text);
  return names.length === 1 || isTitle ? issueNamed(names[0]?.text, title?.text, number?.[0]) : null;
}

/** 4 of `Dabiq 4, p. 39`. */
export function issueBeforePage({ locator }: ShortForm): string | null {
  return /^(\d{1,4}), p/.exec(locator?.text ?? '')?.[1] ?? null;
}

/** Those of the issue of a magazine that the form names, `Dabiq 4, p. 39`; all when it names none. */
export function ofIssue<Item extends { readonly source: Source }>(
  items: readonly Item[],
  form: ShortForm,
): readonly Item[] {
  const issue = items.length > 0 ? issueIn(form) : null;
  if (issue === null) return items;
  const number = issueBeforePage(form);
  const magazine = issue.slice(0, issue.lastIndexOf(' ') + 1);
  return items.filter(({ source }) => {
    const issues = [...issuesOf(source)].filter(
      (name) => name.lastIndexOf(' ') + 1 === magazine.length && name.startsWith(magazine),
    );
    if (issues.length > 0) return issues.includes(issue);
    const { title, container, volume, issue: own } = source;
    const parts = [volume, own, title?.text, container?.text];
    return number === null || parts.some((part) => part && fold(part).split(' ').includes(number));
  });
}

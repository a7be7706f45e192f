import type { Analysis } from '../../analysis.ts';
import type { Entry } from '../../draft/draft.ts';
import { writtenShortForm } from '../../rules/references/short-form.ts';
import { startOf } from '../../text/cut.ts';
import { itemAt, lastStartingBefore, type Range } from '../../text/range.ts';
import { onOneLine } from '../../text/spaces.ts';
import type { Concept } from '../../vocabulary/concept.ts';
import { cutTo } from './markup.ts';
import { nameOf } from './source-name.ts';

export interface Completion {
  readonly kind: 'citation' | 'note' | 'source' | 'name';
  readonly label: string;
  readonly detail: string;
  /** What typing is matched against: the label, the authors, the title. */
  readonly filter: string;
  /** What is replaced, and by what. */
  readonly range: Range;
  readonly text: string;
  /** What tells more of it: the entry, that which names the source in full, the group. */
  readonly about: Entry | Concept;
}

export interface Completions {
  readonly items: readonly Completion[];
  /** There are more, that what is typed next may find. */
  readonly isIncomplete: boolean;
}

/** The characters after which an editor asks by itself. */
export const COMPLETION_TRIGGERS = ['[', '^', '>'];

const OPENER = /(\[\^?|\^|<sup>)([^[\]^<>\n]{0,60})$/i;
const CLOSERS: Readonly<Record<string, string>> = { '[': ']', '[^': ']', '^': '^', '<sup>': '</sup>' };
const LABEL = /^[a-z\d]*/;
const LONGEST_LABEL = 4;
/** Labels of a list or range, with what parts them from the one that is written. */
const LISTED_BEFORE = /^(?:(?:\d{1,4}|[a-z]) ?[,;–—-] ?)+/i;
const LISTED_BEHIND = /^(?: ?[,;–—-] ?(?:\d{1,4}|[a-z]))*/i;
const NAME = /[\p{L}\p{M}’'-]{0,60}$/u;
/** The words before a cursor that may be those of a name, and the one that is begun. */
const NAME_WORDS = /(?<![\p{L}\p{N}])(?:[\p{L}\p{M}`’‘'ʿ-]{1,40} ){0,4}[\p{L}\p{M}`’‘'ʿ-]{0,40}$/u;
const WORD_STARTS = /(?<!\S)(?:\p{Lu}|(?:a[dlnrstz]|ash|el)-)/gu;
const ARTICLE = /^(?:a[dlnrstz]|ash|el)-/;
const AYNS = /[’‘'ʿ]/g;
const LETTER = /[\p{L}\p{M}]/u;
const LONGEST_LINE = 100;
const MOST_NAMES = 50;

/**
 * What can be written at `offset`: behind a notation's opener in the body the citations and notes, searchable by author
 * and title, behind the first letters of a name the vocabulary's; inside a citation the short forms of the sources
 * that are named before it.
 */
export function completions(analysis: Analysis, offset: number): Completions {
  const { text, draft } = analysis;
  const entry = citationAt(analysis, offset);
  if (entry) return whole(offset >= entry.content.start ? shortForms(analysis, entry, offset) : []);
  if (itemAt(draft.sections, offset)?.kind === 'citations') return whole([]);
  const before = text.slice(Math.max(0, offset - LONGEST_LINE), offset);
  const match = OPENER.exec(before);
  if (!match) return names(analysis, before, offset);
  const [, opener = '', inside = ''] = match;
  const typed = inside.replace(LISTED_BEFORE, '');
  const closer = CLOSERS[opener.toLowerCase()] ?? '';
  // In a callout that is closed its label is replaced.
  const [label] = LABEL.exec(text.slice(offset, offset + LONGEST_LABEL)) ?? [''];
  const end = offset + label.length;
  const [others] = LISTED_BEHIND.exec(text.slice(end, end + LONGEST_LINE)) ?? [''];
  const isClosed = text.startsWith(closer, end + others.length);
  const range = { start: offset - typed.length, end: isClosed ? end : offset };
  const entries = [...draft.citations, ...draft.notes].map((item) => ({
    kind: item.kind,
    label: item.label,
    detail: cutTo(authorsAndTitle(analysis, item), LONGEST_LINE),
    filter: `${item.label} ${authorsAndTitle(analysis, item)}`,
    range,
    text: item.label + (isClosed ? '' : closer),
    about: item,
  }));
  return whole(entries);
}

function whole(items: readonly Completion[]): Completions {
  return { items, isIncomplete: false };
}

/**
 * The preferred labels and abbreviations that start with the words that are typed, as many of them as fit, from two
 * letters on, the first a capital or behind an article: `Islamic St`, `al-Q`.
 */
function names({ vocabulary }: Analysis, before: string, offset: number): Completions {
  const words = NAME_WORDS.exec(before)?.[0] ?? '';
  const begun = [...words.matchAll(WORD_STARTS)]
    .map(({ index }) => words.slice(index))
    .filter(({ length }) => length > 1)
    .map((typed) => ({ typed, plain: plainName(typed), range: { start: offset - typed.length, end: offset } }));
  if (begun.length === 0) return whole([]);
  const found: Completion[] = [];
  for (const concept of vocabulary.concepts.values()) {
    const { prefLabel, abbreviation } = concept;
    for (const text of abbreviation === undefined ? [prefLabel] : [prefLabel, abbreviation]) {
      const name = plainName(text);
      const bare = name.replace(ARTICLE, '');
      const fitting = begun.find(({ plain }) => name.startsWith(plain) || bare.startsWith(plain));
      if (!fitting) continue;
      const { typed, plain, range } = fitting;
      const detail = text === prefLabel ? (abbreviation ?? '') : prefLabel;
      if (found.length === MOST_NAMES) return { items: found, isIncomplete: true };
      // The editor goes on comparing, and knows one sign for an ayn from another.
      const filter = name.startsWith(plain) ? typed + text.slice(typed.length) : text;
      found.push({ kind: 'name', label: text, detail, filter, range, text, about: concept });
    }
  }
  return whole(found);
}

/** In small letters, with one sign for every ayn. */
function plainName(name: string): string {
  return name.toLowerCase().replace(AYNS, '`');
}

/** The citation that a cursor is in, behind the spaces at its end too. */
function citationAt({ text, draft }: Analysis, offset: number): Entry | undefined {
  const entry = draft.citations[lastStartingBefore(draft.citations, offset)];
  if (!entry || offset > entry.end + LONGEST_LINE) return undefined;
  return /[^ \t\u00a0]/.test(text.slice(entry.end, offset)) ? undefined : entry;
}

function authorsAndTitle({ text, sources }: Analysis, entry: Entry): string {
  const [reference] = sources.byCitation.get(entry) ?? [];
  const { source } = reference ?? {};
  if (source) return nameOf(source);
  return onOneLine(startOf(text.slice(entry.content.start, entry.content.end), LONGEST_LINE));
}

function shortForms(analysis: Analysis, entry: Entry, offset: number): Completion[] {
  const { text, sources } = analysis;
  const before = text.slice(Math.max(entry.content.start, offset - LONGEST_LINE), offset);
  const word = NAME.exec(before)?.[0] ?? '';
  const range = { start: offset - word.length, end: offset };
  const stop = text.slice(offset, entry.content.end).trim() === '' ? '.' : '';
  const ibid = ibidAt(analysis, entry, range);
  const earlier = sources.sources.filter(({ citation }) => citation.start < entry.start);
  const forms = earlier.flatMap((source): Completion[] => {
    const form = writtenShortForm(text, source, sources, stop);
    if (form === null) return [];
    return [
      {
        kind: 'source',
        label: form,
        detail: cutTo(nameOf(source), LONGEST_LINE),
        filter: `${form} ${nameOf(source)}`,
        range: { start: offset - Math.max(word.length, typedOf(form, before)), end: offset },
        text: form,
        about: source.citation,
      },
    ];
  });
  return [...ibid, ...forms];
}

/** How much of a form stands before the cursor: of `Lee, “A Split”` the nine characters in `See Lee, “A Sp`. */
function typedOf(form: string, before: string): number {
  for (let at = before.indexOf(form.charAt(0)); at !== -1; at = before.indexOf(form.charAt(0), at + 1)) {
    if (form.startsWith(before.slice(at)) && !LETTER.test(before.charAt(at - 1))) return before.length - at;
  }
  return 0;
}

/** `Ibid.` where it would mean one source: the citation before names no other. */
function ibidAt({ text, draft, sources }: Analysis, entry: Entry, range: Range): Completion[] {
  const previous = draft.citations[draft.citations.indexOf(entry) - 1];
  const [reference, another] = (previous && sources.byCitation.get(previous)) ?? [];
  const isFirst = text.slice(entry.content.start, range.start).trim() === '';
  if (!reference?.source || another || !isFirst) return [];
  const { source } = reference;
  const detail = cutTo(nameOf(source), LONGEST_LINE);
  return [{ kind: 'source', label: 'Ibid.', detail, filter: 'Ibid.', range, text: 'Ibid.', about: source.citation }];
}

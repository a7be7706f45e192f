import type { Entry } from '../../draft/draft.ts';
import type { Prose } from '../../markdown/prose.ts';
import type { Range } from '../../text/range.ts';
import type { Description } from '../source.ts';
import { dayOrMonth, MONTH, monthOf, YEARS } from './dates.ts';
import { describeQuoted, describeShort, isInterview } from './describe.ts';
import { mayEndForm } from './endings.ts';
import type { Pair } from './pairs.ts';
import { type Passage, rawPart } from './passage.ts';
import { standsAt } from './phrases.ts';
import { isNoContainer, type Publication } from './publication.ts';
import { afterSignals } from './signals.ts';
import type { WrittenReference } from './written.ts';

// Most citations have a usual form: `First Last, “Title,” Outlet, July 27, 2016.`, `…,” Journal 8:3 (2015).`, `Ibid.` One
// expression tells them, and leaves nothing to look for: no second reference, no commentary, no address. What is read of
// them here is what `readAny` reads of them.

const NAME = '[A-Z][A-Za-z]*(?: [A-Z][A-Za-z]*)*';
const NAMES = `${NAME}(?:(?:,|,? and) ${NAME})*`;
/**
 * Of letters, digits and the usual marks, without marks of other pairs, breaks between references, emphasis, what is
 * hidden, white space but blanks. V8 looks at a class of more than sixteen ranges by a call for each character.
 */
const TITLE = String.raw`[ !#-'+-:<-Z^\`a-~\u00c0-\u167f\u2010-\u201b\u2026]+[,?!]’?`;
/** Words that would say how to come by the work, or when it is to come. */
const NO_OUTLET = '(?![^,]*(?:ccess|etriev|isited|iewed|vailable|orthcoming))';
const OUTLET_WORD = '[A-Z][A-Za-z]*(?:[-/][A-Z][A-Za-z]*)*(?:’s)?';
const OUTLET = `${NO_OUTLET}${OUTLET_WORD}(?: (?:of|the|for|on|in|and|&|${OUTLET_WORD}))*`;
const NUMBER = `(?:(\\d{1,3}):(\\d{1,4}) )?(\\()${YEARS}\\)(?:: pp\\. (\\d+[-–]\\d+))?`;
const DATE = `(${MONTH}) (?:(\\d{1,2}), )?${YEARS}`;
/** Groups: 1 names, 2 title, 3 outlet, 4 month, 5 day, 6 volume, 7 issue, 8 the parenthesis of a year, 9 pages. */
const USUAL = new RegExp(`^((?:${NAMES}, )?)“(${TITLE})” (${OUTLET})(?:, ${DATE}| ${NUMBER})\\.$`);
const IBID = 'Ibid.';
const NO_PAIRS: readonly Pair[] = [];
const NO_RANGES: readonly Range[] = [];

/** The one reference of a citation in a usual form; null for all others. */
export function readUsual({ masked, text }: Prose, citation: Entry): WrittenReference | null {
  const { start, end } = citation.content;
  const flat = masked.slice(start, end);
  if (flat === IBID) {
    const passage = { base: start, flat, text, pairs: NO_PAIRS, urls: NO_RANGES, emphases: NO_RANGES };
    return written(citation, passage, { start, end }, null);
  }
  const match = USUAL.exec(flat);
  if (!match) return null;
  const names = match[1] as string;
  const open = names.length;
  const close = open + 1 + (match[2] as string).length;
  const outlet = close + '” '.length;
  if (mayEndForm(flat, outlet, flat.length) || isNoContainer(flat, outlet) || !isPlain(flat, 0, names)) return null;
  // After a title that ends a sentence, another one could begin.
  if (!endsInComma(flat, close) && !isPlain(flat, outlet, match[3] as string)) return null;
  const quotation: Pair = { open, close, kind: 'quotation' };
  const imprint = match[8] ? imprintAt(flat.indexOf('(', outlet)) : null;
  const pairs = imprint ? [quotation, imprint] : [quotation];
  const passage = { base: start, flat, text, pairs, urls: NO_RANGES, emphases: NO_RANGES };
  const tail = publicationOf(passage, match, outlet, imprint);
  return written(citation, passage, { start, end: end - 1 }, describeQuoted(passage, 0, quotation, tail));
}

function imprintAt(open: number): Pair {
  return { open, close: open + '(YYYY'.length, kind: 'parentheses' };
}

function endsInComma(flat: string, close: number): boolean {
  const last = flat.charCodeAt(close - 1);
  return last === 44 || (last === 0x2019 && flat.charCodeAt(close - 2) === 44);
}

/** Whether `name`, which stands at `at`, begins with no signal (`Compare Lee`), no Ibid. and no interview. */
function isPlain(flat: string, at: number, name: string): boolean {
  if (name === '') return true;
  if (afterSignals(flat, at) !== at || standsAt(name, 'ibid', 0) || isInterview(name)) return false;
  return !name.toLowerCase().includes('interview');
}

function publicationOf(passage: Passage, match: RegExpExecArray, outlet: number, imprint: Pair | null): Publication {
  const { flat } = passage;
  const containerEnd = outlet + (match[3] as string).length;
  const month = match[4];
  const pages = match[9];
  const dateStart = imprint ? imprint.open + 1 : containerEnd + ', '.length;
  const dateEnd = imprint ? imprint.close : flat.length - 1;
  return {
    container: rawPart(passage, outlet, containerEnd),
    publisher: null,
    place: null,
    volume: match[6] ?? null,
    issue: match[7] ?? null,
    year: Number(flat.slice(dateEnd - 'YYYY'.length, dateEnd)),
    month: month === undefined ? null : monthOf(month),
    day: dayOrMonth(match[5], 31),
    date: rawPart(passage, dateStart, dateEnd),
    pages: pages === undefined ? null : rawPart(passage, flat.length - 1 - pages.length, flat.length - 1),
    url: null,
    accessed: null,
    imprint,
    forthcoming: false,
    containerEnd,
  };
}

/** `description`: null for an Ibid. */
function written(
  citation: Entry,
  passage: Passage,
  { start, end }: Range,
  description: Description | null,
): WrittenReference {
  return {
    start,
    end,
    citation,
    passage,
    ibid: description === null,
    short: null,
    description: description ?? describeShort([], null),
    locator: null,
    whole: { start, end },
    called: null,
  };
}

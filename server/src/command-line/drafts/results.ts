import { createHash } from 'node:crypto';
import { join, relative, resolve } from 'node:path';
import { BUILD } from '../../configuration/build.ts';
import { keep, makeFolder, readKept, sweep, userCacheFolder } from '../../configuration/cache-folder.ts';
import { type Finding, type Fix, SEVERITIES } from '../../rules/rule.ts';
import type { TextEdit } from '../../text/edit.ts';
import { Failure, reasonOf } from '../failure.ts';
import { readText } from '../files/text-file.ts';
import { fileOf, type ReadyDraft } from './read.ts';

/** What is kept of a draft that was checked. */
export interface Result {
  readonly hasCitations: boolean;
  readonly findings: readonly Finding[];
}

/** The place of one draft among what is kept. */
export interface Slot {
  /** What was kept, when it still holds. */
  readonly result: Result | null;
  /** Keeps what was found now, in its place. */
  readonly fill: (result: Result) => void;
}

/**
 * Results that are kept in a folder, one file a draft. They hold as long as the draft's text, its settings, the content
 * of its vocabularies and the build of the program are the same; the day counts for drafts that name a year that is
 * not over. Nothing in the folder is trusted: what this program did not write for this very check is as good as none.
 *
 * @param folder an absolute path
 */
export function openResults(folder: string): (draft: ReadyDraft) => Slot | null {
  const keyOf = createKeys();
  return (draft) => {
    const key = keyOf(draft);
    if (key === null) return null;
    // The folder may move with the drafts, as when a pipeline carries it to where it checks them out the next time.
    const file = join(folder, `${hash(relative(folder, fileOf(draft.candidate)))}.json`);
    return {
      result: read(file, key, draft.text.length),
      fill: ({ hasCitations, findings }) => {
        const body = JSON.stringify({ hasCitations, findings });
        keep(file, `${seal(key, body)}\n${body}`);
      },
    };
  };
}

/** The same in memory, for as long as the program runs. */
export function rememberResults(): (draft: ReadyDraft) => Slot | null {
  const known = new Map<string, { readonly key: string; readonly result: Result }>();
  return (draft) => {
    // What vocabularies hold is asked anew for each draft: they may have changed.
    const key = createKeys()(draft);
    if (key === null) return null;
    const file = fileOf(draft.candidate);
    const kept = known.get(file);
    return { result: kept?.key === key ? kept.result : null, fill: (result) => known.set(file, { key, result }) };
  };
}

/** Makes keys that two checks share whose results are the same; null where there is something to say each time. */
function createKeys(): (draft: ReadyDraft) => string | null {
  const vocabularies = new Map<string, string | null>();
  const digestOfFile = (path: string): string | null => {
    const known = vocabularies.get(path);
    if (known !== undefined) return known;
    const digest = digestOrNull(path);
    vocabularies.set(path, digest);
    return digest;
  };
  return ({ text, settings, today }) => {
    const names = settings.vocabularies.map(digestOfFile);
    // With a vocabulary that cannot be read, there is something to say each time.
    if (names.includes(null)) return null;
    const { notation, rules, headings, defaultVocabulary } = settings;
    const day = restsOnDay(text, today) ? today : null;
    return JSON.stringify([BUILD, day, notation, rules, headings, defaultVocabulary, names, hash(text)]);
  };
}

/** The folder for results, made if need be: the one that is named, or one in the user's folder. */
export function resultsFolder(named: string | undefined): string {
  // A variable of a pipeline that holds nothing would mean the current folder.
  if (named === '') throw new Failure('--cache-location: expected a folder');
  const folder = named === undefined ? userCacheFolder('results') : resolve(named);
  if (folder === null)
    throw new Failure('--cache: there is no home folder to keep results in, expected --cache-location');
  try {
    makeFolder(folder);
    sweep(folder);
  } catch (error) {
    throw new Failure(`${named ?? folder}: results cannot be kept here: ${reasonOf(error)}`);
  }
  return folder;
}

/** Whether what is found may change with the day: the text has a number that can be this year, or one to come. */
export function restsOnDay(text: string, today: string): boolean {
  const thisYear = Number(today.slice(0, 4));
  for (const [digits] of text.matchAll(/\d{4,}/g)) if (Number(digits) >= thisYear) return true;
  return false;
}

function read(file: string, key: string, length: number): Result | null {
  const content = readKept(file)?.toString() ?? '';
  const end = content.indexOf('\n');
  const body = content.slice(end + 1);
  if (end === -1 || content.slice(0, end) !== seal(key, body)) return null;
  try {
    const result: unknown = JSON.parse(body);
    return isResult(result, length) ? result : null;
  } catch {
    return null;
  }
}

/** Tells what this program wrote for this key from anything else, a file cut off among it. */
function seal(key: string, body: string): string {
  return hash(`${key}\n${body}`);
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function digestOrNull(path: string): string | null {
  try {
    return hash(readText(path));
  } catch {
    return null;
  }
}

/** Whether a value has the shape of a result on a draft of that length. */
function isResult(value: unknown, length: number): value is Result {
  const isText = (part: unknown) => typeof part === 'string';
  const isFlag = (part: unknown) => typeof part === 'boolean';
  const isRange = ({ start, end }: Shape) =>
    Number.isInteger(start) &&
    Number.isInteger(end) &&
    Number(start) >= 0 &&
    Number(start) <= Number(end) &&
    Number(end) <= length;
  const isEdit = (edit: unknown) => isShape(edit) && isRange(edit) && isText(edit.text);
  const isFix = (fix: unknown) => isShape(fix) && isText(fix.title) && isFlag(fix.safe) && isListOf(fix.edits, isEdit);
  const isRelated = (place: unknown) => isShape(place) && isRange(place) && isText(place.message);
  const isFinding = (finding: unknown) =>
    isShape(finding) &&
    isRange(finding) &&
    isText(finding.rule) &&
    isText(finding.message) &&
    SEVERITIES.some((severity) => severity === finding.severity) &&
    isFlag(finding.unnecessary) &&
    isListOf(finding.related, isRelated) &&
    isListOf(finding.fixes, isFix);
  return isShape(value) && isFlag(value.hasCitations) && isListOf(value.findings, isFinding);
}

/** Anything that may be asked for any of its parts. */
type Shape = Partial<Readonly<Record<keyof Finding | keyof Fix | keyof TextEdit | keyof Result, unknown>>>;

function isShape(value: unknown): value is Shape {
  return typeof value === 'object' && value !== null;
}

function isListOf(value: unknown, isItem: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isItem);
}

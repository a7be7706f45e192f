import type * as v from 'valibot';
import { quote } from '../rules/words.ts';
import { nearest } from '../text/distance.ts';

// What valibot says of a configuration, in this program's words.

const FARTHEST_NAME = 4;

/** What is wrong, and where: the keys that lead there from the outside in. */
export interface Wrong {
  readonly path: readonly (string | number)[];
  /** Whether it is the key itself that is wrong, or what it leads to. */
  readonly at: 'key' | 'value';
  /** *Unexpected X, expected Y*, without a final full stop. */
  readonly message: string;
}

/** @param schema that of the whole, in which names that come near to an unknown one are looked for */
export function describeIssue(issue: v.BaseIssue<unknown>, schema: unknown): Wrong {
  const { steps, type, expected, message, input } = innermost(issue);
  const path = steps.map(({ key }) => key as string | number);
  const last = steps.at(-1);
  const key = String(last?.key);
  // Valibot says of a key that is not known that it expects it never, and of one that is missing that it expects it.
  if (type === 'strict_object' && expected === 'never') {
    return Array.isArray(last?.input)
      ? { path: path.slice(0, -1), at: 'value', message: `Unexpected list, expected ${message}` }
      : { path, at: 'key', message: unknownKey(key, path.slice(0, -1), schema) };
  }
  if (type === 'strict_object' && last?.origin === 'key')
    return { path: path.slice(0, -1), at: 'value', message: `Unexpected item without ${quote(key)}, expected it` };
  if (type === 'strict_tuple' && last && path.at(-1) !== 0)
    return { path: path.slice(0, -1), at: 'value', message: `Unexpected list of another length, expected ${message}` };
  return { path, at: 'value', message: `Unexpected ${describe(input)}, expected ${message}` };
}

/** Lists without items where maps are due: valibot takes them for maps without keys. */
export function emptyLists(value: unknown, schema: unknown, path: Wrong['path'] = []): readonly Wrong[] {
  if (!isMap(schema)) return [];
  const { entries, wrapped, item, message }: SchemaParts = schema;
  if (wrapped) return emptyLists(value, wrapped, path);
  if (Array.isArray(value)) {
    if (!entries) return value.flatMap((part, index) => emptyLists(part, item, [...path, index]));
    const isEmpty = value.length === 0;
    return isEmpty ? [{ path, at: 'value', message: `Unexpected list, expected ${message}` }] : [];
  }
  if (!isMap(value) || !entries) return [];
  return Object.entries(value).flatMap(([key, part]) => emptyLists(part, entries[key], [...path, key]));
}

interface Inner {
  readonly steps: readonly v.IssuePathItem[];
  readonly type: string;
  readonly expected: string | null;
  readonly message: string;
  readonly input: unknown;
}

/** Of the alternatives that a list fails all, the one for lists says what is wrong in it. */
function innermost(issue: v.BaseIssue<unknown>): Inner {
  const { path: steps = [], type, expected, message, input } = issue;
  const own = { steps, type, expected, message, input };
  if (type !== 'union' || !Array.isArray(input)) return own;
  const inner = issue.issues?.find(({ path }) => path && path.length > 0);
  if (!inner) return own;
  const found = innermost(inner);
  return { ...found, steps: [...steps, ...found.steps] };
}

function unknownKey(key: string, parents: Wrong['path'], schema: unknown): string {
  const known = knownKeys(parents, schema);
  const kind = parents.at(-1) === 'rules' ? 'rule' : isOptions(parents) ? 'option' : 'key';
  const near = nearest(key.toLowerCase(), known, FARTHEST_NAME) ?? nearest(key, known, FARTHEST_NAME);
  const expected =
    near !== null ? quote(near) : kind === 'rule' ? 'a rule that “sentinel-citations rules” lists' : known.join(', ');
  return `Unexpected ${kind} ${quote(key)}, expected ${expected || 'none here'}`;
}

/** Whether `parents` lead to a rule's options, the second of a list. */
function isOptions(parents: Wrong['path']): boolean {
  return parents.at(-3) === 'rules' && parents.at(-1) === 1;
}

/** The keys of the map that `parents` lead to. */
function knownKeys(parents: Wrong['path'], schema: unknown): readonly string[] {
  let entries = entriesOf(schema) ?? {};
  for (const parent of parents) entries = entriesOf(entries[String(parent)]) ?? entries;
  return Object.keys(entries).filter((key) => !key.startsWith('$'));
}

interface SchemaParts {
  readonly entries?: Readonly<Record<string, unknown>>;
  readonly wrapped?: unknown;
  readonly item?: unknown;
  readonly message?: unknown;
  /** Of a union: its alternatives; of a choice of texts: the texts. */
  readonly options?: readonly unknown[];
  readonly items?: readonly unknown[];
}

/** The entries of a map's schema, found through what wraps it: that of a list's items, of an alternative. */
function entriesOf(schema: unknown): Readonly<Record<string, unknown>> | null {
  if (!isMap(schema)) return null;
  const { entries, wrapped, item, options = [], items = [] }: SchemaParts = schema;
  if (entries) return entries;
  for (const part of [wrapped, item, ...options, ...items]) {
    const found = entriesOf(part);
    if (found) return found;
  }
  return null;
}

function describe(value: unknown): string {
  if (value === null || value === undefined) return 'empty value';
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'object') return 'map';
  return value === '' ? 'empty text' : `value ${quote(String(value))}`;
}

function isMap(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

import type * as v from 'valibot';
import { startOf } from './cut.ts';
import { likeliest } from './distance.ts';
import { quote } from './quote.ts';

// What valibot says of a file that people write, a configuration or a vocabulary, in this program's words.

const FARTHEST_NAME = 4;
/** Of a reason that quotes the text no more is told. */
const LONGEST_REASON = 120;

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
  if (type === 'strict_object' && last?.origin === 'key') {
    const missing = entriesAt(path.slice(0, -1), schema)[key];
    const due = isMap(missing) ? (missing as SchemaParts).message : undefined;
    const message = `Unexpected item without ${quote(key)}, expected ${due ?? 'it'}`;
    return { path: path.slice(0, -1), at: 'value', message };
  }
  if (type === 'strict_tuple' && last && path.at(-1) !== 0)
    return { path: path.slice(0, -1), at: 'value', message: `Unexpected list of another length, expected ${message}` };
  return {
    path,
    at: last?.origin === 'key' ? 'key' : 'value',
    message: `Unexpected ${describe(input)}, expected ${message}`,
  };
}

/** Keys of maps that valibot leaves out. */
const LEFT_OUT: readonly string[] = ['__proto__', 'prototype', 'constructor'];

/**
 * What valibot does not say: lists where maps are due, which it takes for maps without keys, or with numbers for keys; and
 * keys that it leaves out.
 */
export function passedOver(value: unknown, schema: unknown, path: Wrong['path'] = []): readonly Wrong[] {
  if (!isMap(schema)) return [];
  const { entries, wrapped, item, value: any, message }: SchemaParts = schema;
  if (wrapped) return passedOver(value, wrapped, path);
  if (Array.isArray(value)) {
    if (any || entries) return [{ path, at: 'value', message: `Unexpected list, expected ${message}` }];
    return value.flatMap((part, index) => passedOver(part, item, [...path, index]));
  }
  if (!isMap(value)) return [];
  if (any) {
    const keys = LEFT_OUT.filter((key) => Object.hasOwn(value, key));
    return keys.map((key) => ({
      path: [...path, key],
      at: 'key',
      message: `Unexpected key ${quote(key)}, expected another name`,
    }));
  }
  if (!entries) return [];
  return Object.entries(value).flatMap(([key, part]) => passedOver(part, entries[key], [...path, key]));
}

/** Of the errors of one text in YAML those with a cause of their own: whatever follows on broken syntax is its aftermath. */
export function causesOf<Issue extends { readonly code: string }>(errors: readonly Issue[]): readonly Issue[] {
  const broken = errors.findIndex(({ code }) => code !== 'DUPLICATE_KEY');
  return broken === -1 ? errors : errors.slice(0, broken + 1);
}

/** What engines say of a text that nests more than they have room for. */
const NESTED_TOO_DEEPLY = /call stack|recursion/i;

/** What the reader of YAML says, its own words last. */
export function describeYaml(message: string): string {
  if (NESTED_TOO_DEEPLY.test(message)) return 'Unexpected depth of lists and keys, expected them nested less deeply';
  if (message.startsWith('Source contains multiple documents')) return 'Unexpected second document, expected one';
  const line = message.replace(/^\w*Error: /, '').split('\n', 1)[0] as string;
  const reason = line.length > LONGEST_REASON ? `${startOf(line, LONGEST_REASON)}…` : line;
  return `Unexpected YAML, expected it to be well-formed: ${reason.replace(/[.:]$/, '')}`;
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
  const most = Math.min(FARTHEST_NAME, Math.ceil(key.length / 2));
  const near = likeliest(key.toLowerCase(), known, most) ?? likeliest(key, known, most);
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
  return Object.keys(entriesAt(parents, schema)).filter((key) => !key.startsWith('$'));
}

/** The entries of the map that `parents` lead to; steps into lists lead to what their items are. */
function entriesAt(parents: Wrong['path'], schema: unknown): Readonly<Record<string, unknown>> {
  let entries = entriesOf(schema) ?? {};
  for (const parent of parents) entries = entriesOf(entries[String(parent)]) ?? entries;
  return entries;
}

interface SchemaParts {
  readonly entries?: Readonly<Record<string, unknown>>;
  readonly wrapped?: unknown;
  readonly item?: unknown;
  /** Of a map with any keys: what each leads to. */
  readonly value?: unknown;
  readonly message?: unknown;
  /** Of a union: its alternatives; of a choice of texts: the texts. */
  readonly options?: readonly unknown[];
  readonly items?: readonly unknown[];
}

/** The entries of a map's schema, found through what wraps it: that of a list's items, of an alternative. */
function entriesOf(schema: unknown): Readonly<Record<string, unknown>> | null {
  if (!isMap(schema)) return null;
  const { entries, wrapped, item, value, options = [], items = [] }: SchemaParts = schema;
  if (entries) return entries;
  for (const part of [wrapped, item, value, ...options, ...items]) {
    const found = entriesOf(part);
    if (found) return found;
  }
  return null;
}

function describe(value: unknown): string {
  if (value === null || value === undefined) return 'empty value';
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'object') return 'map';
  if (typeof value === 'number') return `number ${value}`;
  return value === '' ? 'empty text' : `value ${quote(String(value))}`;
}

/** A map as readers of YAML and JSON make it. */
export function isMap(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

import { dirname, resolve } from 'node:path';
import * as v from 'valibot';
import { quote } from '../rules/words.ts';
import { nearest } from '../text/distance.ts';
import type { Range } from '../text/range.ts';
import { type ConfigurationDocument, type Path, readDocument } from './document.ts';
import { globMatcher } from './globs.ts';
import type { ConfigurationProblem } from './problem.ts';
import { type ConfigurationFile, configurationSchema, type Effects } from './schema.ts';
import type { Layer } from './settings.ts';

/** The key of a draft's front matter under which it may hold what a configuration file holds. */
const FRONT_MATTER_KEY = 'sentinel-citations';
/** The style that makes a file a draft: `style: ctc-sentinel` in its front matter. */
const STYLE = 'ctc-sentinel';
const FARTHEST_NAME = 4;

/** One configuration file, read and checked. */
export interface ParsedConfiguration {
  /** Null where there are problems, and where the front matter has nothing for us. */
  readonly layer: Layer | null;
  /** The path, or `default`, that the file extends, with what to say when that cannot be done. */
  readonly base: { readonly path: string; readonly problem: (message: string) => ConfigurationProblem } | null;
  readonly problems: readonly ConfigurationProblem[];
}

/** @param file the absolute path of a `.yaml` or `.json` file, `text` what it holds */
export function parseConfiguration(file: string, text: string): ParsedConfiguration {
  const document = readDocument(file, text, { start: 0, end: text.length });
  return checkValue(file, document, [], document.value ?? {});
}

export interface ParsedFrontMatter extends ParsedConfiguration {
  /** The front matter says that the file is a draft in this style. */
  readonly hasStyle: boolean;
}

interface FrontMatter {
  readonly style?: unknown;
  readonly [FRONT_MATTER_KEY]?: unknown;
}

/** @param range the YAML of a draft's front matter, between its fences */
export function parseFrontMatter(file: string, text: string, range: Range): ParsedFrontMatter {
  const document = readDocument(file, text, range);
  const { style, [FRONT_MATTER_KEY]: value }: FrontMatter = isMap(document.value) ? document.value : {};
  const parsed =
    value === undefined
      ? { layer: null, base: null, problems: document.problems }
      : checkValue(file, document, [FRONT_MATTER_KEY], value);
  return { ...parsed, hasStyle: style === STYLE };
}

function checkValue(file: string, document: ConfigurationDocument, at: Path, value: unknown): ParsedConfiguration {
  if (document.problems.length > 0) return { layer: null, base: null, problems: document.problems };
  const result = v.safeParse(configurationSchema, value);
  if (!result.success) {
    return { layer: null, base: null, problems: result.issues.map((issue) => problemOf(issue, document, at)) };
  }
  const { extends: path } = result.output;
  const problem = (message: string) => document.problemAt([...at, 'extends'], message);
  return {
    layer: layerOf(dirname(file), result.output),
    base: path === undefined ? null : { path, problem },
    problems: [],
  };
}

function layerOf(folder: string, { drafts, ignore, overrides = [], ...effects }: ConfigurationFile): Layer {
  return {
    effects: atFolder(folder, effects),
    isDraft: drafts ? globMatcher(folder, drafts) : null,
    isIgnored: ignore ? globMatcher(folder, ignore) : null,
    overrides: overrides.map(({ files, ...some }) => ({
      matches: globMatcher(folder, files),
      effects: atFolder(folder, some),
    })),
  };
}

function atFolder(folder: string, effects: Effects): Effects {
  const { vocabularies } = effects;
  return vocabularies ? { ...effects, vocabularies: vocabularies.map((path) => resolve(folder, path)) } : effects;
}

function problemOf(
  issue: v.InferIssue<typeof configurationSchema>,
  document: ConfigurationDocument,
  at: Path,
): ConfigurationProblem {
  const steps = issue.path ?? [];
  const path = [...at, ...steps.map(({ key }) => key as string | number)];
  const last = steps.at(-1);
  const key = String(last?.key);
  // Valibot says of a key that is not known that it expects it never, and of one that is missing that it expects it.
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    if (Array.isArray(last?.input)) {
      return document.problemAt(path.slice(0, -1), `Unexpected list, expected ${issue.message}`);
    }
    return document.problemAt(
      path,
      unknownKey(
        key,
        steps.slice(0, -1).map((step) => step.key),
      ),
      'key',
    );
  }
  if (issue.type === 'strict_object' && last?.origin === 'key') {
    return document.problemAt(path.slice(0, -1), `Unexpected item without ${quote(key)}, expected it`);
  }
  return document.problemAt(path, `Unexpected ${describe(issue.input)}, expected ${issue.message}`);
}

function unknownKey(key: string, parents: readonly unknown[]): string {
  const known = knownKeys(parents);
  const kind = parents.at(-1) === 'rules' ? 'rule' : 'key';
  const near = nearest(key.toLowerCase(), known, FARTHEST_NAME);
  const expected =
    near !== null ? quote(near) : kind === 'rule' ? 'a rule that “sentinel-citations rules” lists' : known.join(', ');
  return `Unexpected ${kind} ${quote(key)}, expected ${expected || 'none here'}`;
}

/** The keys of the map that `parents` lead to. */
function knownKeys(parents: readonly unknown[]): readonly string[] {
  let { entries }: { entries: Readonly<Record<string, unknown>> } = configurationSchema;
  for (const parent of parents) entries = entriesOf(entries[String(parent)]) ?? entries;
  return Object.keys(entries).filter((key) => !key.startsWith('$'));
}

interface SchemaParts {
  readonly entries?: Readonly<Record<string, unknown>>;
  readonly wrapped?: unknown;
  readonly item?: unknown;
}

/** The entries of a map's schema, or of that of a list's items, found through what wraps it. */
function entriesOf(schema: unknown): Readonly<Record<string, unknown>> | null {
  if (!isMap(schema)) return null;
  const { entries, wrapped, item }: SchemaParts = schema;
  return entries ?? entriesOf(wrapped ?? item);
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

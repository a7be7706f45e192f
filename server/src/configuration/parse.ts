import { dirname, resolve } from 'node:path';
import * as v from 'valibot';
import { quote } from '../text/quote.ts';
import type { Range } from '../text/range.ts';
import { describeIssue, isMap, passedOver } from '../text/schema-issues.ts';
import { type ConfigurationDocument, type Path, readDocument } from './document.ts';
import { globMatcher } from './globs.ts';
import type { ConfigurationProblem } from './problem.ts';
import { type ConfigurationFile, configurationSchema, type Effects } from './schema.ts';
import type { Layer, PlacedEffects } from './settings.ts';

/** The key of a draft's front matter under which it may hold what a configuration file holds. */
const FRONT_MATTER_KEY = 'sentinel-citations';
const PLAIN_KEY = plainKey(FRONT_MATTER_KEY);
/** The style that makes a file a draft: `style: ctc-sentinel` in its front matter. */
const STYLE = 'ctc-sentinel';

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
  const matter: FrontMatter = isMap(document.value) ? document.value : {};
  const { style, [FRONT_MATTER_KEY]: value } = matter;
  const misspelled = Object.keys(matter).filter((key) => key !== FRONT_MATTER_KEY && plainKey(key) === PLAIN_KEY);
  const problems = misspelled.map((key) =>
    document.problemAt([key], `Unexpected key ${quote(key)}, expected ${quote(FRONT_MATTER_KEY)}`, 'key'),
  );
  const parsed =
    value === undefined || problems.length > 0
      ? { layer: null, base: null, problems: [...document.problems, ...problems] }
      : checkValue(file, document, [FRONT_MATTER_KEY], value);
  return { ...parsed, hasStyle: style === STYLE };
}

function checkValue(file: string, document: ConfigurationDocument, at: Path, value: unknown): ParsedConfiguration {
  if (document.problems.length > 0) return { layer: null, base: null, problems: document.problems };
  const result = v.safeParse(configurationSchema, value);
  if (!result.success) {
    return { layer: null, base: null, problems: inOrder(result.issues.map((issue) => problemOf(issue, document, at))) };
  }
  const lists = passedOver(value, configurationSchema);
  if (lists.length > 0) {
    const problems = lists.map(({ path, message }) => document.problemAt([...at, ...path], message));
    return { layer: null, base: null, problems };
  }
  const { extends: path } = result.output;
  const problem = (message: string) => document.problemAt([...at, 'extends'], message);
  return {
    layer: layerOf(dirname(file), result.output, (path) => document.problemAt([...at, ...path], '')),
    base: path === undefined ? null : { path, problem },
    problems: [],
  };
}

function layerOf(
  folder: string,
  { drafts, ignore, overrides = [], ...effects }: ConfigurationFile,
  placeOf: (path: Path) => ConfigurationProblem,
): Layer {
  return {
    effects: atFolder(folder, effects, [], placeOf),
    isDraft: drafts ? globMatcher(folder, drafts) : null,
    isIgnored: ignore ? globMatcher(folder, ignore) : null,
    overrides: overrides.map(({ files, ...some }, index) => ({
      matches: globMatcher(folder, files),
      effects: atFolder(folder, some, ['overrides', index], placeOf),
    })),
  };
}

function atFolder(
  folder: string,
  effects: Effects,
  path: Path,
  placeOf: (path: Path) => ConfigurationProblem,
): PlacedEffects {
  if (!effects.vocabularies) return effects;
  const vocabularies = effects.vocabularies.map((name) => resolve(folder, name));
  const places = vocabularies.map((name, index) => {
    const { file, start, end } = placeOf([...path, 'vocabularies', index]);
    return [name, { file, start, end }] as const;
  });
  return { ...effects, vocabularies, vocabularyPlaces: Object.fromEntries(places) };
}

/** Valibot says of keys that are not known last. */
function inOrder(problems: readonly ConfigurationProblem[]): ConfigurationProblem[] {
  return [...problems].sort((a, b) => a.start.offset - b.start.offset);
}

function problemOf(
  issue: v.InferIssue<typeof configurationSchema>,
  document: ConfigurationDocument,
  base: Path,
): ConfigurationProblem {
  const { path, at, message } = describeIssue(issue, configurationSchema);
  return document.problemAt([...base, ...path], message, at);
}

/** A key as whoever misspells it may have meant it: without an `s` at its end, hyphens and capitals. */
function plainKey(key: string): string {
  return key.toLowerCase().replace(/[-_ ]|s$/g, '');
}

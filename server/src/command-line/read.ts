import { resolve } from 'node:path';
import { type Analysis, analyse, type Context } from '../analysis.ts';
import { dayOf } from '../configuration/day.ts';
import {
  type Configuration,
  type ConfigurationLookup,
  createLookup,
  type LookupOptions,
} from '../configuration/lookup.ts';
import type { Settings } from '../configuration/settings.ts';
import { type ConfiguredVocabulary, createVocabularies } from '../configuration/vocabularies.ts';
import { openVocabularyCache } from '../configuration/vocabulary-cache.ts';
import { mergeSettings, type RuleSettings } from '../rules/settings.ts';
import { Failure } from './failure.ts';
import { type Candidate, nameOf, STANDARD_INPUT } from './find.ts';
import { readConfigurationFile, readText } from './text-file.ts';

/** A draft that was read and checked. */
export interface CheckedDraft {
  readonly candidate: Candidate;
  readonly context: Context;
  readonly analysis: Analysis;
}

export type Outcome =
  /** The draft was checked with what did load; `failures` are those of vocabularies. */
  | { readonly kind: 'draft'; readonly draft: CheckedDraft; readonly failures: readonly Failure[] }
  | { readonly kind: 'passedOver' }
  | { readonly kind: 'failed'; readonly failures: readonly Failure[] };

export interface ReadOptions {
  /** The configuration file for all drafts; false for none; undefined for the nearest above each draft. */
  readonly config?: string | false | undefined;
  /** Severities that win over all configuration. */
  readonly rule?: RuleSettings | undefined;
  /** Vocabulary files over those that are configured. */
  readonly vocabulary?: readonly string[] | undefined;
  /** False: without the default vocabulary, whatever is configured. */
  readonly defaultVocabulary?: boolean | undefined;
}

/** Reads and checks one file after the other; configuration is read once for all of them. */
export function createReader(options: ReadOptions): (candidate: Candidate) => Promise<Outcome> {
  const lookup = createLookup({ readFile: readConfigurationFile, source: sourceOf(options.config) });
  const today = dayOf(new Date());
  const vocabularies = createVocabularies(readConfigurationFile, openVocabularyCache());
  const vocabularyOf = (settings: Settings) =>
    vocabularies({
      vocabularies: [...settings.vocabularies, ...(options.vocabulary ?? []).map((path) => resolve(path))],
      vocabularyPlaces: settings.vocabularyPlaces,
      defaultVocabulary: settings.defaultVocabulary && options.defaultVocabulary !== false,
    });
  return async (candidate) => {
    try {
      const over = { today, ...(options.rule && { rules: options.rule }) };
      return await readCandidate(candidate, lookup, vocabularyOf, over);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      return { kind: 'failed', failures: [new Failure(`${candidate.name}: ${error.message}`)] };
    }
  };
}

async function readCandidate(
  candidate: Candidate,
  lookup: ConfigurationLookup,
  vocabularyOf: (settings: Settings) => Promise<ConfiguredVocabulary>,
  over: Context,
): Promise<Outcome> {
  const named = candidate.foundIn === null;
  const file = candidate.path === STANDARD_INPUT ? resolve(candidate.name) : candidate.path;
  const byPath = await lookup.forFile(file);
  if (byPath.problems.length > 0) return failed(byPath);
  if (!named && byPath.settings.isDraft === false) return { kind: 'passedOver' };

  const text = readText(candidate.path);
  const configuration = await lookup.forDraft(file, text);
  if (configuration.problems.length > 0) return failed(configuration);
  const { isDraft, headings, notation, rules } = configuration.settings;
  if (!named && isDraft === false) return { kind: 'passedOver' };

  const { vocabulary, problems } = await vocabularyOf(configuration.settings);
  const context = { ...over, vocabulary, headings, notation, rules: mergeSettings(rules, over.rules ?? {}) };
  const analysis = analyse(text, context);
  const hasCitations = analysis.draft.sections.some(({ kind }) => kind === 'citations');
  if (!named && !isDraft && !hasCitations) return { kind: 'passedOver' };
  return { kind: 'draft', draft: { candidate, context, analysis }, failures: failuresOf(problems) };
}

function failed({ problems }: Configuration): Outcome {
  return { kind: 'failed', failures: failuresOf(problems) };
}

function failuresOf(problems: Configuration['problems']): Failure[] {
  return problems.map(
    ({ file, start, message }) => new Failure(`${nameOf(file)}:${start.line}:${start.column}: ${message}`),
  );
}

function sourceOf(config: ReadOptions['config']): NonNullable<LookupOptions['source']> {
  if (config === false) return 'none';
  return config === undefined ? 'nearest' : { file: resolve(config) };
}

import { resolve } from 'node:path';
import type { Analysis } from '../../analysis.ts';
import { type Configuration, createLookup, type LookupOptions } from '../../configuration/lookup.ts';
import type { ConfigurationProblem } from '../../configuration/problem.ts';
import type { Settings } from '../../configuration/settings.ts';
import type { ConfiguredVocabulary } from '../../configuration/vocabularies.ts';
import { mergeSettings, type RuleSettings } from '../../rules/settings.ts';
import { isFailure } from '../failure.ts';
import { nameOf } from '../files/file-name.ts';
import type { Candidate } from '../files/find.ts';
import { STANDARD_INPUT } from '../files/standard-input.ts';
import { readConfigurationFile, readText } from '../files/text-file.ts';

/** A text that may be a draft, and what it is to be checked against. */
export interface ReadyDraft {
  readonly candidate: Candidate;
  readonly text: string;
  /** As configured, with what the command line says on top. */
  readonly settings: Settings;
  /** The day of the check, `YYYY-MM-DD`. */
  readonly today: string;
  /** The names to read it with, loaded when they are asked for. */
  readonly vocabulary: () => Promise<ConfiguredVocabulary>;
}

/** A draft that was read and checked. */
export interface CheckedDraft {
  readonly candidate: Candidate;
  readonly analysis: Analysis;
  /** Checks another text of the same draft. */
  readonly analyse: (text: string) => Analysis;
  /** Lines on vocabularies that could not be used; the others hold. */
  readonly failures: readonly string[];
}

/** A file that was read. Without a draft and without a failure it is to be passed over. */
interface Reading {
  readonly draft: ReadyDraft | null;
  /** Why it cannot be checked, one line each. */
  readonly failures: readonly string[];
}

export interface ReadOptions {
  /** The configuration file for all drafts; false for none; undefined for the nearest above each draft. */
  readonly config?: string | false | undefined;
  /** Severities that win over all configuration. */
  readonly rule?: RuleSettings | undefined;
  /** Vocabulary files over those that are configured. */
  readonly vocabulary?: readonly string[] | undefined;
  /** False: without the default vocabulary, whatever is configured. */
  readonly defaultVocabulary?: boolean | undefined;
  /** False: vocabularies are compiled anew, and not kept. */
  readonly cache?: boolean | undefined;
}

const PASSED_OVER: Reading = { draft: null, failures: [] };

/**
 * Reads one file after the other, without checking it; configuration is read once for all of them.
 *
 * @param onConfiguration is told the absolute path of each file that configures, there or not
 */
export function createReader(
  options: ReadOptions,
  today: string,
  onConfiguration: (path: string) => void = () => {},
): (candidate: Candidate) => Promise<Reading> {
  const readFile = (path: string) => {
    onConfiguration(path);
    return readConfigurationFile(path);
  };
  const lookup = createLookup({ readFile, source: sourceOf(options.config) });
  const openVocabularies = async () => {
    const { createVocabularies, openVocabularyCache } = await loadAnalysing();
    return createVocabularies(readFile, options.cache === false ? undefined : openVocabularyCache);
  };
  let vocabularies: ReturnType<typeof openVocabularies> | null = null;
  const over = (options.vocabulary ?? []).map((path) => resolve(path));
  const read = async (candidate: Candidate): Promise<Reading> => {
    const named = candidate.foundIn === null;
    const file = fileOf(candidate);
    const byPath = await lookup.forFile(file);
    if (byPath.problems.length > 0) return { draft: null, failures: linesOf(byPath) };
    if (!named && byPath.settings.isDraft === false) return PASSED_OVER;

    const text = readText(candidate.path);
    const configuration = await lookup.forDraft(file, text);
    if (configuration.problems.length > 0) return { draft: null, failures: linesOf(configuration) };
    const configured = configuration.settings;
    if (!named && configured.isDraft === false) return PASSED_OVER;
    const settings = {
      ...configured,
      rules: mergeSettings(configured.rules, options.rule ?? {}),
      vocabularies: [...configured.vocabularies, ...over],
      defaultVocabulary: configured.defaultVocabulary && options.defaultVocabulary !== false,
    };
    const vocabulary = async () => {
      vocabularies ??= openVocabularies();
      return (await vocabularies)(settings);
    };
    return { draft: { candidate, text, settings, today, vocabulary }, failures: [] };
  };
  return async (candidate) => {
    try {
      return await read(candidate);
    } catch (error) {
      if (!isFailure(error)) throw error;
      return { draft: null, failures: [`${candidate.name}: ${error.message}`] };
    }
  };
}

const importAnalysing = () => import('./analysing.ts');
let analysing: ReturnType<typeof importAnalysing> | null = null;

/** Drafts whose results were kept do without. */
function loadAnalysing(): ReturnType<typeof importAnalysing> {
  analysing ??= importAnalysing();
  return analysing;
}

/** Checks what was read. */
export async function checkDraft(draft: ReadyDraft): Promise<CheckedDraft> {
  const { candidate, text, settings, today } = draft;
  const { analyse } = await loadAnalysing();
  const configured = await draft.vocabulary();
  const { headings, notation, rules } = settings;
  const context = { today, vocabulary: configured.vocabulary, headings, notation, rules };
  const analyseText = (other: string) => analyse(other, context);
  return { candidate, analysis: analyseText(text), analyse: analyseText, failures: linesOf(configured) };
}

/** Whether a file counts as a draft: it is named outright, configuration says so, or it has a Citations section. */
export function isDraft({ candidate, settings }: ReadyDraft, itHasCitations: boolean): boolean {
  return candidate.foundIn === null || settings.isDraft === true || itHasCitations;
}

/** The absolute path of the file that the candidate is, or stands for. */
export function fileOf({ path, name }: Candidate): string {
  return path === STANDARD_INPUT ? resolve(name) : path;
}

function linesOf({ problems }: Pick<Configuration, 'problems'>): string[] {
  return problems.map(lineOf);
}

/** What is said of a problem, with the place in its file. */
export function lineOf({ file, start, message }: ConfigurationProblem): string {
  return `${nameOf(file)}:${start.line}:${start.column}: ${message}`;
}

/** Where configuration comes from, as `--config` and `--no-config` say. */
export function sourceOf(config: ReadOptions['config']): NonNullable<LookupOptions['source']> {
  if (config === false) return 'none';
  return config === undefined ? 'nearest' : { file: resolve(config) };
}

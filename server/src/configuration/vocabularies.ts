import type { VocabularyText } from '../vocabulary/load.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import type { ReadFile } from './chain.ts';
import { type ConfigurationProblem, problemOfFile } from './problem.ts';
import type { Settings } from './settings.ts';
import type { VocabularyCache } from './vocabulary-cache.ts';

/** The names that a draft is read with. */
export interface ConfiguredVocabulary {
  readonly vocabulary: Vocabulary;
  /** Of files that are left out; the others hold. */
  readonly problems: readonly ConfigurationProblem[];
  /** The absolute paths of the files that were read. */
  readonly files: readonly string[];
}

/** What settings say of vocabularies; without places, what cannot be read is reported at its own. */
type NamedVocabularies = Pick<Settings, 'vocabularies' | 'defaultVocabulary'> &
  Partial<Pick<Settings, 'vocabularyPlaces'>>;

/** What was read, whoever named it. */
interface ReadVocabularies extends ConfiguredVocabulary {
  /** Files that cannot be read, and why. */
  readonly missing: readonly { readonly path: string; readonly reason: string }[];
}

/** Opens what keeps compiled vocabularies, when there is one to keep; null where there is no place for them. */
export type OpenVocabularyCache = () => VocabularyCache | null;

/** Reads the vocabularies that settings name, each combination of files once. */
export function createVocabularies(
  readFile: ReadFile,
  openCache: OpenVocabularyCache = () => null,
): (settings: NamedVocabularies) => Promise<ConfiguredVocabulary> {
  const known = new Map<string, Promise<ReadVocabularies>>();
  return async ({ vocabularies, defaultVocabulary, vocabularyPlaces = {} }) => {
    const key = JSON.stringify([defaultVocabulary, vocabularies]);
    const reading = known.get(key) ?? readVocabularies(readFile, openCache, vocabularies, defaultVocabulary);
    known.set(key, reading);
    const { missing, problems, ...read } = await reading;
    const unread = missing.map(({ path, reason }): ConfigurationProblem => {
      const place = vocabularyPlaces[path];
      const message = `The vocabulary cannot be read: ${reason}`;
      return place ? { ...place, message: `${message} (${path})` } : problemOfFile(path, message);
    });
    return { ...read, problems: [...unread, ...problems] };
  };
}

async function readVocabularies(
  readFile: ReadFile,
  openCache: OpenVocabularyCache,
  paths: readonly string[],
  withDefault: boolean,
): Promise<ReadVocabularies> {
  const files: VocabularyText[] = [];
  const missing: { readonly path: string; readonly reason: string }[] = [];
  for (const path of paths) {
    try {
      const text = await readFile(path);
      if (text === null) throw new Error('there is no such file');
      files.push({ path, text });
    } catch (error) {
      missing.push({ path, reason: error instanceof Error ? error.message : String(error) });
    }
  }
  const cache = files.length > 0 ? openCache() : null;
  const kept = cache?.find(files, withDefault);
  if (kept) return { vocabulary: kept, problems: [], missing, files: paths };
  const base = withDefault
    ? (await import('../default-vocabulary.ts')).defaultVocabulary()
    : (await import('../vocabulary/vocabulary.ts')).noVocabulary();
  if (files.length === 0) return { vocabulary: base, problems: [], missing, files: paths };
  // What reads YAML is large, and most drafts name no vocabulary of their own.
  const { readVocabulary } = await import('../vocabulary/load.ts');
  const { vocabulary, problems } = readVocabulary(files, base);
  // With a problem there is something to say each time.
  if (problems.length === 0) cache?.keep(files, withDefault, vocabulary);
  return {
    vocabulary,
    problems: problems.map(({ path, line, column, offset, message }) => {
      const start = { line, column, offset };
      return { file: path, start, end: start, message };
    }),
    missing,
    files: paths,
  };
}

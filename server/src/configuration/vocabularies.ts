import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import type { ReadFile } from './chain.ts';
import type { ConfigurationProblem } from './problem.ts';
import type { Settings } from './settings.ts';

const START = { line: 1, column: 1, offset: 0 };

/** The names that a draft is read with. */
export interface ConfiguredVocabulary {
  readonly vocabulary: Vocabulary;
  /** Of files that are left out; the others hold. */
  readonly problems: readonly ConfigurationProblem[];
  /** The absolute paths of the files that were read. */
  readonly files: readonly string[];
}

/** Reads the vocabularies that settings name, each combination of files once. */
export function createVocabularies(
  readFile: ReadFile,
): (settings: Pick<Settings, 'vocabularies' | 'defaultVocabulary'>) => Promise<ConfiguredVocabulary> {
  const known = new Map<string, Promise<ConfiguredVocabulary>>();
  return ({ vocabularies, defaultVocabulary }) => {
    const key = JSON.stringify([defaultVocabulary, vocabularies]);
    const reading = known.get(key) ?? readVocabularies(readFile, vocabularies, defaultVocabulary);
    known.set(key, reading);
    return reading;
  };
}

async function readVocabularies(
  readFile: ReadFile,
  paths: readonly string[],
  withDefault: boolean,
): Promise<ConfiguredVocabulary> {
  const base = withDefault
    ? (await import('../default-vocabulary.ts')).defaultVocabulary()
    : (await import('../vocabulary/vocabulary.ts')).NO_VOCABULARY;
  if (paths.length === 0) return { vocabulary: base, problems: [], files: [] };
  const texts: { readonly path: string; readonly text: string }[] = [];
  const problems: ConfigurationProblem[] = [];
  for (const path of paths) {
    try {
      const text = await readFile(path);
      if (text === null) throw new Error('there is no such file');
      texts.push({ path, text });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      problems.push({ file: path, start: START, end: START, message: `The vocabulary cannot be read: ${reason}` });
    }
  }
  // What reads YAML is large, and most drafts name no vocabulary of their own.
  const { readVocabulary } = await import('../vocabulary/load.ts');
  const reading = readVocabulary(texts, base);
  for (const { path, line, column, offset, message } of reading.problems) {
    const start = { line, column, offset };
    problems.push({ file: path, start, end: start, message });
  }
  return { vocabulary: reading.vocabulary, problems, files: paths };
}

import { readFileSync } from 'node:fs';
import { readVocabulary } from './vocabulary/load.ts';
import type { Vocabulary } from './vocabulary/vocabulary.ts';

/** The files of the default vocabulary, each over the ones before it. */
const FILES = ['afghanistan-pakistan.yaml', 'groups.yaml', 'people-and-places.yaml'];

let vocabulary: Vocabulary | null = null;

/**
 * The vocabulary that comes along. The build puts in its place what this file reads, compiled: the command parses no
 * YAML at its start.
 */
export function defaultVocabulary(): Vocabulary {
  vocabulary ??= read();
  return vocabulary;
}

function read(): Vocabulary {
  const files = FILES.map((name) => ({
    path: `server/vocabulary/${name}`,
    text: readFileSync(new URL(`../vocabulary/${name}`, import.meta.url), 'utf8'),
  }));
  const reading = readVocabulary(files);
  const [problem] = reading.problems;
  if (problem) throw new Error(`${problem.path}:${problem.line}:${problem.column}: ${problem.message}`);
  return reading.vocabulary;
}

import { CONCEPT_LISTS, type ConceptList, type VocabularyFile } from '../schema.ts';

/** What was read from another format. */
export interface Imported {
  readonly file: VocabularyFile;
  /** What was there and could not be taken over, one sentence each. */
  readonly losses: readonly string[];
}

/** What was written in another format. */
export interface Exported {
  readonly text: string;
  /** What is in the vocabulary and the format cannot hold, one sentence each. */
  readonly losses: readonly string[];
}

/** A file of what was read, without lists that are empty; whoever loads it checks it. */
export function fileOf(
  sources: Readonly<Record<string, unknown>>,
  lists: Readonly<Record<ConceptList, readonly unknown[]>>,
): VocabularyFile {
  const filled = CONCEPT_LISTS.flatMap((name) => (lists[name].length > 0 ? [[name, lists[name]] as const] : []));
  return { ...(Object.keys(sources).length > 0 && { sources }), ...Object.fromEntries(filled) } as VocabularyFile;
}

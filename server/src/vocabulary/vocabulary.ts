import { compile, type Matcher } from './compile.ts';
import type { Concepts } from './concept.ts';

/** Concepts, and their labels made ready to be found. */
export interface Vocabulary extends Concepts {
  readonly matcher: Matcher;
}

export function makeVocabulary(concepts: Concepts): Vocabulary {
  return { ...concepts, matcher: compile(concepts) };
}

/** Without any names. */
export const NO_VOCABULARY: Vocabulary = makeVocabulary({ concepts: new Map(), sources: {} });

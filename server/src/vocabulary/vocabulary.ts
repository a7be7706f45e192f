import { compile, type Matcher } from './compile.ts';
import type { Concepts } from './concept.ts';

/** Concepts, and their labels made ready to be found. */
export interface Vocabulary extends Concepts {
  readonly matcher: Matcher;
}

export function makeVocabulary(concepts: Concepts): Vocabulary {
  return { ...concepts, matcher: compile(concepts) };
}

let none: Vocabulary | null = null;

/** The vocabulary without any names, always the same. */
export function noVocabulary(): Vocabulary {
  none ??= makeVocabulary({ concepts: new Map(), sources: {} });
  return none;
}

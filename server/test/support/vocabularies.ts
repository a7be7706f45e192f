import { labelsIn } from '../../src/vocabulary/compile.ts';
import type { Vocabulary } from '../../src/vocabulary/vocabulary.ts';

/** All that is in a vocabulary, as plain data: what is made on demand is made. */
export function contentOf({ concepts, sources, matcher }: Vocabulary): unknown {
  const { labels: _, ...columns } = matcher;
  return { concepts: [...concepts], sources, labels: labelsIn(matcher), columns };
}

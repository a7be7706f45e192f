import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { Range } from '../text/range.ts';

/** A concept in a vocabulary file: all of its entry, and its id. */
export interface ConceptPlace {
  readonly whole: Range;
  readonly selection: Range;
}

/** Where a vocabulary file has the concept of that id; null where it has none, or cannot be read. */
export function locateConcept(text: string, id: string): ConceptPlace | null {
  // Reading YAML with its places takes long for a large file, and most files have other concepts.
  if (!text.includes(id)) return null;
  const { contents } = parseDocument(text, { prettyErrors: false, logLevel: 'error' });
  if (!isMap(contents)) return null;
  for (const { value: list } of contents.items) {
    if (!isSeq(list)) continue;
    for (const concept of list.items) {
      const name = isMap(concept) ? concept.get('id', true) : undefined;
      if (!isMap(concept) || !isScalar(name) || String(name.value) !== id || !concept.range || !name.range) continue;
      const [start, end] = concept.range;
      const [nameStart, nameEnd] = name.range;
      return { whole: { start, end }, selection: { start: nameStart, end: nameEnd } };
    }
  }
  return null;
}

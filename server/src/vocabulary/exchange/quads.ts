import { DataFactory, type Quad, type Quad_Object, type Quad_Subject } from 'n3';
import { CONCEPT_LISTS, type VocabularyFile } from '../schema.ts';
import * as terms from './terms.ts';

const { namedNode, literal, blankNode, quad } = DataFactory;

type Fields = Readonly<Record<string, unknown>>;

/** A vocabulary as RDF, in the order of the file. */
export function toQuads(file: VocabularyFile): Quad[] {
  const quads: Quad[] = [];
  let nodes = 0;
  const say = (subject: Quad_Subject, predicate: string, object: Quad_Object) =>
    quads.push(quad(subject, namedNode(predicate), object));

  const describe = (subject: Quad_Subject, fields: Fields, known: readonly terms.Term[]) => {
    for (const { key, predicate, shape } of known) {
      const value = fields[key];
      if (value === undefined || value === null) continue;
      for (const item of Array.isArray(value) ? value : [value]) {
        if (shape === 'node' || shape === 'nodes') {
          const node = blankNode(`n${nodes++}`);
          say(subject, predicate, node);
          describe(node, item, terms.FACT_TERMS);
        } else if (shape === 'concept' || shape === 'concepts') say(subject, predicate, conceptNode(String(item)));
        else if (shape === 'address' || shape === 'addresses') say(subject, predicate, namedNode(String(item)));
        else say(subject, predicate, literalOf(item));
      }
    }
  };

  for (const [id, source] of Object.entries(file.sources ?? {})) {
    const subject = namedNode(`${terms.SOURCES}${id}`);
    say(subject, terms.TYPE, namedNode(terms.SOURCE_TYPE));
    describe(subject, source, terms.SOURCE_TERMS);
  }
  for (const list of CONCEPT_LISTS) {
    for (const concept of file[list] ?? []) {
      const subject = conceptNode(concept.id);
      say(subject, terms.TYPE, namedNode(terms.CONCEPT));
      say(subject, terms.TYPE, namedNode(terms.TYPES[list]));
      describe(subject, concept, terms.CONCEPT_TERMS);
    }
  }
  return quads;
}

function conceptNode(id: string) {
  return namedNode(`${terms.CONCEPTS}${id}`);
}

function literalOf(value: unknown) {
  if (typeof value === 'number') return literal(String(value), namedNode(terms.INTEGER));
  if (typeof value === 'boolean') return literal(String(value), namedNode(terms.BOOLEAN));
  return literal(String(value));
}

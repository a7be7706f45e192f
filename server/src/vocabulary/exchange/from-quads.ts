import type { Term as Node, Quad } from 'n3';
import { put } from '../../text/group.ts';
import { freeId } from '../free-id.ts';
import { CONCEPT_LISTS, type ConceptList } from '../schema.ts';
import { fileOf, type Imported } from './exchange.ts';
import * as terms from './terms.ts';

type Fields = Record<string, unknown>;
/** What is said of each subject, by predicate, in the order of the quads. */
type Statements = ReadonlyMap<string, ReadonlyMap<string, readonly Node[]>>;

/** A vocabulary of RDF: all SKOS concepts, ours or others’. English is preferred where labels have languages. */
export function fromQuads(quads: readonly Quad[]): Imported {
  const statements = bySubject(quads);
  const losses: string[] = [];
  const lists: Record<ConceptList, Fields[]> = { groups: [], people: [], places: [] };
  const sources: Record<string, Fields> = {};
  const ids = idsOf(statements);

  const read = (subject: string, known: readonly terms.Term[], name: string): Fields => {
    const fields: Fields = {};
    const said = statements.get(subject) ?? new Map<string, readonly Node[]>();
    for (const { key, predicate, shape } of known) {
      const nodes = said.get(predicate);
      if (!nodes) continue;
      const values = (shape === 'value' ? inOneLanguage(nodes) : nodes).map((node) =>
        shape === 'node' || shape === 'nodes' ? readFact(node, name) : partOf(node, shape, ids),
      );
      const several = shape !== 'address' && shape.endsWith('s');
      if (!several && values.length > 1)
        losses.push(`${name}: ${key} has ${values.length} values, the first was taken`);
      fields[key] = several ? values : values[0];
    }
    const predicates = new Set(known.map(({ predicate }) => predicate));
    for (const predicate of said.keys())
      if (!predicates.has(predicate) && predicate !== terms.TYPE) losses.push(`${name}: <${predicate}> has no place`);
    return fields;
  };
  const readFact = (node: Node, name: string): Fields => {
    const fact = read(node.value, terms.FACT_TERMS, name);
    // A spec that finds nothing says so by null, which RDF does not have.
    const isSpec = 'text' in fact && !('id' in fact) && !('note' in fact) && isSpecNode(node.value);
    return isSpec && !('finds' in fact) ? { text: fact['text'], finds: null } : fact;
  };
  const specNodes = new Set(
    quads.filter(({ predicate }) => predicate.value === `${terms.OWN}specs`).map(({ object }) => object.value),
  );
  const isSpecNode = (node: string) => specNodes.has(node);

  for (const [subject, said] of statements) {
    const types = (said.get(terms.TYPE) ?? []).map(({ value }) => value);
    if (types.includes(terms.SOURCE_TYPE)) {
      const id = subject.slice(terms.SOURCES.length);
      sources[id] = read(subject, terms.SOURCE_TERMS, id);
    } else if (types.includes(terms.CONCEPT)) {
      const id = ids.get(subject) as string;
      const fields = { id, ...read(subject, terms.CONCEPT_TERMS, id) };
      const list = CONCEPT_LISTS.find((name) => types.includes(terms.TYPES[name])) ?? 'groups';
      if (!('prefLabel' in fields)) losses.push(`${id}: there is no prefLabel`);
      else lists[list].push(list !== 'groups' || 'kind' in fields ? fields : { ...fields, kind: 'organisation' });
    }
  }
  return { file: fileOf(sources, lists), losses };
}

function bySubject(quads: readonly Quad[]): Statements {
  const statements = new Map<string, Map<string, Node[]>>();
  for (const { subject, predicate, object } of quads) {
    const said = statements.get(subject.value) ?? new Map<string, Node[]>();
    statements.set(subject.value, said);
    put(said, predicate.value, object);
  }
  return statements;
}

/** Our ids are in our addresses; others’ are made of their names. */
function idsOf(statements: Statements): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  const ids = new Map<string, string>();
  for (const subject of statements.keys()) {
    if (!subject.startsWith(terms.CONCEPTS)) continue;
    ids.set(subject, subject.slice(terms.CONCEPTS.length));
    taken.add(subject.slice(terms.CONCEPTS.length));
  }
  for (const [subject, said] of statements) {
    const types = said.get(terms.TYPE) ?? [];
    if (ids.has(subject) || !types.some(({ value }) => value === terms.CONCEPT)) continue;
    const labels = inOneLanguage(said.get(`${terms.SKOS}prefLabel`) ?? []);
    ids.set(subject, freeId(labels[0]?.value ?? subject, taken));
  }
  return ids;
}

function inOneLanguage(nodes: readonly Node[]): readonly Node[] {
  const languageOf = (node: Node) => ('language' in node ? node.language : '');
  const english = nodes.filter((node) => /^en\b/.test(languageOf(node)));
  const without = nodes.filter((node) => languageOf(node) === '');
  return without.length > 0 ? without : english.length > 0 ? english : nodes;
}

function partOf(node: Node, shape: terms.Shape, ids: ReadonlyMap<string, string>): unknown {
  if (shape === 'concept' || shape === 'concepts') return ids.get(node.value) ?? node.value.replace(terms.CONCEPTS, '');
  const type = 'datatype' in node ? node.datatype.value : '';
  if (type === terms.INTEGER) return Number(node.value);
  return type === terms.BOOLEAN ? node.value === 'true' : node.value;
}

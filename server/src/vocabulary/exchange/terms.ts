// How fields of a vocabulary are said in RDF: SKOS where it has a term, and terms of our own.

export const SKOS = 'http://www.w3.org/2004/02/skos/core#';
export const OWN = 'urn:sentinel-citations:terms#';
export const CONCEPTS = 'urn:sentinel-citations:concept:';
export const SOURCES = 'urn:sentinel-citations:source:';
const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const XSD = 'http://www.w3.org/2001/XMLSchema#';
const DCTERMS = 'http://purl.org/dc/terms/';
const RDFS = 'http://www.w3.org/2000/01/rdf-schema#';

export const PREFIXES = { skos: SKOS, sc: OWN, dcterms: DCTERMS, rdfs: RDFS, xsd: XSD } as const;
export const TYPE = `${RDF}type`;
export const CONCEPT = `${SKOS}Concept`;
export const INTEGER = `${XSD}integer`;
export const BOOLEAN = `${XSD}boolean`;
export const TYPES = { groups: `${OWN}Group`, people: `${OWN}Person`, places: `${OWN}Place` } as const;
export const SOURCE_TYPE = `${OWN}Source`;

/** `nodes` are maps, each a node of its own; the others are values, one or several. */
export type Shape = 'value' | 'values' | 'concept' | 'concepts' | 'addresses' | 'address' | 'node' | 'nodes';

export interface Term {
  readonly key: string;
  readonly predicate: string;
  readonly shape: Shape;
}

const term = (key: string, shape: Shape, predicate = `${OWN}${key}`): Term => ({ key, predicate, shape });

/** Of a concept. */
export const CONCEPT_TERMS: readonly Term[] = [
  term('prefLabel', 'value', `${SKOS}prefLabel`),
  term('abbreviation', 'value'),
  term('article', 'value'),
  term('kind', 'value'),
  term('acceptedLabels', 'values'),
  term('altLabels', 'values', `${SKOS}altLabel`),
  term('hiddenLabels', 'values', `${SKOS}hiddenLabel`),
  term('doubtfulLabels', 'values'),
  term('summary', 'value', `${SKOS}scopeNote`),
  term('broader', 'concepts', `${SKOS}broader`),
  term('related', 'concepts', `${SKOS}related`),
  term('exactMatch', 'addresses', `${SKOS}exactMatch`),
  term('founded', 'node'),
  term('areas', 'nodes'),
  term('leaders', 'nodes'),
  term('relations', 'nodes'),
  term('events', 'nodes'),
  term('designations', 'nodes'),
  term('notToConfuseWith', 'nodes'),
  term('sources', 'values', `${DCTERMS}source`),
  term('asOf', 'value'),
  term('specs', 'nodes'),
];

/** Of the nodes inside a concept: a fact and its parts. */
export const FACT_TERMS: readonly Term[] = [
  ...['name', 'role', 'date', 'from', 'to', 'type', 'note', 'list', 'reference', 'text', 'finds', 'as', 'expects'].map(
    (key) => term(key, 'value'),
  ),
  term('with', 'concept'),
  term('id', 'concept', `${OWN}concept`),
  term('source', 'value', `${DCTERMS}source`),
];

/** Of a work in the file's `sources`. */
export const SOURCE_TERMS: readonly Term[] = [
  term('label', 'value', `${RDFS}label`),
  term('text', 'value', `${DCTERMS}bibliographicCitation`),
  term('address', 'address', `${RDFS}seeAlso`),
];

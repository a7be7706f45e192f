import type { Concepts } from './concept.ts';
import { CONCEPT_LISTS, type Group, type Name, type VocabularyFile } from './schema.ts';
import { GAP, readWords } from './words.ts';

/** Keys from the top of a file down to a value; an offset alone where the file could not be parsed. */
export type Path = readonly (string | number | { readonly offset: number })[];

export interface Complaint {
  readonly path: Path;
  /** Whether it is the key itself that is wrong, or what it leads to; without it, the latter. */
  readonly at?: 'key' | 'value';
  readonly message: string;
}

const LABEL_LISTS = ['acceptedLabels', 'altLabels', 'hiddenLabels', 'doubtfulLabels'] as const;

/** What the schema cannot say: ids and labels belong to one concept each, and what is pointed at exists. */
export function checkFile(file: VocabularyFile, below: Concepts): Complaint[] {
  const complaints: Complaint[] = [];
  const complain = (path: Path, message: string) => complaints.push({ path, message });
  const ids = new Map<string, Path>();
  const owners = new Map<string, string>();

  for (const list of CONCEPT_LISTS) {
    file[list]?.forEach((concept, index) => {
      const at = [list, index];
      if (ids.has(concept.id)) complain([...at, 'id'], `Unexpected second concept with the id “${concept.id}”`);
      ids.set(concept.id, at);
      for (const { path, text } of labelPaths(concept)) {
        const owner = owners.get(text);
        if (owner !== undefined)
          complain([...at, ...path], `Unexpected label “${text}”, already a label of “${owner}”`);
        else if (!isOneName(text))
          complain(
            [...at, ...path],
            `Unexpected label “${text}”, expected words with nothing but spaces and hyphens between`,
          );
        owners.set(text, concept.id);
      }
    });
  }

  const exists = (id: string) => ids.has(id) || below.concepts.has(id);
  for (const list of CONCEPT_LISTS) {
    file[list]?.forEach((concept, index) => {
      for (const { path, id } of pointers(concept)) {
        if (!exists(id)) complain([list, index, ...path], `Unexpected id “${id}”, expected that of a concept`);
        else if (id === concept.id)
          complain([list, index, ...path], `Unexpected id “${id}” of the concept itself, expected that of another one`);
      }
      for (const { path, source } of sourcesOf(concept)) {
        const id = source.split(' ')[0] as string;
        if (!Object.hasOwn(file.sources ?? {}, id) && !Object.hasOwn(below.sources, id))
          complain([list, index, ...path], `Unexpected source “${id}”, expected one of “sources”`);
      }
      if (isGroup(concept) && concept.summary !== undefined && !concept.sources?.length)
        complain([list, index, 'summary'], 'Unexpected summary without “sources”');
    });
  }
  return complaints;
}

type FileConcept = Group | Name;

function isGroup(concept: FileConcept): concept is Group {
  return 'kind' in concept;
}

function labelPaths(concept: FileConcept): { path: Path; text: string }[] {
  return [
    { path: ['prefLabel'], text: concept.prefLabel },
    ...(concept.abbreviation === undefined ? [] : [{ path: ['abbreviation'], text: concept.abbreviation }]),
    ...LABEL_LISTS.flatMap((list) => (concept[list] ?? []).map((text, index) => ({ path: [list, index], text }))),
  ];
}

/** Whether a label can be found in a text: it has words, and nothing that ends a name between them. */
export function isOneName(label: string): boolean {
  const words = readWords(label);
  for (let at = 1; at < words.count; at++) if (words.gap[at] === GAP.break) return false;
  return words.count > 0;
}

function pointers(concept: FileConcept): { path: Path; id: string }[] {
  const found: { path: Path; id: string }[] = [];
  concept.notToConfuseWith?.forEach((other, index) => {
    if ('id' in other) found.push({ path: ['notToConfuseWith', index, 'id'], id: other.id });
  });
  if (!isGroup(concept)) return found;
  for (const list of ['broader', 'related'] as const)
    for (const [index, id] of (concept[list] ?? []).entries()) found.push({ path: [list, index], id });
  for (const [index, relation] of (concept.relations ?? []).entries())
    found.push({ path: ['relations', index, 'with'], id: relation.with });
  return found;
}

const FACT_LISTS = ['areas', 'leaders', 'relations', 'events', 'designations'] as const;

/** All sources named anywhere in a concept. */
function sourcesOf(concept: FileConcept): { path: Path; source: string }[] {
  const found: { path: Path; source: string }[] = [];
  if (!isGroup(concept)) return found;
  for (const list of FACT_LISTS)
    for (const [index, { source }] of (concept[list] ?? []).entries())
      if (source !== undefined) found.push({ path: [list, index, 'source'], source });
  const { founded, sources = [] } = concept;
  if (founded?.source !== undefined) found.push({ path: ['founded', 'source'], source: founded.source });
  for (const [index, source] of sources.entries()) found.push({ path: ['sources', index], source });
  return found;
}

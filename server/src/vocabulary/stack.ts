import type { Concept, Concepts } from './concept.ts';
import type { VocabularyFile } from './schema.ts';

/** Concepts and labels of `file` over those of `below`. */
export function stack(below: Concepts, file: VocabularyFile): Concepts {
  const added = conceptsOf(file);
  const claimed = new Set(added.flatMap((concept) => allLabels(concept)));
  const ids = new Set(added.map(({ id }) => id));
  const concepts = new Map<string, Concept>();
  for (const concept of below.concepts.values()) {
    if (ids.has(concept.id)) continue;
    const rest = allLabels(concept).some((label) => claimed.has(label)) ? without(concept, claimed) : concept;
    if (rest) concepts.set(rest.id, rest);
  }
  for (const concept of added) concepts.set(concept.id, concept);
  return { concepts, sources: { ...below.sources, ...file.sources } };
}

function conceptsOf(file: VocabularyFile): Concept[] {
  return [
    ...(file.groups ?? []).map((group) => ({ type: 'group' as const, ...group })),
    ...(file.people ?? []).map((person) => ({ type: 'person' as const, ...person })),
    ...(file.places ?? []).map((place) => ({ type: 'place' as const, ...place })),
  ];
}

function allLabels(concept: Concept): string[] {
  const {
    prefLabel,
    abbreviation,
    acceptedLabels = [],
    altLabels = [],
    hiddenLabels = [],
    doubtfulLabels = [],
  } = concept;
  const abbreviations = abbreviation === undefined ? [] : [abbreviation];
  return [prefLabel, ...abbreviations, ...acceptedLabels, ...altLabels, ...hiddenLabels, ...doubtfulLabels];
}

/** The concept without labels that a later file claims; null when its own name is one of them. */
function without(concept: Concept, claimed: ReadonlySet<string>): Concept | null {
  if (claimed.has(concept.prefLabel)) return null;
  const left = (labels: readonly string[] | undefined) => labels?.filter((label) => !claimed.has(label)) ?? [];
  const { abbreviation, ...rest } = concept;
  return {
    ...rest,
    ...(abbreviation === undefined || claimed.has(abbreviation) ? {} : { abbreviation }),
    acceptedLabels: left(concept.acceptedLabels),
    altLabels: left(concept.altLabels),
    hiddenLabels: left(concept.hiddenLabels),
    doubtfulLabels: left(concept.doubtfulLabels),
  };
}

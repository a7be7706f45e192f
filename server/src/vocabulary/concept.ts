import type { Group, Name, VocabularySource } from './schema.ts';

/** Something with a name: a group and what is known of it, or a person's or place's labels. */
export type Concept =
  | (Group & { readonly type: 'group' })
  | (Name & { readonly type: 'person' })
  | (Name & { readonly type: 'place' });

/**
 * How a label names its concept (SKOS: prefLabel, altLabel, hiddenLabel; an abbreviation is one of ours). `stop` is a
 * text that is easily taken for a label and is none.
 */
export type LabelKind = 'preferred' | 'abbreviation' | 'alternative' | 'hidden' | 'stop';

export interface Label {
  readonly text: string;
  readonly kind: LabelKind;
  /** An alternative that is as good as the preferred label. */
  readonly accepted: boolean;
  /** It may mean the concept: no reason to replace it. */
  readonly doubtful: boolean;
}

/** Concepts of one or more stacked files, by id in the order of the files. */
export interface Concepts {
  readonly concepts: ReadonlyMap<string, Concept>;
  readonly sources: Readonly<Record<string, VocabularySource>>;
}

/** All labels of a concept, the preferred one first. */
export function labelsOf(concept: Concept): Label[] {
  const label =
    (kind: LabelKind, accepted: boolean, doubtful = false) =>
    (text: string) => ({
      text,
      kind,
      accepted,
      doubtful,
    });
  return [
    label('preferred', true)(concept.prefLabel),
    ...(concept.abbreviation === undefined ? [] : [label('abbreviation', true)(concept.abbreviation)]),
    ...(concept.acceptedLabels ?? []).map(label('alternative', true)),
    ...(concept.altLabels ?? []).map(label('alternative', false)),
    ...(concept.doubtfulLabels ?? []).map(label('alternative', false, true)),
    ...(concept.hiddenLabels ?? []).map(label('hidden', false)),
    ...(concept.notToConfuseWith ?? []).flatMap((other) => ('text' in other ? [label('stop', false)(other.text)] : [])),
  ];
}

/** The ids of concepts that are not to be confused with it. */
export function distinctFrom({ notToConfuseWith = [] }: Concept): string[] {
  return notToConfuseWith.flatMap((other) => ('id' in other ? [other.id] : []));
}

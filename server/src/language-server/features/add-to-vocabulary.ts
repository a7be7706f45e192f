import type { Analysis } from '../../analysis.ts';
import { groupUnknown } from '../../rules/vocabulary/group-unknown.ts';
import { type Range, touches } from '../../text/range.ts';
import { freeId } from '../../vocabulary/free-id.ts';

/** A group that a draft names and that can be added to a vocabulary: what its entry must have. */
export interface NewGroup {
  readonly id: string;
  readonly prefLabel: string;
  readonly abbreviation?: string;
  readonly kind: 'organisation';
}

/** The names at `range` that read like groups' and are in no vocabulary, where the rule on them says so; each once. */
export function additions({ findings, names, vocabulary }: Analysis, range: Range): readonly NewGroup[] {
  const reported = findings.filter(({ rule }) => rule === groupUnknown.id);
  const added = new Map<string, NewGroup>();
  for (const name of names.unknown) {
    const { text, abbreviation } = name;
    // The rule reports each name where it first stands; wherever it stands, it can be added.
    const isReported = () =>
      reported.some((finding) => names.unknown.some((one) => one.start === finding.start && one.text === text));
    if (!touches(name, range) || added.has(text) || !isReported()) continue;
    const id = freeId(text, new Set(vocabulary.concepts.keys()));
    added.set(text, { id, prefLabel: text, ...(abbreviation !== null && { abbreviation }), kind: 'organisation' });
  }
  return [...added.values()];
}

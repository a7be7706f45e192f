import type { Analysis } from '../../analysis.ts';
import type { Finding } from '../../rules/rule.ts';
import { groupUnknown } from '../../rules/vocabulary/group-unknown.ts';
import { type Range, touches } from '../../text/range.ts';
import { freeId } from '../../vocabulary/free-id.ts';

/** A group that a draft names and that can be added to a vocabulary: what its entry must have. */
interface NewGroup {
  readonly id: string;
  readonly prefLabel: string;
  readonly abbreviation?: string;
  readonly kind: 'organisation';
}

/** A group to add, and the finding that is gone then. */
export interface Addition {
  readonly group: NewGroup;
  readonly finding: Finding;
}

/** The names at `range` that read like groups' and are in no vocabulary, where the rule on them says so; each once. */
export function additions({ findings, names, vocabulary }: Analysis, range: Range): readonly Addition[] {
  const reported = findings.filter(({ rule }) => rule === groupUnknown.id);
  const added = new Map<string, Addition>();
  for (const name of names.unknown) {
    const { text, abbreviation } = name;
    // The rule reports each name where it first stands; wherever it stands, it can be added.
    if (!touches(name, range) || added.has(text)) continue;
    const isReported = ({ start }: Finding) => names.unknown.some((one) => one.start === start && one.text === text);
    const finding = reported.find(isReported);
    if (!finding) continue;
    const id = freeId(text, new Set(vocabulary.concepts.keys()));
    const group = {
      id,
      prefLabel: text,
      ...(abbreviation !== null && { abbreviation }),
      kind: 'organisation',
    } as const;
    added.set(text, { group, finding });
  }
  return [...added.values()];
}

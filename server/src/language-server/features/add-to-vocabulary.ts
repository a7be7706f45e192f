import type { Analysis } from '../../analysis.ts';
import type { Finding } from '../../rules/rule.ts';
import { groupUnknown } from '../../rules/vocabulary/group-unknown.ts';
import { type Range, touches } from '../../text/range.ts';
import { freeId } from '../../vocabulary/free-id.ts';
import type { UnknownName } from '../../vocabulary/unknown.ts';

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
  const asked = new Map<string, UnknownName>();
  for (const name of names.unknown) if (touches(name, range) && !asked.has(name.text)) asked.set(name.text, name);
  if (asked.size === 0) return [];
  const reported = new Map(
    findings.flatMap((one) => (one.rule === groupUnknown.id ? [[one.start, one] as const] : [])),
  );
  const taken = new Set(vocabulary.concepts.keys());
  const added = new Map<string, Addition>();
  // The rule reports each name where it first stands; wherever it stands, it can be added.
  for (const { text, start } of names.unknown) {
    const [name, finding] = [asked.get(text), reported.get(start)];
    if (name && finding && !added.has(text)) added.set(text, { group: newGroup(name, taken), finding });
  }
  return [...added.values()];
}

function newGroup({ text, abbreviation }: UnknownName, taken: Set<string>): NewGroup {
  const id = freeId(text, taken);
  return { id, prefLabel: text, ...(abbreviation !== null && { abbreviation }), kind: 'organisation' };
}

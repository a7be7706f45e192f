import type { Analysis } from '../../analysis.ts';
import type { Range } from '../../text/range.ts';
import type { Mention } from '../../vocabulary/mention.ts';
import { nameOf } from './source-name.ts';

export interface WorkspaceSymbol extends Range {
  readonly name: string;
  /** `Citation 4`, `Group`. */
  readonly container: string;
}

/** The sources and the groups of a draft. */
export function workspaceSymbols(analysis: Analysis): readonly WorkspaceSymbol[] {
  return [...sourcesOf(analysis), ...groupsOf(analysis)];
}

/** Whether a symbol's name holds every word of `query`. */
export function namedBy(query: string): (symbol: { readonly name: string }) => boolean {
  const words = query.toLowerCase().split(/\s+/);
  return ({ name }) => {
    const searched = name.toLowerCase();
    return words.every((word) => searched.includes(word));
  };
}

/** Sources, by author, year and title, where they are named in full. */
function sourcesOf({ sources }: Analysis): WorkspaceSymbol[] {
  return sources.sources.flatMap((source) => {
    const { reference, citation } = source;
    const name = nameOf(source);
    return name === ''
      ? []
      : [{ name, container: `Citation ${citation.label}`, start: reference.start, end: reference.end }];
  });
}

/** Groups, by preferred label and abbreviation, where they are mentioned first. */
function groupsOf({ names }: Analysis): WorkspaceSymbol[] {
  const first = new Map<string, Mention>();
  for (const mention of names.mentions) if (!first.has(mention.concept.id)) first.set(mention.concept.id, mention);
  return [...first.values()].flatMap(({ concept, start, end }) => {
    if (concept.type !== 'group') return [];
    const { prefLabel, abbreviation } = concept;
    const name = abbreviation === undefined ? prefLabel : `${prefLabel} (${abbreviation})`;
    return [{ name, container: 'Group', start, end }];
  });
}

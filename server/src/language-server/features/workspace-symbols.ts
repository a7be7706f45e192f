import type { Analysis } from '../../analysis.ts';
import type { Range } from '../../text/range.ts';
import { authorAndYear } from './inlay-hints.ts';

export interface WorkspaceSymbol extends Range {
  readonly name: string;
  /** The label of the citation that names the source in full. */
  readonly citation: string;
}

/** The sources of a draft whose authors, year and title hold every word of `query`. */
export function workspaceSymbols({ sources }: Analysis, query: string): readonly WorkspaceSymbol[] {
  const words = query.toLowerCase().split(/\s+/);
  return sources.sources.flatMap((source) => {
    const { title, reference, citation } = source;
    const name = [authorAndYear(source), title && `“${title.text}”`].filter(Boolean).join(', ');
    const searched = name.toLowerCase();
    if (name === '' || !words.every((word) => searched.includes(word))) return [];
    return [{ name, citation: citation.label, start: reference.start, end: reference.end }];
  });
}

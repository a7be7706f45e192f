import type { Analysis } from '../../analysis.ts';
import type { Entry, Marker } from '../../draft/draft.ts';
import type { Reference, Source } from '../../sources/source.ts';
import type { Mention } from '../../vocabulary/mention.ts';
import type { Target } from './target.ts';

/** The references of what stands at a place: those of the entry, or the reference itself. */
export function referencesAt({ sources }: Analysis, target: Target): readonly Reference[] {
  if (target.kind === 'reference') return [target.reference];
  return entriesAt(target).flatMap((entry) => sources.byCitation.get(entry) ?? []);
}

/** The entries that a marker calls, or whose label the target is. */
export function entriesAt(target: Target): readonly Entry[] {
  if (target.kind === 'entry') return [target.entry];
  if (target.kind !== 'marker') return [];
  return target.markers.flatMap(({ entry }) => (entry ? [entry] : []));
}

/** The works that references mean, each once. */
export function sourcesMeant(references: readonly Reference[]): ReadonlySet<Source> {
  return new Set(references.flatMap(({ source }) => (source ? [source] : [])));
}

/** The markers of all claims that rest on one of the works, through every Ibid. and short form. */
export function claimsRestingOn({ draft, sources }: Analysis, works: ReadonlySet<Source>): Marker[] {
  const entries = new Set<Entry>();
  for (const { citation, source } of sources.references) if (source && works.has(source)) entries.add(citation);
  return draft.markers.filter(({ entry }) => entry !== null && entries.has(entry));
}

/** The markers that call an entry. */
export function callsOf({ draft }: Analysis, entries: readonly Entry[]): Marker[] {
  return draft.markers.filter(({ entry }) => entry !== null && entries.includes(entry));
}

/** Everywhere that what stands at a place is named, in the order of the text; nowhere, when it is no name. */
export function mentionsOfSame({ names }: Analysis, target: Target): readonly Mention[] {
  if (target.kind !== 'mention') return [];
  return names.mentions.filter(({ concept }) => concept.id === target.mention.concept.id);
}

/**
 * How a reference comes to its source: itself, then what it points at, up to the full citation. An Ibid. in between
 * is passed over: what it points at stands for it.
 */
export function chainOf({ draft, sources }: Analysis, reference: Reference): readonly Reference[] {
  const { source } = reference;
  if (!source) return [reference];
  const chain = [reference];
  let current = reference;
  let index = draft.citations.indexOf(reference.citation);
  while (current.form === 'ibid') {
    index -= 1;
    const citation = draft.citations[index];
    const above = citation && sources.byCitation.get(citation)?.find((other) => other.source === source);
    if (!above) break;
    current = above;
    if (current.form !== 'ibid') chain.push(current);
  }
  if (chain.at(-1) !== source.reference) chain.push(source.reference);
  return chain;
}

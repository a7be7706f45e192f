import type { Entry } from '../../draft/draft.ts';
import type { Reference, Source } from '../source.ts';
import { endsWord, standsAt } from './phrases.ts';

/** What a reference means, and why not. */
export type Meaning = Pick<Reference, 'source' | 'antecedent' | 'problem' | 'candidates'>;

const NOWHERE: Meaning = { source: null, antecedent: null, problem: 'ibid-without-antecedent', candidates: [] };

export function meansSource(source: Source): Meaning {
  return { source, antecedent: source.citation, problem: null, candidates: [] };
}

/** Where the `Ibid.` that stands at `at` ends; -1 where none does. */
export function ibidEnd(flat: string, at: number): number {
  if (!standsAt(flat, 'ibid', at)) return -1;
  const end = at + (standsAt(flat, 'ibidem', at) ? 'ibidem'.length : 'ibid'.length);
  if (!endsWord(flat.charCodeAt(end))) return -1;
  return flat.charCodeAt(end) === 46 ? end + 1 : end;
}

/**
 * What an Ibid. means that points at `before`: the references of the entry directly before, or the one before it in
 * its own entry. After several references it means what all of them mean, else it is ambiguous (Chicago's rule).
 */
export function resolveIbid(before: readonly Reference[]): Meaning {
  const [first] = before;
  if (!first) return NOWHERE;
  if (before.length === 1) return follow(first);
  const sources = new Set<Source>();
  for (const { source, candidates } of before) {
    if (source) sources.add(source);
    else for (const candidate of candidates) sources.add(candidate);
  }
  const [only] = sources;
  if (!only) return NOWHERE;
  if (sources.size === 1 && before.every(({ source }) => source === only)) return meansSource(only);
  return { source: null, antecedent: first.citation, problem: 'ibid-ambiguous', candidates: [...sources] };
}

/**
 * Whether the entry at `index` follows one that is missing from the list. A label that breaks the order is a slip of
 * its own: then the next label does not climb.
 */
export function followsGap(citations: readonly Entry[], index: number): boolean {
  const before = citations[index - 1];
  const entry = citations[index];
  const next = citations[index + 1];
  return !!before && !!entry && entry.ordinal > before.ordinal + 1 && !(next && next.ordinal <= entry.ordinal);
}

function follow(reference: Reference): Meaning {
  const { source, problem, antecedent, citation, candidates } = reference;
  if (source) return meansSource(source);
  if (problem !== 'ibid-ambiguous' && problem !== 'short-form-ambiguous') return NOWHERE;
  return { source: null, antecedent: antecedent ?? citation, problem: 'ibid-ambiguous', candidates };
}

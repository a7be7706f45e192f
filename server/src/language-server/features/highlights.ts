import type { Analysis } from '../../analysis.ts';
import type { Range } from '../../text/range.ts';
import { callsOf, claimsRestingOn, entriesAt, mentionsOfSame, referencesAt, sourcesMeant } from './meaning.ts';
import { targetAt } from './target.ts';

export interface Highlight extends Range {
  /** `write` is where something is named or listed, `read` where it is called. */
  readonly kind: 'read' | 'write';
}

/** Everything that means the same as what stands at `offset`: markers, labels, references to the same works, names. */
export function highlights(analysis: Analysis, offset: number): readonly Highlight[] {
  const target = targetAt(analysis, offset);
  if (!target) return [];
  const entries = entriesAt(target);
  const works = sourcesMeant(referencesAt(analysis, target));
  const markers = new Set([...callsOf(analysis, entries), ...claimsRestingOn(analysis, works)]);
  const same = analysis.sources.references.filter(({ source }) => source !== null && works.has(source));
  const mentions = mentionsOfSame(analysis, target);
  return [
    ...[...mentions, ...markers].map(({ start, end }): Highlight => ({ start, end, kind: 'read' })),
    ...entries.map(({ labelRange: { start, end } }): Highlight => ({ start, end, kind: 'write' })),
    ...same.map(({ start, end, form }): Highlight => ({ start, end, kind: form === 'full' ? 'write' : 'read' })),
  ].sort((a, b) => a.start - b.start);
}

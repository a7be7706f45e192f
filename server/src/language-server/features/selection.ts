import type { Analysis } from '../../analysis.ts';
import { contains, itemAt, type Range } from '../../text/range.ts';
import { targetAt } from './target.ts';

/** What can be selected around `offset`, from the smallest to the whole draft; each holds the one before it. */
export function selections(analysis: Analysis, offset: number): readonly Range[] {
  const { text, prose, draft, sources } = analysis;
  const reference = itemAt(sources.references, offset);
  const entry = itemAt(draft.citations, offset) ?? itemAt(draft.notes, offset);
  const marker = itemAt(draft.markers, offset);
  const parts = reference
    ? [...reference.authors, reference.title, reference.container, reference.url, reference.date, reference.pages]
    : [];
  const around = [
    targetAt(analysis, offset),
    marker?.callout,
    ...parts.filter((part) => part && contains(part, offset)),
    reference,
    entry?.content,
    entry,
    itemAt(prose.blocks, offset),
    itemAt(draft.sections, offset),
    { start: 0, end: text.length },
  ];
  const holding = around
    .filter((range) => range !== null && range !== undefined)
    .filter(({ start, end }) => start <= offset && offset <= end);
  return nested(holding.sort((a, b) => a.end - a.start - (b.end - b.start)));
}

function nested(ranges: readonly Range[]): Range[] {
  const chain: Range[] = [];
  for (const { start, end } of ranges) {
    const last = chain.at(-1);
    const grows = !last || (start <= last.start && end >= last.end && end - start > last.end - last.start);
    if (grows) chain.push({ start, end });
  }
  return chain;
}

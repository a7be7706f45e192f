import type { Analysis } from '../../analysis.ts';
import type { Section } from '../../draft/draft.ts';
import type { Range } from '../../text/range.ts';

export interface Folding extends Range {
  readonly kind: 'section' | 'comment';
}

/** What can be folded away: sections with all that is below them in rank, long entries, comments, front matter. */
export function foldings({ prose, draft }: Analysis): readonly Folding[] {
  const folded = foldedSections(prose.text, draft.sections);
  const entries = [...draft.notes, ...draft.citations].map(
    ({ start, end }): Folding => ({ kind: 'section', start, end }),
  );
  const comments = prose.comments.map(({ start, end }): Folding => ({ kind: 'comment', start, end }));
  const frontMatter: Folding[] = prose.frontMatter
    ? [{ kind: 'comment', start: prose.frontMatter.start, end: prose.frontMatter.end }]
    : [];
  return [...frontMatter, ...folded, ...entries, ...comments];
}

/** Each section from its heading to the line of the next one of its rank or above. */
function foldedSections(text: string, sections: readonly Section[]): Folding[] {
  const folded: Folding[] = [];
  const below: { readonly depth: number; readonly start: number }[] = [];
  for (const { heading, depth, start } of sections.toReversed()) {
    if (!heading) continue;
    while ((below.at(-1)?.depth ?? -1) > depth) below.pop();
    folded.push({ kind: 'section', start: heading.start, end: below.at(-1)?.start ?? text.length });
    below.push({ depth, start: text.lastIndexOf('\n', start - 1) + 1 });
  }
  return folded;
}

import { type Analysis, analyse } from '../../src/analysis.ts';
import { readDraft } from '../../src/draft/read.ts';
import { readProse } from '../../src/markdown/read.ts';
import { resolveSources } from '../../src/sources/resolve.ts';
import type { Reference, Sources } from '../../src/sources/source.ts';

/** A draft of nothing but citations, `[1] …` each, and what they mean. */
export function readCitations(...contents: readonly string[]): { readonly text: string; readonly sources: Sources } {
  const entries = contents.map((content, index) => (/^\[\d+\]/.test(content) ? content : `[${index + 1}] ${content}`));
  const text = `## Citations\n\n${entries.join('\n\n')}\n`;
  const prose = readProse(text);
  return { text, sources: resolveSources(prose, readDraft(prose).citations) };
}

/** `5 ibid → s4`, `81 ibid → ibid-ambiguous (s2, s15b)`, `42 short → s43 short-form-before-full`. */
export function meaning({ citation, form, source, problem, candidates }: Reference): string {
  const listed = candidates.length > 0 ? ` (${candidates.map(({ id }) => id).join(', ')})` : '';
  return `${citation.label} ${form} → ${[source?.id, problem].filter(Boolean).join(' ')}${listed}`;
}

/** A draft whose body cites each of the citations once. */
export function citedDraft(citations: readonly string[], heading = '## Citations', after = ''): string {
  const body = citations.map((_, index) => `A claim was made.[${index + 1}]`).join(' ');
  const list = citations.map((citation, index) => `[${index + 1}] ${citation}`).join('\n\n');
  return `${body}\n\n${heading}\n\n${list}\n${after}`;
}

export function analyseCited(citations: readonly string[]): Analysis {
  return analyse(citedDraft(citations));
}

/** The rules that find something where each of the citations is cited once. */
export function rulesOfCited(citations: readonly string[]): readonly string[] {
  return analyseCited(citations).findings.map(({ rule }) => rule);
}

/** What the references of the last citation mean: `short 1`, by the label of the citation that names it, or why nothing. */
export function meaningsOfLast(citations: readonly string[]): readonly string[] {
  return analyseCited(citations)
    .sources.references.filter(({ citation }) => citation.ordinal === citations.length)
    .map(({ form, antecedent, problem }) => `${form} ${problem ?? antecedent?.label}`);
}

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

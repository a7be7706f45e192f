import { statSync } from 'node:fs';
import type { Analysis } from '../../analysis.ts';
import type { Marker } from '../../draft/draft.ts';
import type { ReadOptions } from '../drafts/read.ts';
import { forEachDraft } from '../drafts/work.ts';
import { Failure } from '../failure.ts';
import { STANDARD_INPUT } from '../files/standard-input.ts';
import { SCHEMA_VERSION } from '../formats/json.ts';
import { jsonText } from '../formats/json-text.ts';
import { openOutput } from '../terminal/output.ts';

export type InspectOptions = ReadOptions;

/** `sentinel-citations inspect`: writes what is read in one draft, and gives the exit status. */
export async function inspect(path: string, options: InspectOptions): Promise<number> {
  expectFile(path);
  const output = openOutput(undefined);
  const { failed } = await forEachDraft([path], options, ({ candidate, analysis }) => {
    output.write(`${jsonText(readingOf(candidate.name, analysis), 2)}\n`);
  });
  return failed ? 2 : 0;
}

/** Of a folder or a glob there would be several documents. */
function expectFile(path: string): void {
  if (path === STANDARD_INPUT) return;
  if (path === '') throw new Failure('“”: expected a file');
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) throw new Failure(`${path}: there is no such file or folder`);
  if (stats.isDirectory()) throw new Failure(`${path}: it is a folder, expected a file`);
}

/** What was read, in the shape that docs/stability.md promises. */
function readingOf(file: string, { text, draft, sources, names }: Analysis): object {
  const sourcesOf = ({ entry }: Marker): string[] => {
    const references = entry ? (sources.byCitation.get(entry) ?? []) : [];
    return [...new Set(references.flatMap(({ source }) => source?.id ?? []))];
  };
  const markers = draft.markers.map((marker) => ({ marker, ids: sourcesOf(marker) }));
  const labels = new Map<string, Set<string>>();
  for (const { marker, ids } of markers) {
    for (const id of ids) labels.set(id, (labels.get(id) ?? new Set()).add(marker.label));
  }
  return {
    schemaVersion: SCHEMA_VERSION,
    file,
    notation: draft.notation,
    sections: draft.sections.map(({ kind, title, start, end }) => ({ kind, title, start, end })),
    markers: markers.map(({ marker: { kind, label, notation, start, end, entry, note }, ids }) => ({
      kind,
      label,
      notation,
      start,
      end,
      entry: entry?.label ?? null,
      sources: ids,
      ...(note && { note: note.label }),
    })),
    citations: draft.citations.map((citation) => ({
      label: citation.label,
      start: citation.start,
      end: citation.end,
      text: text.slice(citation.content.start, citation.content.end),
      references: (sources.byCitation.get(citation) ?? []).map(({ form, start, end, source, antecedent, problem }) => ({
        form,
        start,
        end,
        text: text.slice(start, end),
        source: source?.id ?? null,
        antecedent: antecedent?.label ?? null,
        problem,
      })),
    })),
    notes: draft.notes.map(({ label, start, end, content }) => ({
      label,
      start,
      end,
      text: text.slice(content.start, content.end),
    })),
    sources: sources.sources.map(({ id, citation, authors, title, container, year }) => ({
      id,
      citation: citation.label,
      authors: authors.map((author) => author.text),
      title: title?.text ?? null,
      container: container?.text ?? null,
      year,
      markers: [...(labels.get(id) ?? [])],
    })),
    mentions: names.mentions
      .filter(({ concept }) => concept.type === 'group')
      .map((mention) => ({
        group: mention.concept.id,
        text: mention.text,
        label: mention.kind,
        start: mention.start,
        end: mention.end,
        verbatim: mention.verbatim,
      })),
  };
}

import type { Analysis } from '../../analysis.ts';
import type { Entry, Marker } from '../../draft/draft.ts';
import type { Reference } from '../../sources/source.ts';
import { lineStarts, positionAt } from '../../text/lines.ts';
import type { Range } from '../../text/range.ts';
import { conceptCard, plainCard } from '../../vocabulary/card.ts';
import type { Concept } from '../../vocabulary/concept.ts';
import { cutTo, type Markup } from './markup.ts';
import { callsOf, chainOf, claimsRestingOn, sourcesMeant } from './meaning.ts';
import { nameOf } from './source-name.ts';
import { exactTargetAt } from './target.ts';

export interface Hover extends Range {
  /** In the markup that was asked for. */
  readonly contents: string;
}

const LONGEST_TEXT = 1200;
const MOST_LABELS = 12;
/** The dash of a range stands for as many markers as its ends say. */
const MOST_MARKERS = 8;

/** What the marker, the entry, the reference or the name at `offset` means; null where there is none of them. */
export function hover(analysis: Analysis, offset: number, markup: Markup): Hover | null {
  const target = exactTargetAt(analysis, offset);
  if (!target) return null;
  const { start, end } = target;
  if (target.kind === 'mention')
    return { start, end, contents: describeConcept(analysis, target.mention.concept, markup) };
  const describe = (entry: Entry) => describeEntry(analysis, entry, markup);
  const describeMarker = (marker: Marker) =>
    marker.entry ? describe(marker.entry) : markup.text(`There is no ${marker.kind} “${marker.label}”.`);
  const describeMarkers = (markers: readonly Marker[]) => {
    const rest = markers.length - MOST_MARKERS;
    return [
      ...markers.slice(0, MOST_MARKERS).map(describeMarker),
      ...(rest > 0 ? [markup.text(`and ${rest} more`)] : []),
    ];
  };
  const paragraphs =
    target.kind === 'marker'
      ? describeMarkers(target.markers)
      : target.kind === 'entry'
        ? [describe(target.entry)]
        : [describeReference(analysis, target.reference, markup), ...claims(analysis, [target.reference], markup)];
  return { start, end, contents: paragraphs.join('\n\n') };
}

/** The entry with its label, every reference followed to its full citation, and how often its sources are cited. */
export function describeEntry(analysis: Analysis, entry: Entry, markup: Markup): string {
  const label = markup.strong(entry.label);
  const references = analysis.sources.byCitation.get(entry) ?? [];
  if (entry.kind === 'note' || references.length === 0) {
    const says = written(analysis, entry.content, markup);
    const said = says === '' ? markup.text(`The ${entry.kind} “${entry.label}” is empty.`) : `${label} ${says}`;
    return [said, ...calls(analysis, entry, markup)].join('\n\n');
  }
  const lines = references.map((reference) => describeReference(analysis, reference, markup));
  const said = lines.length === 1 ? `${label} ${lines[0]}` : `${label}\n\n${markup.list(lines)}`;
  return [said, ...claims(analysis, references, markup)].join('\n\n');
}

/** The card of a group, person or place, with what the draft calls it. */
export function describeConcept({ text, names, vocabulary }: Analysis, concept: Concept, markup: Markup): string {
  const starts = lineStarts(text);
  const card = conceptCard(concept, vocabulary, { ...names, lineOf: (offset) => positionAt(starts, offset).line });
  return markup.kind === 'markdown' ? card : plainCard(card);
}

/** `Ibid. → 10 Borhan Osman, “The Battle,” …`, or why the reference leads nowhere. */
function describeReference(analysis: Analysis, reference: Reference, markup: Markup): string {
  const [first, ...rest] = chainOf(analysis, reference);
  const steps = rest.map((step) => `${markup.strong(step.citation.label)} ${written(analysis, step, markup)}`);
  const chain = [written(analysis, first ?? reference, markup), ...steps].join(' → ');
  if (reference.source) return chain;
  const meant = reference.candidates.map(
    (source) => `${markup.strong(source.citation.label)} ${markup.text(nameOf(source))}`,
  );
  return `${chain} — ${meant.length > 0 ? `may mean ${either(meant)}` : 'means no source of this draft'}`;
}

function claims(analysis: Analysis, references: readonly Reference[], markup: Markup): string[] {
  const works = sourcesMeant(references);
  if (works.size === 0) return [];
  const labels = claimsRestingOn(analysis, works).map(({ label }) => label);
  const who = works.size === 1 ? 'Its source is' : 'Its sources are';
  return [markup.text(`${who} cited by ${counted(labels)}`)];
}

function calls(analysis: Analysis, entry: Entry, markup: Markup): string[] {
  const count = callsOf(analysis, [entry]).length;
  return count === 0 ? [markup.text('No marker calls it.')] : [];
}

/** `4 claims: 1, 2 (twice), 5`: each label once. */
function counted(labels: readonly string[]): string {
  const times = new Map<string, number>();
  for (const label of labels) times.set(label, (times.get(label) ?? 0) + 1);
  const each = [...times].map(
    ([label, count]) => label + (count > 1 ? ` (${count > 2 ? `${count} times` : 'twice'})` : ''),
  );
  const rest = each.length - MOST_LABELS;
  const listed = each.slice(0, MOST_LABELS).join(', ') + (rest > 0 ? ` and ${rest} more` : '');
  return `${labels.length} ${labels.length === 1 ? 'claim' : 'claims'}${labels.length > 0 ? `: ${listed}` : ''}`;
}

function either(things: readonly string[]): string {
  return things.length < 2 ? things.join('') : `${things.slice(0, -1).join('; ')} or ${things.at(-1)}`;
}

function written({ text }: Analysis, { start, end }: Range, markup: Markup): string {
  return markup.text(cutTo(text.slice(start, end), LONGEST_TEXT));
}

import type { Analysis } from '../../analysis.ts';
import type { Entry, Marker, MarkerKind } from '../../draft/draft.ts';
import { labelIn, type WrittenLabel } from '../../draft/written-label.ts';
import { meansTheSame, namesNoOther } from '../../edits/meaning.ts';
import { applyEdits, type TextEdit } from '../../text/edit.ts';
import type { Range } from '../../text/range.ts';
import { type NameToRename, nameAt } from './rename-name.ts';
import { targetAt } from './target.ts';

/** What is renamed. The range is the label alone, without brackets, or the name. */
export interface Renamed extends Range {
  readonly label: string;
}

/** Why something cannot be renamed; the message is for the author. */
export class RenameRefused extends Error {}

/** A name stays one: nothing that sets names apart, or ends a line. */
const NAME = /^[^\r\n,;:“”"[\]()]+$/;
const LABELS: Readonly<Record<MarkerKind, RegExp>> = { citation: /^[1-9]\d{0,3}$/, note: /^[a-z]{1,2}$/ };

/**
 * The label at `offset`, of a marker or of an entry, or the name there: of an author, or of the vocabulary.
 *
 * @throws RenameRefused where there is none, or none that is written out
 */
export function prepareRename(analysis: Analysis, offset: number): Renamed {
  const name = nameAt(analysis, offset);
  return name ? { ...name.place, label: name.name } : labelAt(analysis, offset).place;
}

/**
 * Gives the label at `offset` a new name, at its markers and its entry alike; or the author or group at `offset`,
 * wherever the draft means the same one.
 *
 * @param read reads the draft as it would be then, for what cannot be seen beforehand: a number at the end of a range
 *   stands for others too, flattened markers are read by the numbers around them, a name can be read as more
 * @throws RenameRefused where that would not keep what every marker calls and every reference means
 */
export function rename(
  analysis: Analysis,
  offset: number,
  name: string,
  read: (text: string) => Analysis,
): readonly TextEdit[] {
  const named = nameAt(analysis, offset);
  const edits = named ? renameName(named, name.trim()) : renameLabel(analysis, offset, name);
  if (edits.length === 0) return edits;
  const after = read(applyEdits(analysis.text, edits));
  if (!meansTheSame(analysis, after)) {
    const expected = 'one that leaves what every claim rests on as it is';
    throw new RenameRefused(`Unexpected ${named ? 'name' : 'label'} “${name}”, expected ${expected}`);
  }
  if (named?.concept && !namesNoOther(analysis, after, named.concept)) throw isTaken(name, 'something else');
  return edits;
}

function renameName({ name: before, places, taken }: NameToRename, name: string): readonly TextEdit[] {
  if (!NAME.test(name) || !/\p{L}/u.test(name)) throw new RenameRefused(`Unexpected name “${name}”, expected one name`);
  if (taken.has(name)) throw isTaken(name, 'another author');
  return name === before ? [] : places.map(({ start, end }) => ({ start, end, text: name }));
}

function isTaken(name: string, by: string): RenameRefused {
  return new RenameRefused(`Unexpected name “${name}”, expected one that is free: ${by} is called so`);
}

function renameLabel(analysis: Analysis, offset: number, name: string): readonly TextEdit[] {
  const { kind, place } = labelAt(analysis, offset);
  const label = name.trim().toLowerCase();
  if (!LABELS[kind].test(label)) {
    const expected = kind === 'citation' ? 'a number from 1 to 9999' : 'one or two letters';
    throw new RenameRefused(`Unexpected label “${name}” of a ${kind}, expected ${expected}`);
  }
  if (label === place.label) return [];
  const { markers } = analysis.draft;
  const entries = kind === 'citation' ? analysis.draft.citations : analysis.draft.notes;
  if (entries.some((entry) => entry.label === label)) {
    throw new RenameRefused(`Unexpected label “${label}”, expected one that is free: there is a ${kind} of that label`);
  }
  if (markers.some((marker) => marker.kind === kind && marker.label === label)) {
    throw new RenameRefused(`Unexpected label “${label}”, expected one that is free: there is a marker of that label`);
  }
  const same = (item: Marker | Entry) => item.kind === kind && item.label === place.label;
  return [...markers.filter(same), ...entries.filter(same)].map((item) => {
    const { start, end, write } = writtenLabel(analysis.text, item);
    return { start, end, text: write(label) };
  });
}

function labelAt(analysis: Analysis, offset: number): { readonly kind: MarkerKind; readonly place: Renamed } {
  const target = targetAt(analysis, offset);
  if (target?.kind !== 'marker' && target?.kind !== 'entry') {
    throw new RenameRefused('Unexpected place, expected a marker, the label of an entry, an author or a group');
  }
  const item = target.kind === 'marker' ? target.marker : target.entry;
  const { start, end } = writtenLabel(analysis.text, item);
  return { kind: item.kind, place: { start, end, label: item.label } };
}

function writtenLabel(text: string, item: Marker | Entry): WrittenLabel {
  const written = labelIn(text, item);
  if (written) return written;
  const { kind, label } = item;
  throw new RenameRefused(`Unexpected ${kind} “${label}”, expected one whose label is written, not part of a range`);
}

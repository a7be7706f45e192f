import type { Analysis } from '../../analysis.ts';
import { groupUnknown } from '../../rules/vocabulary/group-unknown.ts';
import type { TextEdit } from '../../text/edit.ts';
import { overlaps, type Range } from '../../text/range.ts';
import { freeId } from '../../vocabulary/free-id.ts';
import type { UnknownName } from '../../vocabulary/unknown.ts';

/** A name that can be added to a vocabulary file. */
export interface Addition extends Range {
  readonly title: string;
  readonly name: UnknownName;
}

/** The names at `range` that read like groups' and are in no vocabulary, where the rule on them says so. */
export function additions({ findings, names }: Analysis, range: Range): readonly Addition[] {
  const reported = findings.filter(({ rule }) => rule === groupUnknown.id);
  return names.unknown.flatMap((name) => {
    const touches = overlaps(name, range) || name.start === range.end || name.end === range.start;
    // The rule reports each name where it first stands; wherever it stands, it can be added.
    const isReported = reported.some(({ start }) =>
      names.unknown.some((one) => one.start === start && one.text === name.text),
    );
    return touches && isReported
      ? [{ start: name.start, end: name.end, title: `Add “${name.text}” to the vocabulary`, name }]
      : [];
  });
}

const PLAIN = /^[\p{L}\p{N}][\p{L}\p{N} ’'`-]*$/u;

/**
 * The edit of a vocabulary file in YAML that adds a group, first in its list; null for files that are written in
 * another way, as JSON is.
 */
export function additionTo(
  text: string,
  { text: name, abbreviation }: UnknownName,
  { vocabulary }: Analysis,
): TextEdit | null {
  const id = freeId(name, new Set(vocabulary.concepts.keys()));
  const short = abbreviation === null ? '' : `, abbreviation: ${inYaml(abbreviation)}`;
  const entry = `- { id: ${id}, prefLabel: ${inYaml(name)}${short}, kind: organisation }`;
  const ending = text.includes('\r\n') ? '\r\n' : '\n';
  const list = /^groups:[ \t]*(?:#.*)?\r?\n(?:[ \t]*(?:#.*)?\r?\n)*([ \t]*)(?=- )/m.exec(text);
  if (list) {
    const [whole, indent = ''] = list;
    const at = list.index + whole.length - indent.length;
    return { start: at, end: at, text: `${indent}${entry}${ending}` };
  }
  const empty = /^groups:[ \t]*(?:\[[ \t]*\])?[ \t]*$/m.exec(text);
  const lines = `groups:${ending}  ${entry}`;
  if (empty) return { start: empty.index, end: empty.index + empty[0].length, text: lines };
  if (/^groups:/m.test(text) || /^\s*[{[]/.test(text)) return null;
  const before = text === '' || text.endsWith('\n') ? '' : ending;
  return { start: text.length, end: text.length, text: `${before}${lines}${ending}` };
}

function inYaml(text: string): string {
  return PLAIN.test(text) ? text : JSON.stringify(text);
}

import { type Document, isCollection, isMap, isNode, isScalar, type Node, parseDocument } from 'yaml';
import { lineStarts, positionAt } from '../text/lines.ts';
import type { Range } from '../text/range.ts';
import { causesOf, describeYaml } from '../text/schema-issues.ts';
import { offsetOfBadAlias } from '../vocabulary/aliases.ts';
import type { ConfigurationProblem } from './problem.ts';

/** Where in a value something stands: keys and indices, from the outside in. */
export type Path = readonly (string | number)[];

/** YAML (or JSON, which is YAML) with the place of every value in it. */
export interface ConfigurationDocument {
  /** Plain data; undefined for an empty document, and where there are problems. */
  readonly value: unknown;
  readonly problems: readonly ConfigurationProblem[];
  /** The problem that `message` names, at the value of a path, or at its last key. */
  readonly problemAt: (path: Path, message: string, at?: 'key' | 'value') => ConfigurationProblem;
}

/** @param range the part of `text` that is YAML; all of it for a configuration file, less for front matter */
export function readDocument(file: string, text: string, range: Range): ConfigurationDocument {
  const starts = lineStarts(text);
  const problem = ({ start, end }: Range, message: string): ConfigurationProblem => ({
    file,
    start: positionAt(starts, range.start + start),
    end: positionAt(starts, range.start + end),
    message,
  });
  // What YAML 1.1 has besides, such as sets, is no plain data.
  const options = { prettyErrors: false, logLevel: 'error', resolveKnownTags: false } as const;
  const document = parseDocument(text.slice(range.start, range.end), options);
  const problems = causesOf([...document.errors, ...document.warnings]).map(({ pos: [start, end], message }) =>
    problem({ start, end }, describeYaml(message)),
  );
  let value: unknown;
  try {
    if (problems.length === 0) value = document.toJS() ?? undefined;
  } catch (error) {
    // Aliases without an anchor, or that would unfold to more than there is room for.
    const start = offsetOfBadAlias(document);
    problems.push(problem({ start, end: start }, describeYaml(String(error))));
  }
  return {
    value,
    problems,
    problemAt: (path, message, at = 'value') => problem(rangeOf(document, path, at), message),
  };
}

/** The range of what is at `path`, or of the innermost value on the way to it that exists. */
function rangeOf(document: Document.Parsed, path: Path, at: 'key' | 'value'): Range {
  let node: unknown = document.contents;
  let range = rangeOfNode(node) ?? { start: 0, end: 0 };
  for (const [depth, step] of path.entries()) {
    const wantsKey = at === 'key' && depth === path.length - 1;
    if (wantsKey && isMap(node)) {
      const key = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step))?.key;
      return rangeOfNode(key) ?? range;
    }
    if (!isCollection(node)) break;
    node = node.get(step, true);
    range = rangeOfNode(node) ?? range;
  }
  return range;
}

function rangeOfNode(node: unknown): Range | null {
  const range = isNode(node) ? (node as Node).range : null;
  return range ? { start: range[0], end: range[1] } : null;
}

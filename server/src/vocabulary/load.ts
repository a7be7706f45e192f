import * as v from 'valibot';
import { type Document, isAlias, isMap, isNode, type Node, parseDocument } from 'yaml';
import { readProse } from '../markdown/read.ts';
import { lineStarts, type Position, positionAt } from '../text/lines.ts';
import { causesOf, describeIssue, describeYaml, passedOver } from '../text/schema-issues.ts';
import { offsetOfBadAlias } from './aliases.ts';
import { type Complaint, checkFile, type Path } from './check.ts';
import { findMentions } from './mentions.ts';
import { CONCEPT_LISTS, fileSchema, type Spec, type VocabularyFile } from './schema.ts';
import { stack } from './stack.ts';
import { makeVocabulary, noVocabulary, type Vocabulary } from './vocabulary.ts';

/** A vocabulary file; `path` is for messages. */
export interface VocabularyText {
  readonly path: string;
  /** YAML 1.2, of which JSON is a part. */
  readonly text: string;
}

interface VocabularyProblem extends Position {
  readonly path: string;
  /** *Unexpected X, expected Y*, without a final full stop. */
  readonly message: string;
}

export interface ReadVocabulary {
  readonly vocabulary: Vocabulary;
  readonly problems: readonly VocabularyProblem[];
}

/** Too many problems of one file hide the first. */
const MOST_PROBLEMS = 50;

/**
 * Reads vocabulary files, each over the ones before it and `base`: a concept replaces that of the same id, a label
 * belongs to the last concept that claims it. A file with a problem is left out whole, and its problems are given with
 * their places. Never throws.
 */
export function readVocabulary(files: readonly VocabularyText[], base: Vocabulary = noVocabulary()): ReadVocabulary {
  let vocabulary = base;
  const problems: VocabularyProblem[] = [];
  for (const file of files) {
    const reading = readFile(file, vocabulary);
    problems.push(...reading.problems);
    if (reading.problems.length === 0) vocabulary = reading.vocabulary;
  }
  return { vocabulary, problems };
}

function readFile(file: VocabularyText, below: Vocabulary): ReadVocabulary {
  const { value, locate, complaints } = parse(file.text);
  const failed = (found: readonly Complaint[]) => ({
    vocabulary: below,
    problems: inOrder(found.slice(0, MOST_PROBLEMS), locate).map((problem) => ({ path: file.path, ...problem })),
  });
  if (complaints.length > 0) return failed(complaints);
  const checked = checkShape(value);
  if (!checked.file) return failed(checked.complaints);
  const wrong = checkFile(checked.file, below);
  if (wrong.length > 0) return failed(wrong);
  const vocabulary = makeVocabulary(stack(below, checked.file));
  const unmet = checkSpecs(checked.file, vocabulary);
  return unmet.length > 0 ? failed(unmet) : { vocabulary, problems: [] };
}

/** One file by itself, checked but for what it needs of others; null with its problems when it cannot be used. */
export function readVocabularyFile(text: string): {
  readonly file: VocabularyFile | null;
  readonly problems: readonly (Position & { readonly message: string })[];
} {
  const { value, locate, complaints } = parse(text);
  const checked = complaints.length === 0 ? checkShape(value) : { file: null, complaints };
  return { file: checked.file, problems: inOrder(checked.complaints, locate) };
}

/** Complaints with their places, in the order of the text. */
function inOrder(complaints: readonly Complaint[], locate: Parsed['locate']) {
  return complaints
    .map(({ path, message, at }) => ({ ...locate(path, at), message }))
    .sort((a, b) => a.offset - b.offset);
}

/** What the schema says of a value that was read. */
function checkShape(value: unknown): {
  readonly file: VocabularyFile | null;
  readonly complaints: readonly Complaint[];
} {
  const complaints = passedOver(value, fileSchema);
  if (complaints.length > 0) return { file: null, complaints };
  const parsed = v.safeParse(fileSchema, value ?? {});
  if (parsed.success) return { file: parsed.output, complaints: [] };
  return { file: null, complaints: parsed.issues.map((issue) => describeIssue(issue, fileSchema)) };
}

interface Parsed {
  readonly value: unknown;
  readonly complaints: readonly Complaint[];
  readonly locate: (path: Path, at?: Complaint['at']) => Position;
}

/** JSON is read by JSON.parse, many times as fast; only to say where something is wrong is it read as YAML. */
function parse(text: string): Parsed {
  let document: Document.Parsed | null = null;
  const starts = lineStarts(text);
  const read = () => {
    // What YAML 1.1 has besides, such as sets, is no plain data.
    document ??= parseDocument(text, { prettyErrors: false, logLevel: 'error', resolveKnownTags: false });
    return document;
  };
  const locate = (path: Path, at: Complaint['at'] = 'value') => {
    const [first] = path;
    return positionAt(starts, typeof first === 'object' ? first.offset : offsetOf(read(), path, at));
  };
  if (/^\uFEFF?\s*\{/.test(text)) {
    try {
      return { value: JSON.parse(text.replace(/^\uFEFF/, '')), complaints: [], locate };
    } catch {
      // Not JSON: perhaps YAML in braces.
    }
  }
  const complaints = causesOf(read().errors).map(({ message, pos }) => ({
    path: [{ offset: pos[0] }],
    message: describeYaml(message),
  }));
  if (complaints.length > 0) return { value: null, complaints, locate };
  try {
    return { value: read().toJS({ maxAliasCount: 100 }), complaints: [], locate };
  } catch (error) {
    return {
      value: null,
      complaints: [{ path: [{ offset: offsetOfBadAlias(read()) }], message: describeYaml(String(error)) }],
      locate,
    };
  }
}

/** Where the value at `path` starts, or its key, or the nearest value around it that exists. */
function offsetOf(document: Document.Parsed, path: Path, at: Complaint['at']): number {
  let node: unknown = document.contents;
  let offset = isNode(node) ? (node.range?.[0] ?? 0) : 0;
  for (const [depth, key] of path.entries()) {
    if (isAlias(node)) node = node.resolve(document);
    const map: Node | null = isNode(node) ? node : null;
    const pair = isMap(map)
      ? map.items.find((item) => isNode(item.key) && String(item.key) === String(key))
      : undefined;
    const isWanted = at === 'key' && depth === path.length - 1;
    const child: unknown = pair ? (isWanted ? pair.key : (pair.value ?? pair.key)) : itemOf(map, key);
    if (!isNode(child)) break;
    node = child;
    offset = child.range?.[0] ?? offset;
  }
  return offset;
}

function itemOf(node: Node | null, key: Path[number]): unknown {
  return node && 'items' in node && Array.isArray(node.items) ? node.items[Number(key)] : undefined;
}

/** What a file says of itself must hold: each spec's sentence is read with the vocabulary as it now is. */
function checkSpecs(file: VocabularyFile, vocabulary: Vocabulary): Complaint[] {
  const complaints: Complaint[] = [];
  for (const list of CONCEPT_LISTS) {
    file[list]?.forEach((concept, index) => {
      concept.specs?.forEach((spec, number) => {
        const message = failure(spec, concept.id, vocabulary);
        if (message) complaints.push({ path: [list, index, 'specs', number], message });
      });
    });
  }
  return complaints;
}

function failure(spec: Spec, id: string, vocabulary: Vocabulary): string | null {
  const { mentions } = findMentions(readProse(spec.text), vocabulary);
  const mention = mentions.find(({ concept }) => concept.id === id);
  const found = mention ? `“${mention.text}”` : 'nothing';
  if ((mention?.text ?? null) !== spec.finds)
    return `This spec fails: it finds ${found}, expected ${spec.finds === null ? 'nothing' : `“${spec.finds}”`}`;
  if (spec.as && mention?.kind !== spec.as)
    return `This spec fails: ${found} is found as ${mention?.kind}, expected ${spec.as}`;
  if (spec.expects && mention?.replacement !== spec.expects)
    return `This spec fails: ${found} should be ${mention?.replacement ? `“${mention.replacement}”` : 'left as it is'}, expected “${spec.expects}”`;
  return null;
}

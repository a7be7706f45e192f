import { isMap, isScalar, isSeq, type ParsedNode, parseDocument, stringify, type YAMLMap } from 'yaml';
import type { TextEdit } from '../text/edit.ts';

/** What can stand in a list of a configuration or a vocabulary. */
export type Item = string | Readonly<Record<string, string>>;

/**
 * The edit that puts an item first into the list of the key `key` of a file in YAML or JSON, in the way in which the
 * file is written; the list is made where there is none. Null where the file cannot be read, or has something else
 * there.
 */
export function listEdit(text: string, key: string, item: Item): TextEdit | null {
  const { contents, errors } = parseDocument(text, { prettyErrors: false, logLevel: 'error' });
  if (errors.length > 0 || (contents !== null && !isMap(contents))) return null;
  const pair = contents?.items.find((one) => isScalar(one.key) && one.key.value === key);
  if (contents?.flow) return pair ? intoFlow(text, pair.value, item, asJson) : newInFlow(text, contents, key, item);
  const ending = text.includes('\r\n') ? '\r\n' : '\n';
  if (pair) return intoBlock(text, pair.key.range[1], pair.value, item, ending);
  const before = text === '' || text.endsWith('\n') ? '' : ending;
  const end = text.length;
  return { start: end, end, text: `${before}${key}:${ending}  - ${asYaml(item)}${ending}` };
}

/** @param keyEnd where the key ends, before its colon */
function intoBlock(text: string, keyEnd: number, list: ParsedNode | null, item: Item, ending: string): TextEdit | null {
  if (isSeq(list) && list.flow && list.items.length > 0) return intoFlow(text, list, item, asYaml);
  if (isSeq(list) && !list.flow) {
    const [at] = list.range;
    const indent = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
    return /\S/.test(indent) ? null : { start: at, end: at, text: `- ${asYaml(item)}${ending}${indent}` };
  }
  if (list !== null && !isSeq(list) && !(isScalar(list) && list.value === null)) return null;
  const start = text.indexOf(':', keyEnd) + 1;
  return { start, end: Math.max(start, list?.range[1] ?? start), text: `${ending}  - ${asYaml(item)}` };
}

/** @param lineBreak with the indentation of an item that has lines of its own; null: it is on one line */
type Write = (item: Item, lineBreak: string | null) => string;

function intoFlow(text: string, list: ParsedNode | null, item: Item, write: Write): TextEdit | null {
  if (!isSeq(list) || !list.flow) return null;
  const [start, end] = list.range;
  const [first] = list.items;
  if (!first) return { start, end, text: `[${write(item, null)}]` };
  const [at, firstEnd] = first.range;
  const gap = gapOf(text.slice(start + 1, at));
  const lineBreak = text.slice(at, firstEnd).includes('\n') ? (/\r?\n[ \t]*$/.exec(gap)?.[0] ?? null) : null;
  return { start: at, end: at, text: `${write(item, lineBreak)},${gap}` };
}

function newInFlow(text: string, map: YAMLMap.Parsed, key: string, item: Item): TextEdit {
  const [start, end] = map.range;
  const list = `${JSON.stringify(key)}: [${asJson(item, null)}]`;
  const at = map.items[0]?.key.range[0];
  if (at === undefined) return { start, end, text: `{ ${list} }` };
  return { start: at, end: at, text: `${list},${gapOf(text.slice(start + 1, at))}` };
}

/** What parts items that are written as the first one is; a comment is not to be repeated. */
function gapOf(before: string): string {
  return before.includes('\n') && !/\S/.test(before) ? before : ' ';
}

function asYaml(item: Item): string {
  // Of white space, only what YAML puts there: other kinds may be all that a name has.
  return stringify([item], { collectionStyle: 'flow', lineWidth: 0 }).replace(/^\[ ?| ?\]\n$/g, '');
}

function asJson(item: Item, lineBreak: string | null): string {
  if (lineBreak !== null) return JSON.stringify(item, null, 2).replaceAll('\n', lineBreak);
  if (typeof item === 'string') return JSON.stringify(item);
  const members = Object.entries(item).map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`);
  return `{ ${members.join(', ')} }`;
}

import { gapAt, idAt, stemAt } from './known';
import { end, start, text } from './memory';
import {
  edgeValues,
  labelTexts,
  nextEdge,
  nextLabel,
  nodeLabel,
  nodeParent,
  nodeWord,
  numberAt,
  roots,
  spread,
  textEnds,
} from './tables';
import { GAP_BREAK } from './words';

/**
 * Asks JavaScript which label of a node the words from `at` to `to` (exclusive), up to `end`, are as they are written:
 * they are but for case, diacritics and hyphens. Gives four times its number and how they differ (DIFFERENCES in
 * matcher.ts), or -1.
 */
declare function meet(node: i32, at: i32, to: i32, end: i32): i32;

/** Where the longest label ends, as an offset in the text, and what `meet` gives of it. */
export let longestEnd: i32 = 0;
export let longest: i32 = 0;

/** The word after the longest label that starts at the word `at`; `at` where none does. */
export function findLabel(at: i32, markersKnown: bool): i32 {
  let found = at;
  let node = -1;
  for (let to = at; ; to++) {
    const id = idAt(to);
    const ending = id === -1 ? stemAt(to, markersKnown) : id;
    if (ending === -1) break;
    node = to === at ? numberAt(roots, ending) : childOf(node, ending);
    if (node === -1) break;
    const last = id === -1 ? numberAt(end, to) - 1 : numberAt(end, to);
    const label = numberAt(nodeLabel, node) === -1 ? -1 : labelOf(node, at, to + 1, last);
    if (label !== -1) {
      longest = label;
      longestEnd = last;
      found = to + 1;
    }
    // A plural or a marker ends the name.
    if (id === -1 || gapAt(to + 1) === GAP_BREAK) break;
  }
  return found;
}

/** The label of a node that the words are, as `meet` gives it: it need not be asked of the only label, to the letter. */
function labelOf(node: i32, at: i32, to: i32, last: i32): i32 {
  const label = numberAt(nodeLabel, node);
  const isOnly = numberAt(nextLabel, label) === -1;
  return isOnly && isLabel(label, numberAt(start, at), last) ? label << 2 : meet(node, at, to, last);
}

/** Whether the text from `first` to `last` is the label to the letter. */
function isLabel(label: i32, first: i32, last: i32): bool {
  const begin = label === 0 ? 0 : numberAt(textEnds, label - 1);
  const length = numberAt(textEnds, label) - begin;
  return (
    length === last - first &&
    memory.compare(labelTexts + ((<usize>begin) << 1), text + ((<usize>first) << 1), (<usize>length) << 1) === 0
  );
}

/** The child of `node` along `word`, or -1. */
function childOf(node: i32, word: i32): i32 {
  const hash = edgeHash(node, word);
  for (let slot = nextEdge(hash, spread(hash)); slot !== -1; slot = nextEdge(hash, slot + 1)) {
    const child = numberAt(edgeValues, slot) - 1;
    if (numberAt(nodeParent, child) === node && numberAt(nodeWord, child) === word) return child;
  }
  return -1;
}

export function edgeHash(node: i32, word: i32): i32 {
  return node * <i32>0x9e3779b1 + word;
}

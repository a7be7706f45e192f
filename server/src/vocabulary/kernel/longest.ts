import { gapAt, idAt, stemAt } from './known';
import { end } from './memory';
import { edgeValues, nextEdge, nodeLabel, nodeParent, nodeWord, numberAt, roots, spread } from './tables';
import { GAP_BREAK } from './words';

/**
 * Asks JavaScript whether the words from `at` to `to` (exclusive), up to `end`, are a label of a node as they are written:
 * they are but for case, diacritics and hyphens.
 */
declare function meet(node: i32, at: i32, to: i32, end: i32): bool;

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
    if (numberAt(nodeLabel, node) !== -1 && meet(node, at, to + 1, last)) found = to + 1;
    // A plural or a marker ends the name.
    if (id === -1 || gapAt(to + 1) === GAP_BREAK) break;
  }
  return found;
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

import { gapAt, isJoinerAt } from './known';
import { findLabel, longest, longestEnd } from './longest';
import { openings } from './memory';
import { findNear } from './near';
import { numberAt } from './tables';
import { GAP_HYPHEN } from './words';

/** How many finds are kept at once, of three numbers each: the word, what `meet` gives of the label, and where it ends. */
const MOST_FINDS = 256;
export const finds = memory.data(MOST_FINDS * 12, 16);
export let findCount: i32 = 0;

/** The word that the next find starts at, or one behind it. */
export let least: i32 = 0;
/** The word at which something near to a label stands, at the end of what was found; or -1. */
export let nearAt: i32 = -1;

/**
 * Finds the labels at the `count` openings, from the one at `place` on, up to one at which there is something near to a
 * label; gives the opening to go on from.
 */
export function seek(place: i32, count: i32, markersKnown: bool): i32 {
  findCount = 0;
  nearAt = -1;
  for (let next = place; next < count; next++) {
    const at = numberAt(openings, next);
    if (at < least) continue;
    if (findCount === MOST_FINDS) return next;
    const to = findLabel(at, markersKnown);
    if (findNear(at, to)) {
      nearAt = at;
      return next + 1;
    }
    if (to > at && !isInsideName(at, to)) {
      keep(at);
      least = to;
    }
  }
  return count;
}

function keep(at: i32): void {
  const find = finds + <usize>findCount * 12;
  store<i32>(find, at);
  store<i32>(find, longest, 4);
  store<i32>(find, longestEnd, 8);
  findCount++;
}

/** Whether joiners bind the words to others: the Taliban of Tehrik-i-Taliban. */
function isInsideName(at: i32, to: i32): bool {
  return (at > 1 && isBound(at - 1)) || isBound(to);
}

/** Whether a joiner stands between two hyphens. */
function isBound(at: i32): bool {
  return gapAt(at) === GAP_HYPHEN && gapAt(at + 1) === GAP_HYPHEN && isJoinerAt(at);
}

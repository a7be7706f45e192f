import { findLabel } from './longest';
import { openings } from './memory';
import { findNear } from './near';
import { numberAt } from './tables';

/**
 * The first of the `count` openings, from the one at `index` on, that is not before the word `least` and at which a label
 * stands, or something near to one; `count` where there is none.
 */
export function seek(index: i32, count: i32, least: i32, markersKnown: bool): i32 {
  for (let place = index; place < count; place++) {
    const at = numberAt(openings, place);
    if (at < least) continue;
    const matched = findLabel(at, markersKnown);
    if (findNear(at, matched) || matched > at) return place;
  }
  return count;
}

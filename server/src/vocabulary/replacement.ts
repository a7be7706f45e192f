import { distance } from '../text/distance.ts';
import type { Label } from './concept.ts';

/** Nobody has more names: a file that lists thousands has each of its misspellings compared with so many. */
const MOST_NAMES = 100;

/** Which of a concept's names a misspelling is meant to be: the one nearest to it; of equals the first. */
export function nearestOf(misspelling: string, names: readonly Label[]): string {
  let nearest = names[0]?.text ?? misspelling;
  if (names.length < 2) return nearest;
  let least = Number.POSITIVE_INFINITY;
  for (const { text } of names.slice(0, MOST_NAMES)) {
    const changes = distance(misspelling, text, Math.min(least, Math.max(text.length, misspelling.length)));
    if (changes >= least) continue;
    least = changes;
    nearest = text;
  }
  return nearest;
}

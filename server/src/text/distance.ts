/**
 * How many single-character changes (insert, delete, replace, swap two neighbours) turn `a` into `b`, or more than
 * `most` when it takes more. Optimal string alignment, the restricted Damerau–Levenshtein distance, in O(`a` × `b`).
 */
export function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(
        (last[column] as number) + 1,
        (current[column - 1] as number) + 1,
        (last[column - 1] as number) + (same ? 0 : 1),
      );
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) cost = Math.min(cost, (beforeLast[column - 2] as number) + 1);
      current.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    beforeLast = last;
    last = current;
  }
  return Math.min(last[b.length] as number, most + 1);
}

/** The candidate nearest to `word`, at most `most` changes away; of equals the first. */
export function nearest(word: string, candidates: Iterable<string>, most: number): string | null {
  let found: string | null = null;
  let least = most;
  for (const candidate of candidates) {
    const changes = distance(word, candidate, least);
    if (changes > least || (changes === least && found !== null)) continue;
    found = candidate;
    least = changes;
  }
  return found;
}

const SHORTEST_BEGINNING = 3;

/**
 * The name that was meant by `word`: one that is a single change away, or else the only one that begins like it,
 * in the singular too (`citation-pages`: `citation-page-range`), or else the nearest, at most `most` changes away.
 */
export function likeliest(word: string, names: readonly string[], most: number): string | null {
  return nearest(word, names, Math.min(most, 1)) ?? begunBy(word, names) ?? nearest(word, names, most);
}

function begunBy(word: string, names: readonly string[]): string | null {
  for (const beginning of [word, word.replace(/s$/, '')]) {
    if (beginning.length < SHORTEST_BEGINNING) return null;
    const [name, another] = names.filter((known) => known.startsWith(beginning));
    if (name !== undefined && another === undefined) return name;
  }
  return null;
}

/**
 * What was made of the parts of a text, by their content: after an edit most parts are what they were before, and where
 * they were. Each round asks for its parts in the order of the text and then says what they are; what a round does not
 * say is forgotten with the next.
 */
export interface Recall<Made> {
  /** What such a part was before; it may be undefined for some parts around larger changes. */
  readonly get: (content: string) => Made | undefined;
  readonly set: (content: string, made: Made) => void;
  /** Begins another round. */
  readonly turn: () => void;
}

interface Kept<Made> {
  readonly content: string;
  readonly made: Made;
}

/** So many parts may be gone, or be new, before the rest is looked for everywhere. */
const MOST_CHANGED = 4;

/** Parts are compared in order, which is much faster than to make a hash of each. */
export function createRecall<Made>(): Recall<Made> {
  let before: Kept<Made>[] = [];
  let now: Kept<Made>[] = [];
  let next = 0;
  let missed = 0;
  let places: ReadonlyMap<string, number> | null = null;
  return {
    get: (content) => {
      for (let place = next; place < next + MOST_CHANGED; place++) {
        const kept = before[place];
        if (kept?.content !== content) continue;
        next = place + 1;
        missed = 0;
        return kept.made;
      }
      if (places === null && ++missed < MOST_CHANGED) return undefined;
      places ??= new Map(before.map((kept, place) => [kept.content, place]));
      const place = places.get(content);
      if (place === undefined) return undefined;
      next = place + 1;
      return before[place]?.made;
    },
    set: (content, made) => {
      now.push({ content, made });
    },
    turn: () => {
      before = now;
      now = [];
      next = 0;
      missed = 0;
      places = null;
    },
  };
}

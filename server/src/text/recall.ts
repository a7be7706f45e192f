/**
 * What was made of the parts of a text, by their content: after an edit most parts are what they were before. What one
 * round of reading does not ask for is forgotten with the next.
 */
export interface Recall<Made> {
  readonly get: (content: string) => Made | undefined;
  readonly set: (content: string, made: Made) => void;
  /** Begins another round. */
  readonly turn: () => void;
}

export function createRecall<Made>(): Recall<Made> {
  let before = new Map<string, Made>();
  let now = new Map<string, Made>();
  return {
    get: (content) => now.get(content) ?? before.get(content),
    set: (content, made) => {
      now.set(content, made);
    },
    turn: () => {
      before = now;
      now = new Map();
    },
  };
}

import assert from 'node:assert/strict';

/** The least milliseconds that two rounds take, or `best` when it is less; one that takes less than `enough` is the last. */
function shortest(run: (text: string) => void, text: string, best: number, enough = 0): number {
  let least = best;
  for (let round = 0; round < 2 && least >= enough; round++) {
    const start = performance.now();
    run(text);
    least = Math.min(least, performance.now() - start);
  }
  return least;
}

/** On a loaded machine one measure may be far off: the best of a few in turn tells what the text itself takes. */
const MEASURES = 8;
/** Milliseconds in which nothing can be told. */
const TOO_SHORT = 30;

/**
 * Asserts that `run` takes time in proportion to the length of its text: four times the text at most ten times the
 * time, where quadratic cost would show as sixteen. Times too short to tell are let pass.
 */
export function assertLinear(make: (length: number) => string, run: (text: string) => void, length = 20_000): void {
  const [small, large] = [make(length), make(4 * length)];
  let [less, more] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let measure = 0; measure < MEASURES; measure++) {
    more = shortest(run, large, more, TOO_SHORT);
    if (more < TOO_SHORT) return;
    less = shortest(run, small, less);
    if (more < 10 * less) return;
  }
  assert.fail(`four times the text took ${(more / less).toFixed(1)} times the time`);
}

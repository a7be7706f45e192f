import assert from 'node:assert/strict';

const shortest = (run: () => void): number => {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 3; round++) {
    const start = performance.now();
    run();
    best = Math.min(best, performance.now() - start);
  }
  return best;
};

/** On a loaded machine one measure may be far off: a text is too slow when each of a few measures says so. */
const MEASURES = 3;

/**
 * Asserts that `run` takes time in proportion to the length of its text: four times the text at most ten times the
 * time, where quadratic cost would show as sixteen. Times too short to tell are let pass.
 */
export function assertLinear(make: (length: number) => string, run: (text: string) => void, length = 20_000): void {
  const [small, large] = [make(length), make(4 * length)];
  let ratio = Number.POSITIVE_INFINITY;
  for (let measure = 0; measure < MEASURES && ratio >= 10; measure++) {
    const time = shortest(() => run(large));
    if (time < 30) return;
    ratio = Math.min(ratio, time / shortest(() => run(small)));
  }
  assert.ok(ratio < 10, `four times the text took ${ratio.toFixed(1)} times the time`);
}

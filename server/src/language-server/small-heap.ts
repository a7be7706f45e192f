import { PerformanceObserver } from 'node:perf_hooks';
import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';

/** Bytes that hold what a few keystrokes leave behind; to sweep less room more often takes longer. */
const ENOUGH_FOR_NEW = 8 * 1024 * 1024;

/**
 * An editor keeps its servers all day. Room for new objects grows to what it needs and no further, and old ones are swept
 * before there is half as much again: about half of the memory that V8 takes by itself, at the same speed. For V8 of
 * Node 20 to 24.
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--heap-growing-percent=50');
  // To wake other threads takes longer than the little that they would do.
  setFlagsFromString('--no-parallel-scavenge');
  const observer = new PerformanceObserver(() => {
    if (sizeOfNew() < ENOUGH_FOR_NEW) return;
    setFlagsFromString('--semi-space-growth-factor=1');
    observer.disconnect();
  });
  observer.observe({ entryTypes: ['gc'] });
}

/** In bytes. */
function sizeOfNew(): number {
  return getHeapSpaceStatistics().find(({ space_name: name }) => name === 'new_space')?.space_size ?? 0;
}

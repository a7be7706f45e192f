import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import type { Worker as Thread } from 'node:worker_threads';
import { compileOnlyTheHot } from '../compiler.ts';
import type { Candidate } from '../files/find.ts';
import type { Examined, ExamineOptions } from './examine.ts';

/** What a thread is handed at its start. */
export interface ThreadData {
  readonly candidates: readonly Candidate[];
  readonly options: ExamineOptions;
  readonly counters: Int32Array<SharedArrayBuffer>;
  /** The thread writes here the index of the candidate that it examines; it begins with the one that stands here. */
  readonly current: Int32Array<SharedArrayBuffer>;
}

/** What a thread says: what came of the candidate at `index`. */
export interface ThreadMessage {
  readonly index: number;
  readonly examined: Examined;
}

export interface ThreadOptions {
  readonly options: ExamineOptions;
  readonly threads: number;
  /** What a thread begins with. */
  readonly thread: URL;
}

/** Where in the counters stands which candidate is the next to be taken, and how many were handed on. */
const TAKEN = 0;
const HANDED_ON = 1;
/** So many candidates may be taken ahead of what was handed on: more would only fill memory. */
const LEAD = 32;
/**
 * From that many bytes of drafts on, two threads take less time than none, their start included: as measured by the
 * bench, which says it in docs/benchmarks.md.
 */
export const PAYS_FROM = 8_000_000;
/** More threads are not taken by themselves: each has its memory. */
const MOST_THREADS = 4;
/** Megabytes for new objects in a thread. With less they are swept more often, and more of them grow old. */
const YOUNG_GENERATION = 14;
/** Megabytes for old objects in a thread: V8 lets garbage pile up until there is a limit. */
const OLD_GENERATION = 32;
/** Bytes that the reading of a draft takes for each of its own, with much to spare. */
const BYTES_PER_BYTE = 16;
/** By how much the limit grows for a thread that follows on one to which it was too little. */
const GROWTH = 4;

/** How many threads pay for these files; 0 for few. */
export function threadsFor(candidates: readonly Candidate[]): number {
  if (candidates.length === 1) return 0;
  let bytes = 0;
  for (const { path } of candidates) {
    bytes += sizeOf(path);
    if (bytes >= PAYS_FROM) return Math.min(MOST_THREADS, availableParallelism());
  }
  return 0;
}

/**
 * Examines all candidates in threads, and gives what came of them in their order. Whichever thread is free takes the
 * next candidate; what came of it waits for its turn. This thread examines none: the memory of the others can be
 * bounded, its own cannot.
 */
export async function* examineInThreads(
  candidates: readonly Candidate[],
  { options, threads, thread }: ThreadOptions,
): AsyncGenerator<Examined> {
  // It takes modules of Node that a single draft does without.
  const { Worker } = await import('node:worker_threads');
  const counters = new Int32Array(new SharedArrayBuffer(8));
  const waiting = new Map<number, Examined>();
  const workers = new Set<Thread>();
  let failure: unknown = null;
  let wake = () => {};
  const start = (first: number, limit: number) => {
    const current = new Int32Array(new SharedArrayBuffer(4)).fill(first);
    const workerData: ThreadData = { candidates, options, counters, current };
    const resourceLimits = { maxYoungGenerationSizeMb: YOUNG_GENERATION, maxOldGenerationSizeMb: limit };
    const worker = new Worker(thread, { workerData, resourceLimits });
    workers.add(worker);
    worker.on('message', ({ index, examined }: ThreadMessage) => {
      waiting.set(index, examined);
      wake();
    });
    worker.on('error', (error) => {
      workers.delete(worker);
      const isFull = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      if (isFull) start(current[0] ?? 0, limit * GROWTH);
      else failure = error;
      wake();
    });
  };
  compileOnlyTheHot();
  const limit = limitFor(candidates);
  for (let started = 0; started < threads; started++) start(take(counters), limit);
  try {
    for (let next = 0; next < candidates.length; ) {
      if (failure !== null) throw failure;
      const examined = waiting.get(next);
      if (examined) {
        waiting.delete(next++);
        Atomics.add(counters, HANDED_ON, 1);
        Atomics.notify(counters, HANDED_ON);
        yield examined;
      } else {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    }
  } finally {
    await Promise.all([...workers].map((worker) => worker.terminate()));
  }
}

/** The index of the next candidate, which is the caller's from now on. */
export function take(counters: Int32Array): number {
  return Atomics.add(counters, TAKEN, 1);
}

/** Blocks this thread until the candidate at `index` is no longer too far ahead. */
export function waitForTurn(counters: Int32Array, index: number): void {
  for (;;) {
    const handedOn = Atomics.load(counters, HANDED_ON);
    if (index - handedOn < LEAD) return;
    Atomics.wait(counters, HANDED_ON, handedOn);
  }
}

/** Megabytes of old objects that the largest draft needs. */
function limitFor(candidates: readonly Candidate[]): number {
  const largest = candidates.reduce((most, { path }) => Math.max(most, sizeOf(path)), 0);
  return OLD_GENERATION + Math.ceil((BYTES_PER_BYTE * largest) / 2 ** 20);
}

function sizeOf(path: string): number {
  try {
    return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  } catch {
    // Whoever reads the file says why that cannot be done.
    return 0;
  }
}

import { Failure } from './failure.ts';
import { type FindOptions, findCandidates, noDrafts } from './find.ts';
import { complain } from './output.ts';
import { createProgress, type Progress } from './progress.ts';
import { type CheckedDraft, createReader, type ReadOptions } from './read.ts';

/** From so many on, memory is kept flat. */
const MANY_DRAFTS = 50;

export type WorkOptions = FindOptions & ReadOptions;

export interface WorkDone {
  readonly drafts: number;
  /** Files in folders that are no drafts. */
  readonly skipped: number;
  /** Something could not be done; it was said on standard error. */
  readonly failed: boolean;
}

/**
 * Reads the drafts that `paths` mean, one after the other in the order of their names, and hands each to `handle`.
 * What cannot be read is reported, and does not keep the others from being read.
 */
export async function forEachDraft(
  paths: readonly string[],
  options: WorkOptions,
  handle: (draft: CheckedDraft, progress: Progress) => void | Promise<void>,
): Promise<WorkDone> {
  const { candidates, failures } = await findCandidates(paths, options);
  const said = new Set<string>();
  const progress = createProgress(candidates.length);
  const fail = (all: readonly Failure[]) => {
    for (const { message } of all) {
      // A configuration fails for each draft that it holds for.
      if (said.has(message)) continue;
      said.add(message);
      progress.clear();
      complain(message);
    }
  };
  fail(failures);
  if (candidates.length >= MANY_DRAFTS) await keepMemoryFlat();

  const read = createReader(options);
  const places = new Map<string, { drafts: number; skipped: number; failed: number }>();
  let drafts = 0;
  let skipped = 0;
  for (const candidate of candidates) {
    await progress.step(candidate.name);
    const outcome = await read(candidate);
    const place = places.get(candidate.foundIn ?? '') ?? { drafts: 0, skipped: 0, failed: 0 };
    if (candidate.foundIn !== null) places.set(candidate.foundIn, place);
    if (outcome.kind === 'failed') {
      fail(outcome.failures);
      place.failed++;
    } else if (outcome.kind === 'passedOver') {
      skipped++;
      place.skipped++;
    } else {
      drafts++;
      place.drafts++;
      fail(outcome.failures);
      await handle(outcome.draft, progress);
    }
  }
  progress.clear();
  for (const [path, counts] of places) {
    if (counts.drafts + counts.failed === 0) fail([new Failure(noDrafts(path, counts.skipped))]);
  }
  return { drafts, skipped, failed: said.size > 0 };
}

/**
 * Keeps V8 from growing the space for new objects: what one draft leaves behind is swept away soon, instead of piling
 * up in the space for old objects. Takes half of the memory for 1,000 drafts, in the same time.
 */
async function keepMemoryFlat(): Promise<void> {
  const { setFlagsFromString } = await import('node:v8');
  setFlagsFromString('--semi-space-growth-factor=1');
}

import { dayOf } from '../../configuration/day.ts';
import { hasCitations } from '../../draft/draft.ts';
import { type Candidate, type FindOptions, type Found, findCandidates, noDrafts } from '../files/find.ts';
import { complain } from '../terminal/output.ts';
import { createProgress, type Progress } from '../terminal/progress.ts';
import { type CheckedDraft, checkDraft, createReader, isDraft, type ReadOptions } from './read.ts';

export type WorkOptions = FindOptions & ReadOptions;

export interface WorkDone {
  readonly drafts: number;
  /** Files in folders that are no drafts. */
  readonly skipped: number;
  /** Something could not be done; it was said on standard error. */
  readonly failed: boolean;
}

/** What came of one file. */
export interface FileOutcome {
  readonly candidate: Candidate;
  /** False for what failed, and, without failures, for what is no draft. */
  readonly isDraft: boolean;
  /** One line each. */
  readonly failures: readonly string[];
}

/**
 * Reads and checks the drafts that `paths` mean, one after the other in the order of their names, and hands each to
 * `handle`. What cannot be read is reported, and does not keep the others from being read.
 */
export async function forEachDraft(
  paths: readonly string[],
  options: WorkOptions,
  handle: (draft: CheckedDraft, progress: Progress) => void | Promise<void>,
): Promise<WorkDone> {
  const found = await findCandidates(paths, options);
  const read = createReader(options, dayOf(new Date()));
  const outcomes = async function* () {
    for (const candidate of found.candidates) {
      const reading = await read(candidate);
      const draft = reading.draft && (await checkDraft(reading.draft));
      const isOne = reading.draft && draft && isDraft(reading.draft, hasCitations(draft.analysis.draft));
      yield isOne
        ? { candidate, isDraft: true, failures: draft.failures, draft }
        : { candidate, isDraft: false, failures: reading.failures, draft: null };
    }
  };
  return work(found, outcomes(), ({ draft }, progress) => (draft ? handle(draft, progress) : undefined));
}

/**
 * Goes through what came of all files: shows how far the work is, reports what failed, each cause once, counts, and
 * hands on the drafts.
 *
 * @param outcomes in the order of the candidates
 */
export async function work<Outcome extends FileOutcome>(
  { candidates, failures, mayBeNone = false }: Found,
  outcomes: AsyncIterable<Outcome>,
  handle: (draft: Outcome, progress: Progress) => void | Promise<void>,
): Promise<WorkDone> {
  const said = new Set<string>();
  const progress = createProgress(candidates.length);
  const fail = (lines: readonly string[]) => {
    for (const line of lines) {
      // A configuration fails for each draft that it holds for.
      if (said.has(line)) continue;
      said.add(line);
      progress.clear();
      complain(line);
    }
  };
  fail(failures.map(({ message }) => message));

  const places = new Map<string, { passedOver: number; others: number }>();
  let drafts = 0;
  let skipped = 0;
  for await (const outcome of outcomes) {
    const { candidate } = outcome;
    await progress.step(candidate.name);
    const isPassedOver = !outcome.isDraft && outcome.failures.length === 0;
    if (candidate.foundIn !== null) {
      const place = places.get(candidate.foundIn) ?? { passedOver: 0, others: 0 };
      places.set(candidate.foundIn, place);
      place[isPassedOver ? 'passedOver' : 'others']++;
    }
    fail(outcome.failures);
    if (isPassedOver) skipped++;
    if (!outcome.isDraft) continue;
    drafts++;
    await handle(outcome, progress);
  }
  progress.clear();
  for (const [path, { passedOver, others }] of places)
    if (others === 0 && !mayBeNone) fail([noDrafts(path, passedOver)]);
  return { drafts, skipped, failed: said.size > 0 };
}

import { dayOf } from '../../configuration/day.ts';
import { SEVERITIES } from '../../rules/rule.ts';
import type { Baseline } from '../drafts/baseline.ts';
import { createExaminer, type Examine, type Examined, type ExamineOptions, fails } from '../drafts/examine.ts';
import { fileOf } from '../drafts/read.ts';
import { examineInThreads, threadsFor } from '../drafts/threads.ts';
import type { WatchTools } from '../drafts/watch.ts';
import { work } from '../drafts/work.ts';
import { Failure } from '../failure.ts';
import { type Candidate, type FindOptions, type Found, findCandidates } from '../files/find.ts';
import { type Shard, shardOf } from '../files/shard.ts';
import { formatOf } from '../formats/formats.ts';
import { complain, type Output, openOutput } from '../terminal/output.ts';
import { lookOf } from '../terminal/terminal.ts';
import { plural } from '../words.ts';

export interface CheckOptions extends FindOptions, Omit<ExamineOptions, 'look' | 'results' | 'today'> {
  /** The file that findings are written to, instead of standard output. */
  readonly output?: string;
  readonly color?: boolean;
  /** How many threads share the work; without it, as many as pay. */
  readonly workers?: number;
  /** Checks the part of the drafts that is this machine's. */
  readonly shard?: Shard;
  /** Checks the drafts alone that changed since this revision. */
  readonly since?: string;
  /** Checks again whenever something changes. */
  readonly watch?: boolean;
  /** The folder that results are kept in, instead of that of the user; naming it asks for them. */
  readonly cacheLocation?: string;
}

/**
 * `sentinel-citations check`: writes what is found in drafts, and gives the exit status.
 *
 * @param thread what a further thread begins with
 */
export async function check(paths: readonly string[], options: CheckOptions, thread: URL): Promise<number> {
  if (!options.watch) return checkOnce(paths, options, thread);
  if (options.updateBaseline) throw new Failure('--update-baseline: expected no --watch');
  const { runOnChange } = await import('../drafts/watch.ts');
  return runOnChange(paths, options, (tools) => checkOnce(paths, options, thread, tools));
}

async function checkOnce(
  paths: readonly string[],
  options: CheckOptions,
  thread: URL,
  tools?: WatchTools,
): Promise<number> {
  const output = openOutput(options.output);
  try {
    for (const file of namedFiles(options)) output.spare(file);
    return await checkInto(output, paths, options, thread, tools);
  } finally {
    output.discard();
  }
}

/** The files beside drafts that options name to be read. */
function namedFiles({ baseline, config, ignorePath, vocabulary = [] }: CheckOptions): readonly string[] {
  return [baseline, config || undefined, ignorePath, ...vocabulary].filter((file) => file !== undefined);
}

async function checkInto(
  output: Output,
  paths: readonly string[],
  options: CheckOptions,
  thread: URL,
  tools: WatchTools | undefined,
): Promise<number> {
  const baseline = await baselineOf(options);
  const examineOptions: ExamineOptions = {
    ...options,
    look: lookOf(options.color, options.output !== undefined),
    today: dayOf(new Date()),
    ...(keepsResults(options) && {
      results: (await import('../drafts/results.ts')).resultsFolder(options.cacheLocation),
    }),
  };
  const format = await formatOf(options.format, examineOptions);
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  let fixable = 0;
  let hidden = 0;

  const found = await narrowed(await findCandidates(paths, options), options);
  const outcomes = tools
    ? examineHere(found.candidates, await createExaminer(examineOptions, tools))
    : await examineAll(found.candidates, examineOptions, options.workers, thread);
  // Once nothing else can keep all of it from being done: half a document is none.
  output.write(format.begin());
  const { drafts, skipped, failed } = await work(found, sparing(outcomes, output), (draft, progress) => {
    for (const severity of SEVERITIES) counts[severity] += draft.counts[severity];
    fixable += draft.fixable;
    hidden += draft.hidden;
    if (draft.keys) baseline?.note(fileOf(draft.candidate), draft.keys);
    const written = format.next(draft.piece);
    if (written !== '') progress.makeWay();
    output.write(written);
  });
  const updated =
    options.updateBaseline && baseline ? { file: baseline.file, findings: await baseline.update() } : null;
  output.write(format.end({ files: drafts, skipped, counts, fixable, hidden, baseline: updated, failed }));
  output.close();
  if (!updated) for (const line of baseline?.complaints() ?? []) complain(line);

  if (failed) return 2;
  const { maxWarnings = Number.POSITIVE_INFINITY } = options;
  const tooMany = counts.warning > maxWarnings;
  if (tooMany)
    complain(
      `${plural(counts.warning, 'warning')}, at most ${maxWarnings} ${maxWarnings === 1 ? 'is' : 'are'} allowed`,
    );
  return tooMany || SEVERITIES.some((severity) => counts[severity] > 0 && fails(severity, options.failOn)) ? 1 : 0;
}

async function baselineOf({ baseline, updateBaseline = false }: CheckOptions): Promise<Baseline | null> {
  if (baseline === undefined && updateBaseline)
    throw new Failure('--update-baseline: expected --baseline FILE as well');
  if (baseline === undefined) return null;
  if (baseline === '') throw new Failure('--baseline: expected a file');
  const { openBaseline } = await import('../drafts/baseline.ts');
  return openBaseline(baseline, updateBaseline);
}

/** What is left of the candidates when only some are to be checked: then there need not be any. */
async function narrowed(found: Found, { since, shard }: CheckOptions): Promise<Found> {
  const changed = since === undefined ? found : (await import('../files/since.ts')).changedSince(found, since);
  if (shard === undefined) return changed;
  return { ...changed, candidates: shardOf(changed.candidates, shard), mayBeNone: true };
}

/** Whoever names the folder wants results kept, unless the contrary is said. */
function keepsResults({ cache, cacheLocation }: CheckOptions): boolean {
  return cache ?? cacheLocation !== undefined;
}

/** Examines all candidates in as many threads as are asked for, or pay. */
async function examineAll(
  candidates: readonly Candidate[],
  options: ExamineOptions,
  workers: number | undefined,
  thread: URL,
): Promise<AsyncIterable<Examined>> {
  const threads = Math.min(workers ?? threadsFor(candidates), candidates.length);
  if (threads > 0) return examineInThreads(candidates, { options, threads, thread });
  return examineHere(candidates, await createExaminer(options));
}

/** Fails at a file that findings would be written over, unless it is no draft: an earlier run may have written it. */
async function* sparing(outcomes: AsyncIterable<Examined>, output: Output): AsyncGenerator<Examined> {
  for await (const outcome of outcomes) {
    if (outcome.isDraft || outcome.failures.length > 0) output.spare(outcome.candidate.name);
    yield outcome;
  }
}

async function* examineHere(candidates: readonly Candidate[], examine: Examine): AsyncGenerator<Examined> {
  for (const candidate of candidates) yield await examine(candidate);
}

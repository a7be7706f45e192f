import { hasCitations } from '../../draft/draft.ts';
import type { Finding, Severity } from '../../rules/rule.ts';
import { SEVERITIES } from '../../rules/rule.ts';
import type { Candidate } from '../files/find.ts';
import { type Counts, countFindings } from '../formats/format.ts';
import { type FormatName, type FormatOptions, formatOf } from '../formats/formats.ts';
import type { KeyCounts } from './baseline.ts';
import { namesFor } from './pipeline-names.ts';
import { checkDraft, createReader, fileOf, isDraft, type ReadOptions, type ReadyDraft } from './read.ts';
import type { Result } from './results.ts';
import type { WatchTools } from './watch.ts';
import type { FileOutcome } from './work.ts';

/** What matters for a single draft, as plain data: any thread can be handed it. */
export interface ExamineOptions extends ReadOptions, FormatOptions {
  readonly format: FormatName;
  /** The least severity that makes the exit status 1. */
  readonly failOn: Severity | 'never';
  readonly maxWarnings?: number;
  /** A file of known findings, which are left out. */
  readonly baseline?: string;
  /** Writes the findings that there are to that file, instead of reporting them. */
  readonly updateBaseline?: boolean;
  /** The folder in which results are kept. */
  readonly results?: string;
  /** The day of the check, `YYYY-MM-DD`. */
  readonly today: string;
}

/** What came of one file, no more than is needed of it: it may come from another thread. */
export interface Examined extends FileOutcome {
  /** What the format made of the findings. */
  readonly piece: string;
  /** How many findings are reported of each severity. */
  readonly counts: Counts;
  /** How many of them have a safe fix. */
  readonly fixable: number;
  /** How many findings the baseline hides. */
  readonly hidden: number;
  /** The keys of all findings, for the baseline; null without one. */
  readonly keys: KeyCounts | null;
}

export type Examine = (candidate: Candidate) => Promise<Examined>;

const NOTHING = {
  piece: '',
  counts: countFindings([]),
  fixable: 0,
  hidden: 0,
  keys: null,
};

/**
 * Reads and checks one file after the other, and writes what is found in the format that is asked for.
 *
 * @param tools of a run that is one of several
 */
export async function createExaminer(options: ExamineOptions, tools?: WatchTools): Promise<Examine> {
  const { updateBaseline = false, quiet = false } = options;
  const read = createReader(options, options.today, tools?.onConfiguration);
  const format = await formatOf(options.format, options);
  const nameOf = namesFor(options.format);
  const baseline =
    options.baseline === undefined
      ? null
      : await (await import('./baseline.ts')).openBaseline(options.baseline, updateBaseline);
  const check = createChecker(await slotsOf(options.results, tools));

  const examine: Examine = async (candidate) => {
    const { draft, failures } = await read(candidate);
    const checked = draft && (await check(draft));
    if (!draft || !checked || !isDraft(draft, checked.hasCitations)) {
      return { ...NOTHING, candidate, isDraft: false, failures };
    }
    const { text } = draft;
    const { findings: unknown, keys } = baseline?.unknown(fileOf(candidate), text, checked.findings) ?? {
      findings: checked.findings,
      keys: null,
    };
    const reported = updateBaseline ? [] : unknown;
    const findings = quiet ? reported.filter((finding) => isGrave(finding, options)) : reported;
    return {
      candidate,
      isDraft: true,
      failures: checked.failures,
      piece: await format.draft({ name: nameOf(candidate), text, findings }),
      counts: countFindings(reported),
      fixable: reported.filter(({ fixes }) => fixes.some(({ safe }) => safe)).length,
      hidden: checked.findings.length - unknown.length,
      keys,
    };
  };
  return async (candidate) => {
    try {
      return await examine(candidate);
    } catch (error) {
      const mistake = mistakeIn(error);
      if (mistake === null) throw error;
      const failure = `${candidate.name}: the program failed on it, please report it: ${mistake}`;
      return { ...NOTHING, candidate, isDraft: false, failures: [failure] };
    }
  };
}

/** What went wrong where the program is mistaken about one draft: the others can be checked. Null for any other error. */
function mistakeIn(error: unknown): string | null {
  const isMistake = error instanceof TypeError || error instanceof RangeError || error instanceof ReferenceError;
  // Of WebAssembly.
  if (!isMistake && !(error instanceof Error && error.name === 'RuntimeError')) return null;
  return process.env['DEBUG'] ? (error.stack ?? error.message) : error.message;
}

/** What is known of a draft once it is checked. */
interface Checked extends Result {
  readonly failures: readonly string[];
}

/** Checks drafts, or takes what was kept of an earlier check. */
function createChecker(slotOf: SlotOf | null): (draft: ReadyDraft) => Promise<Checked> {
  return async (draft) => {
    const slot = slotOf?.(draft);
    if (slot?.result) return { ...slot.result, failures: [] };
    const { analysis, failures } = await checkDraft(draft);
    const result = { hasCitations: hasCitations(analysis.draft), findings: analysis.findings };
    if (failures.length === 0) slot?.fill(result);
    return { ...result, failures };
  };
}

type SlotOf = WatchTools['slotOf'];

/** Where results are kept, if they are. */
async function slotsOf(folder: string | undefined, tools: WatchTools | undefined): Promise<SlotOf | null> {
  if (folder === undefined) return tools?.slotOf ?? null;
  return (await import('./results.ts')).openResults(folder);
}

/** Whether a finding can make the exit status 1. */
function isGrave({ severity }: Finding, { failOn, maxWarnings }: ExamineOptions): boolean {
  return (
    fails(severity, failOn === 'never' ? 'error' : failOn) || (severity === 'warning' && maxWarnings !== undefined)
  );
}

/** Whether a finding of that severity makes the exit status 1. */
export function fails(severity: Severity, failOn: Severity | 'never'): boolean {
  return failOn !== 'never' && SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(failOn);
}

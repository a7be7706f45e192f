import { resolve } from 'node:path';
import type { Finding, Severity } from '../rules/rule.ts';
import { SEVERITIES } from '../rules/rule.ts';
import type { Baseline } from './baseline.ts';
import { Failure } from './failure.ts';
import { type Candidate, STANDARD_INPUT } from './find.ts';
import { type FormatName, formatOf } from './formats.ts';
import { complain, openOutput } from './output.ts';
import { forEachDraft, type WorkOptions } from './work.ts';

export interface CheckOptions extends WorkOptions {
  readonly format: FormatName;
  /** The file that findings are written to, instead of standard output. */
  readonly output?: string;
  /** The least severity that makes the exit status 1. */
  readonly failOn: Severity | 'never';
  readonly maxWarnings?: number;
  /** A file of known findings, which are left out. */
  readonly baseline?: string;
  /** Writes the findings that there are to that file, instead of reporting them. */
  readonly updateBaseline?: boolean;
  /** Only findings that make the exit status 1, and no summary. */
  readonly quiet?: boolean;
  readonly color?: boolean;
}

/** `sentinel-citations check`: writes what is found in drafts, and gives the exit status. */
export async function check(paths: readonly string[], options: CheckOptions): Promise<number> {
  const baseline = await baselineOf(options);
  const output = openOutput(options.output);
  const format = await formatOf(options.format, options);
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  let fixable = 0;
  let files = 0;

  output.write(format.begin());
  const { skipped, failed } = await forEachDraft(paths, options, async ({ candidate, analysis }, progress) => {
    files++;
    const { text } = analysis;
    const unknown = baseline?.unknown(pathOf(candidate), text, analysis.findings) ?? analysis.findings;
    const reported = options.updateBaseline ? [] : unknown;
    for (const { severity, fixes } of reported) {
      counts[severity]++;
      if (fixes.some(({ safe }) => safe)) fixable++;
    }
    const findings = options.quiet ? reported.filter((finding) => isGrave(finding, options)) : reported;
    const written = await format.draft({ name: candidate.name, text, findings });
    if (written !== '') progress.makeWay();
    output.write(written);
  });
  output.write(
    files === 0 && failed && options.format === 'pretty' ? '' : format.end({ files, skipped, counts, fixable }),
  );
  output.close();
  if (options.updateBaseline) await baseline?.update();
  else for (const line of baseline?.complaints() ?? []) complain(line);

  if (failed) return 2;
  const { maxWarnings = Number.POSITIVE_INFINITY } = options;
  const tooMany = counts.warning > maxWarnings;
  if (tooMany) complain(`${counts.warning} warnings, at most ${maxWarnings} are allowed`);
  return tooMany || SEVERITIES.some((severity) => counts[severity] > 0 && fails(severity, options.failOn)) ? 1 : 0;
}

async function baselineOf({ baseline, updateBaseline = false }: CheckOptions): Promise<Baseline | null> {
  if (baseline === undefined && updateBaseline)
    throw new Failure('--update-baseline: expected --baseline FILE as well');
  if (baseline === undefined) return null;
  const { openBaseline } = await import('./baseline.ts');
  return openBaseline(baseline, updateBaseline);
}

/** The file that the draft is, or stands for. */
function pathOf({ path, name }: Candidate): string {
  return path === STANDARD_INPUT ? resolve(name) : path;
}

/** Whether a finding can make the exit status 1. */
function isGrave({ severity }: Finding, { failOn, maxWarnings }: CheckOptions): boolean {
  return (
    fails(severity, failOn === 'never' ? 'error' : failOn) || (severity === 'warning' && maxWarnings !== undefined)
  );
}

function fails(severity: Severity, failOn: CheckOptions['failOn']): boolean {
  return failOn !== 'never' && SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(failOn);
}

import { applyFixes, type Fixed } from '../../edits/fix.ts';
import type { CheckedDraft } from '../drafts/read.ts';
import { forEachDraft, type WorkOptions } from '../drafts/work.ts';
import { Failure, isFailure } from '../failure.ts';
import { STANDARD_INPUT } from '../files/standard-input.ts';
import { complain, openOutput } from '../terminal/output.ts';
import { harmless, lookOf, type Style, styleOf } from '../terminal/terminal.ts';
import { plural } from '../words.ts';

export interface FixOptions extends WorkOptions {
  /** Prints what would be changed, and changes nothing. */
  readonly dryRun?: boolean;
  readonly color?: boolean;
}

/** `sentinel-citations fix`: applies the safe fixes, and gives the exit status. Standard input goes to standard output. */
export async function fix(paths: readonly string[], options: FixOptions): Promise<number> {
  if (paths.includes(STANDARD_INPUT) && paths.length > 1) throw new Failure('- cannot be mended together with files');
  const style = styleOf(lookOf(options.color));
  const output = openOutput(undefined);
  let changed = 0;
  let fixes = 0;
  let refused = false;

  const { drafts, failed } = await forEachDraft(paths, options, async (draft, progress) => {
    const { candidate, analysis } = draft;
    const fixed = fixDraft(draft);
    progress.makeWay();
    if (candidate.path === STANDARD_INPUT && !options.dryRun) return output.write(fixed.text);
    if (fixed.text === analysis.text) return;
    if (options.dryRun) {
      const { unifiedDiff } = await import('../terminal/diff.ts');
      return output.write(unifiedDiff(candidate.name, analysis.text, fixed.text, style));
    }
    try {
      const { writeDraft } = await import('../files/write.ts');
      await writeDraft(candidate.path, analysis.text, fixed.text);
    } catch (error) {
      if (!isFailure(error)) throw error;
      refused = true;
      progress.clear();
      return complain(`${candidate.name}: ${error.message}`);
    }
    changed++;
    fixes += fixed.mended.length;
    output.write(mendedLines(candidate.name, fixed, style));
  });
  const saysSummary = !options.dryRun && !paths.includes(STANDARD_INPUT) && drafts > 0 && (changed > 0 || !refused);
  if (saysSummary) output.write(summaryLine(changed, fixes, drafts, style));
  return failed || refused ? 2 : 0;
}

function fixDraft({ analysis, analyse }: CheckedDraft): Fixed {
  return applyFixes(analysis.text, (text) => (text === analysis.text ? analysis : analyse(text)));
}

/** What was done to one draft, in the words of the fixes' titles. */
function mendedLines(name: string, { mended }: Fixed, { colors }: Style): string {
  const lines = mended.map(({ rule, fixes }) => {
    const title = fixes.find(({ safe }) => safe)?.title ?? '';
    return `  ${colors.green('✔')} ${harmless(title)}  ${colors.dim(rule)}`;
  });
  return `${[colors.bold(colors.underline(harmless(name))), ...lines].join('\n')}\n\n`;
}

function summaryLine(changed: number, fixes: number, drafts: number, { colors }: Style): string {
  if (changed === 0) return `${colors.green('✔')} nothing to mend in ${plural(drafts, 'draft')}\n`;
  return `${colors.green('✔')} ${colors.bold(plural(fixes, 'fix', 'fixes'))} in ${plural(changed, 'draft')}\n`;
}

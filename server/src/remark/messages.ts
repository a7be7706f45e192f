import type { ConfigurationProblem } from '../configuration/problem.ts';
import type { Finding, Fix, Severity } from '../rules/finding.ts';
import { RULE_PAGES } from '../rules/web.ts';
import { applyEdits } from '../text/edit.ts';
import { lineStarts, positionAt } from '../text/lines.ts';
import type { Range } from '../text/range.ts';
import type { DraftFile } from './vfile.ts';

/** The source of every message. */
const SOURCE = 'sentinel-citations';
const FATAL: Readonly<Record<Severity, boolean | undefined>> = {
  error: true,
  warning: false,
  information: undefined,
  hint: undefined,
};

/** Adds a message for each finding, in the order of the text. */
export function addFindings(file: DraftFile, text: string, findings: readonly Finding[]): void {
  const starts = lineStarts(text);
  const placeOf = ({ start, end }: Range) => ({ start: positionAt(starts, start), end: positionAt(starts, end) });
  for (const finding of findings) {
    const { rule, severity, message: reason, start, end, related, fixes } = finding;
    const message = file.message(reason, { place: placeOf(finding), ruleId: rule, source: SOURCE });
    const expected = fixes.flatMap((fix) => replacementBy(fix, text, finding) ?? []);
    message.fatal = FATAL[severity];
    message.url = `${RULE_PAGES}/${rule}.md`;
    message.actual = text.slice(start, end);
    if (expected.length > 0) message.expected = [...new Set(expected)];
    if (related.length > 0) {
      const lines = related.map((place) => {
        const { line, column } = positionAt(starts, place.start);
        return `* ${line}:${column}: ${place.message}`;
      });
      message.note = lines.join('\n');
    }
  }
}

/** Adds an error for what keeps the draft from being checked as it is configured. */
export function addProblem(
  file: DraftFile,
  path: string,
  { file: configured, start, end, message: reason }: ConfigurationProblem,
): void {
  const about = { ruleId: 'configuration', source: SOURCE };
  const message =
    configured === path
      ? file.message(reason, { place: { start, end }, ...about })
      : file.message(`${configured}:${start.line}:${start.column}: ${reason}`, about);
  message.fatal = true;
}

/** What a fix leaves in the place of the finding; null where it edits more than that place. */
function replacementBy({ edits }: Fix, text: string, { start, end }: Range): string | null {
  if (edits.length === 0 || edits.some((edit) => edit.start < start || edit.end > end)) return null;
  const moved = edits.map((edit) => ({ start: edit.start - start, end: edit.end - start, text: edit.text }));
  return applyEdits(text.slice(start, end), moved);
}

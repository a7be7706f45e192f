import type { Finding } from '../../rules/rule.ts';
import { SEVERITIES } from '../../rules/rule.ts';
import { lineStarts, type Position, positionAt } from '../../text/lines.ts';
import type { Range } from '../../text/range.ts';
import { type Format, type Report, type Summary, separatedBy } from './format.ts';
import { jsonText } from './json-text.ts';

/** Grows when a script that reads this version could no longer read the next. */
export const SCHEMA_VERSION = 1;

const PLURALS = { error: 'errors', warning: 'warnings', information: 'information', hint: 'hints' } as const;

/** `check --format json`, described in docs/stability.md: byte-identical for identical input. */
export function jsonFormat(): Format {
  const pieces = separatedBy(',');
  return {
    begin: () => `{\n  "schemaVersion": ${SCHEMA_VERSION},\n  "files": [`,
    draft: (report) => `\n${indented(fileOf(report), '    ')}`,
    next: pieces.next,
    end: (summary) =>
      `${pieces.isEmpty() ? '' : '\n  '}],\n  "summary": ${indented(summaryOf(summary), '  ').trimStart()}\n}\n`,
  };
}

function fileOf({ name, text, findings }: Report): object {
  const starts = lineStarts(text);
  const placeOf = ({ start, end }: Range) => ({ start: positionAt(starts, start), end: positionAt(starts, end) });
  return { file: name, findings: findings.map((finding) => findingOf(finding, placeOf)) };
}

function findingOf(finding: Finding, placeOf: (range: Range) => { start: Position; end: Position }): object {
  const { rule, severity, message, related, fixes } = finding;
  return {
    rule,
    severity,
    message,
    ...placeOf(finding),
    related: related.map((place) => ({ message: place.message, ...placeOf(place) })),
    fixes: fixes.map(({ title, safe, edits }) => ({
      title,
      safe,
      edits: edits.map(({ start, end, text }) => ({ start, end, text })),
    })),
    help: `docs/rules/${rule}.md`,
  };
}

function summaryOf({ files, skipped, counts }: Summary): object {
  const bySeverity = SEVERITIES.map((severity) => [PLURALS[severity], counts[severity]]);
  return { files, skipped, ...Object.fromEntries(bySeverity) };
}

function indented(value: object, indent: string): string {
  return indent + jsonText(value, 2).replaceAll('\n', `\n${indent}`);
}

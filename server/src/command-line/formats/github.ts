import { SEVERITIES, type Severity } from '../../rules/rule.ts';
import { lineStarts, positionAt } from '../../text/lines.ts';
import { harmless } from '../terminal/terminal.ts';
import type { Format, Report } from './format.ts';

const COMMANDS = { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' } as const;

/**
 * `check --format github`: workflow commands that GitHub Actions shows beside the lines of a pull request. It shows the
 * first ten of a step alone, so the most severe come first, and all are kept until the end.
 */
export function githubFormat(): Format {
  const lines: Readonly<Record<Severity, string[]>> = { error: [], warning: [], information: [], hint: [] };
  return {
    begin: () => '',
    draft: (report) => JSON.stringify(commandsOf(report)),
    next: (piece) => {
      const commands: readonly Command[] = JSON.parse(piece);
      for (const [severity, line] of commands) lines[severity].push(line);
      return '';
    },
    end: () =>
      SEVERITIES.flatMap((severity) => lines[severity])
        .map((line) => `${line}\n`)
        .join(''),
  };
}

type Command = readonly [severity: Severity, line: string];

function commandsOf({ name, text, findings }: Report): Command[] {
  const starts = lineStarts(text);
  return findings.map(({ rule, severity, message, start, end }) => {
    const [first, last] = [positionAt(starts, start), positionAt(starts, end)];
    const properties = {
      file: name,
      line: first.line,
      endLine: last.line,
      col: first.column,
      // GitHub takes columns of one line alone.
      ...(first.line === last.line && { endColumn: last.column }),
      title: rule,
    };
    const listed = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
    return [severity, `::${COMMANDS[severity]} ${listed.join(',')}::${escapeData(harmless(message))}`];
  });
}

/** As `@actions/core` escapes what is said. */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** As `@actions/core` escapes the value of a property. */
function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

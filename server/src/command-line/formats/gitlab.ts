import { lineStarts, positionAt } from '../../text/lines.ts';
import { digest, fingerprintsOf } from './fingerprint.ts';
import { type Format, type Report, separatedBy } from './format.ts';
import { jsonText } from './json-text.ts';

const SEVERITIES = { error: 'critical', warning: 'major', information: 'minor', hint: 'info' } as const;

/** `check --format gitlab`: GitLab's report of code quality, the part of Code Climate's format that GitLab reads. */
export function gitlabFormat(): Format {
  const pieces = separatedBy(',');
  return {
    begin: () => '[',
    draft: (report) =>
      issuesOf(report)
        .map((issue) => `\n${jsonText(issue)}`)
        .join(','),
    next: pieces.next,
    end: () => `${pieces.isEmpty() ? '' : '\n'}]\n`,
  };
}

function issuesOf({ name, text, findings }: Report): object[] {
  const starts = lineStarts(text);
  const fingerprints = fingerprintsOf({ text, findings });
  return findings.map(({ rule, severity, message, start, end }, at) => ({
    type: 'issue',
    categories: ['Style'],
    check_name: rule,
    description: message,
    severity: SEVERITIES[severity],
    // GitLab keeps one issue of a fingerprint, whichever file it is in.
    fingerprint: digest(`${name}\n${fingerprints[at]}`),
    location: { path: name, lines: { begin: positionAt(starts, start).line, end: positionAt(starts, end).line } },
  }));
}

import { x } from 'xastscript';
import type { Finding } from '../../rules/rule.ts';
import { lineStarts, positionAt } from '../../text/lines.ts';
import type { Format, Report } from './format.ts';
import { closeDocument, openDocument, writePiece, xmlText } from './xml.ts';

const ROOT = 'testsuites';

/**
 * `check --format junit`: each draft a suite, each finding a case. Errors and warnings are failures; of what is less, a
 * case says it on its output and passes. A draft without findings is one case that passes.
 */
export function junitFormat(): Format {
  return {
    begin: () => openDocument(ROOT, { name: 'sentinel-citations' }),
    draft: (report) => writePiece(suiteOf(report)),
    next: (piece) => piece,
    end: () => closeDocument(ROOT),
  };
}

function suiteOf({ name, text, findings }: Report): ReturnType<typeof x> {
  const starts = lineStarts(text);
  const file = xmlText(name);
  const cases = findings.map((finding) => {
    const { line, column } = positionAt(starts, finding.start);
    const title = `${finding.rule} (${line}:${column})`;
    return x('testcase', { name: title, classname: file, file, line, time: 0 }, said(finding));
  });
  if (cases.length === 0) cases.push(x('testcase', { name: 'no findings', classname: file, file, time: 0 }));
  const failures = findings.filter(isFailure).length;
  return x('testsuite', { name: file, tests: cases.length, failures, errors: 0, skipped: 0, time: 0 }, cases);
}

function said(finding: Finding): ReturnType<typeof x> {
  const message = xmlText(finding.message);
  if (isFailure(finding)) return x('failure', { type: finding.severity, message });
  return x('system-out', `${finding.severity}: ${message}`.replaceAll(']]>', ']] >'));
}

function isFailure({ severity }: Finding): boolean {
  return severity === 'error' || severity === 'warning';
}

import { x } from 'xastscript';
import { lineStarts, positionAt } from '../../text/lines.ts';
import type { Format, Report } from './format.ts';
import { closeDocument, openDocument, writePiece, xmlText } from './xml.ts';

const ROOT = 'checkstyle';
/** The version of Checkstyle's format, not of this program. */
const VERSION = '4.3';
const SEVERITIES = { error: 'error', warning: 'warning', information: 'info', hint: 'info' } as const;

/** `check --format checkstyle`: the XML of Checkstyle's reports, which many tools read. */
export function checkstyleFormat(): Format {
  return {
    begin: () => openDocument(ROOT, { version: VERSION }),
    draft: (report) => writePiece(fileOf(report)),
    next: (piece) => piece,
    end: () => closeDocument(ROOT),
  };
}

function fileOf({ name, text, findings }: Report): ReturnType<typeof x> {
  const starts = lineStarts(text);
  const errors = findings.map(({ rule, severity, message, start }) => {
    const { line, column } = positionAt(starts, start);
    const source = `sentinel-citations.${rule}`;
    return x('error', { line, column, severity: SEVERITIES[severity], message: xmlText(message), source });
  });
  return x('file', { name: xmlText(name) }, errors);
}

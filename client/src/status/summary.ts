import { DiagnosticSeverity, languages, type Uri } from 'vscode';
import { DIAGNOSTIC_SOURCE } from '../names.ts';
import type { Reading } from '../server/readings.ts';
import { plainWords } from './plain-words.ts';

export interface Findings {
  readonly total: number;
  readonly errors: number;
  /** VS Code’s list of problems leaves them out. */
  readonly hints: number;
}

export function findingsOf(uri: Uri): Findings {
  const findings = languages.getDiagnostics(uri).filter(({ source }) => source === DIAGNOSTIC_SOURCE);
  const countOf = (wanted: DiagnosticSeverity) => findings.filter(({ severity }) => severity === wanted).length;
  return {
    total: findings.length,
    errors: countOf(DiagnosticSeverity.Error),
    hints: countOf(DiagnosticSeverity.Hint),
  };
}

/** `4 findings, 1 error, 2 hints`. */
export function summarize({ total, errors, hints }: Findings): string {
  if (total === 0) return 'No findings';
  const weights = [...(errors > 0 ? [count(errors, 'error')] : []), ...(hints > 0 ? [count(hints, 'hint')] : [])];
  return [count(total, 'finding'), ...weights].join(', ');
}

/** `89 citations, 5 notes`. */
export function describeEntries({ citations, notes }: Reading): string {
  return [count(citations, 'citation'), ...(notes > 0 ? [count(notes, 'note')] : [])].join(', ');
}

/** `94 markers, bracket notation`. */
export function describeMarkers({ markers, notation }: Reading): string {
  return notation === null ? 'No markers' : `${count(markers, 'marker')}, ${notation} notation`;
}

/** `default vocabulary · names.yaml`. */
export function describeVocabularies({ vocabularies }: Reading): string {
  return vocabularies.map(plainWords).join(' · ');
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

import { DiagnosticSeverity, languages, type Uri } from 'vscode';
import { DIAGNOSTIC_SOURCE } from '../names.ts';
import type { Reading } from '../server/readings.ts';
import { plainWords } from './plain-words.ts';

export interface Findings {
  readonly total: number;
  readonly errors: number;
}

export function findingsOf(uri: Uri): Findings {
  const findings = languages.getDiagnostics(uri).filter(({ source }) => source === DIAGNOSTIC_SOURCE);
  const errors = findings.filter(({ severity }) => severity === DiagnosticSeverity.Error);
  return { total: findings.length, errors: errors.length };
}

/** `4 findings, 1 error`. */
export function summarize({ total, errors }: Findings): string {
  if (total === 0) return 'No findings';
  return errors === 0 ? count(total, 'finding') : `${count(total, 'finding')}, ${count(errors, 'error')}`;
}

/** `89 citations, 5 notes · 94 markers, bracket notation · 1 vocabulary`. */
export function describeReading({ citations, notes, markers, notation, vocabularies }: Reading): string {
  const entries = [count(citations, 'citation'), ...(notes > 0 ? [count(notes, 'note')] : [])].join(', ');
  const callouts = notation === null ? 'no markers' : `${count(markers, 'marker')}, ${notation} notation`;
  return [entries, callouts, ...vocabularies.map(plainWords)].join(' · ');
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

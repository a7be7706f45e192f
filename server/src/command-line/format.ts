import type { Finding, Severity } from '../rules/rule.ts';

/** What a format is told of one draft. */
export interface Report {
  /** The file as it is shown: relative, with forward slashes. */
  readonly name: string;
  readonly text: string;
  /** In the order of the text. */
  readonly findings: readonly Finding[];
}

/** What was found in all drafts. */
export interface Summary {
  readonly files: number;
  /** Files in folders that are no drafts. */
  readonly skipped: number;
  /** How many findings there are of each severity. */
  readonly counts: Readonly<Record<Severity, number>>;
  /** How many of them a safe fix mends. */
  readonly fixable: number;
}

/** Turns findings into text, draft by draft, so that many drafts take no more memory than one. */
export interface Format {
  /** What stands before the first draft. */
  readonly begin: () => string;
  readonly draft: (report: Report) => string | Promise<string>;
  readonly end: (summary: Summary) => string;
}

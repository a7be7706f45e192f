import type { Finding, Severity } from '../../rules/rule.ts';

/** What a format is told of one draft. */
export interface Report {
  /** The file as it is shown: relative, with forward slashes. */
  readonly name: string;
  readonly text: string;
  /** In the order of the text. */
  readonly findings: readonly Finding[];
}

export type Counts = Readonly<Record<Severity, number>>;

export function countFindings(findings: readonly Finding[]): Counts {
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}

/** What was found in all drafts. */
export interface Summary {
  readonly files: number;
  /** Files in folders that are no drafts. */
  readonly skipped: number;
  /** How many findings there are of each severity. */
  readonly counts: Counts;
  /** How many of them have a safe fix. */
  readonly fixable: number;
  /** How many findings a baseline hides; they are not counted. */
  readonly hidden: number;
  /** The baseline that findings were written to, instead of being reported, and how many it holds now. */
  readonly baseline: { readonly file: string; readonly findings: number } | null;
  /** Something could not be checked; it was said on standard error. */
  readonly failed: boolean;
}

/** Turns findings into text, draft by draft, so that many drafts take no more memory than one. */
export interface Format {
  /** What stands before the first draft. */
  readonly begin: () => string;
  /** What one draft comes to. It depends on nothing that was written before, so that any thread can make it. */
  readonly draft: (report: Report) => string | Promise<string>;
  /** What is written of that; to be called in the order of the drafts. */
  readonly next: (piece: string) => string;
  readonly end: (summary: Summary) => string;
}

/** Writes `separator` before every piece but the first; an empty piece is none. */
export function separatedBy(separator: string): Pick<Format, 'next'> & { readonly isEmpty: () => boolean } {
  let empty = true;
  return {
    next: (piece) => {
      if (piece === '') return '';
      const before = empty ? '' : separator;
      empty = false;
      return before + piece;
    },
    isEmpty: () => empty,
  };
}

import type { TextEdit } from '../text/edit.ts';
import { quote } from '../text/quote.ts';
import type { Range } from '../text/range.ts';

/** In falling order of weight. Error: the reader would be misled; hint: worth a look. */
export const SEVERITIES = ['error', 'warning', 'information', 'hint'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** A place that explains a finding: the duplicate's twin, the sources that an Ibid. may mean. */
export interface Related extends Range {
  readonly message: string;
}

export function related({ start, end }: Range, message: string): Related {
  return { start, end, message };
}

/** Edits that mend a finding. The title says exactly what happens: `Replace “131-158” with “131–158”`. */
export interface Fix {
  readonly title: string;
  /** Needs no judgement: `fix` and fix-all apply it, unless the draft would be the worse for it. */
  readonly safe: boolean;
  readonly edits: readonly TextEdit[];
}

/** The fix that puts `text` in the place of what is `written` there. */
export function replacing({ start, end }: Range, written: string, text: string, safe: boolean): Fix {
  return { title: `Replace ${quote(written)} with ${quote(text)}`, safe, edits: [{ start, end, text }] };
}

/** What a rule found, before its severity is known. */
export interface Problem extends Range {
  /** *Unexpected X, expected Y*, without a final full stop. */
  readonly message: string;
  readonly related?: readonly Related[];
  readonly fixes?: readonly Fix[];
  /** The range is superfluous: editors fade it. */
  readonly unnecessary?: boolean;
}

export interface Finding extends Required<Problem> {
  readonly rule: string;
  readonly severity: Severity;
}

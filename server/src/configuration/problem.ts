import type { Position } from '../text/lines.ts';

/** Why a configuration cannot be used. */
export interface ConfigurationProblem {
  /** The absolute path of the file in which it stands: a configuration file, or a draft for its front matter. */
  readonly file: string;
  readonly start: Position;
  readonly end: Position;
  /** *Unexpected X, expected Y*, without a final full stop. */
  readonly message: string;
}

const START = { line: 1, column: 1, offset: 0 };

/** A problem of a file as a whole. */
export function problemOfFile(file: string, message: string): ConfigurationProblem {
  return { file, start: START, end: START, message };
}

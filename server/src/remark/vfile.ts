import type { Position } from '../text/lines.ts';

/** The part of a `VFile` that the plugin uses: so its types need no other package. */
export interface DraftFile {
  readonly cwd: string;
  readonly path: string | undefined;
  readonly toString: () => string;
  readonly message: (reason: string, options: MessageOptions) => Message;
}

interface MessageOptions {
  readonly place?: { start: Position; end: Position };
  readonly ruleId: string;
  readonly source: string;
}

/** The part of a `VFileMessage` that the plugin fills in. */
interface Message {
  /** True: an error; false: a warning; undefined: information. */
  fatal: boolean | null | undefined;
  actual: string | undefined;
  /** What may stand in the place of `actual`. */
  expected: string[] | undefined;
  /** More about it, in Markdown. */
  note: string | undefined;
  url: string | undefined;
}

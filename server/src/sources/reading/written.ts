import type { Entry } from '../../draft/draft.ts';
import type { Range } from '../../text/range.ts';
import type { Description, Part } from '../source.ts';
import type { Passage } from './passage.ts';
import type { ShortForm } from './short-forms.ts';

/** A reference as it is written, before it is known what it means. */
export interface WrittenReference extends Range {
  readonly citation: Entry;
  readonly passage: Passage;
  readonly ibid: boolean;
  /** Set when it reads like a short form: it is one if a source fits, or if it can be nothing else. */
  readonly short: ShortForm | null;
  readonly description: Description;
  readonly locator: Part | null;
  /** What it takes up when it is a full reference. */
  readonly whole: Range;
  /** What it says that its source is called from there on, as `calledIn` a short form. */
  readonly called: string | null;
}

export interface WrittenCitation {
  readonly references: readonly WrittenReference[];
  readonly commentary: readonly Range[];
}

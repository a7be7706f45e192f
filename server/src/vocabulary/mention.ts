import type { Range } from '../text/range.ts';
import type { Concept } from './concept.ts';

/** How a near miss differs from the label it is near to, in falling order of confidence. */
export type Nearness = 'case' | 'folded' | 'skeleton' | 'distance';

/** A label found in the prose. Its range leaves out a possessive ’s, a plural's s and a marker glued to it. */
export interface Mention extends Range {
  readonly concept: Concept;
  readonly kind: 'preferred' | 'abbreviation' | 'alternative' | 'hidden' | 'near';
  readonly text: string;
  /** The label that was found, or that the mention is nearest to. */
  readonly label: string;
  /** Null when the text is a label. */
  readonly nearness: Nearness | null;
  /** What should stand there instead; null when the name is right, or when several are as near. */
  readonly replacement: string | null;
  /** The names between which a near miss does not decide. */
  readonly candidates: readonly string[];
  /** An alternative that is as good as the preferred label. */
  readonly accepted: boolean;
  /** The label may mean something else too. */
  readonly doubtful: boolean;
  /** In somebody else's words: a quotation, a title. */
  readonly verbatim: boolean;
}

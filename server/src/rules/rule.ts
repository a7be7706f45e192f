import type * as v from 'valibot';
import type { Draft, Notation } from '../draft/draft.ts';
import type { Prose } from '../markdown/prose.ts';
import type { Sources } from '../sources/source.ts';
import type { Mentions } from '../vocabulary/mentions.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import type { Problem, Severity } from './finding.ts';

export { type Finding, type Fix, type Problem, type Related, SEVERITIES, type Severity } from './finding.ts';

/** What a rule may look at. */
export interface Reading {
  readonly text: string;
  readonly prose: Prose;
  readonly draft: Draft;
  readonly sources: Sources;
  readonly vocabulary: Vocabulary;
  /** Who is named in the draft. What stands in references is verbatim. */
  readonly names: Mentions;
  /** The notation that markers are to be written in: as configured, or that of most markers; null without any. */
  readonly notation: Notation | null;
  /** The day on which the draft is checked, `YYYY-MM-DD`: what lies after it is in the future. Null: not known. */
  readonly today: string | null;
}

/**
 * A draft that shows what a rule is for. In `draft`, a line of spaces and `~` marks what the rule finds in the line
 * above it, one run of `~` a finding; the lines of marks are not part of the draft. No marks: the rule is silent.
 */
export interface Example {
  /** What the example shows, as a sentence. */
  readonly title: string;
  /** The rule's options, where they are not those that hold by themselves. */
  readonly options?: Readonly<Record<string, unknown>>;
  readonly draft: string;
  /** The messages of the findings, in the order of the text. */
  readonly messages?: readonly string[];
  /** The draft with the rule's safe fixes applied. */
  readonly fixed?: string;
}

/**
 * The options of a rule, each with its default: the one source of their type, of the checks of configuration and its
 * JSON Schema, and of their list in the rule's page. A schema's own message says what is expected.
 */
export type OptionsSchema = v.StrictObjectSchema<v.ObjectEntries, string>;

/** One rule: what it is, why, how it looks, and the check. Its documentation page and its tests are made of it. */
export interface Rule {
  /** Permanent. */
  readonly id: string;
  readonly group: 'markers' | 'entries' | 'references' | 'form' | 'vocabulary' | 'markdown' | 'ignoring';
  readonly severity: Severity;
  /** One sentence on what the rule reports. */
  readonly summary: string;
  /** A paragraph of Markdown on why it matters and what to do. */
  readonly explanation: string;
  /** Made when they are asked for: the check does without. */
  readonly examples: () => readonly Example[];
  /**
   * Which words of the body the check reads, beside what is said of them in the other lists of a reading: those of each
   * paragraph, with the markers and the names in it, for what it finds there; or all that match. Left out: none. After
   * an edit of a paragraph only the checks that may find something else are run again.
   */
  readonly reads?: 'paragraphs' | RegExp;
  /** What else can be configured, if anything can; `withOptions` makes such a rule. */
  readonly options?: OptionsSchema;
  readonly check: (
    reading: Reading,
    report: (problem: Problem) => void,
    options?: Readonly<Record<string, unknown>>,
  ) => void;
}

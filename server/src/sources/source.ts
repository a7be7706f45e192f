import type { Entry } from '../draft/draft.ts';
import type { Range } from '../text/range.ts';

/** Why a reference has no source, or is doubtful: the id of the rule that reports it. */
export type ReferenceProblem =
  | 'ibid-without-antecedent'
  | 'ibid-ambiguous'
  | 'short-form-unresolved'
  | 'short-form-ambiguous'
  | 'short-form-before-full';

/** An item type of the Citation Style Language (CSL 1.0.2), as far as citations tell. */
export type SourceType =
  | 'article-journal'
  | 'article-newspaper'
  | 'book'
  | 'report'
  | 'interview'
  | 'webpage'
  | 'document';

/** An author; the family name is what short forms use. */
export interface Name extends Range {
  /** As written, but in the usual order: `Caleb Weiss` where a bibliography has `Weiss, Caleb`. */
  readonly text: string;
  /** `Weiss` of `Caleb Weiss`, `van der Berg` of `Jan van der Berg`, the whole of an organisation's name. */
  readonly family: string;
}

/** A text taken from a citation, with the range it has there (markup and quotation marks around left out, and signs of block quotes inside). */
export interface Part extends Range {
  readonly text: string;
}

/** What a reference says of its source. Parts that are not written are null. */
export interface Description {
  readonly type: SourceType;
  readonly authors: readonly Name[];
  readonly title: Part | null;
  /** Journal, newspaper, web site, publisher of a report. */
  readonly container: Part | null;
  readonly publisher: Part | null;
  readonly place: Part | null;
  readonly volume: string | null;
  readonly issue: string | null;
  readonly year: number | null;
  /** 1 to 12. */
  readonly month: number | null;
  /** 1 to 31, as written: it may not exist in that month. */
  readonly day: number | null;
  /** The date as written, `July 27, 2016`, `2015`; the year's parentheses are not part of it. */
  readonly date: Part | null;
  /** The pages without `pp.`: `131-158`. */
  readonly pages: Part | null;
  readonly url: Part | null;
  /** `accessed April 11, 2018`. */
  readonly accessed: Part | null;
}

/**
 * One pointer inside a citation. Its range leaves out signals (`See`), separators and the final full stop, but not the
 * dot that `Ibid.` has as an abbreviation.
 */
export interface Reference extends Range, Description {
  readonly citation: Entry;
  readonly form: 'full' | 'short' | 'ibid';
  /** `p. 4` of `Ibid., p. 4.` */
  readonly locator: Part | null;
  /** Null when the reference does not resolve. */
  readonly source: Source | null;
  /**
   * The citation that names the source in full for the first time; of a full reference its own; of an ambiguous Ibid.
   * the one that names several sources. Else null as `source`.
   */
  readonly antecedent: Entry | null;
  readonly problem: ReferenceProblem | null;
  /** The sources between which an ambiguous reference does not decide, or for which an unresolved one may be a slip. */
  readonly candidates: readonly Source[];
}

/** The work that references mean. */
export interface Source extends Description {
  /** `s15` for the first full reference of citation 15, `s15b` for the second. */
  readonly id: string;
  /** Where it is named in full for the first time. */
  readonly citation: Entry;
  readonly reference: Reference;
}

/** What the citations of a draft mean. All lists are in the order of the text. */
export interface Sources {
  readonly references: readonly Reference[];
  readonly sources: readonly Source[];
  /** The references of each citation that has any. */
  readonly byCitation: ReadonlyMap<Entry, readonly Reference[]>;
  /**
   * Sentences of a citation's own that are no reference ("The official asked not to be named."), by citation; lead-ins
   * and what stands after a source (`See X for a more detailed discussion of Y.`) are none.
   */
  readonly commentary: ReadonlyMap<Entry, readonly Range[]>;
}

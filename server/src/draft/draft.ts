import type { Range } from '../text/range.ts';

/** How a draft writes its markers: `[1]`, `^1^`, `<sup>1</sup>`, `¹`, `[^1]`, or flattened onto the word: `brand.1`. */
export type Notation = 'bracket' | 'caret' | 'sup' | 'unicode' | 'footnote' | 'glued';

/** Citations are numbered (1, 2, …), substantive notes lettered (a, …, z, aa, …). */
export type MarkerKind = 'citation' | 'note';

/** A callout of a citation or note in the body, or of a citation in a note. */
export interface Marker extends Range {
  readonly kind: MarkerKind;
  /** As written, in lower case: `5`, `b`. */
  readonly label: string;
  /** The label's place in its series, from 1: 5 for `5`, 2 for `b`, 27 for `aa`. */
  readonly ordinal: number;
  readonly notation: Notation;
  /**
   * The whole callout. A marker's own range is the same, but for glued and unicode notation (its label alone) and
   * for lists and ranges (`[3, 7]`, `[4–6]`: its item; what a range leaves out has the range's dash).
   */
  readonly callout: Range;
  /** The entry of that label; of several, the one in its place in the list. */
  readonly entry: Entry | null;
  /** The note or remark that it stands in; null in the body. */
  readonly note: Entry | null;
}

/** A numbered citation or a lettered note at the end of a draft. */
export interface Entry extends Range {
  readonly kind: MarkerKind;
  readonly label: string;
  readonly ordinal: number;
  /** The label with its brackets, or the list item's number. */
  readonly labelRange: Range;
  /** What follows the label, without the white space and links back (`↩`) around; empty when nothing does. */
  readonly content: Range;
  /** How the entry is written: a footnote definition, a list item, or text that starts with a label. */
  readonly form: 'footnote' | 'list' | 'text';
  /**
   * What is wrong with the label: its brackets, its characters (`[1O]`), or that it stands at the end of the entry
   * before; null when nothing.
   */
  readonly slip: 'brackets' | 'characters' | 'line' | null;
}

/** A stretch of the draft under one heading. */
export interface Section extends Range {
  /** `other` is what follows the last entry, and what stands under a heading of its own after it. */
  readonly kind: 'body' | 'notes' | 'citations' | 'other';
  /** The heading's words; empty for what stands before the first heading. */
  readonly title: string;
  readonly heading: Range | null;
  /** 1 to 6 for Markdown headings; 0 for a bold or bare line, and without a heading. */
  readonly depth: number;
}

/** What is written in a draft. All lists are in the order of the text. */
export interface Draft {
  /** The notation of most markers; null without any. */
  readonly notation: Notation | null;
  /** They follow each other and cover the text but for front matter. */
  readonly sections: readonly Section[];
  readonly markers: readonly Marker[];
  readonly citations: readonly Entry[];
  readonly notes: readonly Entry[];
  /** Footnotes that number remarks from 1 on, beside a list that does so with citations; their callouts are no markers. */
  readonly remarks: readonly Entry[];
  /**
   * The headings of lists of citations above, where the numbers begin anew in each chapter. Neither these lists nor the
   * markers above them are read: the draft is the last of its chapters.
   */
  readonly earlierLists: readonly Range[];
}

/** What makes a draft of a text, where configuration does not say that it is one, or none. */
export function hasCitations({ sections }: Draft): boolean {
  return sections.some(({ kind }) => kind === 'citations');
}

export interface DraftOptions {
  /** More names of the headings of the two lists, beside `Citations` and `Substantive Notes`. */
  readonly headings?: { readonly citations?: readonly string[]; readonly notes?: readonly string[] };
}

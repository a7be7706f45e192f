import type { Range } from '../text/range.ts';

/** What a block of Markdown is. The ranges of blocks leave out container prefixes and the white space around. */
export interface Block extends Range {
  readonly kind: 'paragraph' | 'heading' | 'code' | 'html' | 'definition' | 'break' | 'frontMatter';
  /** The depth of a heading, 1 to 6; 0 for other blocks. */
  readonly depth: number;
  /** Inside a block quote. */
  readonly quoted: boolean;
  /** How many list items and footnote definitions the block is inside. */
  readonly nesting: number;
  /** The number of the ordered list item, or the label of the footnote definition, that the block opens. */
  readonly label: BlockLabel | null;
}

export interface BlockLabel extends Range {
  readonly kind: 'ordinal' | 'footnote';
  /** `3` of `3.`, `a` of `[^a]:`; the range covers the whole marker. */
  readonly text: string;
}

/** An HTML comment; `value` is what stands between `<!--` and `-->`. */
export interface Comment extends Range {
  readonly value: string;
}

/**
 * A Markdown text, told apart into what is prose and what is not. Offsets are UTF-16 code units of `text`.
 */
export interface Prose {
  readonly text: string;
  /**
   * `text` with every code unit of `hidden` (but line endings) replaced by `HIDDEN`: the same offsets, only prose. Labels
   * in full-width brackets, as keyboards for Chinese and Japanese write them, are in ordinary ones: `[1]` for `［1］`.
   */
  readonly masked: string;
  /** Leaf blocks in the order of the text. */
  readonly blocks: readonly Block[];
  /** What is not prose, sorted and disjoint: code, link targets, HTML, comments, front matter, addresses, heads of pages. */
  readonly hidden: readonly Range[];
  readonly comments: readonly Comment[];
  /** The YAML between the fences at the top of the text. */
  readonly frontMatter: Range | null;
  /** Whether there may be link reference definitions: they give meaning to brackets anywhere in the text. */
  readonly defines: boolean;
}

/** Stands in `Prose.masked` for what is not prose: U+FFFC, the object replacement character. */
export const HIDDEN = '\uFFFC';

/**
 * What is masked is made when it is asked for: after a keystroke in a long draft, often not at all. A class, because to
 * V8 every object literal with a getter is of a kind of its own, which lives, text and all, until all memory is swept.
 */
export class LazyProse implements Prose {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly hidden: readonly Range[];
  readonly comments: readonly Comment[];
  readonly frontMatter: Range | null;
  readonly defines: boolean;
  #masked: string | null = null;

  constructor({ text, blocks, hidden, comments, frontMatter, defines }: Omit<Prose, 'masked'>) {
    this.text = text;
    this.blocks = blocks;
    this.hidden = hidden;
    this.comments = comments;
    this.frontMatter = frontMatter;
    this.defines = defines;
  }

  get masked(): string {
    this.#masked ??= mask(this.text, this.hidden);
    return this.#masked;
  }
}

const FULL_WIDTH = /[［【](\d{1,4}|[a-z]{1,2})[］】]/g;

/** A text with its labels in full-width brackets in ordinary ones, which are as long. */
function withNarrowBrackets(text: string): string {
  return text.includes('［') || text.includes('【') ? text.replace(FULL_WIDTH, '[$1]') : text;
}

/**
 * A text with what is hidden in it replaced. The parts are joined, not added up: to ask a sum for a code unit takes twice
 * as long, and every stage asks.
 */
export function mask(text: string, hidden: readonly Range[]): string {
  if (hidden.length === 0) return withNarrowBrackets(text);
  const parts: string[] = [];
  let from = 0;
  for (const { start, end } of hidden) {
    const source = text.slice(start, end);
    parts.push(
      text.slice(from, start),
      /[\r\n]/.test(source) ? source.replace(/[^\r\n]/g, HIDDEN) : HIDDEN.repeat(source.length),
    );
    from = end;
  }
  parts.push(text.slice(from));
  return withNarrowBrackets(parts.join(''));
}

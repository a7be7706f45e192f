import { parse, postprocess, preprocess } from 'micromark';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { combineExtensions } from 'micromark-util-combine-extensions';
import type { Event, Extension, Token } from 'micromark-util-types';
import type { Range } from '../text/range.ts';
import { ayn } from './ayn.ts';
import { findComments, readTextBehindComment } from './html-comments.ts';
import { readHtmlHeading } from './html-headings.ts';
import type { Block, BlockLabel, Comment } from './prose.ts';

/** What micromark reads in one stretch of a text. */
export interface MarkdownReading {
  readonly blocks: Block[];
  readonly hidden: Range[];
  readonly comments: Comment[];
  /** What would end the fenced code or HTML that the stretch ends in the middle of; else null. */
  readonly unclosed: RegExp | null;
}

// Emphasis changes how words look, not which are prose, and callouts of footnotes are read with the other markers:
// their characters stay in the text and cost nothing.
const UNREAD: Extension = { disable: { null: ['gfmFootnoteCall', 'gfmPotentialFootnoteCall'] } };
const dialect = combineExtensions([gfmFootnote(), ayn(), UNREAD]);
/** `*` and `_` */
const EMPHASIS = [42, 95];
const LABELS: Extension = { disable: { null: ['labelStartLink', 'labelStartImage', 'labelEnd'] } };
const HTML: Extension = { disable: { null: ['htmlText'] } };
const UNDERLINES: Extension = { disable: { null: ['setextUnderline'] } };
const CONTAINERS: Extension = { disable: { null: ['blockQuote', 'gfmFootnoteDefinition', 'list'] } };

/**
 * Above so many closing brackets in one paragraph no links are looked for: matching them takes micromark time in
 * the square of their number.
 */
const MOST_BRACKETS = 500;
/** Above so many beginnings without an end no HTML is looked for in prose: from each, micromark reads to the end. */
const MOST_UNCLOSED = 500;
/** Above so many underlines among lines without a blank one between them, none makes a heading of what is above it. */
const MOST_UNDERLINES = 1000;
/** Above so many lines that open a list or a quotation inside another one, none of these is one: no draft has as many. */
const MOST_NESTED = 800;
/**
 * Above so many lines that go on in a list, a quotation or a footnote without a mark of their own, or so many marks of
 * lists in one line, these are text. Of all this, micromark takes time in the square of their number.
 */
const MOST_LAZY = 6000;
const CONTAINER = /^ {0,3}(?:>|[-*+][ \t]|\d{1,9}[.)][ \t]|\[\^[^\]\s]+\]:)/;
const NESTED = /^(?:[ \t]{2,}|[ \t]{0,3}>[ \t]?)[ \t]*(?:>|[-*+][ \t]|\d{1,9}[.)][ \t])/;
const UNDERLINE = /^ {0,3}(?:=+|-+)[ \t]*$/;
const NESTED_LISTS = /^(?: {0,3}(?:[-*+]|\d{1,9}[.)])[ \t]){200}/m;
const HTML_PARTS = [
  ['<!--', '-->'],
  ['<?', '?>'],
  ['<![CDATA[', ']]>'],
  ['<!', '>'],
] as const;

const HIDDEN_TOKENS = new Set<string>([
  'autolink',
  'blockQuotePrefix',
  'codeText',
  'gfmFootnoteDefinitionLabel',
  'htmlText',
  'reference',
  'resource',
]);
const BLOCK_KINDS = new Map<string, Block['kind']>([
  ['atxHeading', 'heading'],
  ['codeFenced', 'code'],
  ['codeIndented', 'code'],
  ['definition', 'definition'],
  ['htmlFlow', 'html'],
  ['paragraph', 'paragraph'],
  ['setextHeading', 'heading'],
  ['thematicBreak', 'break'],
]);
/** One that looks like a definition: a label of ours, and one word with a full stop behind, as no address ends. */
const ENTRY = /^([ >\t]*(?:[-+*][ \t]+)?\[(?:\d{1,4}|[a-z]{1,2})\]):(?=[ \t]+(?:[^\s/:#<>]+[.”]|ibid)[ \t]*$)/gim;
const LINE_END = /\r\n?|\n/;
const SUPERSCRIPT_TAG = /^<\/?sup\b[^<>]*>$/i;

/** Reads `text` from `start` to `end`, which lie at the starts or ends of lines, as Markdown on its own. */
export function readMarkdown(text: string, start: number, end: number, brackets: number): MarkdownReading {
  const value = withoutEntries(text.slice(start, end));
  const left = [
    ...(brackets > MOST_BRACKETS ? [LABELS] : []),
    ...(HTML_PARTS.some(([opening, closing]) => isOftenUnclosed(value, opening, closing)) ? [HTML] : []),
    ...manyLines(value),
  ];
  const context = parse({ extensions: [left.length > 0 ? combineExtensions([dialect, ...left]) : dialect] });
  // Nothing is looked for at the characters of emphasis: where they are tried in vain, each cuts the text into pieces.
  for (const character of EMPHASIS) delete context.constructs.text?.[character];
  const codes = preprocess();
  // The first write would pass over a byte order mark, which only the start of a whole text has.
  codes('', undefined, false);
  const events = postprocess(context.document().write(codes(value, undefined, true)));
  return collect(events, text, start, end);
}

/**
 * A text whose entries are no link definitions: `[2]: Ibid.` would be one, to a page of that name, where `[1]: Lee, “T.”`
 * above it is none.
 */
function withoutEntries(text: string): string {
  return text.includes(']:') ? text.replace(ENTRY, '$1;') : text;
}

function isOftenUnclosed(text: string, opening: string, closing: string): boolean {
  let at = text.indexOf(opening, text.lastIndexOf(closing) + 1);
  for (let count = 0; at !== -1 && count <= MOST_UNCLOSED; count++) {
    if (count === MOST_UNCLOSED) return true;
    at = text.indexOf(opening, at + 1);
  }
  return false;
}

/** What is left out where too many lines follow one another without a blank one. */
function manyLines(text: string): Extension[] {
  // An underline takes two characters with its end, and so does a line that goes on.
  const lines = text.length > 2 * MOST_NESTED ? text.split(LINE_END) : [];
  const { underlines, lazy } = lines.length > MOST_UNDERLINES ? mostTogether(lines) : { underlines: 0, lazy: 0 };
  const nested = lines.length > MOST_NESTED ? lines.filter((line) => NESTED.test(line)).length : 0;
  return [
    ...(underlines > MOST_UNDERLINES ? [UNDERLINES] : []),
    ...(lazy > MOST_LAZY || nested > MOST_NESTED || NESTED_LISTS.test(text) ? [CONTAINERS] : []),
  ];
}

/** The most underlines, and the most lines that go on without a mark of their own, that no blank line parts. */
function mostTogether(lines: readonly string[]): { readonly underlines: number; readonly lazy: number } {
  const most = { underlines: 0, lazy: 0 };
  let underlines = 0;
  let lazy = 0;
  let isInside = false;
  for (const line of lines) {
    if (line.trim() === '') {
      underlines = 0;
      lazy = 0;
      isInside = false;
      continue;
    }
    if (CONTAINER.test(line)) isInside = true;
    else if (isInside && !line.startsWith('    ')) lazy++;
    if (UNDERLINE.test(line)) underlines++;
    most.underlines = Math.max(most.underlines, underlines);
    most.lazy = Math.max(most.lazy, lazy);
  }
  return most;
}

function collect(events: readonly Event[], text: string, shift: number, end: number): MarkdownReading {
  const blocks: Block[] = [];
  const hidden: Range[] = [];
  const comments: Comment[] = [];
  let quotes = 0;
  let nesting = 0;
  let label: BlockLabel | null = null;
  let depth = 0;
  let headingText: Range | null = null;
  let lastBlock: Token | null = null;

  const rangeOf = (token: Token): Range => ({ start: shift + token.start.offset, end: shift + token.end.offset });
  const addBlock = (kind: Block['kind'], range: Range) => {
    blocks.push({
      kind,
      ...trim(text, range),
      depth: kind === 'heading' ? depth : 0,
      quoted: quotes > 0,
      nesting,
      label,
    });
    label = null;
  };
  // A list item or footnote definition without content still has its label.
  const flushLabel = () => {
    if (label) addBlock('paragraph', { start: label.end, end: label.end });
  };

  for (const [type, token] of events) {
    const name = token.type;
    if (type === 'enter') {
      if (name === 'blockQuote') quotes++;
      else if (name === 'listOrdered' || name === 'listUnordered' || name === 'gfmFootnoteDefinition') nesting++;
      else if (name === 'listItemPrefix') flushLabel();
      else if (name === 'listItemValue') {
        const { start: at, end: to } = rangeOf(token);
        label = { kind: 'ordinal', text: text.slice(at, to), start: at, end: to + 1 };
      } else if (name === 'gfmFootnoteDefinitionLabelString') {
        flushLabel();
        const { start: at, end: to } = rangeOf(token);
        label = { kind: 'footnote', text: text.slice(at, to), start: at - 2, end: to + 2 };
      } else if (name === 'atxHeadingSequence') depth ||= token.end.offset - token.start.offset;
      else if (name === 'setextHeadingLineSequence') depth = text.charCodeAt(shift + token.start.offset) === 61 ? 1 : 2;
      else if (name === 'atxHeadingText' || name === 'setextHeadingText') headingText = rangeOf(token);
      continue;
    }
    if (name === 'blockQuote') quotes--;
    else if (name === 'listOrdered' || name === 'listUnordered' || name === 'gfmFootnoteDefinition') {
      flushLabel();
      nesting--;
    }
    const kind = BLOCK_KINDS.get(name);
    if (kind) {
      const range = trim(text, rangeOf(token));
      const titled = kind === 'html' ? readHtmlHeading(text, range) : null;
      const behind = kind === 'html' ? readTextBehindComment(text, range, findComments(text, range)) : null;
      if (titled) {
        depth = titled.depth;
        addBlock('heading', titled.words);
        depth = 0;
        if (titled.below) addBlock('paragraph', titled.below);
        for (const part of titled.hidden) hidden.push(part);
      } else if (behind) {
        addBlock('paragraph', behind.words);
        for (const part of behind.hidden) hidden.push(part);
      } else addBlock(kind, kind === 'heading' ? (headingText ?? { start: range.end, end: range.end }) : range);
      if (kind === 'heading') {
        depth = 0;
        headingText = null;
      } else if (kind !== 'paragraph' && !titled && !behind) hidden.push(range);
      lastBlock = token;
    } else if (HIDDEN_TOKENS.has(name)) {
      const range = rangeOf(token);
      if (name !== 'htmlText' || !SUPERSCRIPT_TAG.test(text.slice(range.start, range.end))) hidden.push(range);
    }
    if (name === 'htmlFlow' || name === 'htmlText') {
      for (const comment of findComments(text, rangeOf(token))) comments.push(comment);
    }
  }
  flushLabel();
  return { blocks, hidden, comments, unclosed: lastBlock && closerOf(lastBlock, text, shift, end) };
}

/** A range without the white space at its ends. */
export function trim(text: string, range: Range): Range {
  let { start, end } = range;
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return { start, end };
}

export function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13;
}

const RAW_ENDINGS: readonly (readonly [RegExp, RegExp])[] = [
  [/^<(?:script|pre|style|textarea)(?=[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/gi],
  [/^<!--/, /-->/g],
  [/^<\?/, /\?>/g],
  [/^<!\[CDATA\[/, /\]\]>/g],
  [/^<![a-z]/i, />/g],
];

/** The pattern that ends `block`, if it reaches `end` without an ending of its own. */
function closerOf(block: Token, text: string, shift: number, end: number): RegExp | null {
  if (/\S/.test(text.slice(shift + block.end.offset, end))) return null;
  const source = text.slice(shift + block.start.offset, shift + block.end.offset).trimStart();
  if (block.type === 'codeFenced') {
    const fence = /^(`{3,}|~{3,})/.exec(source)?.[1] ?? '```';
    const closer = new RegExp(`^ {0,3}\\${fence.charAt(0)}{${fence.length},}[ \\t]*\\r?$`, 'gm');
    closer.lastIndex = source.search(/[\r\n]|$/);
    return closer.test(source) ? null : reset(closer);
  }
  // To micromark, what follows indented code interrupts it, blank lines or not.
  if (block.type === 'codeIndented') return /(?:)/g;
  if (block.type !== 'htmlFlow') return null;
  for (const [opening, ending] of RAW_ENDINGS) {
    if (opening.test(source)) return reset(ending).test(source) ? null : reset(ending);
  }
  return null;
}

function reset(pattern: RegExp): RegExp {
  pattern.lastIndex = 0;
  return pattern;
}

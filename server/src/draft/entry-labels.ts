import type { Block, BlockLabel } from '../markdown/prose.ts';
import { isDigit, isSmall, isUpper } from '../text/characters.ts';
import type { Range } from '../text/range.ts';
import type { MarkerKind } from './draft.ts';
import { BLANKS, type EntryLabel, fromSuperscript, type Opening, ordinalOf } from './labels.ts';
import type { Line } from './lines.ts';

const ITEM = String.raw`(\d{1,4}|[a-z]{1,2})`;
/** `[1]`, `\[1\]`; with links back, whose targets are hidden: `[\[1\]](#_ftnref1)`, `\[[1](#_ftnref1)\]`, `[1.](#1)`. */
const BRACKETED = String.raw`(?:\\?\[){1,2}${ITEM}(?:\.(?=\]\uFFFC))?(?:\\?\]\uFFFC*){1,2}`;
/** `^1^`, `<sup>1</sup>`, and either in or around brackets, links and emphasis. */
const RAISED = String.raw`\[?(?:\\?\^|<(?:sup|SUP)\b[^<>]*>)[\s\uFFFC]*(?:[*_(]|\\?\[){0,3}${ITEM}(?:[*_).]|\\?\]){0,3}[\s\uFFFC]*(?:\\?\^|<\/(?:sup|SUP)>)\]?\uFFFC*`;
/** `$^{1}$`, `${ }^{1}$`, as programs that read a PDF write it. */
const TEX = String.raw`\$(?:\{\s?\})?\s?\^\{?\s?${ITEM}\s?\}?\$`;
const SUPERSCRIPT = String.raw`\[?([⁰¹²³⁴-⁹]{1,4}|[ᵃ-ᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ]{1,2})\]?\uFFFC*`;
/** One of these, behind an anchor of Pandoc (`[]{#_ftn1 .anchor}`), with attributes, and in emphasis. */
const LABEL = new RegExp(
  String.raw`(\[\]\{[^{}\r\n]*\})?[*_]{0,3}(?:${BRACKETED}|${RAISED}|${TEX}|${SUPERSCRIPT})(?:\{[^{}\r\n]*\})?[*_]{0,3}:?\s*`,
  'y',
);
const LETTER_ITEM = /([a-z]{1,2})(?:\\?[.)]\s+|\s+(?=[\p{Lu}“"‘]))/uy;
const FLATTENED = /(\d{1,3})\uFFFC*(?:\\?[.)])?\uFFFC*\s+(?=[\p{Lu}“"‘])/uy;
/** `1Ann Lee`, as a superscript is pasted. */
const GLUED = /(\d{1,3})\\?\.?(?=\p{Lu}[\p{L}.’']|[“"‘])/uy;
/** `(1) Ann Lee`, `**1.** Ann Lee`, `1: Ann Lee`, `1 – Ann Lee`; `(a) The ledgers`, `**a.** The ledgers`. */
const SET_APART =
  /(?:\\?\((\d{1,3}|[a-z]{1,2})\\?\)|(?:\*\*|__)(\d{1,3}|[a-z]{1,2})\\?[.)]?(?:\*\*|__)\\?\.?|(\d{1,3})(?::| [–—-]))\s+(?=[\p{Lu}\p{Lo}“"‘*_[\uFFFC])/uy;
/** `[ 1 ] Ann Lee`, `[1.] Ann Lee`. */
const SPACED = new RegExp(String.raw`\\?\[${BLANKS}${ITEM}\.?${BLANKS}\\?\]\s*`, 'y');
/** What else a label may look like that is due. */
export const USUAL: readonly RegExp[] = [];
export const ONLY_GLUED: readonly RegExp[] = [GLUED];
export const UNUSUAL: readonly RegExp[] = [SET_APART, GLUED, SPACED];
const BULLET = /^[-+*][ \t]$/;
const MOST_MISSING = 3;
const MOST_DIGITS = 4;
const MOST_LETTERS = 2;

/** The label that `line` starts with; `list` is the kind of the list it stands in, null outside of any. */
export function labelAt(masked: string, line: Line, list: MarkerKind | null): EntryLabel | null {
  const { label } = line.block;
  if (line.first && label && isOutermost(masked, line.block, label) && /^(?:\d{1,4}|[a-z]{1,2})$/.test(label.text)) {
    const read = { start: label.start, end: label.end, label: label.text, slip: null };
    if (label.kind === 'footnote') return { ...read, form: 'footnote' };
    if (list === 'citation') return { ...read, form: 'list' };
  }
  const code = masked.charCodeAt(line.start);
  const bracket = endOfBracketed(masked, line.start);
  if (bracket > 0) return inText(line.start, bracket, masked.slice(line.start + 1, bracket - 1));
  if (code > 127 || '\\[^<*_$'.includes(masked.charAt(line.start))) {
    LABEL.lastIndex = line.start;
    const match = LABEL.exec(masked);
    if (match) {
      const text = match[2] ?? match[3] ?? match[4] ?? fromSuperscript(match[5] as string);
      return inText(line.start + (match[1]?.length ?? 0), line.start + match[0].trimEnd().length, text);
    }
  }
  const pattern = list === 'note' ? LETTER_ITEM : list === 'citation' ? FLATTENED : null;
  if (!pattern || isUpper(code)) return null;
  pattern.lastIndex = line.start;
  const match = pattern.exec(masked);
  if (!match) return null;
  return inText(line.start, line.start + match[0].trimEnd().length, match[1] as string);
}

/** Whether a label is that of an item of no other list, but for one whose item it is alone: `- 1. Ann Lee`. */
function isOutermost(masked: string, { nesting }: Block, { kind, start }: BlockLabel): boolean {
  if (nesting === 1) return true;
  return nesting === 2 && kind === 'ordinal' && BULLET.test(masked.slice(start - 2, start));
}

function inText(start: number, end: number, label: string): EntryLabel {
  return { start, end, label, form: 'text', slip: null };
}

/**
 * Where a label ends that is written as nearly all are, `[1]` or `[a]` with nothing around it; 0 for any other. It spares
 * most drafts the expression for all forms.
 */
function endOfBracketed(masked: string, start: number): number {
  if (masked.charAt(start) !== '[') return 0;
  const first = start + 1;
  let at = first;
  while (at < first + MOST_DIGITS && isDigit(masked.charCodeAt(at))) at++;
  if (at === first) while (at < first + MOST_LETTERS && isSmall(masked.charCodeAt(at))) at++;
  if (at === first || masked.charAt(at) !== ']') return 0;
  return '\\]*_:{\uFFFC'.includes(masked.charAt(at + 1)) ? 0 : at + 1;
}

/** The label that is due, or soon due, in a form of `patterns`, which text may have as well. */
export function dueLabelAt(
  masked: string,
  { start }: Line,
  last: Opening | undefined,
  patterns: readonly RegExp[],
): EntryLabel | null {
  const above = last ? ordinalOf(last.label) : 0;
  for (const pattern of patterns) {
    pattern.lastIndex = start;
    const match = pattern.exec(masked);
    const label = match?.[1] ?? match?.[2] ?? match?.[3];
    if (!match || label === undefined) continue;
    const missing = ordinalOf(label) - above - 1;
    if (missing < 0 || missing > MOST_MISSING) return null;
    return inText(start, start + match[0].trimEnd().length, label);
  }
  return null;
}

/** Whether nothing sets a label apart from the text of a line. */
export function isPlainLabel(masked: string, label: Range): boolean {
  const code = masked.charCodeAt(label.start);
  return isDigit(code) || isSmall(code);
}

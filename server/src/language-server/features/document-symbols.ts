import type { Analysis } from '../../analysis.ts';
import type { Entry, Section } from '../../draft/draft.ts';
import { startOf } from '../../text/cut.ts';
import { lastStartingBefore, type Range } from '../../text/range.ts';
import { onOneLine } from '../../text/spaces.ts';
import { cutTo } from './markup.ts';

export interface DocumentSymbol extends Range {
  readonly kind: 'section' | 'entry';
  /** A heading; the label of an entry and how it begins, since editors search names alone. */
  readonly name: string;
  readonly selection: Range;
  readonly children: readonly DocumentSymbol[];
}

const LONGEST_NAME = 80;
/** More than that is not looked at. */
const LONGEST_READ = 400;
/** A heading that is no Markdown heading stands below those that are. */
const BARE_DEPTH = 7;

interface Growing extends DocumentSymbol {
  readonly depth: number;
  readonly children: Growing[];
}

/**
 * The sections of a draft as its headings nest, the entries of each list in its section.
 *
 * @param besideHeadings whether the editor lists Markdown's headings itself: of those, the lists' alone are given then
 */
export function documentSymbols(analysis: Analysis, besideHeadings = false): readonly DocumentSymbol[] {
  const { text, draft } = analysis;
  const top: Growing[] = [];
  const sections: Growing[] = [];
  const open: Growing[] = [];
  for (const section of draft.sections) {
    if (!section.heading || (besideHeadings && isListed(section))) continue;
    const depth = depthOf(section);
    while ((open.at(-1)?.depth ?? 0) >= depth) open.pop();
    const symbol = sectionSymbol(section, depth);
    (open.at(-1)?.children ?? top).push(symbol);
    open.push(symbol);
    sections.push(symbol);
  }
  for (const entry of [...draft.notes, ...draft.citations]) {
    const holder = sections[lastStartingBefore(sections, entry.start)];
    (holder?.children ?? top).push(entrySymbol(text, entry));
  }
  return top.map(spanChildren);
}

function isListed({ kind, depth }: Section): boolean {
  return depth > 0 && kind !== 'notes' && kind !== 'citations';
}

function depthOf({ depth, kind }: Section): number {
  if (depth > 0) return depth;
  return kind === 'body' ? BARE_DEPTH : 2;
}

function sectionSymbol(section: Section, depth: number): Growing {
  const { start, end, title, heading } = section;
  return {
    kind: 'section',
    name: title || 'Untitled',
    start,
    end,
    selection: heading ?? section,
    depth,
    children: [],
  };
}

function entrySymbol(text: string, { start, end, label, labelRange, content }: Entry): Growing {
  const begins = cutTo(onOneLine(startOf(text.slice(content.start, content.end), LONGEST_READ)), LONGEST_NAME);
  return {
    kind: 'entry',
    name: `[${label}] ${begins}`.trimEnd(),
    start,
    end,
    selection: labelRange,
    depth: BARE_DEPTH + 1,
    children: [],
  };
}

/** A symbol holds its children, as the protocol asks for. */
function spanChildren({ children, ...symbol }: Growing): DocumentSymbol {
  const inside = children.map(spanChildren).sort((a, b) => a.start - b.start);
  return { ...symbol, end: Math.max(symbol.end, ...inside.map(({ end }) => end)), children: inside };
}

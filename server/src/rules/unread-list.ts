import type { Draft } from '../draft/draft.ts';
import type { Block, Prose } from '../markdown/prose.ts';
import type { Range } from '../text/range.ts';

/** What stands under the heading of the citations where none is read there. */
export interface UnreadList extends Range {
  readonly kind: Block['kind'];
  /** The words of the heading. */
  readonly title: string;
}

const WORD = /[\p{L}\p{N}]/u;
/** How one begins that Word has numbered: `i Ann Lee`, `^i^ Ann Lee`, `[[i]](#_ednref1) Ann Lee`. */
const ROMAN = /(?:[[\\(^]|<sup>)*i(?:[\]\\).^]|<\/sup>|\(#[^)\s]*\))*\s+(?=[\p{Lu}“"‘*_[])/uy;
const COMMENTS_AND_TAGS = /<!--[\s\S]*?(?:-->|$)|<[^<>]*>/g;

/** The first line of what stands under the heading of the citations, where no citation is read; null where nothing does. */
export function unreadList({ text, masked, blocks }: Prose, { citations, sections }: Draft): UnreadList | null {
  if (citations.length > 0) return null;
  const section = sections.find(({ kind }) => kind === 'citations');
  if (!section?.heading) return null;
  for (const block of blocks) {
    const from = Math.max(block.start, section.heading.end);
    if (block.end <= from || block.start >= section.end || block.kind === 'heading') continue;
    const source = (block.kind === 'paragraph' ? masked : text).slice(from, block.end);
    if (!WORD.test(block.kind === 'html' ? source.replace(COMMENTS_AND_TAGS, '') : source)) continue;
    const start = from + (/[^\s*_:]/.exec(source)?.index ?? 0);
    const end = start + text.slice(start, block.end).search(/[\r\n]|$/);
    return { kind: block.kind, title: section.title, start, end };
  }
  return null;
}

/** Whether what begins at `start` is numbered with Roman numerals, as Word numbers endnotes. */
export function isInRoman(text: string, start: number): boolean {
  ROMAN.lastIndex = start;
  return ROMAN.test(text);
}

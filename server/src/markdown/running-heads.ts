import type { Range } from '../text/range.ts';

const BLANK = String.raw`[^\S\r\n]`;
const MONTHS = String.raw`[A-Z]{3,9}(?:${BLANK}?[/–-]${BLANK}?[A-Z]{3,9})?${BLANK}\d{4}`;
const NAME = `C${BLANK}?TC${BLANK}SENTINEL`;
const BREAKS = String.raw`${BLANK}*(?:\r\n?|\n){1,2}`;
/** `12 CTC SENTINEL MARCH 2018`, the number in the line or in one beside it, with a blank line between or none. */
const RUNNING_HEAD = new RegExp(
  String.raw`^${BLANK}*(?:\d{1,3}(?:${BLANK}+|${BREAKS}))?(?:${NAME}${BLANK}+${MONTHS}|${MONTHS}${BLANK}+${NAME})(?:(?:${BLANK}+|${BREAKS})\d{1,3})?(?=${BLANK}*$)`,
  'gm',
);
const WORD = 'SENTINEL';
const PAGE = /^\s*\d{1,3}\s*$/;

/** The heads of the pages of this journal, with the numbers of the pages, as copying from its PDF leaves them in a text. */
export function findRunningHeads(text: string): Range[] {
  if (!text.includes(WORD)) return [];
  return Array.from(text.matchAll(RUNNING_HEAD), ({ 0: { length }, index }) => ({ start: index, end: index + length }));
}

/** Whether what stands around a paragraph may make the head of a page of it, or the other way round. */
export function mayBeRunningHead(paragraph: string): boolean {
  return paragraph.includes(WORD) || PAGE.test(paragraph);
}

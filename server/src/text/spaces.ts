/** All white space but a single blank, which would be replaced by itself: that takes three times as long. */
const ODD_SPACE = /\s{2,}|[^\S ]/g;

/** The text with a blank for each stretch of white space. */
export function singleSpaced(text: string): string {
  return text.replace(ODD_SPACE, ' ');
}

/** What orders the words around from right to left: the rest of what shows them would read backwards. */
const DIRECTIONS = /[\u202a-\u202e\u2066-\u2069]/g;

/** Text as it can be shown among other words: on one line, and in their order. */
export function onOneLine(text: string): string {
  return singleSpaced(text.replace(DIRECTIONS, '')).trim();
}

/** What a line begins with inside a block quote: no paragraph goes on so but in one. */
const QUOTED_LINE = /([\r\n])[ \t]*(?:>[ \t]*)+/g;

/** A part of a paragraph without the signs of the block quotes that its lines stand in. */
export function withoutQuoteSigns(text: string): string {
  return text.includes('>') ? text.replace(QUOTED_LINE, '$1') : text;
}

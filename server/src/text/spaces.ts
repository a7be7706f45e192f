/** All white space but a single blank, which would be replaced by itself: that takes three times as long. */
const ODD_SPACE = /\s{2,}|[^\S ]/g;

/** The text with a blank for each stretch of white space. */
export function singleSpaced(text: string): string {
  return text.replace(ODD_SPACE, ' ');
}

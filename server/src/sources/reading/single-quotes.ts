import { isLetter, isSpace } from '../../text/characters.ts';

// Titles in single quotation marks, as British styles have them: `Ann Lee, ‘The Road to al-Qa’ida’, Post, 4 May 2016`.
// The marks are apostrophes, too, and letters of names, so a title is told by what stands around it.

/** A mark before what follows a title, or behind what ends one; or the beginning of a title: none stands in another. */
const END = /[’'](?= *(?:$|[,.;:)])| [([\d])|(?<=[,.?!])[’'](?= )|[,.] ["“‘'](?=\S)/g;
/** The words that a title may follow without a comma. */
const BEFORE = /(?:^|[ (])(?:see|also|in|and|with|compare|consult|contra|quoting|citing) $/i;
const LONGEST_BEFORE = ' consult '.length;
const OPENING = 0x2018;
const CLOSING = 0x2019;
const STRAIGHT = 39;

export function isSingleOpener(code: number): boolean {
  return code === OPENING || code === STRAIGHT;
}

/** Finds where the titles of `flat` end that open at marks, in their order; -1 for a mark that opens none. */
export function singleEnds(flat: string): (open: number) => number {
  // From here on, none ends: the text is searched once.
  let last = flat.length;
  return (open) => {
    if (open >= last || !mayOpen(flat, open)) return -1;
    const closing = flat.charCodeAt(open) === OPENING ? CLOSING : STRAIGHT;
    END.lastIndex = open + 1;
    for (let match = END.exec(flat); match; match = END.exec(flat)) {
      if (match[0].length > 1) return -1;
      if (match[0].charCodeAt(0) === closing) return match.index;
    }
    last = open;
    return -1;
  };
}

function mayOpen(flat: string, at: number): boolean {
  const before = flat.charCodeAt(at - 1);
  if (isSpace(flat.charCodeAt(at + 1)) || !(isSpace(before) || before === 40)) return false;
  return !isLetter(flat.charCodeAt(at - 2)) || BEFORE.test(flat.slice(Math.max(0, at - LONGEST_BEFORE), at));
}

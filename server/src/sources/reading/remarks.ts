import { afterSpaces, byFirstLetter, wordAt } from './phrases.ts';

// What is said of a source, or of how it was come by, and is neither a source nor a remark of the author's own.

/** One word on a source that is no name. */
const STATES = byFirstLetter(
  (
    'unpublished unclassified classified declassified redacted confidential restricted forthcoming undated untitled ' +
    'unsigned withheld deleted removed archived translated unverified'
  ).split(' '),
);
const LANGUAGES =
  'arabic|dari|dutch|english|farsi|french|german|italian|pashto|persian|russian|somali|spanish|turkish|urdu';
/** `On file with the author.`, `Translation by Ann Lee.`, `Originally published as “Old Title,” Post, May 1, 2018.` */
const STOCK = [
  '(?:(?:an? )?(?:copy|copies|document|recording|transcript|notes) )?(?:is |are )?on file with (?:the )?authors?',
  "(?:the )?authors?[’'](?:s)? (?:own )?translation",
  '(?:my |own |unofficial )?translat(?:ion|ed)(?: (?:by|from) [^.;]{1,60})?',
  '(?:emphas[ie]s|italics) (?:added|mine|in (?:the )?original)',
  '(?:all )?names? (?:withheld|changed)(?: [^.;]{1,60})?',
  `(?:(?:original )?in |originally in )?(?:${LANGUAGES})`,
  '(?:(?:originally|first|previously|also) (?:published|printed|posted)|republished|reprinted|reposted) (?:as|in|by|on|at) .*',
  '(?:the|this|these|both|all) (?:interviews?|conversations?) (?:was|were|took|is|are) .*',
];
const REMARK = new RegExp(`^[ (]*(?:${STOCK.join('|')})[ .)]*$`, 'i');
/** What most of these begin with. */
const BEGIN_STOCK = byFirstLetter(
  (
    'a an all also author authors both conversation copy copies document emphases emphasis first in interview is italics ' +
    'my name names notes on original originally own previously recording reposted reprinted republished the these this ' +
    `transcript translated translation unofficial ${LANGUAGES.replaceAll('|', ' ')}`
  ).split(' '),
);
/** Longer text is none. */
const LONGEST = 300;

/** Whether a text says that a source is `Unpublished.`, on file with the author, or the like, and no more. */
export function isRemark(text: string): boolean {
  const from = afterSpaces(text, 0);
  const state = wordAt(STATES, text, from);
  if (state) {
    let end = from + state.length;
    while (text.charCodeAt(end) === 32 || text.charCodeAt(end) === 46) end++;
    if (end === text.length) return true;
  }
  const begin = text.charCodeAt(from) === 40 ? from + 1 : from;
  return text.length <= LONGEST && wordAt(BEGIN_STOCK, text, begin) !== null && REMARK.test(text);
}

import { isDigit } from '../../text/characters.ts';
import type { Range } from '../../text/range.ts';
import { namesDocument } from './documents.ts';
import { locatorAt } from './locators.ts';
import { mayBeOrganisation, mayBePerson } from './name-words.ts';
import { afterSpaces, beforeSpaces } from './phrases.ts';

// The volumes of journals and the issues of magazines.

const VOLUME = /(?:^|,? )(\d{1,4}):(\d{1,4}(?:[-–/]\d{1,4})?)(?= *(?:$|[(,:;]|(?:1[5-9]|20)\d\d))/;
/** `9(4)`, `9 (4)`; in parentheses of its own stands a year. */
const VOLUME_AND_ISSUE =
  /(?:^|,? )(?:vol(?:ume)?\.? )?(\d{1,4}) ?\((?!(?:1[5-9]|20)\d\d\))(\d{1,4}(?:[-–/]\d{1,4})?)\)(?= *(?:$|[(,:;]))/i;
const DIGIT_BEFORE_PARENTHESIS = /\d ?\(\d/;
const VOLUME_WORDS =
  /,? +(?:(?:vol(?:ume)?\.? +)(\d{1,4})(?:[,:]? *(?:no|nr|number|issue|iss)\.? *(\d{1,4}(?:[-–/]\d{1,4})?))?|(\d{1,4}), *(?:no|nr|number|issue|iss)\.? *(\d{1,4}(?:[-–/]\d{1,4})?))/i;
/** `31`, `31, 2`, `no. 2`. */
const VOLUME_BEFORE_YEAR = /(?: (\d{1,4}),|( (?:no|nr)\.))? (\d{1,4}) +$/i;
/** `, Issue 12`, `, no. 12`: papers of a series have a `no.` without a comma. */
const ISSUE_AT_END = /(?:,? +(?:issue\b|iss\.|#)|, +(?:no|nr)\.) *(\d{1,4}(?:[-–/]\d{1,4})?)$/i;
const LONGEST_ISSUE = 24;
const NUMBER_AT_END = / (\d{1,4})$/;

interface Volume extends Range {
  readonly volume: string | null;
  readonly issue: string | null;
}

/**
 * `11:1`, `11(1)`, `vol. 11, no. 1`, `11, no. 1`, `Issue 12` at the end, or the numbers before a year in parentheses, which open
 * at `imprint`. `end` is where the date, the pages or what else follows an issue starts; 0 for no issue.
 */
export function readVolume(tail: string, end: number, imprint: number): Volume | null {
  if (tail.includes(':')) {
    const match = VOLUME.exec(tail);
    if (match) return volumeAt(match, match[1] as string, match[2] as string);
  }
  const both = DIGIT_BEFORE_PARENTHESIS.test(tail) ? VOLUME_AND_ISSUE.exec(tail) : null;
  if (both) return volumeAt(both, both[1] as string, both[2] as string);
  const words = mayNameVolume(tail) ? VOLUME_WORDS.exec(tail) : null;
  if (words) return volumeAt(words, words[1] ?? words[3] ?? null, words[2] ?? words[4] ?? null);
  const issue = issueBefore(tail, end);
  if (issue) return issue;
  const isNumbered = imprint > 0 && isDigit(tail.charCodeAt(beforeSpaces(tail, imprint) - 1));
  const from = Math.max(0, imprint - 12);
  const before = isNumbered ? VOLUME_BEFORE_YEAR.exec(tail.slice(from, imprint)) : null;
  if (!before) return null;
  const [, volume, no, number = ''] = before;
  const isIssue = volume !== undefined || no !== undefined;
  return {
    start: from + before.index,
    end: imprint,
    volume: isIssue ? (volume ?? null) : number,
    issue: isIssue ? number : null,
  };
}

/** The `Issue 12` that ends before `end`, and the commas and spaces there. */
function issueBefore(tail: string, end: number): Volume | null {
  let to = end;
  while (to > 0 && ', '.includes(tail.charAt(to - 1))) to--;
  const from = Math.max(0, to - LONGEST_ISSUE);
  const match = isDigit(tail.charCodeAt(to - 1)) ? ISSUE_AT_END.exec(tail.slice(from, to)) : null;
  return match && { start: from + match.index, end: to, volume: null, issue: match[1] as string };
}

/** A magazine's issue before the title of what stands there: `Dabiq, Issue 12, `, `Dabiq 12, `; how long its name is, and its number. */
export function magazineIn(head: string): { readonly length: number; readonly issue: string } | null {
  const numbered = issueBefore(head, head.length);
  if (numbered) {
    const name = head.slice(0, numbered.start);
    const isName = mayBeOrganisation(name) || mayBePerson(name);
    return isName ? { length: name.length, issue: numbered.issue as string } : null;
  }
  const bare = head.endsWith(', ') ? head.slice(0, -2) : '';
  const number = NUMBER_AT_END.exec(bare);
  const name = bare.slice(0, number?.index);
  if (!number || name.includes(' ') || !mayBePerson(name) || namesDocument(name) || locatorAt(bare, 0)) return null;
  return { length: name.length, issue: number[1] as string };
}

/** Whether a `vol.` stands in `tail`, or what may be a `no.` behind a number and a comma. */
function mayNameVolume(tail: string): boolean {
  for (let comma = tail.indexOf(','); comma !== -1; comma = tail.indexOf(',', comma + 1)) {
    if (!isDigit(tail.charCodeAt(comma - 1))) continue;
    const code = tail.charCodeAt(afterSpaces(tail, comma + 1)) | 32;
    if (code === 110 || code === 105) return true;
  }
  return (tail.includes('v') || tail.includes('V')) && tail.toLowerCase().includes('vol');
}

function volumeAt(match: RegExpExecArray, volume: string | null, issue: string | null): Volume {
  return { start: match.index, end: match.index + match[0].length, volume, issue };
}

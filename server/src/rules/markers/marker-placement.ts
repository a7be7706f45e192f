import type { Marker } from '../../draft/draft.ts';
import { DASH } from '../../draft/labels.ts';
import type { Prose } from '../../markdown/prose.ts';
import { quotations } from '../../markdown/quotations.ts';
import { isDigit, isSpace } from '../../text/characters.ts';
import { itemAt, type Range } from '../../text/range.ts';
import { lines } from '../example.ts';
import type { Fix, Rule } from '../rule.ts';
import { quote } from '../words.ts';

const PUNCTUATION = '.,;:?!';
const CLOSING_QUOTES = '”’"';
const CLOSERS = '”’")]*_';
const MOST_CLOSERS = 4;
/** After these words a bracketed number is a word of the sentence. */
const LEADS_TO_NUMBER = /(?<!\p{L})(?:and|as|at|by|cf\.?|citations?|from|in|notes?|of|on|or|ref\.?|see|to|with)$/iu;
const LONGEST_LEAD = 10;

/** What goes on directly behind a marker: the space between the two stands on its wrong side. */
const OPENS_TEXT = /[“‘„«"([*_]{0,3}[\p{L}\p{N}]/uy;

/** Between the items of a list or range of callouts; a list may be wrapped at its comma. */
const SEPARATOR = new RegExp(String.raw`^[^\S\r\n]?(?:[,;]\s{0,2}|${DASH}[^\S\r\n]?)$`);
const LONGEST_SEPARATOR = 5;

export const markerPlacement: Rule = {
  id: 'marker-placement',
  group: 'markers',
  severity: 'information',
  summary: 'A marker stands before the punctuation or closing quotation mark that it should follow, or after a space.',
  explanation:
    'A marker follows the word it belongs to directly, and comes after the punctuation: the full stop, the comma, the closing quotation mark. It stays before a dash and inside a closing parenthesis. Several markers in a row move together. A space that stands before a marker instead of behind it changes sides. A full stop on both sides of a marker is one too many. Where a marker is a word of the sentence (`see [1]`), it is left alone.',
  examples: () => [
    {
      title: 'Before a comma, and after a space.',
      draft: lines(
        'When the group split[1], its rival grew. [2] Both recruit abroad.[3]',
        '                    ~~~                  ~~~',
        '',
        '## Citations',
        '',
        '[1] Ann Lee, “A Split,” Daily Post, May 3, 2016.',
        '',
        '[2] Tom Roy, “A Rival,” Daily Post, May 4, 2016.',
        '',
        '[3] Cem Kaya, “Abroad,” Daily Post, May 5, 2016.',
      ),
      messages: [
        'Unexpected marker “[1]” before “,”, expected it after the punctuation',
        'Unexpected space before marker “[2]”, expected it directly after “.”',
      ],
      fixed: lines(
        'When the group split,[1] its rival grew.[2] Both recruit abroad.[3]',
        '',
        '## Citations',
        '',
        '[1] Ann Lee, “A Split,” Daily Post, May 3, 2016.',
        '',
        '[2] Tom Roy, “A Rival,” Daily Post, May 4, 2016.',
        '',
        '[3] Cem Kaya, “Abroad,” Daily Post, May 5, 2016.',
      ),
    },
    {
      title: 'A space on the wrong side.',
      draft: lines(
        'The group split. [1]Its rival grew.',
        '                 ~~~',
        '',
        '## Citations',
        '',
        '[1] Ann Lee, “A Split,” Daily Post, May 3, 2016.',
      ),
      messages: ['Unexpected space before marker “[1]”, expected it behind the marker'],
      fixed: lines(
        'The group split.[1] Its rival grew.',
        '',
        '## Citations',
        '',
        '[1] Ann Lee, “A Split,” Daily Post, May 3, 2016.',
      ),
    },
    {
      title: 'Inside the quotation marks.',
      draft: lines(
        'He said, “We held the road.[1]” They left.',
        '                           ~~~',
        '',
        '## Citations',
        '',
        '[1] Ann Lee, “A Split,” Daily Post, May 3, 2016.',
      ),
      messages: ['Unexpected marker “[1]” before the closing quotation mark, expected it after the mark'],
    },
    {
      title: 'A full stop on both sides.',
      draft: lines(
        'The group split.[1]. Its rival grew.',
        '                   ~',
        '',
        '## Citations',
        '',
        '[1] Ann Lee, “A Split,” Daily Post, May 3, 2016.',
      ),
      messages: ['Unexpected second “.” behind marker “[1]”, expected the one before it alone'],
    },
    {
      title: 'Before a dash and inside a parenthesis a marker is in its place.',
      draft: lines(
        'The group (founded by deserters[1]) split[2]—and its rival grew.[3]',
        '',
        '## Citations',
        '',
        '[1] Ann Lee, “A Split,” Daily Post, May 3, 2016.',
        '',
        '[2] Tom Roy, “A Rival,” Daily Post, May 4, 2016.',
        '',
        '[3] Cem Kaya, “Abroad,” Daily Post, May 5, 2016.',
      ),
    },
  ],
  reads: 'paragraphs',
  check: ({ text, prose, draft }, report) => {
    const { masked } = prose;
    const headings = draft.sections.map((section) => section.heading).filter((heading) => heading !== null);
    const { markers } = draft;
    let previousEnd = -1;
    let settledEnd = -1;
    for (let index = 0; index < markers.length; ) {
      const first = markers[index] as Marker;
      const before = markers[index - 1];
      let end = first.callout.end;
      for (index++; (markers[index]?.callout.start ?? Number.POSITIVE_INFINITY) <= end; index++) {
        end = Math.max(end, (markers[index] as Marker).callout.end);
      }
      const run = { start: first.callout.start, end };
      const following = markers[index]?.callout.start ?? masked.length;
      const joined = isJoined(masked, previousEnd, run.start) || isJoined(masked, end, following);
      // A space is all that tells `³ ⁴` from `³⁴`, and a glued `72 e` is how a page is pasted.
      const apart =
        (first.notation === 'unicode' && run.start - 1 === previousEnd) ||
        (first.notation === 'glued' && first.kind === 'note');
      previousEnd = end;
      if (joined || (first.notation === 'glued' && goesOnAsList(masked, end))) continue;
      if (isWordOfSentence(masked, run.start)) continue;
      const gap = spacesBefore(masked, run.start);
      const opensBlock = gap > 0 && itemAt(prose.blocks, run.start)?.start === run.start;
      const spaces = apart || opensBlock ? 0 : gap;
      const punctuation = punctuationAfter(masked, run.start, end, markers[index]?.callout.start ?? -1, spaces > 0);
      if (punctuation === null && spaces === 0) settledEnd = end;
      if (settledEnd === end || itemAt(headings, run.start)) continue;
      if (punctuation && endsValue(prose, run.start, punctuation)) continue;

      const callouts = text.slice(run.start, end);
      const stop = stopBefore(masked, run.start - spaces);
      const marks = punctuation ? text.slice(punctuation.start, punctuation.end) : '';
      const isSecond =
        stop !== '' && PUNCTUATION.includes(stop) && [...marks].some((mark) => PUNCTUATION.includes(mark));
      if (punctuation && isSecond && isSecondStop(stop, marks)) {
        report({
          ...punctuation,
          message: `Unexpected second ${quote(marks)} behind marker ${quote(callouts)}, expected the one before it alone`,
          fixes: [{ title: `Remove the second ${quote(marks)}`, safe: false, edits: [{ ...punctuation, text: '' }] }],
        });
        continue;
      }
      const behind = punctuation?.end ?? end;
      const moves = spaces > 0 && opensText(masked, behind);
      const edit = {
        start: run.start - spaces,
        end: behind,
        text:
          (punctuation ? text.slice(punctuation.start, punctuation.end) : '') +
          callouts +
          (moves ? text.slice(run.start - spaces, run.start) : ''),
      };
      // What stands on a number that no entry has is read by what is around it: side by side the two may be one, or none.
      const isUnsure = before?.notation === 'glued' && (before.entry === null || first.entry === null);
      const fix: Fix = {
        title: punctuation
          ? `Move ${quote(callouts)} after the punctuation`
          : moves
            ? `Move the space behind ${quote(callouts)}`
            : `Remove the space before ${quote(callouts)}`,
        // Before it stands a marker in its place, which would have the punctuation behind it then, or punctuation that
        // may be part of a word (`U.S.[1],`) or one too many (`left.[1],`).
        safe: punctuation === null || (settledEnd !== run.start - gap && !isSecond),
        edits: [edit],
      };
      const place = moves ? 'behind the marker' : `directly after ${wordBefore(masked, run.start - spaces)}`;
      report({
        ...run,
        message: punctuation
          ? `Unexpected marker ${quote(callouts)} ${beforeMarks(text.slice(punctuation.start, punctuation.end))}`
          : `Unexpected space before marker ${quote(callouts)}, expected it ${place}`,
        fixes: isUnsure && before.callout.end === edit.start ? [] : [fix],
      });
    }
  },
};

function beforeMarks(punctuation: string): string {
  return CLOSING_QUOTES.includes(punctuation)
    ? 'before the closing quotation mark, expected it after the mark'
    : `before ${quote(punctuation)}, expected it after the punctuation`;
}

/** Whether two callouts are items of one list or range: `[1], [2]`, `[1]–[3]`. */
function isJoined(masked: string, end: number, start: number): boolean {
  return end >= 0 && start - end <= LONGEST_SEPARATOR && SEPARATOR.test(masked.slice(end, start));
}

/** What follows a number on the text that is one of a list: `3, 4`. */
function goesOnAsList(masked: string, end: number): boolean {
  const separator = masked.charAt(end);
  if (separator !== ',' && separator !== ';') return false;
  return isDigit(masked.charCodeAt(masked.charAt(end + 1) === ' ' ? end + 2 : end + 1));
}

/**
 * The punctuation after a marker from `start` to `offset` that it should follow: `.`, `”.`, `,”`; `”` after a stop. The
 * space behind it may be missing where one stands before the marker.
 */
function punctuationAfter(
  masked: string,
  start: number,
  offset: number,
  nextMarker: number,
  isSpaced: boolean,
): Range | null {
  let end = offset;
  let found = false;
  for (; end < masked.length; end++) {
    const character = masked.charAt(end);
    if (PUNCTUATION.includes(character)) found = true;
    else if (!CLOSING_QUOTES.includes(character)) break;
  }
  if (end === offset || masked.startsWith('...', offset)) return null;
  const ends = isSpace(masked.charCodeAt(end)) || end === nextMarker || ')]*_'.includes(masked.charAt(end));
  if (!ends && !(isSpaced && opensText(masked, end))) return null;
  const wasClosed = PUNCTUATION.includes(masked.charAt(start - 1));
  const marks = masked.slice(offset, end);
  return found || (wasClosed && (marks.includes('”') || marks.includes('"'))) ? { start: offset, end } : null;
}

function opensText(masked: string, offset: number): boolean {
  OPENS_TEXT.lastIndex = offset;
  return OPENS_TEXT.test(masked);
}

/** Whether a straight quotation mark ends what no quotation is: a value, as in `{{< figure caption="A map.[2]" >}}`. */
function endsValue(prose: Prose, start: number, { start: from, end }: Range): boolean {
  return prose.masked.slice(from, end).includes('"') && !itemAt(quotations(prose), start);
}

/** Whether a number is read out as a word of its sentence: `see [3].` */
function isWordOfSentence(masked: string, offset: number): boolean {
  const start = startOfSpaces(masked, offset);
  return start < offset && LEADS_TO_NUMBER.test(masked.slice(Math.max(0, start - LONGEST_LEAD), start));
}

/** The last character before `offset` that is no closing mark. */
function stopBefore(masked: string, offset: number): string {
  let at = offset - 1;
  while (offset - at <= MOST_CLOSERS && CLOSERS.includes(masked.charAt(at))) at--;
  return masked.charAt(at);
}

/** Whether the sentence had ended before a marker that a full stop stands behind. */
function isSecondStop(before: string, behind: string): boolean {
  return behind === '.' ? '.?!'.includes(before) : behind === before && before !== ':';
}

/** How many spaces stand between a marker and the word that it belongs to; 0 where no word does. */
function spacesBefore(masked: string, offset: number): number {
  const start = startOfSpaces(masked, offset);
  return isSpace(masked.charCodeAt(start - 1)) || '([—–|'.includes(masked.charAt(start - 1)) ? 0 : offset - start;
}

function startOfSpaces(masked: string, offset: number): number {
  let start = offset;
  while (masked.charAt(start - 1) === ' ' || masked.charAt(start - 1) === '\u00a0') start--;
  return start;
}

function wordBefore(masked: string, offset: number): string {
  const last = masked.charAt(offset - 1);
  if (CLOSING_QUOTES.includes(last)) return 'the quotation mark';
  if (PUNCTUATION.includes(last)) return quote(last);
  return quote(/[\p{L}\p{N}]*.$/u.exec(masked.slice(Math.max(0, offset - 30), offset))?.[0] ?? last);
}

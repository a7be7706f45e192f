import type { Entry } from '../../draft/draft.ts';
import { isDigit, isLetter, isLetterAt, isSpace } from '../../text/characters.ts';
import { lines } from '../example.ts';
import type { Problem, Rule } from '../rule.ts';
import { quote } from '../words.ts';

const NAMES: Readonly<Record<string, string>> = { '"': 'straight', '“': 'opening', '”': 'closing' };
const MARKS = /[“”"‘’„‚]/g;
/** Words that an apostrophe opens, which programs turn into ‘. */
const ELIDED: ReadonlySet<string> = new Set(['tis', 'twas', 'n', 'em', 'til', 'cause', 'bout', 'round', 'neath']);
const LONGEST_ELIDED = 5;
/** The ʿayn or hamza at the start of a word is written ‘ as well, and stands before a vowel. */
const VOWEL = /^[aeiouāēīōūáéíóú]/i;

/** A comma or full stop behind the closing mark of a title that ends in no mark of its own. */
const OUTSIDE = /^[^?!.,…—–-][”"](?:,|\.(?:\s|$))/;
const ENDS_IN_SINGLE = /['’]$/;

export const citationQuotes: Rule = {
  id: 'citation-quotes',
  group: 'form',
  severity: 'warning',
  summary: 'A quotation mark in a citation has no twin, or a comma or full stop stands behind it instead of before.',
  explanation:
    'Titles stand in double quotation marks, what they quote in single ones. Without its closing mark a title runs into the name of the newspaper, for readers and programs alike. The comma or full stop that ends a title stands inside its marks. Apostrophes and the ‘ of transliterated names (‘Abd, Shi‘a) are no quotation marks.',
  examples: () => [
    {
      title: 'The title is not closed.',
      draft: lines(
        'The group split.[1] Its rival grew.[2]',
        '',
        '## Citations',
        '',
        '[1] Ann Lee, “A Split, Daily Post, May 3, 2016.',
        '             ~',
        '',
        '[2] Tom Roy, “A Rival,” Daily Post, May 4, 2016.',
      ),
      messages: ['Unexpected “ without its twin, expected a closing ”'],
    },
    {
      title: 'An opening mark where the closing one is due.',
      draft: lines(
        'The group split.[1]',
        '',
        '## Citations',
        '',
        '[1] Ann Lee, “A Split,“ Daily Post, May 3, 2016.',
        '                      ~',
      ),
      messages: ['Unexpected “ at the end of a quotation, expected ”'],
    },
    {
      title: 'One mark too many.',
      draft: lines(
        'The group split.[1]',
        '',
        '## Citations',
        '',
        '[1] Ann Lee, “A Split,“” Daily Post, May 3, 2016.',
        '                      ~',
      ),
      messages: ['Unexpected “ beside another quotation mark, expected one alone'],
    },
    {
      title: 'The comma outside.',
      draft: lines(
        'The group split.[1] Its rival grew.[2]',
        '',
        '## Citations',
        '',
        '[1] Ann Lee, “A Split”, Daily Post, May 3, 2016.',
        '                     ~~',
        '',
        '[2] Tom Roy, “Who Grows?” Daily Post, May 4, 2016.',
      ),
      messages: ['Unexpected “,” behind the title’s quotation mark, expected it before'],
    },
    {
      title: 'A quotation inside a title, apostrophes, and a transliterated name.',
      draft: lines(
        'The group split.[1]',
        '',
        '## Citations',
        '',
        '[1] Ann Lee, “The Leaders’ ‘Last’ Split: ‘Abd al-Rahman’s Shi‘a Rivals,” Daily Post, May 3, 2016.',
      ),
    },
  ],
  check: ({ prose: { masked }, draft, sources }, report) => {
    for (const { title } of sources.references) {
      if (!title || !'“"'.includes(masked.charAt(title.start - 1))) continue;
      if (!OUTSIDE.test(masked.slice(title.end - 1, title.end + 3))) continue;
      const range = { start: title.end, end: title.end + 2 };
      const mark = masked.charAt(title.end + 1);
      const name = mark === ',' ? 'comma' : 'full stop';
      // Of a quotation at the end of the title it goes inside too, of an apostrophe it does not.
      const isPlain = !ENDS_IN_SINGLE.test(title.text);
      const edits = [{ ...range, text: `${mark}${masked.charAt(title.end)}` }];
      report({
        ...range,
        message: `Unexpected ${quote(mark)} behind the title’s quotation mark, expected it before`,
        fixes: isPlain ? [{ title: `Move the ${name} inside the quotation marks`, safe: false, edits }] : [],
      });
    }
    for (const marks of marksByCitation(masked, draft.citations)) {
      const odd = findOdd(masked, marks);
      if (odd) report(odd);
    }
  },
};

/** The offsets of all quotation marks, citation by citation. */
function marksByCitation(masked: string, citations: readonly Entry[]): number[][] {
  const end = citations.at(-1)?.end ?? 0;
  const all: number[][] = [];
  let index = -1;
  MARKS.lastIndex = citations[0]?.start ?? masked.length;
  while (MARKS.test(masked)) {
    const at = MARKS.lastIndex - 1;
    if (at >= end) break;
    while (at >= (citations[index + 1]?.content.start ?? Number.POSITIVE_INFINITY)) {
      index++;
      all.push([]);
    }
    const citation = citations[index];
    if (citation && at < citation.content.end) all[index]?.push(at);
  }
  return all;
}

function opensElided(masked: string, start: number): boolean {
  let end = start;
  while (end - start <= LONGEST_ELIDED && isLetterAt(masked, end)) end++;
  return ELIDED.has(masked.slice(start, end).toLowerCase());
}

/** The wrong one of a pair. */
function replaced(at: number, written: string, due: '“' | '”'): Problem {
  const kind = written === '"' ? 'a curly' : due === '”' ? 'a closing' : 'an opening';
  const title = `Replace the ${NAMES[written]} quotation mark with ${kind} one`;
  return {
    start: at,
    end: at + 1,
    message: `Unexpected ${written} at the ${due === '”' ? 'end' : 'start'} of a quotation, expected ${due}`,
    fixes: [{ title, safe: false, edits: [{ start: at, end: at + 1, text: due }] }],
  };
}

/** One of two that stand side by side. */
function doubled(at: number, written: string): Problem {
  const title = `Remove the ${NAMES[written]} quotation mark`;
  return {
    start: at,
    end: at + 1,
    message: `Unexpected ${written} beside another quotation mark, expected one alone`,
    fixes: [{ title, safe: false, edits: [{ start: at, end: at + 1, text: '' }] }],
  };
}

/** @param due in words, what is missing */
function alone(at: number, written: string, due: string): Problem {
  return { start: at, end: at + 1, message: `Unexpected ${written} without its twin, expected ${due}` };
}

interface Opened {
  readonly at: number;
  readonly mark: string;
}

/** The first mark that makes the quotation marks of a citation odd. */
function findOdd(masked: string, marks: readonly number[]): Problem | null {
  const open: Opened[] = [];
  const top = () => open.at(-1);
  let straight = -1;
  // The last ’ behind an ʿayn: it may close a quotation that the ʿayn stands in.
  let lent = -1;
  const needsTwin = ({ at, mark }: Opened) => mark === '‘' && at > lent && !VOWEL.test(masked.slice(at + 1, at + 2));
  for (const at of marks) {
    const mark = masked.charAt(at);
    const before = masked.charCodeAt(at - 1);
    const after = masked.charCodeAt(at + 1);
    if (mark === '"' && straight === -1 && isDigit(before)) continue;
    if (mark === '"') straight = straight === -1 ? at : -1;
    else if (mark === '„' || mark === '‚') open.push({ at, mark });
    else if ((mark === '“' || mark === '”') && top()?.mark === '„') open.pop();
    else if (mark === '‘' && top()?.mark === '‚') open.pop();
    else if (mark === '“') {
      const closes = top()?.mark === '“' && !isSpace(before) && !isLetter(after);
      if (closes) return masked.charAt(at + 1) === '”' ? doubled(at, '“') : replaced(at, '“', '”');
      open.push({ at, mark });
    } else if (mark === '”') {
      while (top()?.mark === '‘') {
        const single = open.pop();
        if (single && needsTwin(single)) return alone(single.at, '‘', 'a closing ’');
      }
      const opening = top();
      if (opening?.mark === '“') {
        if (opening.at === at - 1 && open.length === 1 && isLetter(after)) return doubled(at, '”');
        open.pop();
      } else if (straight !== -1) return replaced(straight, '"', '“');
      else if (masked.charAt(at - 1) === '”') return doubled(at, '”');
      else if (isLetter(after) && !isLetter(before)) return replaced(at, '”', '“');
      else return alone(at, '”', 'an opening “');
    } else if (isLetter(before) && isLetter(after)) {
      // An apostrophe, or a letter of transliteration.
    } else if (mark === '‘') {
      const opens = isLetter(after) && !isLetter(before) && !opensElided(masked, at + 1);
      if (opens) open.push({ at, mark });
    } else if (top()?.mark === '‘') {
      const single = open.pop();
      if (single && !needsTwin(single)) lent = at;
    }
  }
  const left = open.find((opened) => opened.mark === '“' || needsTwin(opened));
  if (left?.mark === '“' && straight > left.at) return replaced(straight, '"', '”');
  if (left?.mark === '“' && masked.charAt(left.at + 1) === '“') return doubled(left.at, '“');
  if (left) return alone(left.at, left.mark, left.mark === '“' ? 'a closing ”' : 'a closing ’');
  return straight === -1 ? null : alone(straight, '"', 'a second "');
}

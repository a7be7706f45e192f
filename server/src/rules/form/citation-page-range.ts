import { isLetterAt } from '../../text/characters.ts';
import { lines } from '../example.ts';
import type { Rule } from '../rule.ts';
import { quote } from '../words.ts';

const DASH = /[-\u2010-\u2012\u2014\u2015\u2212]/;
/** From number to number, and on to no third: the pages of manuals are numbered by chapter, `pp. 1-12–1-14`. */
const RANGE =
  /(?<![A-Za-z\d]|\d[ \u00a0]?[-\u2010-\u2015\u2212]{1,3}[ \u00a0]?)(\d+|[ivxlc]+)([ \u00a0]?(?:-{1,3}|[\u2010-\u2012\u2014\u2015\u2212])[ \u00a0]?)(\d+|[ivxlc]+)(?![A-Za-z\d]|[ \u00a0]?[-\u2010-\u2015\u2212]{1,3}[ \u00a0]?\d)/g;

/** `pp. ` and what may stand before it in an identifier: `doi:10.1000/pp.3-4`. */
const LONGEST_LEAD = 6;
/** `(Oslo: Sea, 2016), pp. ` ends what is said of a book, its title above all. */
const IMPRINT = /\d\),? pp?\.[ \u00a0]?$/;
const LONGEST_IMPRINT_END = 8;
const QUOTES = '”"’,';

export const citationPageRange: Rule = {
  id: 'citation-page-range',
  group: 'form',
  severity: 'information',
  summary: 'A page range is written with another mark than an en dash.',
  explanation:
    'From page to page is an en dash: `pp. 49–80`. A hyphen joins words; typewriters had nothing else. Where neither a quoted title nor the year of a book in parentheses stands before them, the numbers may be words of a title: an author decides.',
  examples: () => [
    {
      title: 'A hyphen between pages.',
      draft: lines(
        'The group split.[1] Its rival grew.[2]',
        '',
        '## Citations',
        '',
        '[1] Ann Lee, “A Split,” Survival 58:4 (2016): pp. 131-158.',
        '                                                  ~~~~~~~',
        '',
        '[2] Tom Roy, “A Rival,” Survival 58:5 (2016): pp. 21–40.',
      ),
      messages: ['Unexpected “-” in the pages “131-158”, expected an en dash: “131–158”'],
      fixed: lines(
        'The group split.[1] Its rival grew.[2]',
        '',
        '## Citations',
        '',
        '[1] Ann Lee, “A Split,” Survival 58:4 (2016): pp. 131–158.',
        '',
        '[2] Tom Roy, “A Rival,” Survival 58:5 (2016): pp. 21–40.',
      ),
    },
    {
      title: 'In a book.',
      draft: lines(
        'The group split.[1]',
        '',
        '## Citations',
        '',
        '[1] Ann Lee, A Split (Oslo: Sea Press, 2016), pp. 131-158.',
        '                                                  ~~~~~~~',
      ),
      messages: ['Unexpected “-” in the pages “131-158”, expected an en dash: “131–158”'],
      fixed: lines(
        'The group split.[1]',
        '',
        '## Citations',
        '',
        '[1] Ann Lee, A Split (Oslo: Sea Press, 2016), pp. 131–158.',
      ),
    },
    {
      title: 'An en dash, and hyphens that are none of its business.',
      draft: lines(
        'The group split.[1] Its rival grew.[2]',
        '',
        '## Citations',
        '',
        '[1] Ann Lee, “The Split of 2014-15,” Al-Post 58:4 (2016): pp. 131–158.',
        '',
        '[2] Tom Roy, The Manual (Oslo: Sea Press, 2016), pp. 1-12–1-14.',
      ),
    },
  ],
  check: ({ text, sources }, report) => {
    for (const { form, title, pages, locator } of sources.references) {
      const part = pages ?? locator;
      if (part === null || !DASH.test(part.text) || text.slice(part.start - LONGEST_LEAD, part.start).includes('/'))
        continue;
      // Without a quoted title or an imprint before them the pages may be words of the title.
      const safe =
        form !== 'full' ||
        (title !== null && title.end <= part.start && QUOTES.includes(text.charAt(title.end))) ||
        IMPRINT.test(text.slice(part.start - LONGEST_IMPRINT_END, part.start));
      for (const match of part.text.matchAll(RANGE)) {
        const [whole, from, dash, to] = match as unknown as [string, string, string, string];
        const start = part.start + match.index;
        if (isLetterAt(part.text, match.index - 1) || isLetterAt(part.text, match.index + whole.length)) continue;
        const expected = `${from}–${to}`;
        const at = start + from.length;
        report({
          start,
          end: start + whole.length,
          message: `Unexpected ${quote(dash)} in the pages ${quote(whole)}, expected an en dash: ${quote(expected)}`,
          fixes: [
            {
              title: `Replace ${quote(whole)} with ${quote(expected)}`,
              safe,
              edits: [{ start: at, end: at + dash.length, text: '–' }],
            },
          ],
        });
      }
    }
  },
};

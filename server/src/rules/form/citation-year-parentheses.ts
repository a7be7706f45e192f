import { quotations } from '../../markdown/quotations.ts';
import { isSpace } from '../../text/characters.ts';
import { itemAt } from '../../text/range.ts';
import { lines } from '../example.ts';
import type { Rule } from '../rule.ts';
import { quote } from '../words.ts';
import { yearsIn } from '../years.ts';

/** A volume and issue, and what may stand between them and the year. */
const VOLUME_AND_ISSUE = /(?<![\d:])\d{1,3}:\d{1,3}(?:[–-]\d{1,3})?(,?[ \u00a0]{1,3})$/;
const LONGEST = 14;
/** A time in a recording: `at 12:44, `, `12:44–13:10, `. */
const TIME = /(?:\b(?:at|minutes?|min\.?|timestamp)[ \u00a0]|\d:\d\d[–-])\d{1,3}:\d\d,?[ \u00a0]{1,3}$/i;
const LONGEST_TIME = 24;
/** What stands before pages where the year has no parentheses; behind them it is a colon. */
const COMMA_BEFORE_PAGES = /,(?=[ \u00a0]pp?\.)/y;

export const citationYearParentheses: Rule = {
  id: 'citation-year-parentheses',
  group: 'form',
  severity: 'information',
  summary: 'The year after a journal’s volume and issue lacks its parentheses.',
  explanation:
    'A journal is cited as `Journal VV:I (YYYY)`. The parentheses keep the year apart from the numbers before and the pages after.',
  examples: () => [
    {
      title: 'A bare year.',
      draft: lines(
        'The group split.[1] Its rival grew.[2]',
        '',
        '## Citations',
        '',
        '[1] Ann Lee, “A Split,” CTC Sentinel 11:1 2018.',
        '                                          ~~~~',
        '',
        '[2] Tom Roy, “A Rival,” Survival 58:4 (2016): pp. 131–158.',
      ),
      messages: ['Unexpected year “2018” without parentheses, expected “(2018)”'],
      fixed: lines(
        'The group split.[1] Its rival grew.[2]',
        '',
        '## Citations',
        '',
        '[1] Ann Lee, “A Split,” CTC Sentinel 11:1 (2018).',
        '',
        '[2] Tom Roy, “A Rival,” Survival 58:4 (2016): pp. 131–158.',
      ),
    },
    {
      title: 'A bare year before pages.',
      draft: lines(
        'The group split.[1]',
        '',
        '## Citations',
        '',
        '[1] Tom Roy, “A Rival,” Survival 58:4, 2016, pp. 131–158.',
        '                                       ~~~~',
      ),
      messages: ['Unexpected year “2016” without parentheses, expected “(2016)”'],
      fixed: lines(
        'The group split.[1]',
        '',
        '## Citations',
        '',
        '[1] Tom Roy, “A Rival,” Survival 58:4 (2016): pp. 131–158.',
      ),
    },
    {
      title: 'The year in parentheses.',
      draft: lines('The group split.[1]', '', '## Citations', '', '[1] Ann Lee, “A Split,” CTC Sentinel 11:1 (2018).'),
    },
  ],
  check: ({ prose, draft, sources }, report) => {
    const { masked } = prose;
    const quoted = quotations(prose);
    const from = draft.citations[0]?.start ?? masked.length;
    for (const { start, end, value } of yearsIn(masked, from, draft.citations.at(-1)?.end ?? 0)) {
      if (!isSpace(masked.charCodeAt(start - 1)) || masked.charAt(end) === ')' || itemAt(quoted, start)) continue;
      const before = masked.slice(Math.max(from, start - LONGEST), start);
      const gap = before.includes(':') ? VOLUME_AND_ISSUE.exec(before)?.[1] : undefined;
      if (gap === undefined || !itemAt(draft.citations, start)) continue;
      if (TIME.test(masked.slice(Math.max(from, start - LONGEST_TIME), start))) continue;
      // What looks like an issue may be part of a book's title.
      const reference = itemAt(sources.references, start);
      if (!reference?.title || reference.title.end > start || reference.type === 'book') continue;
      const expected = `(${value})`;
      COMMA_BEFORE_PAGES.lastIndex = end;
      const hasComma = COMMA_BEFORE_PAGES.test(masked);
      report({
        start,
        end,
        message: `Unexpected year ${quote(String(value))} without parentheses, expected ${quote(expected)}`,
        fixes: [
          {
            title: `Put ${quote(String(value))} in parentheses`,
            safe: true,
            edits: [
              {
                start: start - gap.length,
                end: hasComma ? end + 1 : end,
                text: ` ${expected}${hasComma ? ':' : ''}`,
              },
            ],
          },
        ],
      });
    }
  },
};

import { HIDDEN } from '../../markdown/prose.ts';
import { isSpace } from '../../text/characters.ts';
import { lines } from '../example.ts';
import type { Fix, Rule } from '../rule.ts';
import { quote } from '../words.ts';

const CLOSERS = '”’"\')]*_»';
const SEPARATORS = ',;:';
const LONGEST_WORD = 200;

export const citationTerminalPeriod: Rule = {
  id: 'citation-terminal-period',
  group: 'form',
  severity: 'information',
  summary: 'A citation does not end in a full stop, or ends in two.',
  explanation:
    'Every citation is a sentence and ends like one. A question or exclamation mark at the end of a title counts, and so does the full stop inside the quotation marks. A citation that ends in an address is reported too; as a full stop can become part of the address in some programs, it is not set automatically.',
  examples: () => [
    {
      title: 'The full stop is missing.',
      draft: lines(
        'The group split.[1] Its rival grew.[2]',
        '',
        '## Citations',
        '',
        '[1] Ann Lee, “A Split,” Daily Post, May 3, 2016',
        '                                           ~~~~',
        '',
        '[2] Tom Roy, “A Rival,” Daily Post, May 4, 2016.',
      ),
      messages: ['Unexpected end of the citation without a full stop after “2016”, expected one'],
      fixed: lines(
        'The group split.[1] Its rival grew.[2]',
        '',
        '## Citations',
        '',
        '[1] Ann Lee, “A Split,” Daily Post, May 3, 2016.',
        '',
        '[2] Tom Roy, “A Rival,” Daily Post, May 4, 2016.',
      ),
    },
    {
      title: 'A comma stands in its place.',
      draft: lines(
        'The group split.[1]',
        '',
        '## Citations',
        '',
        '[1] Ann Lee, “A Split,” Daily Post, May 3, 2016,',
        '                                           ~~~~~',
      ),
      messages: ['Unexpected “,” at the end of the citation, expected a full stop'],
      fixed: lines('The group split.[1]', '', '## Citations', '', '[1] Ann Lee, “A Split,” Daily Post, May 3, 2016.'),
    },
    {
      title: 'Two full stops.',
      draft: lines(
        'The group split.[1]',
        '',
        '## Citations',
        '',
        '[1] Ann Lee, “A Split,” Daily Post, May 3, 2016..',
        '                                               ~~',
      ),
      messages: ['Unexpected second full stop at the end of the citation, expected one'],
      fixed: lines('The group split.[1]', '', '## Citations', '', '[1] Ann Lee, “A Split,” Daily Post, May 3, 2016.'),
    },
    {
      title: 'The mark at the end of a title closes the sentence.',
      draft: lines(
        'The group split.[1] Its rival grew.[2]',
        '',
        '## Citations',
        '',
        '[1] Ann Lee, “Who Will Lead?” Daily Post, May 3, 2016.',
        '',
        '[2] Lee, “Who Will Lead?”',
      ),
    },
  ],
  check: ({ text, prose: { masked }, draft }, report) => {
    for (const { content } of draft.citations) {
      let end = content.end;
      while (end > content.start && isSpace(masked.charCodeAt(end - 1))) end--;
      let last = end;
      while (last > content.start && CLOSERS.includes(masked.charAt(last - 1))) last--;
      const final = masked.charAt(last - 1);
      if (final === '.' && isDoubled(masked, content.start, last)) {
        report({
          start: last - 2,
          end: last,
          message: 'Unexpected second full stop at the end of the citation, expected one',
          fixes: [{ title: 'Remove one full stop', safe: true, edits: [{ start: last - 1, end: last, text: '' }] }],
        });
        continue;
      }
      if (last <= content.start || '.?!…。！？؟۔'.includes(final)) continue;

      let start = end;
      while (start > content.start && end - start < LONGEST_WORD && !isSpace(masked.charCodeAt(start - 1))) start--;
      const fixes: Fix[] = [];
      // Inside the quotation marks it would be part of the title.
      const closers = masked.slice(last, end);
      const inTitle = closers.includes('”') || closers.includes('"');
      if (final !== HIDDEN || inTitle) {
        const edit = SEPARATORS.includes(final)
          ? { start: last - 1, end: last, text: '.' }
          : { start: inTitle ? last : end, end: inTitle ? last : end, text: '.' };
        const title = edit.start < edit.end ? `Replace ${quote(final)} with a full stop` : 'Add a full stop';
        fixes.push({ title, safe: !inTitle, edits: [edit] });
      } else if (text.charAt(last - 1) !== '>' && last === end) {
        fixes.push({ title: 'Add a full stop', safe: false, edits: [{ start: end, end, text: '.' }] });
      }
      const message = SEPARATORS.includes(final)
        ? `Unexpected ${quote(final)} at the end of the citation, expected a full stop`
        : `Unexpected end of the citation without a full stop after ${quote(text.slice(start, end))}, expected one`;
      report({ start, end, message, fixes });
    }
  },
};

/** Two full stops are a slip, three an ellipsis, and those that open a line are of what goes on behind them. */
function isDoubled(masked: string, start: number, end: number): boolean {
  return end - 3 >= start && masked.charAt(end - 2) === '.' && !'.\r\n'.includes(masked.charAt(end - 3));
}

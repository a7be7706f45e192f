import { lastStartingBefore } from '../../text/range.ts';
import { lines } from '../example.ts';
import type { Rule } from '../rule.ts';
import { quote } from '../words.ts';

/** An address without its protocol: `available at satp.org`, `“Roads,” acleddata.com`. */
const BARE_ADDRESS = /(?:\b(?:at|from|on|via):?|,[”"’]?)\s<?(?:[a-z\d-]{1,63}\.){1,4}[a-z]{2,12}\b(?!@)/i;

export const citationAccessDate: Rule = {
  id: 'citation-access-date',
  group: 'form',
  severity: 'information',
  summary: 'A citation says when a page was accessed, but not where it is.',
  explanation:
    'The date of access tells the reader which state of a page was read: it belongs to an address. Give the address, or the date of publication instead.',
  examples: () => [
    {
      title: 'Accessed where?',
      draft: lines(
        'The group split.[1]',
        '',
        '## Citations',
        '',
        '[1] “A Split,” Portal of Groups, accessed April 11, 2018.',
        '                                          ~~~~~~~~~~~~~~',
      ),
      messages: ['Unexpected date of access “April 11, 2018” without an address, expected the address of the page'],
    },
    {
      title: 'With its address.',
      draft: lines(
        'The group split.[1] Its rival grew.[2]',
        '',
        '## Citations',
        '',
        '[1] “A Split,” Portal of Groups, accessed April 11, 2018, https://example.org/split.',
        '',
        '[2] “A Rival,” Portal of Groups, accessed April 12, 2018, available at example.org.',
      ),
    },
  ],
  check: ({ text, prose, sources }, report) => {
    for (const { accessed, url, citation, start: from, end: to } of sources.references) {
      if (accessed === null || url !== null || BARE_ADDRESS.test(text.slice(from, to))) continue;
      // A Markdown link hides its address.
      const hidden = prose.hidden[lastStartingBefore(prose.hidden, citation.end)];
      if (hidden && hidden.start >= citation.content.start) continue;
      const { start, end } = accessed;
      report({
        start,
        end,
        message: `Unexpected date of access ${quote(text.slice(start, end))} without an address, expected the address of the page`,
      });
    }
  },
};

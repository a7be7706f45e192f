import type { Draft } from '../../draft/draft.ts';
import type { Prose } from '../../markdown/prose.ts';
import { itemAt } from '../../text/range.ts';
import { lines } from '../example.ts';
import type { Problem, Rule } from '../rule.ts';
import { unreadList } from '../unread-list.ts';
import { reportUnresolved } from '../unresolved.ts';
import { quote } from '../words.ts';

/** Footnotes that have no number: `[^lee]`, `^[Ann Lee, “A Split.”]`. */
const UNNUMBERED = /\[\^(?!\d{1,4}\]|[a-z]{1,2}\])([^\]\s^]{1,60})\](?!:)|\^\[(?=[\p{L}“"‘*_][^\][]{8,500}\])/gu;

/** The key of a work in a reference manager, with the year that keys end in: `[@lee2016]`, `[see @leeSplit2016a, p. 4]`. */
const CITATION_KEY =
  /\[[^\][@]{0,40}@(\p{L}[\p{L}\d_:.-]{1,60}(?:19|20)\d\d[a-z]?)(?=[\],; ])[^\][]{0,200}\](?!\uFFFC)/u;

export const markerUnresolved: Rule = {
  id: 'marker-unresolved',
  group: 'markers',
  severity: 'error',
  summary: 'A marker has a number that no citation has.',
  explanation:
    'The reader looks the number up and finds nothing, or finds the wrong source after the next renumbering. Often the number is mistyped: when a citation between its neighbours has no marker, the message names it, and an editor offers to write it. A number that is missing several times is reported once, at its first marker. So are footnotes that have names, or their text in place, in the stead of numbers: Markdown numbers them by itself, and nobody else can check or cite them by number. The same goes for the keys of a reference manager (`[@lee2016]`), which Pandoc puts a citation of its own for: they are reported once, at the first.',
  examples: () => [
    {
      title: 'The citation between the neighbours has no marker, so its number is meant.',
      draft: lines(
        'The group split.[1] Its rival grew.[8] Both now recruit abroad.[3]',
        '                                   ~~~',
        '',
        '## Citations',
        '',
        '[1] Ann Lee, “A Split,” Daily Post, May 3, 2016.',
        '',
        '[2] Tom Roy, “A Rival,” Daily Post, May 4, 2016.',
        '',
        '[3] Cem Kaya, “Abroad,” Daily Post, May 5, 2016.',
      ),
      messages: ['Unexpected marker “8” without a citation between “1” and “3”, expected “2”'],
    },
    {
      title: 'Footnotes with names, or with their text in place, have no number.',
      draft: lines(
        'The group split.[^lee] Its rival grew.^[Tom Roy, “A Rival,” Daily Post, May 4, 2016.]',
        '                ~~~~~~',
        '',
        '[^lee]: Ann Lee, “A Split,” Daily Post, May 3, 2016.',
      ),
      messages: ['Unexpected footnote “lee”, expected the number of a citation'],
    },
    {
      title: 'A reference manager’s key has no number until the draft is converted.',
      draft: lines(
        'The group split.[1] Its rival grew [@roy2016, p. 4].',
        '                                   ~~~~~~~~~~~~~~~~',
        '',
        '## Citations',
        '',
        '[1] Ann Lee, “A Split,” Daily Post, May 3, 2016.',
      ),
      messages: ['Unexpected citation key “roy2016”, expected the number of a citation'],
    },
    {
      title: 'Notes have markers too.',
      draft: lines(
        'The group split.[1][a]',
        '',
        '## Substantive Notes',
        '',
        '[a] Both wings deny it.[3]',
        '                       ~~~',
        '',
        '## Citations',
        '',
        '[1] Ann Lee, “A Split,” Daily Post, May 3, 2016.',
      ),
      messages: ['Unexpected marker “3” without a citation in note “a”, expected citation “3”'],
    },
    {
      title: 'Every number has its citation.',
      draft: lines(
        'The group split.[1] Its rival grew.[2]',
        '',
        '## Citations',
        '',
        '[1] Ann Lee, “A Split,” Daily Post, May 3, 2016.',
        '',
        '[2] Tom Roy, “A Rival,” Daily Post, May 4, 2016.',
      ),
    },
  ],
  reads: /\[\^|\^\[|@/,
  check: (reading, report) => {
    const { prose, draft } = reading;
    // What cannot be read under the heading is one finding, of citations-missing.
    if (!unreadList(prose, draft)) reportUnresolved(reading, 'citation', report);
    reportCitationKey(prose, draft, report);
    if (!prose.masked.includes('^')) return;
    for (const { 0: written, 1: name, index: start } of prose.masked.matchAll(UNNUMBERED)) {
      if (itemAt(prose.hidden, start)) continue;
      const what = name === undefined ? 'footnote with its text in place' : `footnote ${quote(name)}`;
      report({ start, end: start + written.length, message: `Unexpected ${what}, expected the number of a citation` });
      return;
    }
  },
};

/** Reports the first citation key of the body: what numbers it numbers all anew, and nothing else knows what it means. */
function reportCitationKey({ masked }: Prose, { citations }: Draft, report: (problem: Problem) => void): void {
  const body = masked.includes('@') ? masked.slice(0, citations[0]?.start) : '';
  const found = body.includes('@') ? CITATION_KEY.exec(body) : null;
  if (!found) return;
  const { 0: written, 1: key = '', index: start } = found;
  report({
    start,
    end: start + written.length,
    message: `Unexpected citation key ${quote(key)}, expected the number of a citation`,
  });
}

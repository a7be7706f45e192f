import type { Draft, Entry } from '../../draft/draft.ts';
import type { Range } from '../../text/range.ts';
import { lines } from '../example.ts';
import { replacing } from '../finding.ts';
import type { Fix, Problem, Rule } from '../rule.ts';
import { isInRoman, type UnreadList, unreadList } from '../unread-list.ts';
import { hasHeading } from '../unresolved.ts';
import { headingSetting, quote } from '../words.ts';

/** How a list begins. */
const FIRST = /(?:\\?\[1\\?\]|1[.)])/y;
const HTML_LIST = /<li\b/i;
/** So far down an HTML list has its first item. */
const LONGEST_TAG = 300;

export const citationsMissing: Rule = {
  id: 'citations-missing',
  group: 'entries',
  severity: 'error',
  summary: 'The draft has markers, but no Citations section, or none that can be read.',
  explanation:
    'The citations stand at the end of the draft under a heading of their own, `Citations`. Without it the reader has no sources, and the program cannot be sure where the list starts. It is one finding however many markers there are. A heading of another name is either renamed or named in the configuration: `headings: { citations: [Endnotes] }`. Drafts in footnote notation need no heading. Where the heading is there, but nothing below it can be read as a citation, it is one finding too: an entry begins with its number, and is no code, HTML or row of a table.',
  examples: () => [
    {
      title: 'A marker and nothing that it leads to.',
      draft: lines('The group split.[1] Its rival grew.[2]', '                ~~~'),
      messages: ['Unexpected marker “[1]” in a draft without citations, expected a section “Citations” at the end'],
    },
    {
      title: 'The list is there, its heading is not.',
      draft: lines(
        'The group split.[1] Its rival grew.[2]',
        '',
        '[1] Ann Lee, “A Split,” Daily Post, May 3, 2016.',
        '~~~',
        '',
        '[2] Tom Roy, “A Rival,” Daily Post, May 4, 2016.',
      ),
      messages: ['Unexpected citations without a heading, expected “Citations” before them'],
    },
    {
      title: 'The heading has another name.',
      draft: lines(
        'The group split.[1] Its rival grew.[2]',
        '',
        '## Endnotes',
        '   ~~~~~~~~',
        '',
        '[1] Ann Lee, “A Split,” Daily Post, May 3, 2016.',
        '',
        '[2] Tom Roy, “A Rival,” Daily Post, May 4, 2016.',
      ),
      messages: [
        'Unexpected heading “Endnotes” above the citations, expected “Citations”, or “headings: { citations: [Endnotes] }” in the configuration',
      ],
    },
    {
      title: 'The list under another name is one that Markdown numbers, and headings part it.',
      draft: lines(
        'The group split.[1] Its rival grew.[2]',
        '',
        '## References',
        '   ~~~~~~~~~~',
        '',
        '1. Ann Lee, “A Split,” Daily Post, May 3, 2016.',
        '',
        '### Books',
        '',
        '2. Tom Roy, A Rival (London: Hurst, 2016).',
      ),
      messages: [
        'Unexpected heading “References” above the citations, expected “Citations”, or “headings: { citations: [References] }” in the configuration',
      ],
    },
    {
      title: 'The list under another name stands behind the notes, in a text that lost its headings.',
      draft: lines(
        'The group split.[1] Its rival grew.[a]',
        '',
        'Substantive Notes',
        '',
        '[a] Slowly.',
        '',
        'Sources',
        '~~~~~~~',
        '',
        '[1] Ann Lee, “A Split,” Daily Post, May 3, 2016.',
      ),
      messages: [
        'Unexpected heading “Sources” above the citations, expected “Citations”, or “headings: { citations: [Sources] }” in the configuration',
      ],
    },
    {
      title: 'The citations are indented, and so code to Markdown.',
      draft: lines(
        'The group split.[1] Its rival grew.[2]',
        '',
        '## Citations',
        '',
        '    [1] Ann Lee, “A Split,” Daily Post, May 3, 2016.',
        '    ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~',
        '',
        '    [2] Tom Roy, “A Rival,” Daily Post, May 4, 2016.',
      ),
      messages: [
        'Unexpected code, as Markdown takes what a tab or four blanks indent, under “Citations”, expected citations that begin with their numbers: “[1]”',
      ],
    },
    {
      title: 'The citations are the rows of a table.',
      draft: lines(
        'The group split.[1]',
        '',
        '## Citations',
        '',
        '| No. | Source |',
        '~~~~~~~~~~~~~~~~',
        '|---|---|',
        '| 1 | Ann Lee, “A Split,” Daily Post, May 3, 2016. |',
      ),
      messages: ['Unexpected text under “Citations”, expected citations that begin with their numbers: “[1]”'],
    },
    {
      title: 'All of the draft is HTML, whose text is not read.',
      draft: lines(
        '<p>The group split.<sup>1</sup></p>',
        '',
        '<h2>Citations</h2>',
        '',
        '<ol>',
        '~~~~',
        '<li>Ann Lee, “A Split,” Daily Post, May 3, 2016.</li>',
        '</ol>',
      ),
      messages: ['Unexpected HTML under “Citations”, expected citations that begin with their numbers: “[1]”'],
    },
    {
      title: 'Word numbers endnotes in this way.',
      draft: lines(
        'The group split.^i^ Its rival grew.^ii^',
        '',
        '## Citations',
        '',
        '^i^ Ann Lee, “A Split,” Daily Post, May 3, 2016.',
        '~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~',
        '',
        '^ii^ Tom Roy, “A Rival,” Daily Post, May 4, 2016.',
      ),
      messages: [
        'Unexpected Roman numerals under “Citations”, expected citations that begin with their numbers: “[1]”',
      ],
    },
    {
      title: 'Footnotes need no heading.',
      draft: lines('The group split.[^1]', '', '[^1]: Ann Lee, “A Split,” Daily Post, May 3, 2016.'),
    },
  ],
  check: ({ text, prose, draft }, report) => {
    const marker = draft.markers.find(({ kind }) => kind === 'citation');
    const unread = unreadList(prose, draft);
    // Without markers it may be what is to come, or no draft at all: but for a list, as where all of a draft is indented.
    if (unread && (marker || isList(text, unread))) {
      const message = `Unexpected ${kindOfUnread(text, unread)} under ${quote(unread.title)}, expected citations that begin with their numbers: “[1]”`;
      report({ start: unread.start, end: unread.end, message });
    }
    if (!marker || hasHeading(draft, 'citations') || draft.citations.some(({ form }) => form === 'footnote')) return;
    const [first] = draft.citations;
    if (!first) {
      const { start, end } = marker;
      const shown = quote(text.slice(start, end));
      const message = `Unexpected marker ${shown} in a draft without citations, expected a section “Citations” at the end`;
      report({ start, end, message });
      return;
    }
    const above = headingAbove(text, draft, first);
    if (above) {
      report(otherHeading(text, above));
      return;
    }
    const lineEnding = text.includes('\r\n') ? '\r\n' : '\n';
    const heading: Fix = {
      title: 'Insert the heading “Citations” before the first citation',
      safe: false,
      edits: [{ start: first.start, end: first.start, text: `## Citations${lineEnding}${lineEnding}` }],
    };
    const message = 'Unexpected citations without a heading, expected “Citations” before them';
    report({ ...first.labelRange, message, fixes: [heading] });
  },
};

function isList(text: string, { kind, start }: UnreadList): boolean {
  if (kind === 'html') return HTML_LIST.test(text.slice(start, start + LONGEST_TAG));
  return startsWith(FIRST, text, start) ? kind === 'code' : isInRoman(text, start);
}

function startsWith(pattern: RegExp, text: string, offset: number): boolean {
  pattern.lastIndex = offset;
  return pattern.test(text);
}

function kindOfUnread(text: string, { kind, start }: UnreadList): string {
  if (kind === 'html') return 'HTML';
  if (kind === 'code') return 'code, as Markdown takes what a tab or four blanks indent,';
  return isInRoman(text, start) ? 'Roman numerals' : 'text';
}

interface Title extends Range {
  readonly title: string;
}

/** The heading with nothing but white space between it and the first citation. */
function headingAbove(text: string, { sections }: Draft, first: Entry): Title | null {
  const section = sections.findLast(({ heading }) => heading && heading.end <= first.start);
  if (!section?.heading || /\S/.test(text.slice(section.heading.end, first.start))) return null;
  return { ...section.heading, title: section.title };
}

function otherHeading(text: string, { start, end, title }: Title): Problem {
  const message = `Unexpected heading ${quote(title)} above the citations, expected “Citations”, or ${headingSetting('citations', title)} in the configuration`;
  // In bold there are marks around it, which stay.
  if (text.slice(start, end) !== title) return { start, end, message };
  return { start, end, message, fixes: [replacing({ start, end }, title, 'Citations', false)] };
}

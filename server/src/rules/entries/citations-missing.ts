import { lines } from '../example.ts';
import type { Fix, Rule } from '../rule.ts';
import { hasCitationsHeading } from '../unresolved.ts';
import { quote } from '../words.ts';

export const citationsMissing: Rule = {
  id: 'citations-missing',
  group: 'entries',
  severity: 'error',
  summary: 'The draft has markers, but no Citations section.',
  explanation:
    'The citations stand at the end of the draft under a heading of their own, `Citations`. Without it the reader has no sources, and the program cannot be sure where the list starts. It is one finding however many markers there are. Drafts in footnote notation need no heading.',
  examples: [
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
      title: 'Footnotes need no heading.',
      draft: lines('The group split.[^1]', '', '[^1]: Ann Lee, “A Split,” Daily Post, May 3, 2016.'),
    },
  ],
  check: ({ text, draft }, report) => {
    const marker = draft.markers.find(({ kind }) => kind === 'citation');
    if (!marker || hasCitationsHeading(draft) || draft.citations.some(({ form }) => form === 'footnote')) return;
    const [first] = draft.citations;
    if (!first) {
      const { start, end } = marker;
      const shown = quote(text.slice(start, end));
      const message = `Unexpected marker ${shown} in a draft without citations, expected a section “Citations” at the end`;
      report({ start, end, message });
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

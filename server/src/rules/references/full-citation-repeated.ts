import type { Reference } from '../../sources/source.ts';
import { isInQuotes } from '../../text/quote.ts';
import { lines } from '../example.ts';
import type { Rule } from '../rule.ts';
import { quote } from '../words.ts';
import { relatedSources, replaceByShortForm } from './short-form.ts';

export const fullCitationRepeated: Rule = {
  id: 'full-citation-repeated',
  group: 'references',
  severity: 'warning',
  summary: 'A source is named in full a second time.',
  explanation:
    'A reader takes a second full citation for another work. After the first, a source is named by its short form: the authors’ surnames, with a shortened title where they have several works in the list.',
  examples: () => [
    {
      title: 'The same article twice in full.',
      draft: lines(
        'The group split.[1] Its rival grew.[2] Both recruit.[3]',
        '',
        '## Citations',
        '',
        '[1] Ann Lee, “A Split,” Daily Post, May 3, 2016.',
        '',
        '[2] Tom Roy, “A Rival,” Daily Post, May 4, 2016.',
        '',
        '[3] Ann Lee, “A split,” Daily Post, May 3, 2016.',
        '    ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~',
      ),
      messages: ['Unexpected second full citation of “A split”, expected a short form of citation “1”'],
    },
    {
      title: 'First in full, then short.',
      draft: lines(
        'The group split.[1] Its rival grew.[2] Both recruit.[3]',
        '',
        '## Citations',
        '',
        '[1] Ann Lee, “A Split,” Daily Post, May 3, 2016.',
        '',
        '[2] Tom Roy, “A Rival,” Daily Post, May 4, 2016.',
        '',
        '[3] Lee.',
      ),
    },
  ],
  check: ({ text, sources }, report) => {
    for (const reference of sources.references) {
      const { form, source, citation, start, end } = reference;
      if (form !== 'full' || source === null || source.reference === reference || isShortest(text, reference)) continue;
      // A citation that stands in the list twice is a duplicate, and reported as one.
      if (source.citation.label === citation.label && source.citation !== citation) continue;
      const fix = replaceByShortForm(text, reference, source, sources);
      // As `Lee, Twitter`, it is one already.
      if (fix?.edits.every((edit) => edit.text === text.slice(edit.start, edit.end))) continue;
      const name = reference.title?.text ?? text.slice(start, end);
      report({
        start,
        end,
        message: `Unexpected second full citation of ${quote(name)}, expected a short form of citation ${quote(source.citation.label)}`,
        related: relatedSources([source]),
        fixes: fix ? [fix] : [],
      });
    }
  },
};

/** `Terrorism Act 2000, section 58`: what has but a title and a year cannot be named in fewer words. */
function isShortest(text: string, { authors, title, container, publisher, month, url }: Reference): boolean {
  const isNamed = authors.length > 0 || container !== null || publisher !== null || month !== null || url !== null;
  return !isNamed && title !== null && !isInQuotes(text, title.start);
}

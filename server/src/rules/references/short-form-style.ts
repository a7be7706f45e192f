import type { Source } from '../../sources/source.ts';
import { isUpper } from '../../text/characters.ts';
import { lines } from '../example.ts';
import { replacing } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { quote } from '../words.ts';

const SPACE = /\s/;

export const shortFormStyle: Rule = {
  id: 'short-form-style',
  group: 'references',
  severity: 'information',
  summary: 'A short form gives a full name where the draft’s other short forms give surnames.',
  explanation:
    'A short form names the authors by surname alone: the full name stands in the full citation. The rule follows the draft, and is silent where most short forms give full names. The fix is safe for who is called by the surname elsewhere: what looks like a person may be an organisation (`Global Witness`).',
  examples: () => [
    {
      title: 'One full name among surnames.',
      draft: lines(
        'The group split.[1] Its rival grew.[2] Both recruit.[3] Others leave.[4] Few return.[5]',
        '',
        '## Citations',
        '',
        '[1] Ann Lee, “A Split,” Daily Post, May 3, 2016.',
        '',
        '[2] Tom Roy, “A Rival,” Daily Post, May 4, 2016.',
        '',
        '[3] Roy.',
        '',
        '[4] Tom Roy, “A Rival.”',
        '    ~~~~~~~',
        '',
        '[5] Lee.',
      ),
      messages: ['Unexpected full name “Tom Roy” in a short form, expected “Roy”'],
      fixed: lines(
        'The group split.[1] Its rival grew.[2] Both recruit.[3] Others leave.[4] Few return.[5]',
        '',
        '## Citations',
        '',
        '[1] Ann Lee, “A Split,” Daily Post, May 3, 2016.',
        '',
        '[2] Tom Roy, “A Rival,” Daily Post, May 4, 2016.',
        '',
        '[3] Roy.',
        '',
        '[4] Roy, “A Rival.”',
        '',
        '[5] Lee.',
      ),
    },
    {
      title: 'The first name tells two authors apart.',
      draft: lines(
        'The group split.[1] Its rival grew.[2] Both recruit.[3] Others leave.[4] Few return.[5]',
        '',
        '## Citations',
        '',
        '[1] Ann Lee, “A Split,” Daily Post, May 3, 2016.',
        '',
        '[2] Tom Lee, “A Rival,” Daily Post, May 4, 2016.',
        '',
        '[3] Pat Roy, “A Third,” Daily Post, May 5, 2016.',
        '',
        '[4] Roy.',
        '',
        '[5] Tom Lee.',
      ),
    },
    {
      title: 'Surnames throughout.',
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
  check: ({ sources }, report) => {
    const shortForms = sources.references.filter(
      ({ form, authors, problem }) => form === 'short' && authors.length > 0 && problem !== 'short-form-unresolved',
    );
    const full = shortForms.filter(({ authors }) => authors.some((author) => author.text !== author.family));
    if (full.length >= shortForms.length - full.length) return;
    if (full.length === 0) return;
    const namesakes = namesakesOf(sources.sources);
    // An organisation may look like a person: only who is called by a surname elsewhere is one for sure.
    const people = new Set(
      shortForms.flatMap(({ authors }) =>
        authors.filter(({ text, family }) => text === family).map(({ family }) => family),
      ),
    );
    for (const { authors, source } of full) {
      for (const { start, end, text, family } of authors) {
        // A compound surname is no full name.
        if (text === family || (source && !source.authors.some((author) => author.text === text))) continue;
        if (namesakes.has(family)) continue;
        const isPerson = source !== null && people.has(family);
        const safe = isPerson && isPlainSurname(family) && text !== text.toUpperCase();
        report({
          start,
          end,
          message: `Unexpected full name ${quote(text)} in a short form, expected ${quote(family)}`,
          fixes: [replacing({ start, end }, text, family, safe)],
        });
      }
    }
  },
};

/** A surname without particles, which may need a capital at the start of an entry. */
function isPlainSurname(family: string): boolean {
  return isUpper(family.charCodeAt(0)) && !SPACE.test(family);
}

/** The surnames of several people: there the first name tells who is meant. */
function namesakesOf(sources: readonly Source[]): ReadonlySet<string> {
  const names = new Map<string, string>();
  const shared = new Set<string>();
  for (const { authors } of sources) {
    for (const { text, family } of authors) {
      if ((names.get(family) ?? text) !== text) shared.add(family);
      names.set(family, text);
    }
  }
  return shared;
}

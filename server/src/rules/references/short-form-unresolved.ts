import type { Reference, Source } from '../../sources/source.ts';
import { distance } from '../../text/distance.ts';
import { lines } from '../example.ts';
import type { Fix, Rule } from '../rule.ts';
import { either, quote } from '../words.ts';
import { alsoIn, groupByMeaning } from './same-form.ts';
import { familyNames, fullNames, relatedSources, replaceByShortForms } from './short-form.ts';

export const shortFormUnresolved: Rule = {
  id: 'short-form-unresolved',
  group: 'references',
  severity: 'error',
  summary: 'A short form names a source that is nowhere named in full.',
  explanation:
    'The reader knows a name and has no way to find the work. Either the full citation was deleted, or the name or the title is spelled in another way there; then the fix offers that spelling. A name or a title with a page alone (`Ann Lee, p. 4`) is a short form too, unless a work named in full has a word of it and may be meant. A short form that is used several times is reported once.',
  examples: () => [
    {
      title: 'The name is spelled differently in the full citation.',
      draft: lines(
        'The group split.[1] Its rival grew.[2] Both recruit.[3]',
        '',
        '## Citations',
        '',
        '[1] Goran Petrovic, “A Split,” Daily Post, May 3, 2016.',
        '',
        '[2] Tom Roy, “A Rival,” Daily Post, May 4, 2016.',
        '',
        '[3] Petrovich.',
        '    ~~~~~~~~~',
      ),
      messages: ['Unexpected short form “Petrovich” without a full citation, expected “Petrovic”'],
    },
    {
      title: 'The title is that of no work of the author.',
      draft: lines(
        'The group split.[1] Its rival grew.[2] Both recruit.[3]',
        '',
        '## Citations',
        '',
        '[1] Goran Petrovic, “A Split in Two,” Daily Post, May 3, 2016.',
        '',
        '[2] Tom Roy, “A Rival,” Daily Post, May 4, 2016.',
        '',
        '[3] Petrovic, “A Spilt.”',
        '    ~~~~~~~~~~~~~~~~~~~~',
      ),
      messages: ['Unexpected short form “Petrovic, ‘A Spilt.’” without a full citation, expected “A Split in Two”'],
    },
    {
      title: 'Pages are those of some edition, and none is named.',
      draft: lines(
        'The group split.[1] Its rival grew.[2]',
        '',
        '## Citations',
        '',
        '[1] Goran Petrovic, “A Split in Two,” Daily Post, May 3, 2016.',
        '',
        '[2] Tom Roy, p. 12.',
        '    ~~~~~~~~~~~~~~',
      ),
      messages: ['Unexpected short form “Tom Roy, p. 12” without a full citation, expected the work in full'],
    },
    {
      title: 'The work was named in full before.',
      draft: lines(
        'The group split.[1] Its rival grew.[2] Both recruit.[3]',
        '',
        '## Citations',
        '',
        '[1] Goran Petrovic, “A Split,” Daily Post, May 3, 2016.',
        '',
        '[2] Tom Roy, “A Rival,” Daily Post, May 4, 2016.',
        '',
        '[3] Petrovic.',
      ),
    },
  ],
  check: ({ text, sources }, report) => {
    for (const [first, ...others] of groupByMeaning(sources.references, 'short-form-unresolved')) {
      const { start, end, candidates } = first;
      const near = new Set([...new Set(expectedOf(first, candidates))].slice(0, MOST_NAMED));
      const ibid = nearIbid(text, [first, ...others]);
      if (ibid) near.add(quote('Ibid.'));
      const expected = near.size > 0 ? either([...near]) : 'the work in full';
      const fixes = replaceByShortForms(text, first, candidates, sources);
      const message = `Unexpected short form ${quote(text.slice(start, end))} without a full citation, expected ${expected}`;
      report({
        start,
        end,
        message,
        related: [...relatedSources(candidates), ...alsoIn(others)],
        fixes: ibid ? [...fixes, ibid] : fixes,
      });
    }
  },
};

/** Of more names, those that come first: the places that explain the finding show the others. */
const MOST_NAMED = 3;
/** More titles are told by the places that explain the finding. */
const MOST_TITLES = 2;

/** What a short form has wrong, as it is in the sources that it may mean: the name, a given one, or else the title. */
function expectedOf(reference: Reference, sources: readonly Source[]): readonly string[] {
  const names = familyNames(reference);
  const titles = sources.filter((source) => familyNames(source) === names).flatMap(({ title }) => title?.text ?? []);
  if (!reference.title || titles.length < sources.length)
    return sources.map((source) => quote(familyNames(source) === names ? fullNames(source) : familyNames(source)));
  return titles.length > MOST_TITLES ? [`a title of ${quote(names)}`] : titles.map(quote);
}

/** What other styles write for Ibid. */
const SAME = new Set(['id', 'idem']);

/** The fix for `Ibd.`, `Id.`, `lbid.`: a letter off, what stands for a name may be Ibid. */
function nearIbid(text: string, same: readonly [Reference, ...Reference[]]): Fix | null {
  const [{ start, end, title, authors }] = same;
  if (title || authors.length > 1) return null;
  const [written = ''] = /^(?:I bid|[^\s.,;]+)/i.exec(text.slice(start, end)) ?? [];
  const word = written
    .normalize('NFD')
    .replace(/[\p{M} ]/gu, '')
    .replace(/^l/i, 'i')
    .toLowerCase();
  if (!word.startsWith('i') || (!SAME.has(word) && distance(word, 'ibid', 1) > 1)) return null;
  const edits = same.map(({ start }) => {
    const to = start + written.length;
    return { start, end: text.charAt(to) === '.' ? to + 1 : to, text: 'Ibid.' };
  });
  const found = quote(text.slice(start, edits[0]?.end));
  return { title: `Replace ${found} with ${quote('Ibid.')}`, safe: false, edits };
}

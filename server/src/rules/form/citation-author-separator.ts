import { isTurned } from '../../sources/reading/surnames-first.ts';
import type { Name } from '../../sources/source.ts';
import { isUpper } from '../../text/characters.ts';
import { listed } from '../../text/listed.ts';
import { singleSpaced } from '../../text/spaces.ts';
import { lines } from '../example.ts';
import type { Fix, Rule } from '../rule.ts';
import { quote } from '../words.ts';

/** A full stop after these belongs to the name, and so it does after a capital that stands alone. */
const ABBREVIATED: ReadonlySet<string> = new Set('Jr Sr Inc Ltd Co Corp PhD MD al ed eds'.split(' '));
const LAST_PART = /[^\s.]*$/;

export const citationAuthorSeparator: Rule = {
  id: 'citation-author-separator',
  group: 'form',
  severity: 'information',
  summary: 'A full stop separates the authors from the title.',
  explanation:
    'In notes a citation is one sentence, its parts separated by commas: `First Last, “Title,”`. The full stop after the authors belongs to the form of bibliographies, and so does a surname before the given names (`Last, First. “Title.”`): the fix turns those, too.',
  examples: () => [
    {
      title: 'A full stop after the authors.',
      draft: lines(
        'The group split.[1] Its rival grew.[2]',
        '',
        '## Citations',
        '',
        '[1] Ann Lee and Tom Roy. “A Split,” Daily Post, May 3, 2016.',
        '                       ~',
        '',
        '[2] Cem Kaya, “A Rival,” Daily Post, May 4, 2016.',
      ),
      messages: ['Unexpected “.” after the authors, expected “,”'],
      fixed: lines(
        'The group split.[1] Its rival grew.[2]',
        '',
        '## Citations',
        '',
        '[1] Ann Lee and Tom Roy, “A Split,” Daily Post, May 3, 2016.',
        '',
        '[2] Cem Kaya, “A Rival,” Daily Post, May 4, 2016.',
      ),
    },
    {
      title: 'An entry in the form of a bibliography.',
      draft: lines(
        'The group split.[1] Its rival grew.[2]',
        '',
        '## Citations',
        '',
        '[1] Lee, Ann, and Tom Roy. “A Split.” Daily Post, May 3, 2016.',
        '                         ~',
        '',
        '[2] Cem Kaya, “A Rival,” Daily Post, May 4, 2016.',
      ),
      messages: ['Unexpected “.” after the authors, expected “,”'],
    },
    {
      title: 'Commas, and a full stop that belongs to the name.',
      draft: lines(
        'The group split.[1] Its rival grew.[2]',
        '',
        '## Citations',
        '',
        '[1] Ann Lee, “A Split,” Daily Post, May 3, 2016.',
        '',
        '[2] Tom Roy, Jr., “A Rival,” Daily Post, May 4, 2016.',
      ),
    },
  ],
  check: ({ text, sources }, report) => {
    for (const { authors, title } of sources.references) {
      const [first] = authors;
      const last = authors.at(-1);
      if (!first || !last || !title || last.end >= title.start) continue;
      const stop = text.indexOf('.', last.end);
      if (stop === -1 || stop >= title.start || !/^\.\s+[“"*_]*$/.test(text.slice(last.end, title.start))) continue;
      if (endsInStop(last.text)) continue;
      const comma: Fix = {
        title: 'Replace the full stop after the authors with a comma',
        safe: true,
        edits: [{ start: stop, end: stop + 1, text: ',' }],
      };
      report({
        start: stop,
        end: stop + 1,
        message: `Unexpected ${quote('.')} after the author${authors.length > 1 ? 's' : ''}, expected ${quote(',')}`,
        fixes: [authors.some((name) => isTurned(text, name)) ? turn(first.start, last.end, authors, comma) : comma],
      });
    }
  },
};

/** The fix that writes names as notes do, and `comma` behind them. */
function turn(start: number, end: number, names: readonly Name[], comma: Fix): Fix {
  const text = listed(names.map((name) => singleSpaced(name.text)));
  return {
    title: `Replace the authors with ${quote(text)}`,
    safe: false,
    edits: [{ start, end, text }, ...comma.edits],
  };
}

function endsInStop(name: string): boolean {
  const part = LAST_PART.exec(name)?.[0] ?? '';
  return ABBREVIATED.has(part) || (part.length === 1 && isUpper(part.charCodeAt(0)));
}

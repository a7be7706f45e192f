import type { Introduction } from '../../vocabulary/abbreviations.ts';
import type { Mention } from '../../vocabulary/mention.ts';
import { lines } from '../example.ts';
import { related } from '../finding.ts';
import type { Fix, Problem, Reading, Rule } from '../rule.ts';
import { quote } from '../words.ts';
import { ALIAS_WORDS, aliasClauses } from './alias-clauses.ts';
import { firsts, own, PARTS } from './own.ts';

export const abbreviationLate: Rule = {
  id: 'abbreviation-late',
  group: 'vocabulary',
  severity: 'information',
  summary: 'An abbreviation is introduced after the group was first named.',
  explanation:
    'The abbreviation is introduced where the group is first named, so that a reader who goes back to look for it finds it there. Headings and quotations do not count as the first place; the abstract and the body are read apart. A group that is renamed gets the abbreviation of its other name there.',
  examples: () => [
    {
      title: 'The group was named before.',
      draft: lines(
        'Jamaat-ud-Dawa denied it. Later Jamaat-ud-Dawa (JuD) met.',
        '                                                ~~~',
      ),
      messages: ['Unexpected introduction of “JuD” after the group was named, expected it at the first mention'],
    },
    {
      title: 'The abbreviation is introduced at once.',
      draft: lines('Jamaat-ud-Dawa (JuD) denied it. Later JuD met.'),
    },
    {
      title: 'The abbreviation of a name that the group took later.',
      draft: lines(
        'The Islamic State grew. In 2013, it renamed itself the Islamic State of Iraq and the Levant (ISIL).',
      ),
    },
  ],
  reads: ALIAS_WORDS,
  check: (reading, report) => {
    const { inText, introductions } = own(reading);
    for (const part of PARTS) {
      const named = firsts(inText[part], ({ concept }) => concept);
      const introduced = introductions.filter((introduction) => introduction.part === part);
      for (const [concept, introduction] of firsts(introduced, ({ mention }) => mention?.concept)) {
        const first = concept && named.get(concept);
        if (!first || first.start >= introduction.name.start || isOfAlias(reading, introduction)) continue;
        report(late(reading, introduction, first));
      }
    }
  },
};

/** Whether it is another name of the group that is abbreviated, where the draft says that it has that name. */
function isOfAlias(reading: Reading, { mention }: Introduction): boolean {
  return mention?.kind === 'alternative' && aliasClauses(reading).names.has(mention);
}

function late({ text }: Reading, { start, end, abbreviation, name }: Introduction, first: Mention): Problem {
  const closed = text[start - 1] === '(' && text[end] === ')';
  const fix: Fix = {
    title: `Introduce ${quote(abbreviation)} at the first mention`,
    safe: false,
    edits: [
      { start: first.end, end: first.end, text: ` (${abbreviation})` },
      { start: name.start, end: end + 1, text: abbreviation },
    ],
  };
  return {
    start,
    end,
    message: `Unexpected introduction of ${quote(abbreviation)} after the group was named, expected it at the first mention`,
    related: [related(first, `${quote(first.text)} is named here`)],
    fixes: closed && first.kind !== 'abbreviation' ? [fix] : [],
  };
}

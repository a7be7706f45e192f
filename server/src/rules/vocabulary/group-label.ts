import * as v from 'valibot';
import { groupBy } from '../../text/group.ts';
import type { Mention } from '../../vocabulary/mention.ts';
import { lines } from '../example.ts';
import { replacing } from '../finding.ts';
import { flag, withOptions } from '../options.ts';
import type { Problem, Reading } from '../rule.ts';
import { quote } from '../words.ts';
import { ALIAS_WORDS, aliasClauses } from './alias-clauses.ts';
import { firsts, groupsIn, own, PARTS, VERBATIM } from './own.ts';
import { isInProperName, PROPER_NAME_WORDS } from './proper-names.ts';

export const groupLabel = withOptions({
  id: 'group-label',
  group: 'vocabulary',
  severity: 'information',
  summary: 'A group is called by another name than the preferred one.',
  explanation:
    'Groups have several names, and spellings in several transliterations; all of them are right somewhere. A reader who is to follow a group through an article, and an editor through a journal, want one. Names that the vocabulary accepts beside the preferred one, and the abbreviation, are not reported, nor is a name in a clause that says what else the group is called, or directly before one (`also known as ISIS or ISIL`, `the Houthis (Ansar Allah)`), nor one in the name of something else (`the ISIS Files`, `the Al-Qaida Sanctions Committee`, a title in italics). One finding for each name, where it first stands.',
  examples: () => [
    {
      title: 'The name is reported where it first stands.',
      draft: lines('Officials blamed ISIS. Later ISIS claimed the attack.', '                 ~~~~'),
      messages: ['Unexpected “ISIS” (2 times), expected “Islamic State”'],
    },
    {
      title: 'A name in quotation marks is somebody’s word.',
      draft: lines('It called itself the Islamic State, others ‘Daesh’ or “ISIS.”'),
    },
    {
      title: 'Readers are told what else a group is called.',
      draft: lines(
        'The Islamic State (also known as ISIS, ISIL, or Daesh) lost Mosul. The Houthis (Ansar Allah) did not.',
      ),
    },
    {
      title: 'Some journals write the abbreviation alone once it is introduced.',
      options: { abbreviate: true },
      draft: lines(
        'Jamaat-ud-Dawa (JuD) denied it. Jamaat-ud-Dawa met; so did JuD’s rivals.',
        '                                ~~~~~~~~~~~~~~',
      ),
      messages: ['Unexpected “Jamaat-ud-Dawa” after “JuD” was introduced, expected “JuD”'],
    },
  ],
  reads: new RegExp(`${ALIAS_WORDS.source}|${PROPER_NAME_WORDS.source}`, 'i'),
  options: v.strictObject(
    {
      abbreviate: flag('once an abbreviation is introduced, report every other name of the group after it'),
      ...VERBATIM,
    },
    'a map of options',
  ),
  check: (reading, report, { abbreviate, verbatim }) => {
    const introduced = abbreviate ? findIntroduced(reading) : NOTHING_INTRODUCED;
    const others = groupsIn(reading, verbatim).filter(
      (mention) =>
        (introduced.has(mention) ||
          (mention.kind === 'alternative' && !mention.accepted && mention.replacement !== null)) &&
        !aliasClauses(reading).names.has(mention) &&
        !isInProperName(reading, mention),
    );
    const keyOf = (mention: Mention) => {
      const abbreviation = introduced.get(mention);
      return abbreviation === undefined ? mention.text : `${mention.text}\n${abbreviation}`;
    };
    for (const all of groupBy(others, keyOf).values()) {
      const [first] = all;
      const abbreviation = introduced.get(first);
      const name = abbreviation ?? first.replacement ?? first.label;
      const times = all.length > 1 ? ` (${all.length} times)` : '';
      const after = abbreviation === undefined ? '' : ` after ${quote(abbreviation)} was introduced`;
      const problem: Problem = {
        start: first.start,
        end: first.end,
        message: `Unexpected ${quote(first.text)}${times}${after}, expected ${quote(name)}`,
        fixes: [
          all.length === 1
            ? replacing(first, first.text, name, false)
            : {
                title: `Replace ${quote(first.text)} with ${quote(name)} everywhere (${all.length} times)`,
                safe: false,
                edits: all.map(({ start, end, replacement }) => ({
                  start,
                  end,
                  text: abbreviation ?? replacement ?? name,
                })),
              },
        ],
      };
      report(problem);
    }
  },
});

const NOTHING_INTRODUCED: ReadonlyMap<Mention, string> = new Map();

/** Names that stand after the abbreviation of their group was introduced, with that abbreviation. */
function findIntroduced(reading: Reading): ReadonlyMap<Mention, string> {
  const { inText, introductions } = own(reading);
  const named = new Set(introductions.map(({ name }) => name.start));
  const found = new Map<Mention, string>();
  for (const part of PARTS) {
    const introduced = introductions.filter((introduction) => introduction.part === part);
    const first = firsts(introduced, ({ mention }) => mention?.concept);
    for (const mention of inText[part]) {
      const { start, kind, text, concept } = mention;
      const introduction = first.get(concept);
      const isName = kind === 'preferred' || kind === 'alternative';
      if (!introduction || !isName || start < introduction.end || named.has(start)) continue;
      if (text !== introduction.abbreviation) found.set(mention, introduction.abbreviation);
    }
  }
  return found;
}

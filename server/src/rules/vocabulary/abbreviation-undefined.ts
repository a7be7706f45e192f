import * as v from 'valibot';
import { contains } from '../../text/range.ts';
import type { Mention } from '../../vocabulary/mention.ts';
import { lines } from '../example.ts';
import { texts, withOptions } from '../options.ts';
import type { Fix, Reading } from '../rule.ts';
import { quote } from '../words.ts';
import { ALIAS_WORDS, aliasClauses } from './alias-clauses.ts';
import { firsts, own, PARTS } from './own.ts';

/**
 * Between a name and its abbreviation, whichever comes first: ` (`, ` (hereafter “`, `—`, `, abbreviated as `,
 * ` (Groupe Islamique Armé, `.
 */
const BESIDE =
  /^(?:[’']s)?[”’"'*_]{0,3}(?:\s?[([—–]\s?(?:[a-z]{1,12}[,:]?\s){0,6}|\s\([^().;]{1,70}[,:]\s|,?\sor\s|,\s(?:(?:abbreviated|abbreviation|acronym|also|as|better|by|for|hereafter|henceforth|in|its|known|short)\s){0,6})(?:the\s)?[“‘"'*_]{0,3}$/;
const LONGEST_BESIDE = 80;
/** Behind an abbreviation, its words in whatever language: ` (Groupe Islamique Armé)`. */
const SPELLED_OUT = /^[”’"'*_]{0,3}\s\([“‘"'*_]{0,3}([^()]{6,100})\)/;
const LONGEST_SPELLED = 110;
const SMALL_LETTERS = /\P{Lu}/gu;
/** Behind the first part of an abbreviation in parentheses: `(IRGC-QF)`. */
const REST_OF_LONGER = /^[-–/][\p{Lu}\p{N}]{1,6}\)/u;
const LONGEST_REST = 8;
/** What stands in every such text. */
const JOINS = /[([—–,]|\sor\s/;
/** What every reader knows. */
const KNOWN = ['EU', 'FBI', 'CIA', 'NATO', 'UK', 'UN', 'US', 'USA', 'USSR'];
const KNOWN_TO_ALL: ReadonlySet<string> = new Set(KNOWN);

export const abbreviationUndefined = withOptions({
  id: 'abbreviation-undefined',
  group: 'vocabulary',
  severity: 'warning',
  summary: 'A group’s abbreviation is used and never introduced.',
  explanation:
    'Not every reader knows every abbreviation. It is introduced where the group is first named: the name, then the abbreviation in parentheses. The abstract and the body are read apart, so each introduces what it uses. One finding for each abbreviation, where it first stands.',
  examples: () => [
    {
      title: 'The abbreviation stands alone.',
      draft: lines('The campaign of TTP went on. TTP grew.', '                ~~~'),
      messages: ['Unexpected “TTP” without an introduction, expected “Tehrik-i-Taliban Pakistan (TTP)”'],
    },
    {
      title: 'The abbreviation is introduced.',
      draft: lines('The Tehrik-i-Taliban Pakistan (TTP) grew. TTP leaders met.'),
    },
    {
      title: 'Other words than its name say who is meant.',
      draft: lines('The African Union’s mission (AMISOM) left. AMISOM had come in 2007.'),
    },
    {
      title: 'The abbreviation is what else the group is called.',
      draft: lines('The Pakistani Taliban, also known as TTP, grew. TTP leaders met.'),
    },
    {
      title: 'The name stands beside it, in whatever words and order.',
      draft: lines('The Tehrik-i-Taliban Pakistan (hereafter TTP) grew. So did JuD (Jamaat-ud-Dawa). TTP leaders met.'),
    },
    {
      title: 'Some are known to the readers of a journal.',
      options: { known: ['TTP'] },
      draft: lines('The campaign of TTP went on.'),
    },
  ],
  reads: new RegExp(`${JOINS.source}|${ALIAS_WORDS.source}`, 'i'),
  options: v.strictObject(
    {
      known: texts(
        'an abbreviation',
        'a list of abbreviations',
        `what needs no introduction, beside ${KNOWN.join(', ')}`,
      ),
    },
    'a map of options',
  ),
  check: (reading, report, { known }) => {
    const needsNone = known.length === 0 ? KNOWN_TO_ALL : new Set([...KNOWN, ...known].map(plain));
    const { inText, introductions } = own(reading);
    const { masked } = reading.prose;
    const { abstract } = reading.names;
    const isIn = (part: string, { start }: Mention) =>
      (abstract !== null && contains(abstract, start)) === (part === 'abstract');
    let beside: readonly Mention[] | null = null;
    for (const part of PARTS) {
      const introduced = new Set(
        introductions.flatMap((introduction) =>
          introduction.part === part ? [introduction.abbreviation, introduction.mention?.concept] : [],
        ),
      );
      const named = firsts(
        inText[part].filter(({ kind }) => kind !== 'abbreviation'),
        ({ concept }) => concept,
      );
      const used = inText[part].filter(({ label, concept }) => label === concept.abbreviation);
      for (const [concept, first] of firsts(used, (mention) => mention.concept)) {
        const { start, end, label } = first;
        if (introduced.has(concept) || introduced.has(label) || needsNone.has(plain(label))) continue;
        if (aliasClauses(reading).explained.has(first)) continue;
        beside ??= besideNames(reading);
        if (beside.some((other) => other.concept === concept && other.start <= start && isIn(part, other))) continue;
        // Whatever stands before the parentheses says who is meant: the African Union’s mission (AMISOM).
        if (masked.charAt(start - 1) === '(' && endsParentheses(masked, end)) continue;
        if (isSpelledOut(masked, first)) continue;
        const name = `${concept.prefLabel} (${label})`;
        const before = named.get(concept);
        report({
          start,
          end,
          message: `Unexpected ${quote(label)} without an introduction, expected ${quote(name)}`,
          fixes: [before && before.start < start ? introducing(label, before) : writing(name, first)],
        });
      }
    }
  },
});

function endsParentheses(masked: string, end: number): boolean {
  return masked.charAt(end) === ')' || REST_OF_LONGER.test(masked.slice(end, end + LONGEST_REST));
}

/** Whether the capitals of the words in the parentheses behind an abbreviation are its letters. */
function isSpelledOut(masked: string, { end, label }: Mention): boolean {
  const words = SPELLED_OUT.exec(masked.slice(end, end + LONGEST_SPELLED))?.[1];
  return words !== undefined && words.replace(SMALL_LETTERS, '') === label.toUpperCase();
}

/** The abbreviations that a name of the group stands next to, as one that says what the other is. */
function besideNames({ prose: { masked }, names: { mentions } }: Reading): readonly Mention[] {
  return mentions.filter((abbreviation, at) => {
    if (abbreviation.kind !== 'abbreviation') return false;
    return [mentions[at - 1], mentions[at + 1]].some((name) => {
      if (name?.concept !== abbreviation.concept || name.kind === 'abbreviation' || name.verbatim) return false;
      const [first, second] = name.start < abbreviation.start ? [name, abbreviation] : [abbreviation, name];
      return second.start - first.end <= LONGEST_BESIDE && BESIDE.test(masked.slice(first.end, second.start));
    });
  });
}

function introducing(label: string, { end }: Mention): Fix {
  const edits = [{ start: end, end, text: ` (${label})` }];
  return { title: `Introduce ${quote(label)} at the first mention`, safe: false, edits };
}

function writing(name: string, { start, end }: Mention): Fix {
  return { title: `Write ${quote(name)} here`, safe: false, edits: [{ start, end, text: name }] };
}

/** `U.S.` and `US` are one. */
function plain(abbreviation: string): string {
  return abbreviation.replaceAll('.', '');
}

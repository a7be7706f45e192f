import { remembering } from '../../text/remember.ts';
import type { Mention } from '../../vocabulary/mention.ts';
import type { Reading } from '../rule.ts';

// A clause that says what else a group is called: `(also known as ISIS or ISIL)`, `, or Ansar Allah,`, `(Ansar Allah)`.
// What it names has to be named so.

/** What alias clauses are told by, for `Rule.reads`. */
export const ALIAS_WORDS =
  /known|call|a\.?k\.?a|formally|formerly|previously|renamed|rebranded|name|styl|dubbed|[,(—–]/i;

/** What ends before a name in such a clause: `also known as `, `renamed his group the `. */
const LEAD =
  /(?<![A-Za-z-])(?:(?:also|better|best|commonly|formally|formerly|generally|now|officially|often|once|originally|popularly|previously|sometimes|then|usually|widely)\s)?(?:known\sas|called|call(?:s|ed|ing)?\s(?:itself|themselves)|styl(?:es|ed|ing)\s(?:itself|themselves)|a\.?k\.?a\.?|A\.?K\.?A\.?|formally|formerly|previously|(?:renamed|rebranded)(?:\s(?:itself|themselves|(?:his|its|the|their)\s(?:faction|group|movement|network|organi[sz]ation)))?(?:\s(?:as|to))?|changed\s(?:its|the|their)\sname\sto|under\sthe\sname(?:\sof)?|styled|dubbed)[*_]{0,2}\s(?:the\s)?[“‘"'*_]{0,3}$/;
const LONGEST_LEAD = 60;
/** Between the group's name and the clause: `Harakat al-Shabaab (HSM), `. */
const BEFORE_CLAUSE = /^[”’"'*_]{0,3}(?:\s\([^()]{1,12}\)|\))?(?:,?\s\(?|\s?[—–]\s?)[*_]{0,2}$/;
/** Between the names that a clause lists. */
const BETWEEN_ALIASES = /^\)?[”’"'*_]{0,3},?[”’"'*_]{0,3}\s(?:(?:or|and)\s)?(?:also\s)?(?:the\s)?[“‘"'*_]{0,3}$/;
/** Between two names of one group, of which the second says what else it is called. */
const OR = /^[”’"'*_]{0,3}(?:\s\([^()]{1,12}\))?(?:,\s|\s\()or\s(?:simply\s)?(?:the\s)?[“‘"'*_]{0,3}$/;
/** Between two such names, and behind the second, that say the same without a word: `the Houthis (Ansar Allah)`. */
const BESIDE = /^[”’"'*_]{0,3}(?:\s?[(—–]|,\s)(?:the\s)?[“‘"'*_]{0,3}$/;
const AFTER_BESIDE = /^[”’"'*_]{0,3}[),;—–]/;
/** Behind a name that is somebody's: `, as the group calls itself`, `, as it was then known`. */
const IS_CALLED =
  /^[”’"'*_]{0,3},?\s\(?(?:as|which\sis\s(?:how|what))\s(?:[\p{L}-]{1,20}\s){1,4}(?:call(?:s|ed)?\s(?:itself|themselves)|(?:is|are|was|were)\s(?:[a-z]{1,12}\s)?(?:known|called))(?!\p{L})/u;
const LONGEST_IS_CALLED = 140;
/** Between a name and its abbreviation. */
const BEFORE_ABBREVIATION = /^[”’"'*_]{0,3}\s\([“‘"'*_]{0,3}$/;
/** No text between two names of a clause is longer. */
const LONGEST_GAP = LONGEST_LEAD + 20;
/** `formerly ISIS-held` gives no name. */
const JOINS_ON = /^[-\u2010\u2011–]/;

interface AliasClauses {
  /** The names in such clauses, and those of the same groups directly before them. */
  readonly names: ReadonlySet<Mention>;
  /** Those of them that a name of the same group stands before, which says who is meant. */
  readonly explained: ReadonlySet<Mention>;
}

/** Several rules ask, and few drafts have a name that they ask about. */
export const aliasClauses = remembering(({ prose: { masked }, names: { mentions } }: Reading): AliasClauses => {
  const names = new Set<Mention>();
  const explained = new Set<Mention>();
  let before: Mention | undefined;
  let abbreviated: Mention | undefined;
  for (const mention of mentions) {
    const { start, end, concept } = mention;
    const near = before?.concept === concept && start - before.end <= LONGEST_GAP ? before : undefined;
    const gap = near ? masked.slice(near.end, start) : '';
    const joinsOn = JOINS_ON.test(masked.slice(end, end + 1));
    const lead = joinsOn ? null : LEAD.exec(masked.slice(Math.max(0, start - LONGEST_LEAD), start));
    const explains = near !== undefined && !joinsOn && (OR.test(gap) || isOtherName(masked, near, mention, gap));
    const isAbbreviation = near !== undefined && BEFORE_ABBREVIATION.test(gap);
    if (lead || explains || IS_CALLED.test(masked.slice(end, end + LONGEST_IS_CALLED))) {
      names.add(mention);
      if (near && (explains || BEFORE_CLAUSE.test(gap.slice(0, -(lead?.[0].length ?? 0))))) {
        explained.add(mention);
        names.add(near);
        if (abbreviated) names.add(abbreviated);
      }
    } else if (near && names.has(near) && (isAbbreviation || BETWEEN_ALIASES.test(gap))) {
      names.add(mention);
      if (explained.has(near)) explained.add(mention);
    }
    abbreviated = isAbbreviation ? near : undefined;
    before = mention;
  }
  return { names, explained };
});

/** Whether two names stand side by side of which one alone is that of the group. An abbreviation is introduced so. */
function isOtherName(masked: string, near: Mention, { kind, accepted, end }: Mention, gap: string): boolean {
  if (near.accepted === accepted || near.kind === 'abbreviation' || kind === 'abbreviation') return false;
  return BESIDE.test(gap) && AFTER_BESIDE.test(masked.slice(end, end + 4));
}

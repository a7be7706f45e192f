import { citationDuplicate } from './entries/citation-duplicate.ts';
import { citationEmpty } from './entries/citation-empty.ts';
import { citationOrder } from './entries/citation-order.ts';
import { citationUnused } from './entries/citation-unused.ts';
import { citationsMissing } from './entries/citations-missing.ts';
import { noteDuplicate } from './entries/note-duplicate.ts';
import { noteOrder } from './entries/note-order.ts';
import { noteUnresolved } from './entries/note-unresolved.ts';
import { noteUnused } from './entries/note-unused.ts';
import { citationAccessDate } from './form/citation-access-date.ts';
import { citationAuthorSeparator } from './form/citation-author-separator.ts';
import { citationDate } from './form/citation-date.ts';
import { citationPageRange } from './form/citation-page-range.ts';
import { citationQuotes } from './form/citation-quotes.ts';
import { citationTerminalPeriod } from './form/citation-terminal-period.ts';
import { citationUrl } from './form/citation-url.ts';
import { citationYearParentheses } from './form/citation-year-parentheses.ts';
import type { RuleId } from './ids.ts';
import { ignoreUnknownRule } from './ignoring/ignore-unknown-rule.ts';
import { ignoreUnused } from './ignoring/ignore-unused.ts';
import { aynCodeSpan } from './markdown/ayn-code-span.ts';
import { figureUnresolved } from './markdown/figure-unresolved.ts';
import { markerInHeading } from './markers/marker-in-heading.ts';
import { markerNotation } from './markers/marker-notation.ts';
import { markerOrder } from './markers/marker-order.ts';
import { markerPlacement } from './markers/marker-placement.ts';
import { markerRepeated } from './markers/marker-repeated.ts';
import { markerUnresolved } from './markers/marker-unresolved.ts';
import { fullCitationRepeated } from './references/full-citation-repeated.ts';
import { ibidAfterCommentary } from './references/ibid-after-commentary.ts';
import { ibidAmbiguous } from './references/ibid-ambiguous.ts';
import { ibidWithoutAntecedent } from './references/ibid-without-antecedent.ts';
import { shortFormAmbiguous } from './references/short-form-ambiguous.ts';
import { shortFormBeforeFull } from './references/short-form-before-full.ts';
import { shortFormStyle } from './references/short-form-style.ts';
import { shortFormUnresolved } from './references/short-form-unresolved.ts';
import { sourcePredatesClaim } from './references/source-predates-claim.ts';
import type { Rule } from './rule.ts';
import { abbreviationLate } from './vocabulary/abbreviation-late.ts';
import { abbreviationRedefined } from './vocabulary/abbreviation-redefined.ts';
import { abbreviationUndefined } from './vocabulary/abbreviation-undefined.ts';
import { groupCase } from './vocabulary/group-case.ts';
import { groupLabel } from './vocabulary/group-label.ts';
import { groupMisspelled } from './vocabulary/group-misspelled.ts';
import { groupUnknown } from './vocabulary/group-unknown.ts';
import { nameVariant } from './vocabulary/name-variant.ts';

/** All rules, in the order in which they are listed and run: that of `RULE_IDS`. */
export const RULES: readonly Rule[] = [
  markerUnresolved,
  markerOrder,
  markerRepeated,
  markerPlacement,
  markerNotation,
  markerInHeading,
  citationsMissing,
  citationUnused,
  citationDuplicate,
  citationOrder,
  citationEmpty,
  noteUnresolved,
  noteUnused,
  noteDuplicate,
  noteOrder,
  ibidWithoutAntecedent,
  ibidAmbiguous,
  ibidAfterCommentary,
  shortFormUnresolved,
  shortFormAmbiguous,
  shortFormBeforeFull,
  shortFormStyle,
  fullCitationRepeated,
  sourcePredatesClaim,
  citationTerminalPeriod,
  citationAuthorSeparator,
  citationYearParentheses,
  citationPageRange,
  citationQuotes,
  citationDate,
  citationUrl,
  citationAccessDate,
  groupMisspelled,
  groupLabel,
  groupCase,
  groupUnknown,
  abbreviationUndefined,
  abbreviationRedefined,
  abbreviationLate,
  nameVariant,
  aynCodeSpan,
  figureUnresolved,
  ignoreUnused,
  ignoreUnknownRule,
];

const byId: ReadonlyMap<string, Rule> = new Map(RULES.map((rule) => [rule.id, rule]));

/** The rule with that id; undefined for what is no id of a rule. */
export function ruleOf(id: RuleId | (string & {})): Rule | undefined {
  return byId.get(id);
}

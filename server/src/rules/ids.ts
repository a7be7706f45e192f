/** Every rule there is, in the order in which they are listed and run. Ids are permanent. */
export const RULE_IDS = [
  'marker-unresolved',
  'marker-order',
  'marker-repeated',
  'marker-placement',
  'marker-notation',
  'marker-in-heading',
  'citations-missing',
  'citation-unused',
  'citation-duplicate',
  'citation-order',
  'citation-empty',
  'note-unresolved',
  'note-unused',
  'note-duplicate',
  'note-order',
  'ibid-without-antecedent',
  'ibid-ambiguous',
  'ibid-after-commentary',
  'short-form-unresolved',
  'short-form-ambiguous',
  'short-form-before-full',
  'short-form-style',
  'full-citation-repeated',
  'source-predates-claim',
  'citation-terminal-period',
  'citation-author-separator',
  'citation-year-parentheses',
  'citation-page-range',
  'citation-quotes',
  'citation-date',
  'citation-url',
  'citation-access-date',
  'group-misspelled',
  'group-label',
  'group-case',
  'group-unknown',
  'abbreviation-undefined',
  'abbreviation-redefined',
  'abbreviation-late',
  'name-variant',
  'ayn-code-span',
  'figure-unresolved',
  'ignore-unused',
  'ignore-unknown-rule',
] as const;

export type RuleId = (typeof RULE_IDS)[number];

const known: ReadonlySet<string> = new Set(RULE_IDS);

export function isRuleId(id: string): id is RuleId {
  return known.has(id);
}

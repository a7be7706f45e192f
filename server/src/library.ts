/**
 * What other programs import as `sentinel-citations`; docs/library.md describes it. It runs in browsers too, and its
 * types need no other package: so they name none of those that read configuration.
 */
import { analyse as analyseWhole } from './analysis.ts';
import { checkedSettings } from './configuration/rule-settings.ts';
import { defaultVocabulary as compiledVocabulary } from './default-vocabulary.ts';
import type { Draft, DraftOptions, Notation } from './draft/draft.ts';
import { applyFixes } from './edits/fix.ts';
import { RULES as WHOLE_RULES } from './rules/catalogue.ts';
import type { Finding, Severity } from './rules/finding.ts';
import type { RuleSettings } from './rules/settings.ts';
import { RULE_PAGES } from './rules/web.ts';
import type { Sources } from './sources/source.ts';
import { readVocabulary as readWholeVocabulary } from './vocabulary/load.ts';
import type { Vocabulary as WholeVocabulary } from './vocabulary/vocabulary.ts';

export type { Draft, DraftOptions, Entry, Marker, MarkerKind, Notation, Section } from './draft/draft.ts';
export { type Finding, type Fix, type Related, SEVERITIES, type Severity } from './rules/finding.ts';
export type { RuleLevel, RuleSetting, RuleSettings } from './rules/settings.ts';
export type { Reference, Source, Sources } from './sources/source.ts';
export { applyEdits, type TextEdit } from './text/edit.ts';
export { lineStarts, type Position, positionAt } from './text/lines.ts';
export type { Range } from './text/range.ts';

declare const vocabulary: unique symbol;

/** Names that drafts are read with; made by `defaultVocabulary` and `readVocabulary`. */
export interface Vocabulary {
  readonly [vocabulary]: true;
}

/** What a draft is checked against. */
export interface Context extends DraftOptions {
  /** Severities other than the rules' own, by id; or of a severity and the rule's options. */
  readonly rules?: RuleSettings;
  /** The notation that markers are to be written in; without it, that of most markers. */
  readonly notation?: Notation | null;
  /** The day of the check, `YYYY-MM-DD`; without it no date lies in the future. */
  readonly today?: string;
  /** Without it, no names are known. */
  readonly vocabulary?: Vocabulary;
}

export interface Analysis {
  readonly text: string;
  readonly draft: Draft;
  readonly sources: Sources;
  /** In the order of the text. */
  readonly findings: readonly Finding[];
}

/**
 * Reads and checks one draft: a pure function that takes any text. Offsets are UTF-16 code units.
 *
 * @throws TypeError for options in the context that a rule does not take
 */
export function analyse(text: string, context: Context = {}): Analysis {
  const { draft, sources, findings } = analyseWhole(text, whole(context));
  return { text, draft, sources, findings };
}

/** Applies the safe fixes, again and again until none is left; a second time changes nothing. */
export function fix(
  text: string,
  context: Context = {},
): { readonly text: string; readonly mended: readonly Finding[] } {
  return applyFixes(text, (current) => analyseWhole(current, whole(context)));
}

/** What is known of a rule. Ids are permanent. */
export interface RuleDescription {
  readonly id: string;
  readonly severity: Severity;
  /** One sentence on what it reports. */
  readonly summary: string;
  /** A paragraph of Markdown on why it matters and what to do. */
  readonly explanation: string;
  /** The address of its page. */
  readonly url: string;
}

export const RULES: readonly RuleDescription[] = WHOLE_RULES.map(({ id, severity, summary, explanation }) => ({
  id,
  severity,
  summary,
  explanation,
  url: `${RULE_PAGES}/${id}.md`,
}));

/** The vocabulary that comes along. */
export function defaultVocabulary(): Vocabulary {
  return opaque(compiledVocabulary());
}

/**
 * Reads vocabularies (YAML or JSON), each over the ones before it, and all over `base`. A file with problems is left
 * out whole. Lines and columns count from 1.
 */
export function readVocabulary(
  files: readonly { readonly path: string; readonly text: string }[],
  base?: Vocabulary,
): {
  readonly vocabulary: Vocabulary;
  readonly problems: readonly {
    readonly path: string;
    readonly line: number;
    readonly column: number;
    readonly offset: number;
    readonly message: string;
  }[];
} {
  const reading = readWholeVocabulary(files, base && transparent(base));
  return { vocabulary: opaque(reading.vocabulary), problems: reading.problems };
}

function whole({ vocabulary: names, rules = {}, ...context }: Context): Parameters<typeof analyseWhole>[1] {
  const checked = { ...context, rules: checkedSettings(rules) };
  return names ? { ...checked, vocabulary: transparent(names) } : checked;
}

function opaque(names: WholeVocabulary): Vocabulary {
  return names as unknown as Vocabulary;
}

function transparent(names: Vocabulary): WholeVocabulary {
  return names as unknown as WholeVocabulary;
}

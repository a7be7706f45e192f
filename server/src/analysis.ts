import type { DraftOptions, Notation } from './draft/draft.ts';
import { readDraft } from './draft/read.ts';
import { readProse } from './markdown/read.ts';
import { check } from './rules/check.ts';
import type { Finding, Reading } from './rules/rule.ts';
import type { RuleSettings } from './rules/settings.ts';
import { resolveSources } from './sources/resolve.ts';
import { findMentions } from './vocabulary/mentions.ts';
import { NO_VOCABULARY, type Vocabulary } from './vocabulary/vocabulary.ts';

/** What a draft is checked against; the ways in make it from configuration. */
export interface Context extends DraftOptions {
  /** Severities other than the rules' own, and options. */
  readonly rules?: RuleSettings;
  /** The notation that markers are to be written in; without it, that of most markers. */
  readonly notation?: Notation | null;
  /** The day of the check, `YYYY-MM-DD`; without it no date lies in the future. */
  readonly today?: string;
  /** The names that the draft is read with; without it, none. */
  readonly vocabulary?: Vocabulary;
}

export interface Analysis extends Reading {
  /** In the order of the text. */
  readonly findings: readonly Finding[];
}

/** Reads and checks one draft: the whole way of the data, a pure function of `text` and `context`. */
export function analyse(text: string, context: Context = {}): Analysis {
  const prose = readProse(text);
  const draft = readDraft(prose, context);
  const sources = resolveSources(prose, draft.citations);
  const vocabulary = context.vocabulary ?? NO_VOCABULARY;
  const names = findMentions(prose, vocabulary, { markers: draft.markers, verbatim: sources.references });
  const notation = context.notation ?? draft.notation;
  const today = context.today ?? null;
  const reading: Reading = { text, prose, draft, sources, vocabulary, names, notation, today };
  return { ...reading, findings: check(reading, context.rules ?? {}) };
}

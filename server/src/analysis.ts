import type { DraftOptions, Notation } from './draft/draft.ts';
import { readDraft } from './draft/read.ts';
import { readProse } from './markdown/read.ts';
import { check } from './rules/check.ts';
import type { Finding, Reading } from './rules/rule.ts';
import type { RuleSettings } from './rules/settings.ts';
import type { KnownCitation } from './sources/move.ts';
import { resolveSources } from './sources/resolve.ts';
import { createRecall, type Recall } from './text/recall.ts';
import type { BlockNames } from './vocabulary/block-names.ts';
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

/** What the parts of one draft were read as, for the next reading of it after an edit. */
export interface Memory {
  /** The vocabulary that the names were found with. */
  vocabulary: Vocabulary;
  names: Recall<BlockNames>;
  readonly citations: Recall<KnownCitation>;
}

export function createMemory(): Memory {
  return { vocabulary: NO_VOCABULARY, names: createRecall(), citations: createRecall() };
}

/**
 * Reads and checks one draft: the whole way of the data, a pure function of `text` and `context`. With a `memory`,
 * what it holds of earlier readings is not read again; the result is the same.
 */
export function analyse(text: string, context: Context = {}, memory?: Memory): Analysis {
  const vocabulary = context.vocabulary ?? NO_VOCABULARY;
  if (memory) startRound(memory, vocabulary);
  const prose = readProse(text);
  const draft = readDraft(prose, context);
  const sources = resolveSources(prose, draft.citations, memory?.citations);
  const names = findMentions(prose, vocabulary, {
    markers: draft.markers,
    verbatim: sources.references,
    recall: memory?.names,
  });
  const notation = context.notation ?? draft.notation;
  const today = context.today ?? null;
  const reading: Reading = { text, prose, draft, sources, vocabulary, names, notation, today };
  return { ...reading, findings: check(reading, context.rules ?? {}) };
}

function startRound(memory: Memory, vocabulary: Vocabulary): void {
  if (memory.vocabulary !== vocabulary) {
    memory.vocabulary = vocabulary;
    memory.names = createRecall();
  }
  memory.names.turn();
  memory.citations.turn();
}

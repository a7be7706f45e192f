import type { Draft, DraftOptions, Notation } from './draft/draft.ts';
import { readDraft } from './draft/read.ts';
import { shiftDraft, staysAsRead } from './draft/revise.ts';
import type { Prose } from './markdown/prose.ts';
import { readProse } from './markdown/read.ts';
import { findChangedParagraph, reviseProse } from './markdown/revise.ts';
import { check } from './rules/check.ts';
import { reviseFindings } from './rules/revise.ts';
import type { Finding, Reading } from './rules/rule.ts';
import type { RuleSettings } from './rules/settings.ts';
import type { KnownCitation } from './sources/move.ts';
import { resolveSources } from './sources/resolve.ts';
import { shiftSources } from './sources/revise.ts';
import type { Sources } from './sources/source.ts';
import { changeBetween } from './text/change.ts';
import { startingIn } from './text/range.ts';
import { createRecall, type Recall } from './text/recall.ts';
import type { BlockNames } from './vocabulary/block-names.ts';
import { findMentions, type Mentions } from './vocabulary/mentions.ts';
import { reviseNames } from './vocabulary/revise.ts';
import { noVocabulary, type Vocabulary } from './vocabulary/vocabulary.ts';

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

/** What was read of one draft, for the next reading of it after an edit. */
export interface Memory {
  /** The last analysis, and what the draft was checked against. */
  last: { readonly analysis: Analysis; readonly context: Context } | null;
  /** What parts of the draft were read as: names with the vocabulary of the last context. */
  names: Recall<BlockNames>;
  /** The same of the blocks around the paragraph that was changed last. */
  nearby: Recall<BlockNames>;
  readonly citations: Recall<KnownCitation>;
}

export function createMemory(): Memory {
  return { last: null, names: createRecall(), nearby: createRecall(), citations: createRecall() };
}

/**
 * Reads and checks one draft: the whole way of the data, a pure function of `text` and `context`. With a `memory`,
 * what it holds of earlier readings is not read again; the result is the same, and takes over what the analysis before
 * it was made of, which is not to be used any more.
 */
export function analyse(text: string, context: Context = {}, memory?: Memory): Analysis {
  if (!memory) return analyseAll(text, context);
  const analysis = revise(text, context, memory) ?? analyseAll(text, context, memory);
  memory.last = { analysis, context };
  return analysis;
}

function analyseAll(text: string, context: Context, memory?: Memory): Analysis {
  const vocabulary = context.vocabulary ?? noVocabulary();
  if (memory) startRound(memory, vocabulary);
  const prose = readProse(text);
  const draft = readDraft(prose, context);
  const sources = resolveSources(prose, draft.citations, memory?.citations);
  const names = namesOf(prose, draft, sources, vocabulary, memory);
  const notation = context.notation ?? draft.notation;
  const today = context.today ?? null;
  const reading: Reading = { text, prose, draft, sources, vocabulary, names, notation, today };
  return { ...reading, findings: check(reading, context.rules ?? {}) };
}

/**
 * The last analysis as it is after a change inside one paragraph that leaves the draft what it is but for where things
 * stand; null after any other. It takes time in proportion to the paragraph, and little to move what stands behind.
 */
function revise(text: string, context: Context, memory: Memory): Analysis | null {
  const { last } = memory;
  if (!last || !isSame(last.context, context)) return null;
  const { prose: before, draft, sources, vocabulary, names: known, notation, today, findings } = last.analysis;
  const change = changeBetween(last.analysis.text, text);
  if (!change) return last.analysis;
  const paragraph = findChangedParagraph(before, text, change);
  if (!paragraph || !staysAsRead(draft, before, paragraph, context)) return null;
  const { offset, before: around } = paragraph.around;
  const markers = startingIn(draft.markers, { start: offset, end: offset + around.text.length });

  // What is taken over is no analysis any more, should anything below throw.
  memory.last = null;
  const prose = reviseProse(before, text, paragraph);
  const revised = reviseNames(known, prose, vocabulary, markers, paragraph, memory.nearby);
  shiftDraft(draft, change);
  shiftSources(sources, change);
  const names = revised?.names ?? namesOf(prose, draft, sources, vocabulary, memory);
  const reading: Reading = { text, prose, draft, sources, vocabulary, names, notation, today };
  const sameNames = revised?.same ?? false;
  return { ...reading, findings: reviseFindings(reading, findings, context.rules ?? {}, paragraph, sameNames) };
}

function namesOf(
  prose: Prose,
  { markers }: Draft,
  { references }: Sources,
  vocabulary: Vocabulary,
  memory: Memory | undefined,
): Mentions {
  memory?.names.turn();
  return findMentions(prose, vocabulary, { markers, verbatim: references, recall: memory?.names });
}

function startRound(memory: Memory, vocabulary: Vocabulary): void {
  if (memory.last?.analysis.vocabulary !== vocabulary) {
    memory.names = createRecall();
    memory.nearby = createRecall();
  }
  memory.citations.turn();
}

/** Whether two contexts are the same; what is configured may be put together anew for each reading. */
function isSame(a: Context, b: Context): boolean {
  return (
    a.notation === b.notation &&
    a.today === b.today &&
    a.vocabulary === b.vocabulary &&
    JSON.stringify([a.rules, a.headings]) === JSON.stringify([b.rules, b.headings])
  );
}

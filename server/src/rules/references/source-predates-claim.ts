import { insideOf } from '../../draft/candidate.ts';
import type { Marker } from '../../draft/draft.ts';
import { quotations } from '../../markdown/quotations.ts';
import type { Source } from '../../sources/source.ts';
import { isDigit, isLetter, isSmall } from '../../text/characters.ts';
import { lastBefore, lastStartingBefore } from '../../text/range.ts';
import { lines } from '../example.ts';
import { related } from '../finding.ts';
import type { Reading, Rule } from '../rule.ts';
import { quote } from '../words.ts';
import { type Year, yearsIn } from '../years.ts';
import { relatedSources } from './short-form.ts';

/** A sentence ends, and another begins. */
const SENTENCE_END = /[.?!][”’")\]]*\s+[“‘"([]*[A-ZÀ-ÖØ-Þ]/;

const CLOSERS = '”’")]';
/** So many of them may stand behind a full stop. */
const MOST_CLOSERS = 3;
/** Before a year that is still to come, or a number that is none; and after numbers of people and of money. */
const NO_PAST: ReadonlySet<string> = new Set(['until', 'till', 'through', 'room', 'hill', 'height', 'no.']);
/** What those end in: few of the words before years do. */
const LAST_OF_NO_PAST = 'HhLlMmTt.';
const COUNTED: ReadonlySet<string> = new Set([
  ...['men', 'women', 'people', 'persons', 'fighters', 'soldiers', 'troops', 'militants', 'members', 'civilians'],
  ...['prisoners', 'dollars', 'euros', 'pounds', 'meters', 'metres', 'miles', 'kilometers', 'kilometres'],
]);
const LONGEST_LEAD = 12;
/** The year that a range begins with, which its claim is of: `The Strategy for 2021–2025`. */
const RANGE_FROM = /(?<!\d)((?:19|20)\d\d)[-–]$/;
/** What may stand between such words and a year. */
const DATE_BEFORE = String.raw`(?:(?:early|late|mid|[A-Z][a-z]{2,8})[\s-](?:\d{1,2},\s)?)?$`;
/** Around a year for which something is planned, whatever came of it. */
const PLANNED_FOR = new RegExp(
  String.raw`(?:(?:planned|rescheduled|scheduled|slated|upcoming)\s(?:(?:for|in)\s)?|(?:set\sfor|due\s(?:in|on)|(?:deadline|goal|target(?:\sdate)?)\sof|(?:ends|expires|lapses)\s(?:in|on)|until\sat\sleast)\s|(?:adjourned|brought\sforward|delayed|deferred|extended|moved|postponed|pushed\sback|put\soff)\s(?:[^.;:!?()]{1,30}\s)?(?:to|until)\s)${DATE_BEFORE}`,
);
const PLANNING = [
  ...[
    'planned',
    'scheduled',
    'slated',
    'upcoming',
    'set for',
    'due ',
    'deadline',
    'goal',
    'target',
    'ends ',
    'at least',
  ],
  ...['expires', 'lapses'],
  ...['adjourned', 'forward', 'delayed', 'deferred', 'extended', 'moved', 'postponed', 'pushed', 'put off'],
];
/** Before a year in which something will be, or is hoped for. */
const TO_COME = new RegExp(
  String.raw`(?:will|(?:is|are|was|were)\s(?:due|expected|scheduled|set|slated)\sto|(?:aim|expect|intend|plan|vow)(?:s|n?ed)?\sto|(?:hope|pledge|promise)[sd]?\sto)\s(?:[^\s.;:!?()]+\s){1,6}(?:in|on)\s${DATE_BEFORE}`,
);
/** What stands in that before a `to`. */
const HOPES = [
  'due',
  'expect',
  'scheduled',
  'set',
  'slated',
  'aim',
  'intend',
  'plan',
  'vow',
  'hope',
  'pledge',
  'promise',
];
const IS_PLAN =
  /^\s(?:deadlines?|goals?|targets?|elections?\s(?:planned|scheduled)|(?:FIFA\s)?World\sCup|(?:(?:Summer|Winter)\s)?Olympics?)(?![\w-])/;
/** Before a year by which something is expected, if such a verb stands in the sentence. */
const BY = /\b[Bb]y\s(?:(?:the\send\sof|early|late|mid|[A-Z][a-z]{2,8})[\s-])?$/;
const EXPECTS =
  /\b(?:(?:aim|expect|forecast|intend|predict|vow)(?:s|ed|ing)?|(?:hope|pledge|promise)[sd]?|plan(?:s|ned|ning)?|projected|will|would)\b/;
/** What says before a year that something is planned is no longer. */
const LONGEST_PLAN = 64;
/** So far around a year its sentence is looked at. */
const NEAR = 80;
/** So many note markers may stand between a year and the citation marker of its claim. */
const MOST_NOTES = 2;

export const sourcePredatesClaim: Rule = {
  id: 'source-predates-claim',
  group: 'references',
  severity: 'hint',
  summary: 'The newest year in a claim is later than every source that its marker cites.',
  explanation:
    'An article of 2015 cannot report what happened in 2017: the marker may have slipped to the wrong sentence, or a source is missing. Years in quotations, decades and identifiers do not count, nor do years that something is planned for; a citation with a source without a date is left alone.',
  examples: () => [
    {
      title: 'The source is two years older than the event.',
      draft: lines(
        'The group split in 2014.[1] In 2017, it moved its headquarters abroad.[2]',
        '                                                                      ~~~',
        '',
        '## Citations',
        '',
        '[1] Ann Lee, “A Split,” Daily Post, May 3, 2016.',
        '',
        '[2] Tom Roy, “A Rival,” Daily Post, May 4, 2015.',
      ),
      messages: ['Unexpected source of 2015 for a claim about 2017, expected one of 2017 or later'],
    },
    {
      title: 'Decades, quotations and years that the source lived to see.',
      draft: lines(
        'Through the 2020s the group, founded in 2014, has kept its “Vision 2030” plan, and 2017 fighters, until 2018.[1]',
        '',
        '## Citations',
        '',
        '[1] Ann Lee, “A Split,” Daily Post, May 3, 2016.',
      ),
    },
    {
      title: 'Plans, and the period that one is made for.',
      draft: lines(
        'By 2020, officials expected peace.[1] The 2019 deadline was part of the Strategy for 2016–2020.[2]',
        '',
        '## Citations',
        '',
        '[1] Ann Lee, “A Split,” Daily Post, May 3, 2016.',
        '',
        '[2] Tom Roy, “A Rival,” Daily Post, May 4, 2016.',
      ),
    },
  ],
  reads: 'paragraphs',
  check: (reading, report) => {
    const claims = newestYears(reading);
    for (const [marker, year] of claims) {
      const cited = citedSources(reading, marker);
      const newest = cited?.reduce((latest, { year: of }) => Math.max(latest, of ?? Number.POSITIVE_INFINITY), 0);
      if (!cited || cited.length === 0 || newest === undefined || newest >= year.value) continue;
      const { start, end } = marker;
      report({
        start,
        end,
        message: `Unexpected source of ${newest} for a claim about ${year.value}, expected one of ${year.value} or later`,
        related: [related(year, `The claim is about ${quote(String(year.value))}`), ...relatedSources(cited)],
      });
    }
  },
};

/** The newest year of each claim, by the citation marker that ends the claim. */
function newestYears(reading: Reading): ReadonlyMap<Marker, Year> {
  const { prose, draft, today } = reading;
  const { masked } = prose;
  const isQuoted = insideOf(quotations(prose));
  const markerOfClaim = claimFinder(reading);
  const isInHeading = insideOf(draft.sections.map((section) => section.heading).filter((heading) => heading !== null));
  const blockBefore = lastBefore(prose.blocks);
  const thisYear = today === null ? Number.POSITIVE_INFINITY : Number(today.slice(0, 4));
  const newest = new Map<Marker, Year>();
  let index = 0;
  for (const year of yearsIn(masked, prose.blocks[0]?.start ?? 0, draft.markers.at(-1)?.start ?? 0)) {
    const { start, end, value } = year;
    while (index < draft.markers.length && (draft.markers[index] as Marker).start < end) index++;
    const next = draft.markers[index];
    if (!next) break;
    if (value > thisYear || !isYear(masked, start, end, next) || isQuoted(start) || isInHeading(start)) continue;
    const marker = markerOfClaim(index, end);
    const block = blockBefore(start);
    if (!marker || !block || marker.start > block.end) continue;
    const from = Math.max(block.start, draft.markers[index - 1]?.callout.end ?? 0);
    if (value > (newest.get(marker)?.value ?? 0) && !isPlanned(masked, from, year, next.start))
      newest.set(marker, year);
  }
  return newest;
}

/** Whether four digits are a year: neither part of a larger number or identifier nor a decade. */
function isYear(masked: string, start: number, end: number, next: Marker): boolean {
  const before = masked.charCodeAt(start - 1);
  const after = masked.charAt(end);
  if (isLetter(before) || '/.,#$€£§'.includes(masked.charAt(start - 1) || ' ')) return false;
  if (isLetter(after.charCodeAt(0)) || after === '/' || after === '%') return false;
  if (after === '.' && isLetter(masked.charCodeAt(end + 1)) && next.start !== end + 1) return false;
  if (NO_PAST.has(wordBefore(masked, start)) || COUNTED.has(wordAfter(masked, end))) return false;
  const decimal = (after === '.' || after === ',') && isDigit(masked.charCodeAt(end + 1));
  return !decimal || next.start === end + 1;
}

/** Whether a year is one that something is planned for, by the words from `from` to `to`. */
function isPlanned(masked: string, from: number, { start, end, value }: Year, to: number): boolean {
  // Few years have words around them that may say so: of these alone the patterns are tried.
  const lead = masked.slice(Math.max(from, start - LONGEST_PLAN), start);
  const before = masked.slice(Math.max(from, start - NEAR), start);
  const after = masked.slice(end, Math.min(to, end + NEAR));
  const first = lead !== '' && '-–'.includes(lead.slice(-1)) ? RANGE_FROM.exec(before)?.[1] : undefined;
  if (first !== undefined) return Number(first) <= value;
  if (PLANNING.some((word) => lead.includes(word)) && PLANNED_FOR.test(before)) return true;
  const mayCome = before.includes('will ') || (before.includes(' to ') && HOPES.some((word) => before.includes(word)));
  if (mayCome && TO_COME.test(before)) return true;
  if (after.length > 1 && 'dgteFWSO'.includes(after.charAt(1)) && IS_PLAN.test(after)) return true;
  if (!(lead.includes('by ') || lead.includes('By ')) || !BY.test(before)) return false;
  return EXPECTS.test(`${before.split(SENTENCE_END).at(-1)} ${after.split(SENTENCE_END)[0]}`);
}

/** The word before a space, with its full stop, in lower case, if it may be one of those. */
function wordBefore(masked: string, end: number): string {
  if (!isBlank(masked.charCodeAt(end - 1)) || !LAST_OF_NO_PAST.includes(masked.charAt(end - 2))) return '';
  const least = end - LONGEST_LEAD;
  let start = end - 1;
  if (masked.charAt(start - 1) === '.') start--;
  while (start > least && isWordCharacter(masked.charCodeAt(start - 1))) start--;
  return masked.slice(start, end - 1).toLowerCase();
}

/** The word after a space, if it is in lower case. */
function wordAfter(masked: string, start: number): string {
  if (!isBlank(masked.charCodeAt(start))) return '';
  const most = start + LONGEST_LEAD;
  let end = start + 1;
  while (end < most && isSmall(masked.charCodeAt(end))) end++;
  return isWordCharacter(masked.charCodeAt(end)) ? '' : masked.slice(start + 1, end);
}

function isBlank(code: number): boolean {
  return code === 32 || code === 0xa0;
}

function isWordCharacter(code: number): boolean {
  return isSmall(code | 32) || isDigit(code) || code === 95;
}

/** What is known of the text before a marker: no sentence ends from `clear` on, and one does at `broken`. */
interface Approach {
  clear: number;
  broken: number;
}

/**
 * Finds the citation marker that ends the claim at an offset: the next one (`index` is that of the next marker of any
 * kind), with no end of a sentence before it. The sentence that a marker follows may have ended directly before it.
 * Offsets come in the order of the text, and no stretch of it is looked at twice.
 */
function claimFinder({
  prose: { masked },
  draft: { markers },
}: Reading): (index: number, offset: number) => Marker | null {
  const approaches = new Map<Marker, Approach>();
  const reaches = (marker: Marker, from: number): boolean => {
    const approach = approaches.get(marker) ?? { clear: masked.length, broken: -1 };
    approaches.set(marker, approach);
    if (from >= approach.clear) return true;
    if (from < approach.broken) return false;
    const ending = SENTENCE_END.exec(masked.slice(from, marker.callout.start));
    if (ending) approach.broken = from + ending.index + 1;
    else approach.clear = from;
    return ending === null;
  };
  return (index, offset) => {
    for (let at = index; at <= index + MOST_NOTES; at++) {
      const marker = markers[at];
      const from = at === index ? offset : (markers[at - 1] as Marker).callout.end;
      if (!marker || !reaches(marker, from)) return null;
      if (marker.kind === 'citation') return marker;
      // A note marker after the full stop ends the sentence, unless a citation marker follows directly.
      const { start, end } = marker.callout;
      if (followsStop(masked, start) && markers[at + 1]?.callout.start !== end) return null;
    }
    return null;
  };
}

/** Whether a full stop stands before `offset`, and no more than what closes around it. */
function followsStop(masked: string, offset: number): boolean {
  let at = offset - 1;
  while (at > 0 && offset - at <= MOST_CLOSERS && CLOSERS.includes(masked.charAt(at))) at--;
  return at >= 0 && '.?!'.includes(masked.charAt(at));
}

/** The sources of a marker and of those that follow it directly; null when one is unknown, or has no date. */
function citedSources({ draft, sources }: Reading, marker: Marker): readonly Source[] | null {
  const cited = new Set<Source>();
  let index = lastStartingBefore(draft.markers, marker.start);
  for (
    let { start } = marker.callout;
    draft.markers[index] && (draft.markers[index] as Marker).callout.start <= start;
    index++
  ) {
    const { kind, entry, callout } = draft.markers[index] as Marker;
    start = Math.max(start, callout.end);
    if (kind === 'note') continue;
    const references = entry && sources.byCitation.get(entry);
    if (!references || references.length === 0 || sources.commentary.has(entry)) return null;
    for (const { source } of references) {
      if (source === null || source.year === null) return null;
      cited.add(source);
    }
  }
  return [...cited];
}

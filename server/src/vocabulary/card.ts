import { listed } from '../text/listed.ts';
import type { Introduction } from './abbreviations.ts';
import type { Concept, Concepts } from './concept.ts';
import { cut, escapeMarkdown, link } from './markdown.ts';
import type { Mention } from './mention.ts';
import type { FactDate, Group } from './schema.ts';

const MOST_ITEMS = 6;
const MOST_EVENTS = 8;
const TABLE_HEAD = '| year | event |\n|:--|:--|\n';
const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** What a draft says of a group: the labels it uses and where it is introduced. */
export interface DraftFacts {
  readonly mentions: readonly Mention[];
  readonly introductions: readonly Introduction[];
  /** The line of an offset, from 1. */
  readonly lineOf: (offset: number) => number;
}

/**
 * What is known of a concept, as Markdown for a hover or a terminal: its name and abbreviation, what it is, since when
 * and where, who leads it, its relations and events, what the draft calls it, what it is not, and the sources. Long
 * lists are cut with a count. Pure; all text of the vocabulary is escaped.
 */
export function conceptCard(concept: Concept, concepts: Concepts, draft?: DraftFacts): string {
  const group = concept.type === 'group' ? concept : null;
  const sections = [
    title(concept),
    ...(group ? factsOf(group, concepts) : []),
    ...namesOf(concept),
    ...(draft ? usageOf(concept, draft) : []),
    ...confusionsOf(concept, concepts),
    ...(group ? sourcesOf(group, concepts) : []),
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

/** A card without Markdown’s marks, for where it is shown as it is: a line for each event, addresses behind their words. */
export function plainCard(card: string): string {
  return card
    .replace(/^\*\*(.+)\*\*/, '$1')
    .replace(TABLE_HEAD, '')
    .replace(/^\| (\S+) \| (.+) \|$/gm, '$1 $2')
    .replace(/ +$/gm, '')
    .replace(/\[((?:[^\]\\]|\\.)+)\]\(<([^>]*)>\)/g, '$1 ($2)')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1');
}

function title(concept: Concept): string {
  const abbreviation = concept.abbreviation === undefined ? '' : ` (${escapeMarkdown(concept.abbreviation)})`;
  const kind = concept.type === 'group' ? concept.kind : concept.type;
  return `**${escapeMarkdown(concept.prefLabel)}**${abbreviation} · ${kind}`;
}

function factsOf(group: Group, concepts: Concepts): string[] {
  const {
    summary,
    founded,
    areas = [],
    leaders = [],
    relations = [],
    designations = [],
    broader = [],
    related = [],
  } = group;
  const where = listed(areas.map(({ name, source }) => escapeMarkdown(name) + mark(source)));
  const parents = listed(broader.map((id) => nameOf(id, concepts)));
  const others = listed(related.map((id) => nameOf(id, concepts)));
  const facts = [
    ...(parents ? [`- Part of ${parents}`] : []),
    ...(others ? [`- Related to ${others}`] : []),
    ...(founded ? [`- Since ${date(founded.date)}${mark(founded.source)}`] : []),
    ...(where ? [`- In ${where}`] : []),
    ...leaders.map(
      ({ name, role, from, to, source }) =>
        `- ${escapeMarkdown(name)}${role === undefined ? '' : `, ${escapeMarkdown(role)}`}${period(from, to)}${mark(source)}`,
    ),
  ];
  const lines = [
    ...relations.map(({ type, with: other, from, to, note, source }) => {
      const more = note === undefined ? '' : `: ${escapeMarkdown(note)}`;
      return `- ${escapeMarkdown(type)}: ${nameOf(other, concepts)}${period(from, to)}${more}${mark(source)}`;
    }),
    ...designations.map(({ list: by, reference, date: day, source }) => {
      const number = reference === undefined ? '' : `, ${escapeMarkdown(reference)}`;
      return `- listed by ${escapeMarkdown(by)}${number}${day === undefined ? '' : ` (${date(day)})`}${mark(source)}`;
    }),
  ];
  return [summary === undefined ? '' : escapeMarkdown(summary), shorten(facts), shorten(lines), eventsOf(group)];
}

function eventsOf({ events = [] }: Group): string {
  if (events.length === 0) return '';
  const ordered = [...events].sort((a, b) => String(a.date).localeCompare(String(b.date)));
  const { shown, more } = cut(ordered, MOST_EVENTS);
  const rows = shown.map(({ date: day, type, note, source }) => {
    const what = `${escapeMarkdown(type)}${note === undefined ? '' : `: ${escapeMarkdown(note)}`}`;
    return `| ${String(day).slice(0, 4)} | ${what}${mark(source)} |`;
  });
  return TABLE_HEAD + [...rows, ...(more > 0 ? [`| … | ${more} more |`] : [])].join('\n');
}

function namesOf({ acceptedLabels = [], altLabels = [] }: Concept): string[] {
  const { shown, more } = cut([...acceptedLabels, ...altLabels], MOST_ITEMS);
  if (shown.length === 0) return [];
  return [`Also ${shown.map(escapeMarkdown).join(', ')}${more > 0 ? `, and ${more} more` : ''}`];
}

/** The labels that the draft uses, with their counts, and where it introduces the abbreviation. */
function usageOf(concept: Concept, { mentions, introductions, lineOf }: DraftFacts): string[] {
  const own = mentions.filter((mention) => mention.concept.id === concept.id);
  if (own.length === 0) return [];
  const counts = new Map<string, number>();
  for (const { text } of own) counts.set(text, (counts.get(text) ?? 0) + 1);
  const ordered = [...counts].sort((a, b) => b[1] - a[1]);
  const { shown, more } = cut(ordered, MOST_ITEMS);
  const uses = shown.map(([text, count]) => `${escapeMarkdown(text)} × ${count}`).join(', ');
  const first = introductions.find(({ mention }) => mention?.concept.id === concept.id);
  const introduced = first ? `; introduced in line ${lineOf(first.start)}` : '';
  return [`In this draft: ${uses}${more > 0 ? `, and ${more} more` : ''}${introduced}`];
}

function confusionsOf({ notToConfuseWith = [] }: Concept, concepts: Concepts): string[] {
  if (notToConfuseWith.length === 0) return [];
  const others = notToConfuseWith.map((other) => {
    const name = 'id' in other ? nameOf(other.id, concepts) : escapeMarkdown(other.text);
    return other.note === undefined ? name : `${name} (${escapeMarkdown(other.note)})`;
  });
  return [`Not to be confused with ${listed(others)}`];
}

/** The works, each with the places that any fact names, and the day up to which they hold. */
function sourcesOf(group: Group, { sources }: Concepts): string[] {
  const facts: readonly { readonly source?: string | undefined }[] = [
    ...(group.sources ?? []).map((source) => ({ source })),
    ...(group.founded ? [group.founded] : []),
    ...(group.areas ?? []),
    ...(group.leaders ?? []),
    ...(group.relations ?? []),
    ...(group.events ?? []),
    ...(group.designations ?? []),
  ];
  const places = new Map<string, Set<string>>();
  for (const { source } of facts) {
    if (source === undefined) continue;
    const [id = '', ...where] = source.split(' ');
    const known = places.get(id) ?? new Set();
    if (where.length > 0) known.add(where.join(' '));
    places.set(id, known);
  }
  const lines = [...places].map(([id, where]) => {
    const work = sources[id];
    const { shown, more } = cut([...where].sort(byNumber), 3 * MOST_ITEMS);
    const at = shown.length > 0 ? `: ${shown.map(place).join(' ')}${more > 0 ? ` and ${more} more` : ''}` : '';
    return `${work ? link(work.label, work.address) : escapeMarkdown(id)}${at}`;
  });
  const asOf = group.asOf === undefined ? '' : `As of ${date(group.asOf)}`;
  return [[...lines.map((line) => `Source: ${line}`), asOf].filter((line) => line !== '').join('  \n')];
}

function byNumber(a: string, b: string): number {
  return Number(a.replace(/\D/g, '')) - Number(b.replace(/\D/g, ''));
}

function nameOf(id: string, { concepts }: Concepts): string {
  return escapeMarkdown(concepts.get(id)?.prefLabel ?? id);
}

function mark(source: string | undefined): string {
  const where = source?.split(' ').slice(1).join(' ');
  return where ? ` ${place(where)}` : '';
}

/** The number of a citation reads well as it is, and is no link. */
function place(where: string): string {
  return /^\[\w+\]$/.test(where) ? where : escapeMarkdown(where);
}

function period(from: FactDate | undefined, to: FactDate | undefined): string {
  if (from === undefined && to === undefined) return '';
  if (from === undefined) return ` (until ${date(to as FactDate)})`;
  return to === undefined ? ` (since ${date(from)})` : ` (${date(from)} to ${date(to)})`;
}

/** `2016`, `February 2016`, `August 6, 2015`. */
function date(value: FactDate): string {
  const [year = '', month, day] = String(value).split('-');
  if (month === undefined) return year;
  const name = MONTHS[Number(month) - 1];
  return day === undefined ? `${name} ${year}` : `${name} ${Number(day)}, ${year}`;
}

function shorten(lines: readonly string[]): string {
  const { shown, more } = cut(lines, MOST_ITEMS);
  return [...shown, ...(more > 0 ? [`- and ${more} more`] : [])].join('\n');
}

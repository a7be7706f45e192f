import Papa from 'papaparse';
import { freeId } from '../free-id.ts';
import { CONCEPT_LISTS, type ConceptList, type VocabularyFile } from '../schema.ts';
import { type Exported, fileOf, type Imported } from './exchange.ts';

// The columns that an editor keeps in a spreadsheet (RFC 4180). Lists stand in one cell, parted by semicolons.

const TYPES: Readonly<Record<ConceptList, string>> = { groups: 'group', people: 'person', places: 'place' };
/** A work that facts rest on: `prefLabel` is its label, `summary` its text, `exactMatch` its address. */
const SOURCE = 'source';
const TEXTS = ['id', 'prefLabel', 'abbreviation', 'kind', 'summary', 'asOf'] as const;
const LISTS = [
  'acceptedLabels',
  'altLabels',
  'hiddenLabels',
  'doubtfulLabels',
  'broader',
  'related',
  'exactMatch',
  'sources',
] as const;
const COLUMNS = ['type', ...TEXTS, 'article', 'founded', 'foundedSource', ...LISTS];
const HELD = new Set<string>([...TEXTS, ...LISTS, 'article', 'founded']);

/** What a row can have wrong. */
const MISHAPS: Readonly<Record<Papa.ParseError['code'], string>> = {
  MissingQuotes: 'a quotation mark has no twin',
  InvalidQuotes: 'a quotation mark stands inside a cell, and is not doubled',
  TooFewFields: 'there are fewer cells than columns',
  TooManyFields: 'there are more cells than columns',
  UndetectableDelimiter: 'nothing parts the columns',
};

type Row = Readonly<Record<string, string>>;
type Fields = Readonly<Record<string, unknown>>;

export function toCsv(file: VocabularyFile): Exported {
  const losses: string[] = [];
  const rows: string[][] = [];
  for (const list of CONCEPT_LISTS) {
    for (const concept of file[list] ?? []) {
      const fields: Fields = concept;
      const lost = Object.keys(fields).filter((key) => !HELD.has(key));
      if (lost.length > 0) losses.push(`${concept.id}: CSV has no columns for ${lost.join(', ')}`);
      const row = rowOf(TYPES[list], fields);
      for (const key of LISTS) {
        const items = fields[key];
        if (Array.isArray(items) && items.some((item) => String(item).includes(';')))
          losses.push(`${concept.id}: ${key} has an item with a semicolon, which parts items in CSV`);
      }
      rows.push(COLUMNS.map((column) => row[column] ?? ''));
    }
  }
  for (const [id, { label, text, address = '' }] of Object.entries(file.sources ?? {})) {
    const row: Row = { type: SOURCE, id, prefLabel: label, summary: text, exactMatch: address };
    rows.push(COLUMNS.map((column) => row[column] ?? ''));
  }
  return { text: `${Papa.unparse({ fields: COLUMNS, data: rows }, { newline: '\r\n' })}\r\n`, losses };
}

function rowOf(type: string, fields: Fields): Record<string, string> {
  const row: Record<string, string> = { type };
  for (const key of TEXTS) if (fields[key] !== undefined) row[key] = String(fields[key]);
  for (const key of LISTS) if (Array.isArray(fields[key])) row[key] = fields[key].join('; ');
  if (typeof fields['article'] === 'boolean') row['article'] = fields['article'] ? 'yes' : 'no';
  const founded = fields['founded'];
  if (typeof founded === 'object' && founded !== null && 'date' in founded) {
    row['founded'] = String(founded.date);
    if ('source' in founded) row['foundedSource'] = String(founded.source);
  }
  return row;
}

export function fromCsv(text: string): Imported {
  const { data, errors, meta } = Papa.parse<Row>(text.replace(/^\uFEFF/, ''), {
    header: true,
    skipEmptyLines: 'greedy',
  });
  // Which character parts the columns of a single one makes no difference.
  const losses = errors
    .filter(({ code }) => code !== 'UndetectableDelimiter')
    .map(({ code, row }) => `Row ${(row ?? 0) + 2}: ${MISHAPS[code]}`);
  for (const field of meta.fields ?? [])
    if (field !== '' && !COLUMNS.includes(field)) losses.push(`Column “${field}” is none that a vocabulary knows`);
  const file: Record<ConceptList, Fields[]> = { groups: [], people: [], places: [] };
  const sources: Record<string, Fields> = {};
  const taken = new Set(data.flatMap(({ id }) => (id ? [id] : [])));
  for (const [index, row] of data.entries()) {
    if (!row['prefLabel']) {
      losses.push(`Row ${index + 2}: there is no prefLabel`);
      continue;
    }
    if (row['type'] === SOURCE) {
      const { id = '', prefLabel: label, summary: text = '', exactMatch: address } = row;
      sources[id] = { label, text, ...(address && { address }) };
      continue;
    }
    const list = CONCEPT_LISTS.find((name) => TYPES[name] === (row['type'] || 'group'));
    if (list) file[list].push(conceptOf(row, list, taken));
    else losses.push(`Row ${index + 2}: type “${row['type']}” is none of group, person, place, and source`);
  }
  return { file: fileOf(sources, file), losses };
}

function conceptOf(row: Row, list: ConceptList, taken: Set<string>): Fields {
  const concept: Record<string, unknown> = { id: row['id'] || freeId(row['prefLabel'] ?? '', taken) };
  for (const key of TEXTS) if (row[key]) concept[key] = key === 'asOf' ? dateOf(row[key]) : row[key];
  if (list === 'groups') concept['kind'] ??= 'organisation';
  for (const key of LISTS) {
    const items = (row[key] ?? '').split(';').map((item) => item.trim());
    if (items.some((item) => item !== '')) concept[key] = items.filter((item) => item !== '');
  }
  if (row['article']) concept['article'] = /^(?:y|yes|true|1|the)$/i.test(row['article']);
  if (row['founded'])
    concept['founded'] = {
      date: dateOf(row['founded']),
      ...(row['foundedSource'] && { source: row['foundedSource'] }),
    };
  return concept;
}

function dateOf(text: string): string | number {
  return /^\d{1,4}$/.test(text) ? Number(text) : text;
}

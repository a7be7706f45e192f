import { extname, resolve } from 'node:path';
import stringWidth from 'string-width';
import { stringify } from 'yaml';
import { createLookup } from '../../configuration/lookup.ts';
import { createVocabularies } from '../../configuration/vocabularies.ts';
import { nearest } from '../../text/distance.ts';
import { conceptCard } from '../../vocabulary/card.ts';
import { labelsIn } from '../../vocabulary/compile.ts';
import type { Concept } from '../../vocabulary/concept.ts';
import type { Exported, Imported } from '../../vocabulary/exchange/exchange.ts';
import { readVocabularyFile } from '../../vocabulary/load.ts';
import type { VocabularyFile } from '../../vocabulary/schema.ts';
import type { Vocabulary } from '../../vocabulary/vocabulary.ts';
import { lineOf, sourceOf } from '../drafts/read.ts';
import { Failure, isFailure, reasonOf } from '../failure.ts';
import { nameOf } from '../files/file-name.ts';
import { readConfigurationFile, readText } from '../files/text-file.ts';
import { renderCard } from '../terminal/card.ts';
import { complain, openOutput } from '../terminal/output.ts';
import { harmless, lookOf, styleOf } from '../terminal/terminal.ts';
import { wrap } from '../terminal/wrap.ts';

type ExportFormat = 'csv' | 'turtle' | 'json-ld';
type ImportFormat = ExportFormat | 'un';

export interface VocabularyOptions {
  readonly config?: string | false;
  readonly vocabulary?: readonly string[];
  readonly defaultVocabulary?: boolean;
  readonly color?: boolean;
}

const FORMAT_NAMES: Readonly<Record<ImportFormat, string>> = {
  csv: 'CSV',
  turtle: 'Turtle',
  'json-ld': 'JSON-LD',
  un: 'XML of the consolidated list',
};
const WIDTH = 80;
const MOST_CHANGES = 4;
const BY_EXTENSION: Readonly<Record<string, ImportFormat>> = {
  '.csv': 'csv',
  '.ttl': 'turtle',
  '.turtle': 'turtle',
  '.jsonld': 'json-ld',
  '.xml': 'un',
};

/** `vocabulary check FILE…`: says what is wrong in vocabulary files; gives the exit status. */
export async function checkVocabularies(paths: readonly string[], options: VocabularyOptions): Promise<number> {
  const output = openOutput(undefined);
  let failed = false;
  for (const path of paths) {
    const { vocabulary, ok } = await vocabularyOf(options, path);
    failed ||= !ok;
    if (ok) output.write(`${harmless(nameOf(resolve(path)))}: ${countsOf(vocabulary)}\n`);
  }
  return failed ? 2 : 0;
}

function countsOf({ concepts, matcher }: Vocabulary): string {
  const count = (type: Concept['type']) => [...concepts.values()].filter((concept) => concept.type === type).length;
  return `well-formed; with it there are ${count('group')} groups, ${count('person')} people, ${count('place')} places, and ${matcher.labels.length} labels`;
}

/** `vocabulary show GROUP`: writes the card of a group, person or place, by id or by any of its labels. */
export async function showConcept(name: string, options: VocabularyOptions): Promise<number> {
  const { vocabulary, ok } = await vocabularyOf(options);
  const labels = labelsIn(vocabulary.matcher);
  const wanted = name.toLowerCase();
  const label = labels.find(({ text }) => text === name) ?? labels.find(({ text }) => text.toLowerCase() === wanted);
  const concept = vocabulary.concepts.get(name) ?? vocabulary.concepts.get(label?.concept ?? '');
  if (!concept) {
    // Of a name of two letters every other one is a few changes away.
    const most = Math.min(MOST_CHANGES, Math.floor(name.length / 2));
    const names = new Map([...vocabulary.concepts.keys()].map((id) => [id, id]));
    for (const { text } of labels) names.set(text.toLowerCase(), text);
    const near = names.get(nearest(wanted, names.keys(), most) ?? '');
    const hint = near === undefined ? '' : `, did you mean “${near}”?`;
    throw new Failure(`sentinel-citations: “${name}” is in no vocabulary${hint}`);
  }
  const card = conceptCard(concept, vocabulary);
  const look = lookOf(options.color);
  const shown =
    look.wraps || options.color === true
      ? renderCard(card, styleOf({ ...look, width: Math.min(look.width, WIDTH) }), stringWidth)
      : wrapped(card);
  openOutput(undefined).write(shown);
  return ok ? 0 : 2;
}

/** Markdown on lines that are not too long; tables have a line for each row. */
function wrapped(markdown: string): string {
  return markdown
    .split('\n')
    .flatMap((line) => (line.startsWith('|') ? [line] : wrap(line, WIDTH, stringWidth)))
    .join('\n');
}

/** `vocabulary import FILE`: writes what another format holds as a vocabulary file, in YAML, or JSON for `to` of that kind. */
export async function importVocabulary(path: string, format: ImportFormat | undefined, to?: string): Promise<number> {
  const from = format ?? BY_EXTENSION[extname(path).toLowerCase()];
  if (from === undefined)
    throw new Failure(`${path}: its name does not say its format, expected --from csv, turtle, json-ld, or un`);
  let imported: Imported;
  try {
    imported = await readAs(from, readText(resolve(path)));
  } catch (error) {
    throw isFailure(error) ? new Failure(`${path}: ${error.message}`) : unreadable(path, from, error);
  }
  const { file } = imported;
  if (![file.groups, file.people, file.places].some((list) => list && list.length > 0)) {
    tell(path, imported.losses);
    throw new Failure(`${path}: Unexpected ${FORMAT_NAMES[from]} without entries, expected groups, people or places`);
  }
  const isJson = to !== undefined && extname(to).toLowerCase() === '.json';
  write(isJson ? `${JSON.stringify(file, null, 2)}\n` : stringify(file, { lineWidth: WIDTH }), path, to);
  return tell(path, imported.losses);
}

/** What the reader of a format did not understand: its own words last, for they say more to who knows the format. */
function unreadable(path: string, format: ImportFormat, error: unknown): Failure {
  const [, line, rest = ''] = /^(?:(\d+):\d+: )?(.*?)(?: in state \w+)?\.?$/.exec(reasonOf(error)) ?? [];
  const place = line === undefined ? '' : `:${line}`;
  return new Failure(`${path}${place}: Unexpected content, expected well-formed ${FORMAT_NAMES[format]} (${rest})`);
}

/** `vocabulary export FILE --to FORMAT`: writes a vocabulary file in another format. */
export async function exportVocabulary(path: string, format: ExportFormat, to?: string): Promise<number> {
  const { file, problems } = readVocabularyFile(textOf(path));
  for (const { line, column, message } of problems) complain(`${nameOf(resolve(path))}:${line}:${column}: ${message}`);
  if (!file) return 2;
  const exported = await writeAs(format, file);
  write(exported.text, path, to);
  return tell(path, exported.losses);
}

function textOf(path: string): string {
  try {
    return readText(resolve(path));
  } catch (error) {
    throw new Failure(`${path}: ${reasonOf(error)}`);
  }
}

async function readAs(format: ImportFormat, text: string): Promise<Imported> {
  if (format === 'csv') return (await import('../../vocabulary/exchange/csv.ts')).fromCsv(text);
  if (format === 'un') return (await import('../../vocabulary/exchange/un-list.ts')).fromUnList(text);
  const skos = await import('../../vocabulary/exchange/skos.ts');
  return format === 'turtle' ? skos.fromTurtle(text) : skos.fromJsonLd(text);
}

async function writeAs(format: ExportFormat, file: VocabularyFile): Promise<Exported> {
  if (format === 'csv') return (await import('../../vocabulary/exchange/csv.ts')).toCsv(file);
  const skos = await import('../../vocabulary/exchange/skos.ts');
  return format === 'turtle' ? skos.toTurtle(file) : skos.toJsonLd(file);
}

/** @param from what was read */
function write(text: string, from: string, to: string | undefined): void {
  const output = openOutput(to);
  try {
    output.spare(from);
    output.write(text);
    output.close();
  } finally {
    output.discard();
  }
}

/** What was lost is said; the rest is whole. */
function tell(path: string, losses: readonly string[]): number {
  for (const loss of losses) complain(`${path}: left out: ${loss}`);
  return 0;
}

/**
 * The vocabulary that holds in the current folder, with what the command line names on top.
 *
 * @param checked a file on top of all; mistakes in those that are configured are not its own, and not told
 */
async function vocabularyOf(options: VocabularyOptions, checked?: string) {
  const lookup = createLookup({ readFile: readConfigurationFile, source: sourceOf(options.config) });
  const { settings, problems } = await lookup.forFile(resolve('draft.md'));
  if (problems.length > 0) throw new Failure(problems.map(lineOf).join('\n'));
  const own = [...(options.vocabulary ?? []), ...(checked === undefined ? [] : [checked])].map((path) => resolve(path));
  const configured = settings.vocabularies.filter((path) => !own.includes(path));
  const found = await createVocabularies(readConfigurationFile)({
    vocabularies: [...configured, ...own],
    defaultVocabulary: settings.defaultVocabulary && options.defaultVocabulary !== false,
    ...(checked === undefined && { vocabularyPlaces: settings.vocabularyPlaces }),
  });
  const told = found.problems.filter(({ file }) => checked === undefined || own.includes(file));
  for (const problem of told) complain(lineOf(problem));
  return { vocabulary: found.vocabulary, ok: told.length === 0 };
}

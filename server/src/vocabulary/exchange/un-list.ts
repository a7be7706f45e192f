import { SaxesParser } from 'saxes';
import { isOneName } from '../check.ts';
import { freeId } from '../free-id.ts';
import type { VocabularyFile } from '../schema.ts';
import type { Imported } from './exchange.ts';

/** Whose list it is; the list says that it lists, and nothing of what a group is. */
const LIST = 'United Nations Security Council';
const UNKNOWN = new Set(['', 'na', 'n/a']);

interface Entity {
  readonly names: string[];
  readonly aliases: { readonly name: string; readonly quality: string }[];
  reference: string;
  listed: string;
}

/**
 * The entities of the United Nations Security Council Consolidated List (XML): names, and aliases by their quality.
 * Low-quality aliases are recognised and never replaced.
 *
 * @throws Error with the line, for text that is not XML
 */
export function fromUnList(xml: string): Imported {
  const { entities, generated } = readEntities(xml);
  const losses: string[] = [];
  const taken = new Set<string>();
  const claimed = new Set<string>();
  const groups: NonNullable<VocabularyFile['groups']> = [];
  for (const entity of entities) {
    const own = entity.reference || entity.names.join(' ');
    const take = (names: readonly string[]) =>
      names.filter((name) => {
        const isTaken = claimed.has(name);
        const free = isOneName(name) && !isTaken;
        if (free) claimed.add(name);
        else
          losses.push(
            `${own}: “${name}” ${isTaken ? 'is a name already' : 'cannot be a label: it has more than words in it'}`,
          );
        return free;
      });
    const takeNames = (names: readonly SplitName[]) => take(names.map(({ name }) => asWritten(name)));
    // The abbreviation of several names is said once and stands in the list at each.
    const takeAbbreviations = (names: readonly SplitName[]) => {
      const all = new Set(names.flatMap(({ abbreviation }) => abbreviation ?? []));
      return take([...all].filter((abbreviation) => !claimed.has(abbreviation)));
    };
    const isLow = ({ quality }: { readonly quality: string }) => /low/i.test(quality);
    const named = entity.names.map(splitName);
    const [prefLabel] = takeNames(named);
    const [abbreviation] = takeAbbreviations(named);
    const aliases = entity.aliases.map((alias) => ({ ...alias, ...splitName(alias.name) }));
    const good = aliases.filter((alias) => !isLow(alias));
    const altLabels = [...takeNames(good), ...takeAbbreviations(good)];
    const doubtfulLabels = takeNames(aliases.filter(isLow));
    const label = prefLabel ?? altLabels.shift();
    if (label === undefined) {
      losses.push(`${own}: none of its names can be a label`);
      continue;
    }
    groups.push({
      id: freeId(label, taken),
      prefLabel: label,
      ...(abbreviation !== undefined && { abbreviation }),
      kind: 'organisation',
      ...(altLabels.length > 0 && { altLabels }),
      ...(doubtfulLabels.length > 0 && { doubtfulLabels }),
      designations: [
        {
          list: LIST,
          ...(entity.reference !== '' && { reference: entity.reference }),
          ...(isDate(entity.listed) && { date: entity.listed.slice(0, 10) }),
        },
      ],
      ...(isDate(generated) && { asOf: generated.slice(0, 10) }),
    });
  }
  return { file: { groups }, losses };
}

function readEntities(xml: string) {
  const entities: Entity[] = [];
  const path: string[] = [];
  let generated = '';
  let text = '';
  let entity: Entity | null = null;
  let alias = { name: '', quality: '' };
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    path.push(name);
    text = '';
    if (name === 'CONSOLIDATED_LIST') generated = String(attributes['dateGenerated'] ?? '');
    if (name === 'ENTITY') entity = { names: [], aliases: [], reference: '', listed: '' };
    if (name === 'ENTITY_ALIAS') alias = { name: '', quality: '' };
  });
  parser.on('text', (more) => {
    text += more;
  });
  parser.on('closetag', ({ name }) => {
    path.pop();
    const value = text.replace(/\s+/g, ' ').trim();
    text = '';
    if (!entity) return;
    if (name === 'ALIAS_NAME') alias.name = value;
    else if (name === 'QUALITY') alias.quality = value;
    else if (name === 'ENTITY_ALIAS' && !UNKNOWN.has(alias.name.toLowerCase())) entity.aliases.push(alias);
    else if (/^(?:FIRST|SECOND|THIRD|FOURTH)_NAME$/.test(name) && path.at(-1) === 'ENTITY') {
      // Of an entity, the first holds the name; the others go on with it.
      if (!UNKNOWN.has(value.toLowerCase())) entity.names[0] = `${entity.names[0] ?? ''} ${value}`.trim();
    } else if (name === 'REFERENCE_NUMBER') entity.reference = value;
    else if (name === 'LISTED_ON') entity.listed = value;
    else if (name === 'ENTITY') {
      entities.push(entity);
      entity = null;
    }
  });
  parser.write(xml).close();
  return { entities, generated };
}

/** `DESERT UNITY FRONT (DUF)`: a name and its abbreviation. */
interface SplitName {
  readonly name: string;
  readonly abbreviation?: string;
}

function splitName(text: string): SplitName {
  const [, name, abbreviation] = /^(.*\S)\s*\((\p{Lu}[\p{L}\d-]{1,9})\)$/u.exec(text) ?? [];
  return name !== undefined && abbreviation !== undefined ? { name, abbreviation } : { name: text };
}

/** The list writes names in capitals: `AL-QAIDA` is Al-Qaida. */
function asWritten(name: string): string {
  if (name !== name.toUpperCase()) return name;
  return name
    .toLowerCase()
    .replace(/(^|[^\p{L}\p{M}’'`])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
    .replace(/ (?:And|For|In|Of|The)(?= )/g, (word) => word.toLowerCase());
}

function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}/.test(text);
}

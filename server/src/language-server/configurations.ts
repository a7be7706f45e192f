import { basename, dirname, join } from 'node:path';
import type { Context } from '../analysis.ts';
import { CONFIGURATION_FILES, type ConfigurationLookup, createLookup } from '../configuration/lookup.ts';
import type { ConfigurationProblem } from '../configuration/problem.ts';
import type { Layer, Settings } from '../configuration/settings.ts';
import { createVocabularies } from '../configuration/vocabularies.ts';
import { hashOf } from '../vocabulary/hash.ts';
import { isRecord } from './client.ts';
import type { Host } from './host.ts';

/** What is configured for one document, by files and by the editor's settings below them. */
export interface Configured {
  readonly context: Context;
  /** The path by which `problems` name the document itself; for one that is no file, where it might be saved. */
  readonly path: string;
  /** Whether configuration makes it a draft, or no draft; null: what is in it decides. */
  readonly isDraft: boolean | null;
  readonly inlayHints: boolean;
  readonly codeLenses: boolean;
  /** The vocabularies in use, as people call them. */
  readonly vocabularies: readonly string[];
  /** The paths of the vocabularies that are named, each over the ones before it; none where they are not trusted. */
  readonly ownVocabularies: readonly string[];
  readonly problems: readonly ConfigurationProblem[];
  /** The paths of the files that were read. */
  readonly files: readonly string[];
}

export interface Configurations {
  readonly of: (uri: string, text: string) => Promise<Configured>;
  /** Whether a file that was looked for is another than it was then. */
  readonly isStale: () => Promise<boolean>;
  /** A document was closed: nothing is kept for it. */
  readonly leave: (uri: string) => void;
  /** Files or settings have changed. */
  readonly forget: () => void;
}

export interface ConfigurationsOptions {
  readonly host: Host;
  /** The editor's settings for a document, `sentinelCitations.*` as one map. */
  readonly settingsFor: (uri: string) => Promise<unknown>;
  /** The path of the workspace's folder that the editor's settings for a document name files relative to. */
  readonly folderOf: (uri: string) => string | null;
  /** Whether files may name other files to be read. */
  readonly trusted: boolean;
  /** Told once of settings that cannot be used. */
  readonly warn: (message: string) => void;
  /** The day, `YYYY-MM-DD`. */
  readonly today: () => string;
}

/** The keys of a configuration file that the editor's settings may hold too. */
const SHARED_KEYS = ['notation', 'rules', 'headings', 'vocabularies', 'defaultVocabulary'];
/** The names that are known where nothing is configured. */
const OWN_NAMES: Pick<Settings, 'vocabularies' | 'defaultVocabulary'> = { vocabularies: [], defaultVocabulary: true };
/** Stands for the file name of a document that is no file, in the folder that its settings are relative to. */
const NO_FILE = 'untitled.md';

export function createConfigurations(options: ConfigurationsOptions): Configurations {
  const { host, trusted, settingsFor, folderOf, today } = options;
  const { source: only, vocabularies: over = [], defaultVocabulary: withDefault = true } = host.over ?? {};
  const lookups = new Map<string, Promise<ConfigurationLookup>>();
  const asked = new Map<string, Promise<unknown>>();
  /** What last could be used: a configuration that is being written does not make findings come and go. */
  const lastGood = new Map<string, Settings>();

  /** The folders that documents are in, up to the root. */
  const folders = new Set<string>();
  const addFolders = (path: string) => {
    for (let folder = dirname(path); !folders.has(folder); folder = dirname(folder)) folders.add(folder);
  };
  /** What is found without being named by a file. */
  const isFound = (path: string) => CONFIGURATION_FILES.includes(basename(path)) && folders.has(dirname(path));
  /** What was named by whoever started the server, and not by a file. */
  const isNamed = (path: string) => over.includes(path) || (typeof only === 'object' && only.file === path);
  /** What was in the files when they were looked for. */
  const marks = new Map<string, string>();
  const readFile = async (path: string): Promise<string | null> => {
    if (!trusted && !isFound(path) && !isNamed(path)) throw new Error('The folder is not trusted');
    const text = await host.readFile(path);
    marks.set(path, markOf(text));
    return text;
  };

  let vocabulariesOf = createVocabularies(readFile, host.openVocabularyCache);

  const remembered = <Value>(cache: Map<string, Promise<Value>>, key: string, make: () => Promise<Value>) => {
    const known = cache.get(key) ?? make();
    cache.set(key, known);
    return known;
  };
  const lookupFor = async (settings: unknown, folder: string | null, isSomewhere: boolean) => {
    const shared = sharedSettings(settings);
    const key = JSON.stringify([shared, folder, isSomewhere]);
    return remembered(lookups, key, async () => {
      const below = await layerOf(shared, join(folder ?? '/', 'settings.json'), options.warn);
      return createLookup({ readFile, source: only ?? (isSomewhere ? 'nearest' : 'none'), ...(below && { below }) });
    });
  };

  return {
    of: async (uri, text) => {
      const settings = await remembered(asked, uri, () => settingsFor(uri));
      const folder = folderOf(uri);
      const file = host.toPath(uri);
      const path = file ?? join(folder ?? '/', NO_FILE);
      const isSomewhere = file !== null || folder !== null;
      if (isSomewhere) addFolders(path);
      const lookup = await lookupFor(settings, folder, isSomewhere);
      const found = await lookup.forDraft(path, text);
      if (found.problems.length === 0) lastGood.set(uri, found.settings);
      const usable = found.problems.length === 0 ? found.settings : lastGood.get(uri);
      const configured = usable ?? OWN_NAMES;
      const names = {
        ...configured,
        vocabularies: [...configured.vocabularies, ...over],
        defaultVocabulary: configured.defaultVocabulary && withDefault,
      };
      const { vocabulary, problems, files } = await vocabulariesOf(names);
      const named = names.vocabularies.map((file) => basename(file));
      return {
        context: { ...(usable && contextOf(usable)), vocabulary, today: today() },
        path,
        // Globs say nothing of a name that it does not have yet.
        isDraft: file === null && usable?.isDraft === false ? null : (usable?.isDraft ?? null),
        inlayHints: isEnabled(settings, 'inlayHints', false),
        codeLenses: isEnabled(settings, 'codeLens', true),
        vocabularies: [...(names.defaultVocabulary ? ['default vocabulary'] : []), ...named],
        ownVocabularies: trusted ? names.vocabularies : [],
        problems: [...found.problems, ...problems],
        files: [...found.files, ...files],
      };
    },
    isStale: async () => {
      for (const [path, mark] of marks) {
        if (markOf(await host.readFile(path).catch(() => null)) !== mark) return true;
      }
      return false;
    },
    leave: (uri) => {
      asked.delete(uri);
      lastGood.delete(uri);
    },
    forget: () => {
      marks.clear();
      lookups.clear();
      asked.clear();
      vocabulariesOf = createVocabularies(readFile, host.openVocabularyCache);
    },
  };
}

/** Tells one text from another without keeping it. */
function markOf(text: string | null): string {
  return text === null ? '' : `${text.length} ${hashOf(text)}`;
}

function contextOf({ rules, headings, notation }: Settings): Context {
  return { rules, headings, notation };
}

function sharedSettings(settings: unknown): Readonly<Record<string, unknown>> {
  if (!isRecord(settings)) return {};
  const set = SHARED_KEYS.filter((key) => settings[key] !== null && settings[key] !== undefined);
  return Object.fromEntries(set.map((key) => [key, settings[key]]));
}

/** The editor's settings, checked as a configuration file of the same keys is. */
async function layerOf(
  settings: Readonly<Record<string, unknown>>,
  file: string,
  warn: (message: string) => void,
): Promise<Layer | null> {
  if (Object.keys(settings).length === 0) return null;
  const { parseConfiguration } = await import('../configuration/parse.ts');
  const { layer, problems } = parseConfiguration(file, JSON.stringify(settings));
  for (const { message } of problems) warn(`Settings sentinelCitations.*: ${message}`);
  // There is no such file to point into.
  return layer && { ...layer, effects: { ...layer.effects, vocabularyPlaces: {} } };
}

function isEnabled(settings: unknown, feature: string, otherwise: boolean): boolean {
  const group = isRecord(settings) ? settings[feature] : undefined;
  const { enabled = otherwise } = isRecord(group) ? group : {};
  return typeof enabled === 'boolean' ? enabled : otherwise;
}

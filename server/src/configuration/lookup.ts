import { basename, dirname, join } from 'node:path';
import { frontMatterOf } from '../markdown/front-matter.ts';
import { type Chain, extendChain, joinChains, loadChain, NO_CHAIN, type ReadFile } from './chain.ts';
import { type ConfigurationProblem, problemOfFile } from './problem.ts';
import { type Layer, type Settings, settingsFor } from './settings.ts';

/** Our key of the front matter, as it is written, and otherwise: `sentinelCitations` is that of VS Code. */
const NEARLY_OUR_KEY = /^["']?sentinel[-_ ]?citations?["']?[ \t]*:/im;
/** The names of a configuration file; a folder holds at most one. */
export const CONFIGURATION_FILES: readonly string[] = ['.sentinel-citations.yaml', '.sentinel-citations.json'];

export interface LookupOptions {
  readonly readFile: ReadFile;
  /**
   * Where configuration comes from: the file nearest above each draft, one file for all (an absolute path), or no
   * file. Front matter counts in any case.
   */
  readonly source?: 'nearest' | 'none' | { readonly file: string };
  /** What lies below every file, as an editor's settings do. */
  readonly below?: Layer;
}

/** What is configured for one draft. */
export interface Configuration {
  readonly settings: Settings;
  /** Where there are any, `settings` are not to be used: nothing is guessed. */
  readonly problems: readonly ConfigurationProblem[];
  /** The absolute paths of the files that were read: who watches them knows when to look again. */
  readonly files: readonly string[];
}

export interface ConfigurationLookup {
  /** What is configured for the file of that absolute path, whatever is in it. */
  readonly forFile: (file: string) => Promise<Configuration>;
  /** The same, with what the front matter of `text` says on top. */
  readonly forDraft: (file: string, text: string) => Promise<Configuration>;
  /** Forgets all files that were read. */
  readonly clear: () => void;
}

/** The one way to find what is configured for a draft. Each folder is looked into once, until `clear`. */
export function createLookup({ readFile, source = 'nearest', below }: LookupOptions): ConfigurationLookup {
  const folders = new Map<string, Promise<Chain>>();
  let single: Promise<Chain> | null = null;

  const chainOfFolder = (folder: string): Promise<Chain> => {
    const known = folders.get(folder);
    if (known) return known;
    const chain = nearestChain(folder);
    folders.set(folder, chain);
    return chain;
  };
  const nearestChain = async (folder: string): Promise<Chain> => {
    const found: Chain[] = [];
    for (const name of CONFIGURATION_FILES) {
      const chain = await loadChain(readFile, join(folder, name));
      if (chain) found.push(chain);
    }
    const [first, second] = found;
    // What cannot be read, one name as the other, need not be there.
    if (first && second && !(isUnread(first) && isUnread(second))) return twoInOneFolder(folder, found);
    if (first) return first;
    const parent = dirname(folder);
    return parent === folder ? NO_CHAIN : chainOfFolder(parent);
  };
  const chainFor = (file: string): Promise<Chain> => {
    if (source === 'none') return Promise.resolve(NO_CHAIN);
    if (source === 'nearest') return chainOfFolder(dirname(file));
    single ??= onlyChain(readFile, source.file);
    return single;
  };
  const configured = (file: string, { layers, problems, files }: Chain): Configuration => ({
    settings: settingsFor(file, below ? [below, ...layers] : layers),
    problems,
    files,
  });

  const forFile = async (file: string) => configured(file, await chainFor(file));
  const forDraft = async (file: string, text: string) => {
    const matter = frontMatterOf(text)?.content;
    if (!matter || !concernsUs(text.slice(matter.start, matter.end))) return forFile(file);
    const { parseFrontMatter } = await import('./parse.ts');
    const parsed = parseFrontMatter(file, text, matter);
    const own = await extendChain(readFile, file, parsed, []);
    const chain = joinChains(await chainFor(file), { ...own, files: own.files.filter((path) => path !== file) });
    const { settings, ...rest } = configured(file, chain);
    return { ...rest, settings: parsed.hasStyle ? { ...settings, isDraft: settings.isDraft ?? true } : settings };
  };
  const clear = () => {
    folders.clear();
    single = null;
  };
  return { forFile, forDraft, clear };
}

async function onlyChain(readFile: ReadFile, file: string): Promise<Chain> {
  const none = { ...NO_CHAIN, problems: [problemOfFile(file, 'Unexpected path, expected a file that exists')] };
  return (await loadChain(readFile, file)) ?? none;
}

function twoInOneFolder(folder: string, chains: readonly Chain[]): Chain {
  const [expected, unexpected] = CONFIGURATION_FILES.map((name) => join(folder, name)) as [string, string];
  const message = `Unexpected second configuration file of one folder, expected ${basename(expected)} alone`;
  return { ...NO_CHAIN, problems: [problemOfFile(unexpected, message)], files: chains.flatMap(({ files }) => files) };
}

function isUnread({ layers, problems }: Chain): boolean {
  return layers.length === 0 && problems.length > 0;
}

/** Whether front matter has something for us, be it misspelled; quick, for hardly any has. */
function concernsUs(matter: string): boolean {
  return matter.includes('ctc-sentinel') || NEARLY_OUR_KEY.test(matter);
}

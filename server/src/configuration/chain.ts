import { basename, dirname, resolve } from 'node:path';
import { nearest } from '../text/distance.ts';
import { quote } from '../text/quote.ts';
import type { ParsedConfiguration } from './parse.ts';
import { type ConfigurationProblem, problemOfFile } from './problem.ts';
import type { Layer } from './settings.ts';

/** What `extends` says for the program's own settings, which lie below every configuration anyway. */
const OWN_SETTINGS = 'default';
/** How many letters may be wrong in a name that is told for what it was meant to be. */
const FARTHEST_NAME = 3;

/** Reads a text file: null where there is none; rejects where it cannot be read. */
export type ReadFile = (path: string) => Promise<string | null>;

/** A configuration file with all that it extends. */
export interface Chain {
  /** From the lowest to the highest. */
  readonly layers: readonly Layer[];
  readonly problems: readonly ConfigurationProblem[];
  /** The absolute paths of the files that were read. */
  readonly files: readonly string[];
}

export const NO_CHAIN: Chain = { layers: [], problems: [], files: [] };

/**
 * Reads a configuration file and what it extends; null where there is no such file.
 *
 * @param above the files that led here by `extends`, the first one first
 */
export async function loadChain(
  readFile: ReadFile,
  file: string,
  above: readonly string[] = [],
): Promise<Chain | null> {
  let text: string | null;
  try {
    text = await readFile(file);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      ...NO_CHAIN,
      problems: [problemOfFile(file, `Unexpected file that cannot be read: ${reason}`)],
      files: [file],
    };
  }
  if (text === null) return null;
  // What reads YAML is large, and most drafts are configured by nothing.
  const { parseConfiguration } = await import('./parse.ts');
  return extendChain(readFile, file, parseConfiguration(file, text), [...above, file]);
}

/** What was parsed of `file`, on top of what it extends; `above` ends with the files not to be extended again. */
export async function extendChain(
  readFile: ReadFile,
  file: string,
  { layer, base, problems }: ParsedConfiguration,
  above: readonly string[],
): Promise<Chain> {
  const own: Chain = { layers: layer ? [layer] : [], problems, files: [file] };
  if (!base || base.path === OWN_SETTINGS) return own;
  const path = resolve(dirname(file), base.path);
  const circle = above.indexOf(path);
  if (circle !== -1) {
    const names = [...above.slice(circle), path].map((step) => basename(step)).join(' → ');
    return withProblem(own, base.problem(`Unexpected circle, expected “extends” to come to an end: ${names}`));
  }
  const lower = await loadChain(readFile, path, above);
  if (lower) return joinChains(lower, own);
  const isNear = nearest(base.path, [OWN_SETTINGS], FARTHEST_NAME) !== null;
  const expected = `${isNear ? '' : 'a file that exists, or '}${quote(OWN_SETTINGS)}`;
  return withProblem(own, base.problem(`Unexpected path ${quote(base.path)}, expected ${expected}`));
}

export function joinChains(lower: Chain, upper: Chain): Chain {
  return {
    layers: [...lower.layers, ...upper.layers],
    problems: [...lower.problems, ...upper.problems],
    files: [...lower.files, ...upper.files],
  };
}

function withProblem(chain: Chain, problem: ConfigurationProblem): Chain {
  return { ...chain, problems: [...chain.problems, problem] };
}

import { type Stats, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { Failure, isFailure, reasonOf } from '../failure.ts';
import { plural } from '../words.ts';
import { atLineStart, nameOf } from './file-name.ts';
import { STANDARD_INPUT } from './standard-input.ts';

/** How standard input is shown without a name. */
export const UNNAMED = '<stdin>';

/** A file that may be a draft. */
export interface Candidate {
  /** Absolute, or `-` for standard input. */
  readonly path: string;
  /** As it is shown: relative to the current folder, with forward slashes. */
  readonly name: string;
  /** The folder or glob, as it was given, in which the file was found; null for a file that was named outright. */
  readonly foundIn: string | null;
}

const EXPECTED_PATH = 'expected a file, a folder, or a glob';

export interface Found {
  /** In the order of their names, each once. */
  readonly candidates: readonly Candidate[];
  /** Why some of the paths cannot be checked. */
  readonly failures: readonly Failure[];
  /** Whether it is well that a path holds no drafts. */
  readonly mayBeNone?: boolean;
}

export interface FindOptions {
  /** A file in the format of `.gitignore`; it holds for files that are found in folders and by globs. */
  readonly ignorePath?: string | undefined;
  /** The name for standard input. */
  readonly stdinFilename?: string | undefined;
}

/** The files that are meant by paths as they are given on the command line: files, folders, globs, and `-`. */
export async function findCandidates(paths: readonly string[], options: FindOptions): Promise<Found> {
  const byPath = new Map<string, Candidate>();
  const failures: Failure[] = [];
  for (const path of paths) {
    try {
      for (const candidate of await candidatesOf(path, options, failures)) {
        // What is named outright stays so, however else it is found.
        if (candidate.foundIn === null || !byPath.has(candidate.path)) byPath.set(candidate.path, candidate);
      }
    } catch (error) {
      failures.push(isFailure(error) ? error : new Failure(`${path}: ${reasonOf(error)}`));
    }
  }
  return { candidates: [...byPath.values()].sort((a, b) => compare(a.name, b.name)), failures };
}

/** @param failures is told of folders that cannot be searched, beside others that can */
async function candidatesOf(path: string, options: FindOptions, failures: Failure[]): Promise<readonly Candidate[]> {
  if (path === STANDARD_INPUT) return [{ path, name: atLineStart(options.stdinFilename || UNNAMED), foundIn: null }];
  const stats = statsOf(path);
  if (stats && !stats.isDirectory()) return [{ path: resolve(path), name: nameOf(resolve(path)), foundIn: null }];
  if (path === '') throw new Failure(`“”: ${EXPECTED_PATH}`);
  if (!stats && path.startsWith('!')) throw new Failure(`${path}: ${EXPECTED_PATH}; --ignore-path leaves files out`);
  // Searching takes a library that a single draft does without.
  const { searchFolder, searchGlob, isGlob } = await import('./search.ts');
  if (!stats && !isGlob(path)) throw new Failure(`${path}: there is no such file or folder`);
  const search = stats ? searchFolder : searchGlob;
  const { files, unreadable } = await search(path, options.ignorePath);
  failures.push(...unreadable);
  if (files.length === 0 && unreadable.length === 0) throw new Failure(noDrafts(path, 0));
  return files.map((file) => ({ path: file, name: nameOf(file), foundIn: path }));
}

/** @param passedOver how many files there are that are no drafts */
export function noDrafts(path: string, passedOver: number): string {
  const others =
    passedOver === 0
      ? ''
      : ` (${plural(passedOver, 'other file')} passed over; what is named outright is always checked)`;
  return `${path}: there are no drafts here${others}`;
}

function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    throw new Failure(`${path}: ${reasonOf(error)}`);
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

import { realpathSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { type Candidate, UNNAMED } from '../files/find.ts';
import type { FormatName } from '../formats/formats.ts';
import { fileOf } from './read.ts';

/** Where pipelines say which folder they checked the repository out to: their readers look for files from there. */
const ROOTS: Readonly<Partial<Record<FormatName, readonly string[]>>> = {
  github: ['GITHUB_WORKSPACE'],
  gitlab: ['CI_PROJECT_DIR'],
  sarif: ['GITHUB_WORKSPACE', 'CI_PROJECT_DIR'],
};

/**
 * How a format calls files, always with forward slashes: from the repository that the pipeline checked out, where it
 * says so and the file is in it; otherwise from the current folder.
 */
export function namesFor(format: FormatName): (candidate: Candidate) => string {
  const roots = (ROOTS[format] ?? []).flatMap((variable) => rootsOf(process.env[variable]));
  return (candidate) => {
    const file = fileOf(candidate);
    const root = candidate.name === UNNAMED ? undefined : roots.find((folder) => file.startsWith(folder));
    return root === undefined ? candidate.name : relative(root, file).split(sep).join('/');
  };
}

/** A folder as it is named and without symbolic links: the current folder, and so the files in it, may be either. */
function rootsOf(path: string | undefined): readonly string[] {
  if (path === undefined || path === '') return [];
  const folders = new Set([resolve(path)]);
  try {
    folders.add(realpathSync(path));
  } catch {
    // There is no such folder here.
  }
  return Array.from(folders, (folder) => (folder.endsWith(sep) ? folder : folder + sep));
}

import { realpathSync } from 'node:fs';
import { relative, sep } from 'node:path';
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
  const roots = (ROOTS[format] ?? []).flatMap((variable) => realPathOf(process.env[variable]) ?? []);
  return (candidate) => {
    const file = fileOf(candidate);
    const root = candidate.name === UNNAMED ? undefined : roots.find((folder) => file.startsWith(folder + sep));
    return root === undefined ? candidate.name : relative(root, file).split(sep).join('/');
  };
}

function realPathOf(path: string | undefined): string | null {
  try {
    return path === undefined || path === '' ? null : realpathSync(path);
  } catch {
    return null;
  }
}

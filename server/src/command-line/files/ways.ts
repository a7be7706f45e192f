import { lstatSync, readlinkSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/** Ways to files, a folder or a symbolic link at a time, as the system walks them. */
export interface Ways {
  /** Where an absolute path leads, links followed as far as there is something. */
  readonly endOf: (path: string) => string;
  /** Whether a way that was walked leads through this path: with what stands there, it leads elsewhere, or nowhere. */
  readonly pass: (path: string) => boolean;
}

/** @param enter is told of each folder, by its path without links, before it is asked what is in it */
export function createWays(enter: (folder: string) => void): Ways {
  const ends = new Map<string, string>();
  const endOf = (path: string): string => {
    const known = ends.get(path);
    if (known !== undefined) return known;
    const above = dirname(path);
    if (above === path) return path;
    const folder = endOf(above);
    enter(folder);
    const here = join(folder, basename(path));
    // Put down at once: links can go in a circle.
    ends.set(path, here);
    const next = here === path ? targetOf(path) : here;
    const end = next === null ? here : endOf(next);
    ends.set(path, end);
    return end;
  };
  return { endOf, pass: (path) => ends.has(path) };
}

/** Where a symbolic link points; null where there is none. */
function targetOf(path: string): string | null {
  try {
    const isLink = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
    return isLink ? resolve(dirname(path), readlinkSync(path)) : null;
  } catch {
    return null;
  }
}
